import {correlated, plainAxes, streamed} from "../cases/diagnostic.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, sampled} from "../ledger/criterion.js";
import {bisection, direct, enumeration, identity, simulation} from "../ledger/route.js";
import * as measured from "./diagnostics.measured.js";
import * as predicted from "./diagnostics.predicted.js";
import * as second from "./diagnostics.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: [plainAxes],
    id: "FG-Sec9.4",
    part: "anisotropy",
    fixed: "one correlated pair refutes it",
    statement:
      "The diagonal “suffices for […] detecting gross anisotropy”: $\\max_iG_{ii}/\\min_iG_{ii}$ is the eigenvalue spread $\\kappa$ of $G$",
    assumptions: [],
    note: "By Schur and Horn the diagonal's spread is never above κ: what it shows is there, and what it does not show may be there as well.",
    predicted: predicted.spread,
    condition: {
      text: "the axes of G are the coordinates': G with 1 on the diagonal and 0.99 beside it looks isotropic, and has κ = 199",
      cases: [correlated],
      routes: [
        bisection("extreme eigenvalues by Cholesky factors", measured.condition),
        identity("the variances of the sum and of the difference", second.conditionCorrelated)
      ]
    },
    routes: [
      bisection("extreme eigenvalues by Cholesky factors", measured.condition),
      direct("ratios of traces of powers of G and of G⁻¹", second.conditionAlongAxes)
    ],
    criterion: close(1e-9, "powers and bisections stop"),
    mutant: {description: "of standard deviations", predicted: predicted.spreadOfRoots}
  }),
  forCases({
    cases: [{name: "m → ∞"}],
    id: "FG-Sec9.4",
    part: "dimension",
    fixed: "one law of three points, small samples and large",
    statement:
      "$\\operatorname{Tr}\\hat G/\\lambda_{\\max}(\\hat G)$ estimates $d_{\\mathrm{eff}}$",
    assumptions: ["gradients on three points of the plane, d_eff = 4/3"],
    note: "λmax is convex, so that λmax(Ĝ) is too large on average; the quotient errs to either side, below $d_{\\mathrm{eff}}$ for equal eigenvalues, above it for one that is far above the rest. Below, it makes white noise look anisotropic, for the eigenvalues of Ĝ spread over (1 ± √(d/m))² even where those of G are one.",
    predicted: predicted.dimension,
    condition: {
      text: "m is large beside d: two gradients give an Ĝ of rank one, and d_eff = 1, whatever G is",
      cases: [{name: "m = 2"}],
      routes: [
        enumeration("all pairs of different gradients", measured.twoDraws),
        identity("Ĝ = ½(ψ₁ − ψ₂)(ψ₁ − ψ₂)ᵀ", second.twoDraws)
      ]
    },
    routes: [
      enumeration(
        "its mean over all counts of 100 and 200 draws, extrapolated in 1/m",
        measured.manyDraws
      ),
      simulation("400 samples of 4 000 draws", second.manyDraws, sampled())
    ],
    criterion: close(1e-3, "terms of order 1/m² are left"),
    mutant: {description: "its square", predicted: predicted.dimensionBySquares}
  }),
  forCases({
    cases: [streamed],
    id: "FG-Sec9.4",
    part: "rank",
    fixed: "one stream of gradients",
    statement:
      "Streaming principal components with $dk$ stored numbers find the leading eigendirections: they hold the share $(\\lambda_1+\\dots+\\lambda_k)/\\operatorname{Tr}G$ of the variance",
    assumptions: ["λ_k > λ_{k+1}", "Gaussian gradients in four dimensions, k = 2"],
    note: "The gap λ_k − λ_{k+1} sets how many gradients it takes; without one there is no leading subspace to find.",
    predicted: predicted.leadingShare,
    routes: [
      simulation("Oja's rule with steps 1/(t + 100) over 100 000 gradients", measured.streamedShare)
    ],
    criterion: close(1e-3, "the rule's error is of order 1/t"),
    mutant: {description: "the first direction alone", predicted: predicted.leadingShareOfFewer}
  })
];
