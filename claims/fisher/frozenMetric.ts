import {pairFamily} from "../cases/families/pairs.js";
import {
  halfDoubled,
  stretchedParameters,
  turnedMetrics,
  turnedParameters
} from "../cases/metric.js";
import {pairs} from "../cases/pairs.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, drawn, equal} from "../ledger/criterion.js";
import {bisection, direct, identity, minimisation} from "../ledger/route.js";
import * as measured from "./frozenMetric.measured.js";
import * as predicted from "./frozenMetric.predicted.js";
import * as second from "./frozenMetric.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: turnedMetrics,
    fixed: "examples in the plane; F and F⁻¹ are compared in all dimensions with Definition 3.12",
    id: "FG-Rem3.14",
    part: "geometry",
    statement:
      "$\\mu_F$ drops below $\\lambda_{\\min}(H)$ where the flattest axis of $H$ is no axis of $F$, whether $F$ amplifies the flat directions or damps them: $F$ and $F^{-1}$ have the same $\\mu_F$",
    assumptions: ["H, F ≻ 0", "λmin(H) a single eigenvalue"],
    note: "Two lines: (F^½HF^−½)ᵀ = F^−½HF^½, and a matrix and its transpose have the same symmetric part. H = diag(1, 20), and F with eigenvalue 50 along an axis at 80° from the flat one, 1 across: the flat direction has 1/20 of the stiff one's weight, and µ_F = −4.2. With the axes aligned nothing drops, however much F amplifies.",
    predicted: predicted.dropsEitherWay,
    printed: {
      weight: "conclusion",
      formula:
        "“Geometrically, this occurs when the Fisher metric amplifies directions along which curvature is weak”",
      predicted: predicted.dropsWhereAmplified
    },
    routes: [
      bisection(
        "the largest µ for which (FH + HF)/2 − µF has a Cholesky factor",
        measured.largestMus
      ),
      minimisation("the least uᵀFHu/uᵀFu over directions of the plane", second.leastQuotients)
    ],
    criterion: close(1e-9, "the inverse of F carries κ_F roundings"),
    mutant: {description: "κ_F for its root", predicted: predicted.dropsWithoutRoot}
  }),
  forCases({
    cases: pairs.slice(1),
    id: "FG-Rem6.3",
    part: "stable-rank",
    search: {family: pairFamily, criterion: drawn},
    statement:
      "$d_{\\mathrm{eff}}(F) = \\operatorname{Tr}F/\\|F\\|$ is the stable rank of $F^{1/2}$; that of $F$ is $\\|F\\|_{\\mathrm{Fro}}^2/\\|F\\|^2 \\le d_{\\mathrm{eff}}(F)$",
    assumptions: ["F ≻ 0"],
    note: "Smallest: F = diag(2, 1), where d_eff = 3/2 and the stable rank is 5/4. In the book that is cited, Tropp (2015), Tr F/‖F‖ is the intrinsic dimension of F. A slip of the name, which no formula inherits.",
    predicted: predicted.stableRanks,
    printed: {
      weight: "slip",
      formula:
        "“The quantity $d_{\\mathrm{eff}}(F^\\star)$ is exactly the stable rank of $F^\\star$”",
      predicted: predicted.stableRanksPrinted
    },
    routes: [
      bisection(
        "norms of F and of its Cholesky factor, the largest eigenvalue by definiteness",
        measured.squaredNorms
      ),
      direct("sums over the entries of F, its largest eigenvalue by powers", second.entrySums)
    ],
    criterion: close(1e-10, "2⁴⁰ is not infinite"),
    mutant: {description: "norms without their squares", predicted: predicted.stableRanksUnsquared}
  }),
  forCases({
    cases: [turnedParameters],
    fixed: "one change of parameters that keeps the numbers, and one that does not",
    id: "FG-Def3.13",
    part: "intrinsic",
    statement: "$\\kappa_F$ and $d_{\\mathrm{eff}}$ do not depend on the parameters chosen",
    assumptions: ["θ = Bθ′, under which F becomes BᵀFB"],
    note: "The abstract has both replace “ambient dimension or Euclidean conditioning”. They are themselves Euclidean: B = F^−½ makes κ_F = 1 and d_eff = d in any problem, B = diag(1, 0.1) takes F = I to κ_F = 100. What does not change is a pair of matrices compared with one another, such as the eigenvalues of F⁻¹H.",
    predicted: predicted.unchanged,
    condition: {
      text: "B is a rotation, a reflection, or a factor common to all parameters",
      cases: [stretchedParameters],
      routes: [
        bisection(
          "extreme eigenvalues of BᵀFB by Cholesky factors, one parameter stretched",
          measured.changed
        ),
        identity("the same from its trace and determinant", second.changed)
      ]
    },
    routes: [
      bisection("extreme eigenvalues of BᵀFB by Cholesky factors", measured.changed),
      identity("the same from its trace and determinant", second.changed)
    ],
    criterion: equal(5000),
    mutant: {description: "one of two parameters doubled, not both", cases: [halfDoubled]}
  })
];
