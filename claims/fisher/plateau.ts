import {diagonalMetrics} from "../cases/fisher.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, equal, sampled} from "../ledger/criterion.js";
import {augmented, direct, simulation} from "../ledger/route.js";
import * as measured from "./plateau.measured.js";
import * as predicted from "./plateau.predicted.js";
import * as second from "./plateau.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: [{name: "R(T) and R∞"}],
    id: "FG-Exp4",
    fixed: "one printed experiment",
    statement:
      "$\\operatorname{Tr}(HC(T)) = \\frac\\eta b\\sum_i\\frac{G_{ii}}{2-\\eta h_i}\\bigl(1-(1-\\eta h_i)^{2T}\\bigr)$, and $R_\\infty$ as $T\\to\\infty$",
    assumptions: ["H = F diagonal", "θ₀ at the minimum", "ηλmax < 2"],
    note: "The expectation rises to R∞ from below; printed ratios above 1 are sampling error.",
    predicted: predicted.risks,
    routes: [
      simulation(
        "the last states of 20 000 runs with the paper's own matrix",
        measured.simulatedRisks
      )
    ],
    criterion: sampled(),
    mutant: {
      description: "continuous time: height ½ and approach e^(−2ηhT)",
      predicted: predicted.continuousRisks
    }
  }),
  forCases({
    cases: [{name: "ten entries"}],
    id: "FG-Tab4",
    part: "entries",
    fixed: "numbers of one table",
    statement: "the ten mean risks over 2 000 replicates, to the printed digit",
    assumptions: ["seed 7, NumPy's generator, and the order of draws that the page describes"],
    predicted: predicted.printedRisks,
    routes: [
      direct(
        "the recursion with the paper's own random numbers, rounded as printed",
        measured.replayedRisks
      )
    ],
    criterion: equal(1),
    mutant: {description: "one last digit other than printed", predicted: predicted.otherRisks}
  }),
  forCases({
    cases: [{name: "R∞"}],
    id: "FG-Tab4",
    part: "limits",
    fixed: "numbers of one table",
    statement: "$R_\\infty = 8.63\\cdot10^{-4}$ and $8.58\\cdot10^{-4}$, to the printed digit",
    assumptions: ["the paper's own matrix, recovered from its seed"],
    predicted: predicted.printedLimits,
    routes: [
      direct("the covariance after 20 000 steps, rounded as printed", measured.recursedLimits)
    ],
    criterion: equal(1),
    mutant: {description: "the continuous limit, (τ/2) Tr G", predicted: predicted.continuousLimits}
  }),
  forCases({
    cases: diagonalMetrics,
    id: "FG-Sec8.1-claim-trace",
    fixed: "the paper's own matrices refute it",
    statement:
      "$R_\\infty = \\frac\\eta b\\sum_i\\frac{f_i}{h_i(2-\\eta h_i)}G_{ii}$: the trace of $G$ alone decides it iff $F\\propto 2H-\\eta H^2$",
    assumptions: ["F commutes with H", "ηλmax < 2"],
    note: "That H is diagonal is immaterial: the second route has none of the matrices diagonal.",
    predicted: predicted.ratio,
    printed: {
      weight: "conclusion",
      formula: "“trace-matching is exact in this diagonal-$H$ setting”",
      predicted: predicted.matched
    },
    routes: [
      direct("both covariances after 20 000 steps, with two metrics", measured.recursedRatio),
      augmented("the steady states with H, F and G turned together", second.turnedRatio)
    ],
    criterion: close(1e-9, "sums over 20 000 steps round to a few parts in 10¹²"),
    mutant: {description: "its limit η → 0", predicted: predicted.ratioAtRest}
  })
];
