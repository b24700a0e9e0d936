import {alignedFamily} from "../cases/families/pairs.js";
import {slightlyTurned} from "../cases/geometry.js";
import {commutingPairs} from "../cases/pairs.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost} from "../ledger/criterion.js";
import {bisection, direct} from "../ledger/route.js";
import * as measured from "./tighterBounds.measured.js";
import * as predicted from "./tighterBounds.predicted.js";
import * as second from "./tighterBounds.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: commutingPairs,
    search: {family: alignedFamily},
    id: "FG-Sec1.2",
    statement:
      "Measured in the metric $F$, the risk $T\\,\\mathbb E\\|\\theta_T-\\theta^\\star\\|_F^2$ has the bound $\\operatorname{Tr}F^2/(b\\mu_F^2)$, “tighter” than $\\|F\\|\\operatorname{Tr}F/(b\\lambda_{\\min}(H)^2)$, which the Euclidean metric gives",
    assumptions: [
      "noise of covariance F/b",
      "each bound at its best rate, η = 1/(µt), second-order terms left out of both"
    ],
    note: "One step contracts by 1 − 2ηµ_F in the metric F, by 1 − 2ηλmin(H) in the Euclidean, and µ_F ≤ λmin(H). What the metric gains is in the noise, Tr F² for ‖F‖Tr F; what it can lose is in the rate, and for µ_F ≤ 0 there is no bound.",
    predicted: predicted.noLarger,
    condition: {
      text: "$\\mu_F\\ge\\lambda_{\\min}(H)\\sqrt{\\operatorname{Tr}F^2/(\\|F\\|\\operatorname{Tr}F)}$, as where H and F commute. H = diag(1, 20), and F with eigenvalues 1 and 50 turned by 2°, have it not, though µ_F > 0.",
      cases: [slightlyTurned],
      routes: [
        bisection("the ratio of the bounds, both rates by Cholesky factors", measured.ratio),
        direct("both bounds step by step, rates by powers", second.ratio)
      ]
    },
    routes: [
      bisection("the ratio of the bounds, both rates by Cholesky factors", measured.ratio),
      direct("both bounds step by step, rates by powers", second.ratio)
    ],
    criterion: atMost(1e-6),
    mutant: {
      description: "1/d for 1, as if F were never isotropic",
      predicted: predicted.muchSmaller
    }
  })
];
