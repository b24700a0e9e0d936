import {type Claim, forCases} from "../ledger/claim.js";
import {close} from "../ledger/criterion.js";
import {direct, enumeration} from "../ledger/route.js";
import * as measured from "./quasiStatic.measured.js";
import * as predicted from "./quasiStatic.predicted.js";
import * as second from "./quasiStatic.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: [{name: "η₀µ = 5000", product: 5000}],
    id: "FG-Rem6.6",
    fixed: "two curvatures show where the two agree and where not",
    statement:
      "The risk under $\\eta_0/t$ and the plateau of a constant step $\\eta_T=\\eta_0/T$ agree: $\\frac\\tau2\\operatorname{Tr}F^2/\\mu_F$ at $\\tau=\\eta_T/b$",
    assumptions: ["G = F"],
    note: "Direction by direction their ratio is 2η₀h/(2η₀h − 1): τ enters both alike, the curvature does not. With F = H the plateau is ½τ Tr F and has no µ_F in it.",
    predicted: predicted.samePlateau,
    condition: {
      text: "η₀µ_F ≫ ½ and one curvature, H = µI",
      cases: [{name: "η₀µ = 0.6, and at µ_F/2 over µ_F", product: 0.6}],
      predicted: predicted.plateauFar,
      routes: [
        direct(
          "both recursions at η₀µ = 0.6; the plateau with F = H = diag(µ, 1) at two µ",
          measured.farFromPlateau
        ),
        enumeration("the unrolled sums and geometric series", second.farFromPlateau)
      ]
    },
    routes: [
      direct("both recursions at η₀µ = 5 000, T = 200 000", measured.overPlateau),
      enumeration("the unrolled sums and geometric series", second.unrolled)
    ],
    criterion: close(1e-3, "1/(2η₀µ) = 10⁻⁴ is left"),
    mutant: {description: "the ratio at η₀µ = 1", predicted: predicted.plateauTwice}
  })
];
