import {pairFamily} from "../cases/families/pairs.js";
import {covectorFamily} from "../cases/families/sections.js";
import {covectors, valley} from "../cases/oracle.js";
import {pairs} from "../cases/pairs.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, drawn, equal} from "../ledger/criterion.js";
import {direct, enumeration, minimisation} from "../ledger/route.js";
import * as measured from "./dualNorm.measured.js";
import * as predicted from "./dualNorm.predicted.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: covectors,
    id: "FG-Def7.1",
    search: {family: covectorFamily, criterion: drawn},
    statement:
      "$\\sqrt{g^\\top F^{-1}g} = \\max\\{g^\\top v : v^\\top Fv\\le1\\}$ is dual to the Fisher norm, and the same in all parameters",
    assumptions: ["F ≻ 0"],
    predicted: predicted.dualNorm,
    routes: [
      minimisation(
        "the largest gᵀv over the ellipsoid, by descent; once in other parameters θ = Bθ′",
        measured.largestPulls
      )
    ],
    criterion: equal(1e4),
    mutant: {description: "the Fisher norm itself", predicted: predicted.primalNorm}
  }),
  forCases({
    cases: pairs,
    search: {family: pairFamily, criterion: drawn},
    id: "FG-Lem7.2",
    part: "local",
    statement:
      "$\\max_\\delta\\|H\\delta\\|^2_{F^{-1}}/\\|\\delta\\|^2_F = \\lambda_{\\max}(F^{-1/2}HF^{-1/2})^2$: the constant of (43) is attained",
    assumptions: ["H, F ≻ 0"],
    note: "The proof's “replacing M by ‖H‖” gives (‖H‖/λmin(F))², which is larger; whitening both sides gives (43).",
    predicted: predicted.localConstant,
    routes: [direct("the quotient along powers of F⁻¹HF⁻¹H", measured.quotient)],
    criterion: equal(1e4),
    mutant: {description: "(‖H‖/λmin(F))²", predicted: predicted.globalConstant}
  }),
  forCases({
    cases: [valley],
    id: "FG-Lem7.2",
    part: "global",
    fixed: "one loss that attains it; the inequality is two lines of norms",
    statement:
      "$\\|\\nabla L(\\theta)\\|^2_{F^{-1}} \\le \\frac{M^2}{\\lambda_{\\min}(F)^2}\\|\\theta-\\theta^\\star\\|_F^2$",
    assumptions: ["L is M-smooth on the segment from θ⋆ to θ"],
    predicted: predicted.valleyBound,
    routes: [
      enumeration(
        "the largest quotient on a grid for a loss that is no quadratic and attains it",
        measured.valleyQuotient
      )
    ],
    criterion: atMost(1e-9),
    mutant: {
      description: "M²/(λmin λmax), one of the two conversions left out",
      predicted: predicted.valleyBoundMixed
    }
  })
];
