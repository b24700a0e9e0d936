import {
  commutingFamily,
  mixedFamily,
  momentumFamily,
  plainFamily,
  preconditionedFamily
} from "../cases/families/runs.js";
import {calmCommutingFamily, heavyFamily} from "../cases/families/slowRuns.js";
import * as cases from "../cases/optimisers.js";
import {losses} from "../cases/problems.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, close, drawn, equal, sampled} from "../ledger/criterion.js";
import {augmented, bisection, direct, simulation} from "../ledger/route.js";
import * as measured from "./stationary.measured.js";
import * as predicted from "./stationary.predicted.js";
import * as second from "./stationary.second.js";

const exact = equal(1000);
const nearlyOne = close(1e-4, "1 − µ = 10⁻⁶ stands for the limit");

const over = <F>(family: F) => ({family, criterion: drawn});

const theSum = "the sum of what each past step leaves behind, no equation solved";
const withMomentum = `the state (w, m) stepped as in (5): ${theSum}`;

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.plainRuns,
    search: over(plainFamily),
    id: "LZU-Thm1",
    statement: "$\\Sigma K + K\\Sigma - \\lambda K\\Sigma K = \\lambda C$",
    assumptions: ["0 < λ < 2/k*", "white noise of covariance C, which need not commute with K"],
    note: "Fisher, Proposition 5.9, is the same equation.",
    predicted: [predicted.sgd, predicted.librarySgd],
    routes: [augmented(theSum, measured.covariance)],
    criterion: exact,
    mutant: {description: "(1), the same without −λKΣK", predicted: predicted.sgdContinuous}
  }),
  forCases({
    cases: cases.momentumRuns,
    search: over(momentumFamily),
    id: "LZU-Thm2",
    statement:
      "$-\\frac{1+\\mu^2}{1-\\mu^2}\\lambda^2K\\Sigma K + \\frac\\mu{1-\\mu^2}\\lambda^2(K^2\\Sigma+\\Sigma K^2) + (1-\\mu)\\lambda(K\\Sigma+\\Sigma K) = \\lambda^2C$",
    assumptions: ["heavy ball (5), undamped", "λk* < 2(1+µ)"],
    predicted: [predicted.momentum, predicted.libraryMomentum],
    routes: [augmented(withMomentum, measured.covariance)],
    criterion: exact,
    mutant: {description: "(1+µ)² for 1+µ² in the first term", predicted: predicted.momentumSquare}
  }),
  forCases({
    cases: cases.commutingRuns,
    search: over(commutingFamily),
    id: "LZU-Cor1",
    tame: "that C commutes with K is its assumption",
    statement:
      "$\\Sigma = \\left[\\frac{\\lambda K}{1+\\mu}\\left(2I-\\frac{\\lambda K}{1+\\mu}\\right)\\right]^{-1}\\frac{\\lambda^2C}{1-\\mu^2}$",
    assumptions: ["C commutes with K", "as Theorem 2"],
    predicted: predicted.commuting,
    routes: [augmented(withMomentum, measured.covariance)],
    criterion: exact,
    mutant: {description: "(1−µ)² for 1−µ²", predicted: predicted.commutingSquare}
  }),
  forCases({
    cases: cases.preconditionedRuns,
    search: over(preconditionedFamily),
    id: "LZU-Thm3",
    statement:
      "$-\\frac{1+\\mu^2}{1-\\mu^2}\\Lambda K\\Sigma K\\Lambda + \\frac\\mu{1-\\mu^2}(\\Lambda K\\Lambda K\\Sigma+\\Sigma K\\Lambda K\\Lambda) + (1-\\mu)(\\Lambda K\\Sigma+\\Sigma K\\Lambda) = \\Lambda C\\Lambda$",
    assumptions: ["Λ symmetric positive definite, commuting with nothing", "stable"],
    predicted: [predicted.preconditioned, predicted.libraryPreconditioned],
    routes: [augmented(withMomentum, measured.covariance)],
    criterion: exact,
    mutant: {
      description: "KΛKΛΣ for ΛKΛKΣ in the second term",
      predicted: predicted.preconditionedTransposed
    }
  }),
  forCases({
    cases: cases.mixedRuns(0.5, 0.7),
    search: over(mixedFamily("both")),
    tame: "C is a polynomial of K",
    id: "LZU-Thm4",
    statement:
      "$\\Sigma = \\lambda(\\sigma^2I + aK)[K(2I-\\lambda K)]^{-1}$ for $C = \\sigma^2I + aK$",
    assumptions: ["µ = 0", "0 < λ < 2/k*"],
    predicted: predicted.mixedNoise,
    routes: [augmented(theSum, measured.covariance)],
    criterion: exact,
    mutant: {
      description: "the continuous limit, 2I for 2I − λK",
      predicted: predicted.mixedNoiseContinuous
    }
  }),
  forCases({
    cases: cases.mixedRuns(0, 0.7),
    search: over(mixedFamily("minibatch")),
    tame: "C is a polynomial of K",
    id: "LZU-Cor2",
    statement: "$\\Sigma = a\\lambda(2I-\\lambda K)^{-1}$ for $C = aK$",
    assumptions: ["as Theorem 4"],
    predicted: predicted.minibatchNoise,
    routes: [augmented(theSum, measured.covariance)],
    criterion: exact,
    mutant: {
      description: "the isotropic (aλ/2) I of the continuous limit",
      predicted: predicted.minibatchNoiseContinuous
    }
  }),
  forCases({
    cases: cases.mixedRuns(0.5, 0),
    search: over(mixedFamily("white")),
    tame: "C is a polynomial of K",
    id: "LZU-Cor3",
    statement: "$\\Sigma = \\sigma^2\\lambda[K(2I-\\lambda K)]^{-1}$ for $C = \\sigma^2I$",
    assumptions: ["as Theorem 4"],
    predicted: predicted.whiteNoise,
    routes: [augmented(theSum, measured.covariance)],
    criterion: exact,
    mutant: {
      description: "the continuous limit (σ²λ/2) K⁻¹",
      predicted: predicted.whiteNoiseContinuous
    }
  }),
  forCases({
    cases: cases.mixedRuns(0, 0.7),
    search: {family: mixedFamily("minibatch"), cases: 10},
    tame: "C is a multiple of K",
    id: "LZU-4.3-round",
    statement:
      "“when $\\lambda \\ll 1$, the minibatch noise results in isotropic fluctuations, independent of the underlying geometry; the discrete time steps, however, causes fluctuations in the direction of large eigenvalues”: $\\frac2{a\\lambda}\\Sigma \\to I$, and at first order the rest is $\\frac\\lambda2K$",
    assumptions: ["µ = 0, C = aK"],
    predicted: predicted.round,
    routes: [
      augmented(
        "2Σ/(aλ) at λ Tr K = 10⁻⁴ and at twice that, extrapolated to 0, and its slope in λ",
        measured.round
      )
    ],
    criterion: close(1e-3, "a small step stands for none"),
    mutant: {
      description: "a cloud in the shape of K⁻¹, as of white noise",
      predicted: predicted.roundWhite
    }
  }),
  forCases({
    cases: losses,
    tame: "an identity for any law of mean zero; two runs are simulated",
    id: "LZU-Eq11",
    statement:
      "$L_{\\text{train}} = \\mathbb E[\\tfrac12w^\\top Kw] = \\tfrac12\\operatorname{Tr}[K\\Sigma]$",
    assumptions: ["the steady state of (5)"],
    predicted: predicted.loss,
    routes: [
      simulation(
        "the loss of 512 runs of 6 000 steps after the burn-in, with and without momentum",
        measured.simulatedLoss
      )
    ],
    criterion: sampled(),
    mutant: {
      description: "½ Tr K Tr Σ/D, as if Σ were isotropic",
      predicted: predicted.lossIsotropic
    }
  }),
  forCases({
    cases: cases.momentumRuns,
    search: over(momentumFamily),
    id: "LZU-Thm5",
    part: "error",
    statement:
      "$L_{\\text{train}} = \\frac\\lambda{4(1-\\mu)}\\operatorname{Tr}\\left[\\left(I-\\frac\\lambda{2(1+\\mu)}K\\right)^{-1}C\\right]$",
    assumptions: ["as Theorem 2; C and K need not commute"],
    predicted: [predicted.trainingError, predicted.libraryTrainingError],
    routes: [augmented(`½ Tr KΣ, ${withMomentum}`, measured.trainingError)],
    criterion: exact,
    mutant: {
      description: "the continuous λ/(4(1−µ)) Tr C",
      predicted: predicted.trainingErrorContinuous
    }
  }),
  forCases({
    cases: cases.wideMomenta,
    tame: "the directions of K are recursions of their own; LZU-Rem-E1 has them together",
    id: "LZU-4.5-stab",
    part: "necessary",
    statement: "There is no steady state beyond $\\lambda k^* = 2(1+\\mu)$",
    assumptions: ["µ in [0, 1)"],
    predicted: predicted.stabilityLimit,
    routes: [
      bisection("the largest λk at which powers of the recursion die out", measured.stabilityLimit)
    ],
    criterion: exact,
    mutant: {description: "2 at any momentum", predicted: predicted.stabilityLimitPlain}
  }),
  forCases({
    cases: cases.stabilityGrid,
    search: {family: momentumFamily, cases: 10},
    id: "LZU-4.5-stab",
    part: "sufficient",
    statement: "$0 < \\lambda k^* < 2(1+\\mu)$ is sufficient as well",
    assumptions: ["µ in [0, 1)", "K ≻ 0", "noise whose covariance does not depend on w"],
    note: "At $\\lambda k^* = 2(1+\\mu)$, which the text admits with ≤, it is not; nor for the noise of batches, which grows with the distance from the minimum (Figure 4(b)).",
    predicted: predicted.sufficient,
    printed: {
      formula:
        "“this is only a necessary condition for stability; the sufficient condition of stability is highly complicated”",
      weight: "conclusion",
      predicted: predicted.onlyNecessary,
      criterion: atMost(0)
    },
    routes: [
      augmented("whether powers of the recursion die out", measured.settles),
      direct(
        "whether 20 000 noiseless steps stay below ten thousand times the start",
        measured.staying
      )
    ],
    criterion: equal(1),
    mutant: {description: "at 1.05 times the limit", measure: measured.settlesBeyond}
  }),
  forCases({
    cases: cases.nearlyUndamped,
    search: {family: heavyFamily, criterion: nearlyOne, cases: 8},
    id: "LZU-4.5-stab",
    part: "another",
    statement:
      "“before the momentum causes another divergence problem due to the term $\\frac1{1-\\mu}$”: as $\\mu \\to 1$ at a given rate, $(1-\\mu)L_{\\text{train}} \\to \\frac\\lambda4\\operatorname{Tr}[(I-\\frac\\lambda4K)^{-1}C]$",
    assumptions: ["heavy ball (5), undamped", "λk* < 4", "C need not commute with K"],
    predicted: predicted.undamped,
    routes: [augmented(`(1−µ)·½ Tr KΣ at 1 − µ = 10⁻⁶, ${withMomentum}`, measured.undamped)],
    criterion: nearlyOne,
    mutant: {description: "1/2.1 for 1/4 in the bracket", predicted: predicted.undampedPlain}
  }),
  forCases({
    cases: cases.commutingRuns,
    search: {family: calmCommutingFamily, criterion: drawn, cases: 3},
    id: "LZU-Lem1",
    part: "commutators",
    tame: "that C commutes with K is its assumption",
    statement: "$[C, K] = 0$ implies $[\\Sigma, K] = 0$, and the other way round",
    assumptions: ["as Theorem 2"],
    predicted: predicted.nothing,
    routes: [
      augmented(
        `1 and the norm of the commutator of Σ with K, where C commutes, and of C with K, where Σ does: C from the map of C to Σ on unit matrices, inverted; ${withMomentum}`,
        measured.commutators
      )
    ],
    criterion: exact,
    mutant: {description: "pairs that do not commute", cases: cases.momentumRuns}
  }),
  forCases({
    cases: cases.momentumRuns,
    search: over(momentumFamily),
    id: "LZU-Lem1",
    part: "recurrence",
    statement:
      "$w_t = (X+Y)w_{t-1} - Xw_{t-2} + \\dots$ with $X = \\mu I$ and $Y = I - \\lambda K$",
    assumptions: ["heavy ball (5)"],
    note: "The proof uses only that the coefficients are functions of K, so the lemma stands.",
    predicted: predicted.recurrence,
    printed: {
      weight: "slip",
      formula: "$X := (1-\\mu)I_D$ and $Y := I_D - \\lambda K$",
      predicted: predicted.recurrenceAsPrinted
    },
    routes: [
      direct("one update of (5) from every unit vector", measured.recurrence),
      augmented(
        "from the covariances of three successive states (Yule and Walker)",
        second.yuleWalker,
        equal(1e4)
      )
    ],
    criterion: exact,
    mutant: {description: "X = µ/(1+µ) I", predicted: predicted.recurrenceOther}
  })
];
