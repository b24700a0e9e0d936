import {rescaled, sphere} from "../cases/oracle.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, equal} from "../ledger/criterion.js";
import {direct, identity, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./stationarityBound.measured.js";
import * as predicted from "./stationarityBound.predicted.js";
import * as second from "./stationarityBound.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: rescaled.changes,
    id: "FG-Thm7.3",
    part: "units",
    fixed: "units decide: two rescalings of one problem",
    statement:
      "Multiplying loss or parameters moves neither $\\|\\nabla L\\|^2_{F^{-1}}$ nor $\\frac{\\Delta L}{\\eta T\\lambda_{\\min}}$ nor $\\frac{\\eta M}b\\kappa_Fd_{\\mathrm{eff}}$",
    assumptions: ["η changes with the units, as 1/M does: the path is the same"],
    note: "Multiply the loss by s: F becomes s²F, η becomes η/s, M becomes sM. The left side and the first term stay; the printed term, η κ d_eff/b, is divided by s.",
    predicted: predicted.ratios,
    printed: {
      weight: "formula",
      formula: "$\\frac\\eta b\\kappa_Fd_{\\mathrm{eff}}$",
      predicted: predicted.printedRatios
    },
    routes: [
      direct(
        "‖∇L‖² without noise after 40 steps, and its expectation once the noise has settled",
        measured.recursedRatios
      ),
      identity(
        "the least ‖∇L‖² along one and the same path, with and without noise",
        measured.simulatedRatios
      )
    ],
    criterion: equal(1e4),
    mutant: {description: "M² for M", predicted: predicted.squaredRatios}
  }),
  forCases({
    cases: sphere.changes,
    id: "FG-Thm7.3",
    part: "bound",
    fixed: "one problem in two units refutes the print; the bound that holds is proved on its page",
    statement:
      "$\\min_{t<T}\\|\\nabla L(\\theta_t)\\|^2_{F^{-1}} \\le 8\\Bigl(\\frac{\\Delta L}{\\eta T\\lambda_{\\min}(F)} + \\frac{\\eta M}b\\kappa_Fd_{\\mathrm{eff}}\\Bigr)\\log\\frac2\\delta$",
    assumptions: [
      "η ≤ 1/(4M), L M-smooth and L ≥ L(θ⋆) wherever the run goes",
      "E exp(vᵀξ) ≤ exp(vᵀFv/(2b)) for all v"
    ],
    note: "Without M no constant will do: a larger one is refuted by a longer run and a larger loss. And log(1/δ) → 0 as δ → 1, where a run without noise would need a gradient of zero.",
    predicted: predicted.bound,
    printed: {
      weight: "formula",
      formula:
        "$C\\bigl(\\frac{\\Delta L}{\\eta T\\lambda_{\\min}} + \\frac\\eta b\\kappa_Fd_{\\mathrm{eff}}\\bigr)\\log\\frac1\\delta$, C universal (here 8 and log(2/δ), both larger than needed above)",
      predicted: predicted.printedBound
    },
    routes: [
      simulation(
        "the median of the least squared norm, 60 runs in a hundred directions",
        measured.simulatedMedian
      ),
      quadrature(
        "a number below that median: probabilities of all steps added up",
        second.unionMedian
      )
    ],
    criterion: atMost(0),
    mutant: {
      description: "λmax for the trace: no dimension",
      predicted: predicted.undimensionedBound
    }
  })
];
