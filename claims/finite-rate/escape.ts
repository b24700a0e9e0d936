import {sharper, sharperFamily} from "../cases/anisotropy.js";
import {turns} from "../cases/escape.js";
import {posteriorFamily, smallBatchFamily} from "../cases/families/posteriors.js";
import {plainFamily, steppedFamily} from "../cases/families/runs.js";
import {advancingRuns, escapingRuns, steppedRuns} from "../cases/optimisers.js";
import {bayesian, smallBatch} from "../cases/problems.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, close, drawn, equal} from "../ledger/criterion.js";
import {bisection, direct, minimisation, quadrature} from "../ledger/route.js";
import * as measured from "./escape.measured.js";
import * as predicted from "./escape.predicted.js";
import * as second from "./escape.second.js";

const flat = close(
  1e-6,
  "a minimum is flat: golden section finds it to the root of the rounding error"
);

export const claims: readonly Claim[] = [
  forCases({
    cases: steppedRuns,
    search: {family: steppedFamily, criterion: drawn},
    id: "LZU-Thm7",
    part: "efficiency",
    statement:
      "$E_d = \\frac\\lambda4\\operatorname{Tr}\\left[\\left(I-\\frac{\\lambda K}2\\right)^{-1}\\left[I-(I-\\lambda K)^{2t}\\right]C\\right]$",
    assumptions: ["µ = 0", "the run starts at the minimum", "white noise"],
    predicted: [predicted.discrete, predicted.libraryDiscrete],
    routes: [direct("½ Tr KΣₜ, the covariance stepped from zero", measured.stepped)],
    criterion: equal(1000),
    mutant: {description: "t for 2t in the exponent", predicted: predicted.discreteHalf}
  }),
  forCases({
    cases: escapingRuns,
    search: {
      family: plainFamily,
      criterion: close(1e-7, "a difference quotient, and the condition of what is drawn"),
      cases: 8
    },
    id: "LZU-Eq19",
    statement:
      "$E_c = \\frac\\lambda4\\operatorname{Tr}[(I-e^{-2\\lambda Kt})C]$; at short times $\\frac{t\\lambda^2}2\\operatorname{Tr}KC$, which is $E_d(1)$ at $t = 1$; at long ones $E_c \\to \\frac\\lambda4\\operatorname{Tr}C$ and $E_d \\to \\frac\\lambda2\\operatorname{Tr}[(2I-\\lambda K)^{-1}C]$",
    assumptions: ["as Theorem 7; E_c of the Ornstein–Uhlenbeck limit"],
    predicted: predicted.continuous,
    routes: [
      quadrature(
        "½ Tr KΣ(t), the covariance of the limit as an integral, and its slope at t = 0 as a difference quotient; the discrete limits by stepping",
        measured.flowed
      )
    ],
    criterion: close(1e-8, "a difference quotient is no derivative"),
    mutant: {
      description: "e^(−λKt): the decay of the mean for that of the covariance",
      predicted: predicted.continuousHalf
    }
  }),
  forCases({
    cases: advancingRuns,
    search: {family: steppedFamily},
    id: "LZU-Cor4",
    part: "inequality",
    statement: "$E_d \\ge E_c$ for all $0 < \\lambda < 2/k^*$ and $t = 0, 1, 2, \\dots$",
    assumptions: ["as Theorem 7"],
    note: "For the proof see (61).",
    predicted: predicted.atLeastContinuous,
    routes: [direct("½ Tr KΣₜ, the covariance stepped from zero", measured.stepped)],
    criterion: atLeast(1e-12),
    mutant: {description: "E_c one step later", predicted: predicted.atLeastContinuousLater}
  }),
  forCases({
    cases: turns,
    id: "LZU-Cor4",
    part: "proof",
    statement:
      "$e^{-2xt} \\ge (1-x)^{2t}$ for $x = \\lambda k \\le 1.278$ alone, where $|1-x| = e^{-x}$; for $\\frac12 \\le x < 2$ and $t \\ge 1$ the right side of (60) is not positive, and nothing is left to show",
    assumptions: ["t a positive whole number"],
    fixed: "two turning points of functions of one variable",
    note: "$x = \\frac32$, $t = 1$: $e^{-3} = 0.050 < (1-\\frac32)^2 = 0.25$. For $x > 1$ the right side of $e^{-x} \\ge 1-x$ is negative, and its even powers say nothing about those of the left. The corollary stands by the second range. (And that each component of the trace be larger is sufficient, not “necessary”.)",
    predicted: predicted.ranges,
    printed: {
      weight: "formula",
      formula:
        "“Because $e^{-x} \\ge 1-x$ for all $x \\ge 0$”, $\\bigl(1-\\frac{\\lambda k}2\\bigr)e^{-2\\lambda kt} \\ge \\bigl(1-\\frac{\\lambda k}2\\bigr)(1-\\lambda k)^{2t}$ for all $0 < \\lambda k < 2$",
      predicted: predicted.rangesAsPrinted
    },
    routes: [
      bisection(
        "where the first inequality of (61) turns, its powers multiplied out at t = 1 and 4, and where the right side of (60) does",
        measured.turns
      ),
      direct("x = 1 + e^(−x) and (1 − x)² = x/2 by iteration", second.iteratedTurns)
    ],
    criterion: close(1e-9, "bisection stops there"),
    mutant: {description: "√(2 ln 2), where x² = 2 ln 2", predicted: predicted.rangesOther}
  }),
  forCases({
    cases: sharper,
    search: {family: sharperFamily, cases: 8},
    id: "LZU-Thm7",
    part: "sharper",
    statement:
      "for $t \\to \\infty$ $E_d$ is no less for $K' \\succeq K$; at any $t$ it is no less where every eigenvalue of $K$ grows on its axis: “a flatter minimum relates to a smaller escaping efficiency”",
    assumptions: [
      "the noise C stays the same, or is $K$ in proportion",
      "$0 < \\lambda k^* < 2$ of both"
    ],
    note: "For $x = \\lambda k \\le 1$ each factor of $x\\sum_{i<t}(1-x)^{2i} = \\frac{1-(1-x)^{2t}}{2-x}$ grows; beyond, with $y = x-1$, the slope has the sign of $\\frac{1-y^{2t}}{1-y} - 2ty^{2t-1}$, a mean of $2ts^{2t-1}$ over $[y, 1]$ less its least value.",
    predicted: predicted.noLess,
    routes: [
      direct(
        "½ Tr KΣ of the sharper minimum over that of the flatter one, the covariance stepped: at rest in Löwner's order, after t steps along the axes; with C, and with C = K",
        measured.sharpened
      )
    ],
    criterion: atLeast(1e-9),
    mutant: {description: "of the variance alone", measure: measured.sharpenedVariance}
  }),
  forCases({
    cases: bayesian,
    search: {family: posteriorFamily, criterion: flat},
    id: "LZU-Thm6",
    statement:
      "$\\frac{N-2S}S\\sum_i\\frac{k_i}{2-\\lambda k_i} + \\frac{N-S}S\\lambda\\sum_i\\frac{k_i^2}{(2-\\lambda k_i)^2} = \\frac D\\lambda$ at the $\\lambda$ of least divergence",
    assumptions: ["C = (N−S)/(NS) K", "S < N"],
    predicted: [predicted.bayes, predicted.libraryBayes],
    routes: [
      minimisation(
        "golden section on the divergence of the two Gaussians",
        measured.leastDivergence
      )
    ],
    criterion: flat,
    mutant: {description: "N − S for N − 2S", predicted: predicted.bayesOther}
  }),
  forCases({
    cases: smallBatch,
    search: {family: smallBatchFamily, criterion: close(1e-5, "S/N is small, not zero")},
    id: "LZU-Mandt-limit",
    statement:
      "$\\lambda^* \\to 2\\frac SN\\frac D{\\operatorname{Tr}K}$ for $S \\ll N$ and $\\lambda k \\ll 1$",
    assumptions: ["as Theorem 6"],
    predicted: predicted.bayesLimit,
    routes: [
      minimisation("golden section on the divergence at S/N = 10⁻⁷", measured.leastDivergence)
    ],
    criterion: flat,
    mutant: {description: "S/N for 2S/N", predicted: predicted.bayesLimitHalf}
  })
];
