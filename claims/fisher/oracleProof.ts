import {pairFamily} from "../cases/families/pairs.js";
import {grid} from "../cases/named.js";
import {noiseSum, oneStep, quadraticInequality, walk} from "../cases/oracle.js";
import {pairs} from "../cases/pairs.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, close, drawn, equal} from "../ledger/criterion.js";
import {bisection, direct, enumeration, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./oracleProof.measured.js";
import * as predicted from "./oracleProof.predicted.js";
import * as second from "./oracleProof.second.js";

const id = "FG-ThmProofSteps7.3";

export const claims: readonly Claim[] = [
  forCases({
    cases: grid({eta: oneStep.learningRates}),
    id,
    part: "descent",
    fixed: "a step moves along a line: one dimension is all",
    statement:
      "$L(\\theta_{t+1}) \\le L(\\theta_t) - \\eta(1-\\tfrac{M\\eta}2)\\|\\nabla L\\|^2 - \\eta(1-M\\eta)\\langle\\nabla L,\\xi\\rangle + \\tfrac{M\\eta^2}2\\|\\xi\\|^2$, with equality for $L = \\tfrac M2\\|\\theta\\|^2$",
    assumptions: ["L is M-smooth"],
    note: "Smallest counterexample: L = θ²/2, θ = 1, η = ¼, ξ = −1: the step does not move, L stays ½, and the printed right side is ½ − 3/16 − 5/16 + 1/32 = 1/32. The later steps survive it, as what is assumed of ξ is assumed of −ξ too.",
    predicted: predicted.descent,
    printed: {
      weight: "formula",
      formula:
        "$L(\\theta_t) - \\tfrac{3\\eta}4\\|\\nabla L\\|^2 + \\eta(1+M\\eta)\\langle\\nabla L,\\xi\\rangle + \\tfrac{M\\eta^2}2\\|\\xi\\|^2$",
      predicted: predicted.printedDescent,
      criterion: atMost(1e-12)
    },
    routes: [
      direct("one step of a quadratic of curvature M", measured.quadraticStep),
      direct(
        "one step of L₀ + gx + M(1 − cos x), which must stay below",
        second.cosineStep,
        atMost(1e-12)
      )
    ],
    criterion: equal(100),
    mutant: {description: "1 + Mη for 1 − Mη", predicted: predicted.uncrossedDescent}
  }),
  forCases({
    cases: grid({T: noiseSum.steps}),
    id,
    part: "noise-sum",
    fixed: "a small δ refutes the print",
    statement:
      "$Q_T \\le \\tfrac1b\\bigl(T\\operatorname{Tr}F + 2\\sqrt{T\\operatorname{Tr}F^2\\log\\tfrac1\\delta} + 2\\|F\\|\\log\\tfrac1\\delta\\bigr)$",
    assumptions: ["E exp(vᵀξ) ≤ exp(vᵀFv/(2b)) for all v"],
    note: "A sum of squares has exponential tails: the last term is Bernstein's second, which the text leaves out.",
    predicted: predicted.noiseSums,
    printed: {
      weight: "formula",
      formula:
        "$\\tfrac Tb\\operatorname{Tr}F + c\\sqrt{Td}\\,\\tfrac{\\|F\\|}b\\sqrt{\\log\\tfrac1\\delta}$, c universal (here 10; a larger one fails at a smaller δ)",
      predicted: predicted.printedNoiseSums
    },
    routes: [
      bisection("exact quantiles of χ² at δ = e⁻⁶⁰", measured.noiseQuantiles),
      enumeration("the same, its tail as a Poisson sum", second.poissonQuantiles)
    ],
    criterion: atMost(1e-9),
    mutant: {description: "the last term left out", predicted: predicted.noiseSumsWithout}
  }),
  forCases({
    cases: [{name: "b → 16 b; over the bias, T → 4 T"}],
    id,
    part: "deviation",
    fixed: "two powers, of T and of b",
    statement:
      "The deviation of $Q_T$ from its mean is $\\propto\\sqrt T/b$: over $\\eta T$ it falls as $T^{-1/2}$, slower than the bias $\\Delta L/(\\eta T)$",
    assumptions: ["T large, δ fixed"],
    note: "It is of lower order than the noise term, (ηM/b) Tr F, which is what the proof needs. The print has √(T/b) and /b, or √T/b and /b: reading uncertain; neither is 1/b.",
    predicted: predicted.deviations,
    printed: {
      weight: "formula",
      formula:
        "$O\\bigl(\\eta\\sqrt{T/b}\\,\\sqrt d\\,\\|F\\|\\sqrt{\\log(1/\\delta)}/b\\bigr)$, “lower-order relative to the bias term”",
      predicted: predicted.printedDeviations,
      readings: [predicted.printedDeviationsOtherwise]
    },
    routes: [
      bisection(
        "exact quantiles of χ² less their means, at T = 10⁷ and 4·10⁷",
        measured.deviationGrowth
      ),
      quadrature("standard deviations from the moments of a normal", second.standardDeviations)
    ],
    criterion: close(1e-3, "quantiles are those of a normal up to 1/√T"),
    mutant: {description: "growth as T", predicted: predicted.linearDeviations}
  }),
  forCases({
    cases: grid({T: walk.steps}),
    id,
    part: "martingale",
    fixed: "one stopped walk refutes it",
    statement:
      "$\\Pr\\bigl(M_T > \\sqrt{2\\textstyle\\sum c_t^2\\log(1/\\delta)}\\bigr) \\le \\delta$",
    assumptions: ["increments conditionally sub-Gaussian with parameters cₜ"],
    note: "Here cₜ ∝ ‖∇L(θₜ)‖ is random. What holds is Pr(M_T > αΣcₜ²/2 + log(1/δ)/α) ≤ δ for one α fixed beforehand, and it suffices: α = b/(2η‖F‖).",
    predicted: predicted.tail,
    condition: {
      text: "the cₜ are not random: a walk that stops once it is ahead, cₜ = 0 from then on, exceeds its bound more often than δ",
      cases: [{name: "stopped when ahead", T: walk.horizon}],
      routes: [
        enumeration("the law of the stopped walk after 1000 steps", measured.stoppedTail),
        simulation("20 000 such walks", second.simulatedStops)
      ]
    },
    routes: [
      enumeration("binomial tails of fair steps ±1", measured.walkTails),
      direct("the law of the walk, step by step", second.steppedTails)
    ],
    criterion: atMost(0),
    mutant: {description: "√(Σcₜ² log(1/δ)), without the 2", measure: measured.nearerTails}
  }),
  forCases({
    cases: quadraticInequality,
    id,
    part: "solved",
    fixed: "three regimes of one inequality",
    statement:
      "$\\tfrac{S_T}T \\le \\tfrac83\\tfrac{\\Delta L}{\\eta T} + \\bigl(\\tfrac43\\tfrac{\\eta M}b\\operatorname{Tr}F + \\tfrac{50}9\\tfrac{\\|F\\|}{bT}\\bigr)\\log\\tfrac2\\delta$",
    assumptions: ["the quadratic inequality of Steps 3 and 4, C₁ = 5/4"],
    note: "Step 3 carries Mη²; Step 5 drops the M. The third term cannot be had from the other two either, but for the minimum over t it is not needed: see the derivation.",
    predicted: predicted.solutions,
    printed: {
      weight: "formula",
      formula:
        "$C\\bigl(\\tfrac{\\Delta L}{\\eta T} + \\tfrac\\eta b\\operatorname{Tr}F\\bigr)\\log\\tfrac1\\delta$, C universal (here 1000)",
      predicted: predicted.printedSolutions
    },
    routes: [
      bisection("the largest S that satisfies the inequality", measured.largestSolution),
      direct("the same by iterating its right side", second.iteratedSolution)
    ],
    criterion: atMost(1e-12),
    mutant: {description: "the third term left out", predicted: predicted.twoTerms}
  }),
  forCases({
    cases: pairs,
    id,
    part: "dual",
    search: {family: pairFamily, criterion: drawn},
    statement: "$\\|v\\|^2_{F^{-1}} \\le \\|v\\|^2/\\lambda_{\\min}(F)$, attained",
    assumptions: ["F ≻ 0"],
    predicted: predicted.conversion,
    routes: [direct("the largest eigenvalue of F⁻¹ by its powers", measured.largestInverse)],
    criterion: equal(1e4),
    mutant: {description: "λmax for λmin", predicted: predicted.conversionByLargest}
  })
];
