import {metricFamily, metrics} from "../cases/worstFloor.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, close} from "../ledger/criterion.js";
import {augmented, minimisation} from "../ledger/route.js";
import * as measured from "./worstFloor.measured.js";
import * as predicted from "./worstFloor.predicted.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: metrics,
    search: {family: metricFamily, cases: 5},
    id: "FG-Thm7.3",
    part: "floor",
    statement:
      "Over all $H\\preceq M$ the squared norm settles at $\\frac{\\eta M}{b(2-\\eta M)}K(F)$ at most, attained, $K(F)=\\sum_{i\\le d/2}\\max\\bigl(2,\\frac{(f_i+f_{d+1-i})^2}{4f_if_{d+1-i}}\\bigr)$, and 1 more for odd $d$",
    assumptions: [
      "L quadratic, 0 ⪯ H ⪯ M, noise of covariance F/b, 0 < ηM < 2",
      "f₁ ≥ … ≥ f_d the eigenvalues of F"
    ],
    note: "The expected square in the long run, of which (45) has κ_F d_eff. F = diag(100, 1): 25.5 against 101; diag(100, 100, 100, 1): 27.5 against 301; F = I: d, as printed.",
    predicted: predicted.worst,
    routes: [
      augmented(
        "Σ by doubling for H = MP, P joining largest and smallest eigenvectors",
        measured.atProjection
      ),
      minimisation("the largest that climbs over H find", measured.climbed, atMost(1e-9))
    ],
    criterion: close(1e-4, "the flat directions of H have the curvature 10⁻⁷ instead of 0"),
    mutant: {
      description: "nearly equal eigenvalues of a pair count once",
      predicted: predicted.worstOfPairs
    }
  })
];
