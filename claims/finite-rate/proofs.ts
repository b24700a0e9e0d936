import {commutingFamily, momentumFamily, preconditionedFamily} from "../cases/families/runs.js";
import {calmFamily, slowFamily} from "../cases/families/slowRuns.js";
import * as cases from "../cases/optimisers.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, drawn, equal} from "../ledger/criterion.js";
import {augmented, direct, identity, quadrature} from "../ledger/route.js";
import * as measured from "./proofs.measured.js";
import * as predicted from "./proofs.predicted.js";
import * as second from "./proofs.second.js";

const exact = equal(1000);
const theSum = "the state (w, m) stepped as in (5): the sum of what each past step leaves behind";

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.slowRuns,
    search: {family: slowFamily, cases: 8},
    id: "LZU-Eq1",
    statement:
      "$\\Sigma K + K\\Sigma = \\frac\\lambda{1-\\mu}C$: the law of a diffusion, and heavy ball's in the limit of small $\\lambda$",
    assumptions: ["heavy ball (5), undamped", "C need not commute with K"],
    predicted: predicted.continuous,
    routes: [
      augmented(`heavy ball at λ Tr K < 10⁻⁶, ${theSum}`, measured.steadyStates),
      quadrature(
        "what the flow ẇ = −Kw leaves of white noise of strength λC/(1−µ), integrated over its age",
        measured.diffusions
      )
    ],
    criterion: close(1e-4, "a small step is not none: the difference is of first order in λ"),
    mutant: {description: "1−µ² for 1−µ", predicted: predicted.continuousSquare}
  }),
  forCases({
    cases: cases.preconditionedRuns,
    search: {family: preconditionedFamily, criterion: drawn, cases: 8},
    id: "LZU-Eq28-35",
    statement:
      "$X = \\mathbb E[w_tw_{t-1}^\\top] = \\frac1{1-\\mu^2}[(I-\\Lambda K)\\Sigma + \\mu\\Sigma - \\mu\\Sigma(I-K\\Lambda) - \\mu^2\\Sigma]$ , $\\Lambda M\\Lambda = 2\\Sigma - X - X^\\top$, $A = \\mu(I-\\Lambda K)(X-\\Sigma)$ and $\\Sigma = (I-\\Lambda K)\\Sigma(I-K\\Lambda) + \\mu^2\\Lambda M\\Lambda + \\Lambda C\\Lambda - A - A^\\top$",
    assumptions: ["as Theorem 3"],
    predicted: predicted.lagged,
    routes: [
      augmented(`the lagged covariance, that of m and of w with m, ${theSum}`, measured.lagged)
    ],
    criterion: equal(1e4),
    mutant: {description: "µΣ for µ²Σ at the end of X", predicted: predicted.laggedOther}
  }),
  forCases({
    cases: cases.momentumRuns,
    search: {family: momentumFamily, criterion: drawn},
    id: "LZU-Eq44",
    statement:
      "$(1-\\mu)\\lambda K\\left(2I-\\frac\\lambda{1+\\mu}K\\right)\\Sigma + (1-\\mu)\\lambda\\left(I-\\frac\\lambda{1+\\mu}K\\right)[\\Sigma,K] + \\frac\\mu{1-\\mu^2}\\lambda^2[K,[K,\\Sigma]] = \\lambda^2C$",
    assumptions: ["as Theorem 2"],
    predicted: predicted.commutators,
    routes: [augmented(theSum, measured.steadyStates)],
    criterion: exact,
    mutant: {description: "[K, Σ] for [Σ, K]", predicted: predicted.commutatorsOtherSign}
  }),
  forCases({
    cases: cases.commutingRuns,
    search: {family: commutingFamily, criterion: drawn},
    tame: "that C commutes with K is its assumption",
    id: "LZU-Eq46-47",
    part: "equation",
    statement:
      "$\\tilde\\lambda(K\\Sigma+\\Sigma K) - \\tilde\\lambda^2K\\Sigma K = \\tilde\\lambda^2\\tilde C$ with $\\tilde\\lambda = \\frac\\lambda{1+\\mu}$, $\\tilde C = \\frac{1+\\mu}{1-\\mu}C$",
    assumptions: ["C commutes with K", "as Theorem 2"],
    predicted: predicted.rescaledEquation,
    routes: [augmented(theSum, measured.steadyStates)],
    criterion: exact,
    mutant: {
      description: "1/(1−µ) for (1+µ)/(1−µ) in C̃",
      predicted: predicted.rescaledEquationOther
    }
  }),
  forCases({
    cases: cases.commutingRuns,
    search: {family: commutingFamily, criterion: drawn, cases: 5},
    tame: "that C commutes with K is its assumption",
    id: "LZU-Eq46-47",
    part: "solution",
    statement:
      "$\\Sigma = [\\tilde\\lambda K(2I-\\tilde\\lambda K)]^{-1}\\tilde\\lambda^2\\tilde C$",
    assumptions: ["as (46)–(47)"],
    note: "One dimension, µ = 0, K = C = 1: the recursion has λ/(2 − λ); the printed form lacks λ² and has 1/(λ(2 − λ)). The first line of (45) and (47) have the factor: a slip of the pen.",
    predicted: predicted.rescaled,
    printed: {
      weight: "slip",
      formula: "$[\\tilde\\lambda K(2I_D-\\tilde\\lambda K)]^{-1}\\tilde C$",
      predicted: predicted.rescaledAsPrinted
    },
    routes: [
      augmented(theSum, measured.steadyStates),
      direct(
        "the covariance of (w, m) that a step leaves as it is, by elimination",
        second.atRest,
        close(1e-9, "an equation for the entries of (w, m) loses some digits")
      )
    ],
    criterion: exact,
    mutant: {description: "λ̃ for λ̃²", predicted: predicted.rescaledOnce}
  }),
  forCases({
    cases: cases.tiltedRuns,
    search: {family: calmFamily, criterion: drawn, cases: 10},
    id: "LZU-Eq49-51",
    part: "traces",
    statement: "$\\operatorname{Tr}[RA_1] = \\operatorname{Tr}[RA_2] = 0$",
    assumptions: ["R a function of K"],
    note: "Because R commutes with K: Tr(f(K)[Σ, K]) = 0.",
    predicted: predicted.tracesVanish,
    routes: [
      augmented(`1 and the traces over the norms of R, Σ and K, Σ from ${theSum}`, measured.traces)
    ],
    criterion: exact,
    mutant: {
      description: "a symmetric R that does not commute with K, all that the proof asks for",
      measure: measured.tracesOfOther
    }
  }),
  forCases({
    cases: cases.tiltedRuns,
    tame: "a few pairs are enough to refute it",
    id: "LZU-Eq49-51",
    part: "symmetry",
    statement:
      "$A_2 \\propto [K,[K,\\Sigma]]$ is symmetric, and $A_1+A_1^\\top = (1-\\mu)\\lambda\\frac\\lambda{1+\\mu}[K,[K,\\Sigma]]$ is not zero",
    assumptions: ["K and Σ symmetric, not commuting"],
    note: "A commutator of symmetric matrices is anti-symmetric, and the commutator of a symmetric with an anti-symmetric one is symmetric again; times $I - \\frac\\lambda{1+\\mu}K$, with which it does not commute, the first is anti-symmetric no more. The traces vanish for another reason.",
    predicted: predicted.symmetric,
    printed: {
      weight: "slip",
      formula: "“the commuting terms $A_1$ and $A_2$ are anti-symmetric by definition”",
      predicted: predicted.antisymmetric
    },
    routes: [
      augmented("‖A₂ + A₂ᵀ‖/‖A₂‖ with Σ of the steady state", measured.symmetries),
      identity("the same with any symmetric Σ and the brackets multiplied out", second.symmetries)
    ],
    criterion: exact,
    mutant: {description: "neither: √2 in place of 2", predicted: predicted.neither}
  })
];
