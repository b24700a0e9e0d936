import {riskMetrics} from "../cases/fisher.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close} from "../ledger/criterion.js";
import {augmented, direct, quadrature} from "../ledger/route.js";
import * as measured from "./surrogate.measured.js";
import * as predicted from "./surrogate.predicted.js";
import * as second from "./surrogate.second.js";

const integral = "the integral of e^(−Hs) τG e^(−Hs), Gauss–Legendre and doubling";
const extrapolated = "each mode's recursion at rest, the learning rate extrapolated to zero";
const nearly = close(1e-6, "a limit is extrapolated, another is approached as 1/T");

export const claims: readonly Claim[] = [
  forCases({
    cases: [riskMetrics.euclidean],
    id: "FG-Fig4",
    part: "constant",
    fixed: "the paper's own matrices",
    statement:
      "$\\operatorname{Tr}(GH^{-1})$ “governs the constant-step OU stationary risk (Corollary 5.7)”: the risk is $\\frac\\tau2\\operatorname{Tr}(GH^{-1})$",
    assumptions: ["the paper's own ten-dimensional matrices", "τ = η/b → 0"],
    note: "§6 announces that all rates are in the Fisher metric. With F = H, 5.41 is the least N·Risk that any estimator can have there: Tr(FH⁻¹GH⁻¹).",
    predicted: predicted.risk,
    condition: {
      text: "the risk is Euclidean, Tr Σ; in the metric F = H of the figure it is (τ/2) Tr G, and Tr G = 20.4",
      cases: [riskMetrics.fisher]
    },
    routes: [quadrature(integral, measured.risk), augmented(extrapolated, second.risk)],
    criterion: nearly,
    mutant: {description: "τ Tr(GH⁻¹), without the ½", predicted: predicted.riskDoubled}
  }),
  forCases({
    cases: [{name: "constant step"}],
    id: "FG-Sec8.3-trace",
    part: "total",
    fixed: "the paper's own experiments",
    statement: "A trace-matched isotropic surrogate reproduces the total risk by construction",
    assumptions: ["the paper's own ten-dimensional matrices", "F = H"],
    note: "The section's Experiments 5 and 6 take decaying steps, and there the two totals differ, 14.2 and 14.0 in the paper's Section 8.2: direction i enters with η₀²hᵢ/(2η₀hᵢ − 1), which is not the same for all.",
    predicted: predicted.equalTotals,
    condition: {
      text: "steps are constant and go to zero, and F is proportional to H",
      cases: [{name: "decaying steps"}],
      routes: [
        quadrature("the integral of e^(−(η₀H − ½)s) η₀²G e^(−(η₀H − ½)s)", measured.decayingTotals),
        direct("each mode's variance under 1.2/(t + 50) to T = 2¹⁸", second.decayingTotals)
      ]
    },
    routes: [
      quadrature(integral, measured.equalTotals),
      augmented(extrapolated, second.equalTotals)
    ],
    criterion: nearly,
    mutant: {description: "traces weighed by H", predicted: predicted.weighedTotals}
  })
];
