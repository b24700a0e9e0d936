import {metricFamily} from "../cases/families/pairs.js";
import {isotropicMetric, metrics, ownMetric} from "../cases/fisher.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {drawn, equal} from "../ledger/criterion.js";
import {bisection} from "../ledger/route.js";
import * as measured from "./parameters.measured.js";
import * as predicted from "./parameters.predicted.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: metrics,
    search: {family: metricFamily, criterion: drawn},
    id: "FG-Def3.13",
    part: "range",
    statement:
      "$\\kappa_F = \\lambda_{\\max}/\\lambda_{\\min}$ and $d_{\\mathrm{eff}} = \\operatorname{Tr}F/\\lambda_{\\max} \\in [1, d]$",
    assumptions: ["F ≻ 0"],
    note: "Printed with (0, d]; nothing below 1 occurs. The text calls it the stable rank of F; it is that of F^½.",
    predicted: predicted.parameters,
    routes: [bisection("extreme eigenvalues by Cholesky factors", measured.byBisection)],
    criterion: equal(5000),
    mutant: {
      description: "the stable rank of F, ‖F‖²_F/‖F‖²",
      predicted: predicted.parametersOfSquares
    }
  }),
  forCases({
    cases: [isotropicMetric, ownMetric],
    id: "FG-Def3.13",
    part: "conditioning",
    statement:
      "A problem can have $\\kappa_H \\gg 1$ and $\\kappa_F = O(1)$ where $H$ and $F$ share their eigenvectors",
    assumptions: [],
    note: "“Can be … when” is read as: there is one. Sharing eigenvectors is neither needed nor enough. F = H of experiments 4–6 shares them all and has κ_F = κ_H = 100, as every correctly specified likelihood has κ_F = κ_H; and κ_F = 1 shares them with any H.",
    fixed: "it says that there is such a problem",
    predicted: predicted.stiff,
    routes: [bisection("extreme eigenvalues by Cholesky factors", measured.conditions)],
    criterion: equal(1000),
    mutant: {description: "κ_F = κ_H", predicted: predicted.stiffAlike}
  })
];
