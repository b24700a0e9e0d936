import type {Claim, Route} from "../claim.js";
import * as measured from "./oracle.measured.js";
import * as predicted from "./oracle.predicted.js";
import * as second from "./oracle.second.js";

const document = "fisher";
const page = "/budgets/oracle-complexity";
const bisection = (how: string, measure: Route["measure"]): Route => ({
  method: "bisection",
  how,
  measure
});
const small = {
  kind: "close",
  relative: 1e-3,
  because: "the tolerance is small, not zero: what is left is of the order of ηM"
} as const;

export const claims: readonly Claim[] = [
  {
    id: "FG-Def7.1",
    label: "Definition 7.1",
    document,
    section: "7.1",
    statement:
      "$\\sqrt{g^\\top F^{-1}g} = \\max\\{g^\\top v : v^\\top Fv\\le1\\}$ is dual to the Fisher norm, and the same in all parameters",
    assumptions: ["F ≻ 0"],
    page,
    predicted: predicted.dualNorms,
    routes: [
      {
        method: "minimisation",
        how: "the largest gᵀv over the ellipsoid, by descent; once in other parameters θ = Bθ′",
        measure: measured.largestPulls
      }
    ],
    criterion: {kind: "equal", c: 1e4},
    mutant: {description: "the Fisher norm itself", predicted: predicted.primalNorms}
  },
  {
    id: "FG-Eq44",
    part: "covariance",
    label: "Equation (44), covariance",
    document,
    section: "7.3",
    statement: "$\\mathbb E\\,\\xi\\xi^\\top \\preceq \\frac1bF^\\star$",
    assumptions: ["fresh samples of a correctly specified model"],
    page,
    note: "In least squares the noise at θ = θ⋆ + δ is larger than at θ⋆ for every δ ≠ 0, so no neighbourhood will do; with 2F⋆ for F⋆ a small one does.",
    predicted: predicted.alignedAtMost,
    condition: {
      text: "θ = θ⋆; “on U” the noise of a regression grows with the distance",
      predicted: predicted.alignedAtMost,
      routes: [
        bisection("every batch of two, at a point beside the minimum", measured.alignedBeside),
        {
          method: "identity",
          how: "moments of input and error, λmax by powers",
          measure: second.alignedBeside
        }
      ]
    },
    routes: [
      bisection("every batch of two, at the minimum", measured.alignedAtMinimum),
      {
        method: "identity",
        how: "moments of input and error, λmax by powers",
        measure: second.alignedAtMinimum
      }
    ],
    criterion: {kind: "equal", c: 1000},
    mutant: {description: "half as much again", predicted: predicted.alignedMore}
  },
  {
    id: "FG-Eq44",
    part: "tails",
    label: "Theorem 7.3, sub-Gaussian noise",
    document,
    section: "7.3",
    statement:
      "Gradients within $R$ of their mean have $\\mathbb E\\,e^{\\lambda v^\\top\\xi}\\le e^{\\lambda^2R^2/(2b)}$",
    assumptions: ["independent gradients in the batch", "‖v‖ = 1"],
    page,
    note: "A variance proxy equal to the variance needs a third moment of zero at the least: log E e^{λξ} = λ²σ²/2 + λ³κ₃/6 + ….",
    predicted: predicted.boundedExponents,
    printed: {
      formula:
        "$e^{\\lambda^2\\|F^\\star\\|/(2b)}$, “satisfied, for example, when per-sample gradients are almost surely bounded”",
      predicted: predicted.printedExponents
    },
    routes: [
      {
        method: "enumeration",
        how: "all batches of gradients p − y of a rare label",
        measure: measured.enumeratedExponents
      },
      {
        method: "direct recursion",
        how: "the law of the mean, one gradient after another",
        measure: second.convolvedExponents
      }
    ],
    criterion: {kind: "atMost", slack: 1e-12},
    mutant: {description: "2‖F‖ for R²", predicted: predicted.doubledExponents}
  },
  {
    id: "FG-Lem7.2",
    part: "local",
    label: "Lemma 7.2, (43)",
    document,
    section: "7.2",
    statement:
      "$\\max_\\delta\\|H\\delta\\|^2_{F^{-1}}/\\|\\delta\\|^2_F = \\lambda_{\\max}(F^{-1/2}HF^{-1/2})^2$: the constant of (43) is attained",
    assumptions: ["H, F ≻ 0"],
    page,
    note: "The proof's “replacing M by ‖H‖” gives (‖H‖/λmin(F))², which is larger; whitening both sides gives (43).",
    predicted: predicted.localConstants,
    routes: [
      {
        method: "direct recursion",
        how: "the quotient along powers of F⁻¹HF⁻¹H",
        measure: measured.quotients
      }
    ],
    criterion: {kind: "equal", c: 1e4},
    mutant: {description: "(‖H‖/λmin(F))²", predicted: predicted.globalConstants}
  },
  {
    id: "FG-Lem7.2",
    part: "global",
    label: "Lemma 7.2, (42)",
    document,
    section: "7.2",
    statement:
      "$\\|\\nabla L(\\theta)\\|^2_{F^{-1}} \\le \\frac{M^2}{\\lambda_{\\min}(F)^2}\\|\\theta-\\theta^\\star\\|_F^2$",
    assumptions: ["L is M-smooth on the segment from θ⋆ to θ"],
    page,
    predicted: predicted.valleyBound,
    routes: [
      {
        method: "enumeration",
        how: "the largest quotient on a grid for a loss that is no quadratic and attains it",
        measure: measured.valleyQuotient
      }
    ],
    criterion: {kind: "atMost", slack: 1e-9},
    mutant: {
      description: "M²/(λmin λmax), one of the two conversions left out",
      predicted: predicted.valleyBoundMixed
    }
  },
  {
    id: "FG-Thm7.3",
    part: "units",
    label: "Theorem 7.3, units",
    document,
    section: "7.3",
    statement:
      "Multiplying loss or parameters moves neither $\\|\\nabla L\\|^2_{F^{-1}}$ nor $\\frac{\\Delta L}{\\eta T\\lambda_{\\min}}$ nor $\\frac{\\eta M}b\\kappa_Fd_{\\mathrm{eff}}$",
    assumptions: ["η changes with the units, as 1/M does: the path is the same"],
    page,
    note: "Multiply the loss by s: F becomes s²F, η becomes η/s, M becomes sM. The left side and the first term stay; the printed term, η κ d_eff/b, is divided by s.",
    predicted: predicted.ratios,
    printed: {
      formula: "$\\frac\\eta b\\kappa_Fd_{\\mathrm{eff}}$",
      predicted: predicted.printedRatios
    },
    routes: [
      {
        method: "direct recursion",
        how: "‖∇L‖² without noise after 40 steps, and its expectation once the noise has settled",
        measure: measured.recursedRatios
      },
      {
        method: "identity",
        how: "the least ‖∇L‖² along one and the same path, with and without noise",
        measure: measured.simulatedRatios
      }
    ],
    criterion: {kind: "equal", c: 1e4},
    mutant: {description: "M² for M", predicted: predicted.squaredRatios}
  },
  {
    id: "FG-Thm7.3",
    part: "bound",
    label: "Theorem 7.3, bound",
    document,
    section: "7.3",
    statement:
      "$\\min_{t<T}\\|\\nabla L(\\theta_t)\\|^2_{F^{-1}} \\le 8\\Bigl(\\frac{\\Delta L}{\\eta T\\lambda_{\\min}(F)} + \\frac{\\eta M}b\\kappa_Fd_{\\mathrm{eff}}\\Bigr)\\log\\frac2\\delta$",
    assumptions: [
      "η ≤ 1/(4M), L M-smooth and L ≥ L(θ⋆) wherever the run goes",
      "E exp(vᵀξ) ≤ exp(vᵀFv/(2b)) for all v"
    ],
    page,
    note: "Without M no constant will do: a larger one is refuted by a longer run and a larger loss. And log(1/δ) → 0 as δ → 1, where a run without noise would need a gradient of zero.",
    predicted: predicted.bounds,
    printed: {
      formula:
        "$C\\bigl(\\frac{\\Delta L}{\\eta T\\lambda_{\\min}} + \\frac\\eta b\\kappa_Fd_{\\mathrm{eff}}\\bigr)\\log\\frac1\\delta$, C universal (here 8 and log(2/δ), both larger than needed above)",
      predicted: predicted.printedBounds
    },
    routes: [
      {
        method: "simulation",
        how: "the median of the least squared norm, 60 runs in a hundred directions",
        measure: measured.simulatedMedians
      },
      {
        method: "quadrature",
        how: "a number below that median: probabilities of all steps added up",
        measure: second.unionMedians
      }
    ],
    criterion: {kind: "atMost", slack: 0},
    mutant: {
      description: "λmax for the trace: no dimension",
      predicted: predicted.undimensionedBounds
    }
  },
  {
    id: "FG-Eq46",
    label: "Equation (46)",
    document,
    section: "7.3",
    statement:
      "$N = \\Theta\\Bigl(\\frac{M\\Delta L}{\\lambda_{\\min}(F)}\\cdot\\frac{\\kappa_Fd_{\\mathrm{eff}}}{\\varepsilon^4}\\log^2\\frac1\\delta\\Bigr)$ calls make the bound $\\varepsilon^2$",
    assumptions: [
      "both terms of (45) with its factor M",
      "η ≤ 1/(4M), which binds for large ε only"
    ],
    page,
    note: "ε⁻² is what η/b alone must be; the time ηT that the transient needs brings another ε⁻². Corollary 7.8, read backwards, says ε⁻⁴ as well.",
    predicted: predicted.fourth,
    printed: {
      formula:
        "$N = \\Theta\\bigl(\\frac{\\kappa_Fd_{\\mathrm{eff}}}{\\varepsilon^2}\\log\\frac1\\delta\\bigr)$",
      predicted: predicted.second
    },
    routes: [
      {
        method: "minimisation",
        how: "the bound over η, at ε and at ε/2",
        measure: measured.boundedCalls
      },
      {
        method: "direct recursion",
        how: "fewest calls of SGD itself on the hardest quadratics of given M, ΔL and F, whose flattest curvature is 2ε²",
        measure: measured.familyCalls
      }
    ],
    criterion: small,
    mutant: {description: "ε⁻³", predicted: predicted.third}
  },
  {
    id: "FG-ThmMain5",
    label: "Main results, Theorem 7.3",
    document,
    section: "1.3",
    statement: "$N = \\tilde\\Theta(\\kappa_Fd_{\\mathrm{eff}}/\\varepsilon^2)$",
    assumptions: [
      "one strongly convex quadratic, ε → 0, constant steps, F and H commuting, noise of covariance F/b"
    ],
    page,
    note: "The number is Tr H/λmin(H), whatever F is. Where F and H do not commute κ_F raises the floor, in the plane by up to κ_F/4. An average of iterates needs d/ε², less than either; and over all problems of given M, ΔL and F constant steps need ε⁻⁴.",
    predicted: predicted.costRatio,
    condition: {
      text: "F ∝ H, as in a correctly specified model",
      predicted: predicted.flatCostRatio,
      routes: [
        {
          method: "minimisation",
          how: "fewest calls over η, expectations in closed form, F = I",
          measure: measured.callsWithIdentity
        },
        {
          method: "augmented recursion",
          how: "the same by doubling the recursion of turned matrices",
          measure: second.callsWithIdentity
        }
      ]
    },
    routes: [
      {
        method: "minimisation",
        how: "fewest calls over η, expectations in closed form, F = H",
        measure: measured.callsWithHessian
      },
      {
        method: "augmented recursion",
        how: "the same by doubling the recursion of turned matrices",
        measure: second.callsWithHessian
      }
    ],
    criterion: small,
    mutant: {description: "κ_F without d_eff", predicted: predicted.conditionRatio}
  },
  {
    id: "FG-Rem7.4",
    label: "Remark 7.4",
    document,
    section: "7.3",
    statement: "$\\kappa_H\\gg1$ and $\\kappa_F = O(1)$ where $H$ and $F$ share their eigenvectors",
    assumptions: [],
    page,
    note: "Where F = H, in a correctly specified model and in the paper's own Experiments 4 to 6, the two are one number. And where they differ, the calls that SGD needs follow H: see the introduction's version of Theorem 7.3.",
    predicted: predicted.wellConditioned,
    condition: {
      text: "they do not share their eigenvalues as well",
      predicted: predicted.wellConditioned,
      routes: [
        bisection("κ of F = H", measured.conditionOfHessian),
        {
          method: "direct recursion",
          how: "κ of F = H by powers",
          measure: second.conditionOfHessian
        }
      ]
    },
    routes: [
      bisection("κ of F = I", measured.conditionOfIdentity),
      {method: "direct recursion", how: "κ of F = I by powers", measure: second.conditionOfIdentity}
    ],
    criterion: {kind: "equal", c: 1e4},
    mutant: {description: "κ_H", predicted: predicted.illConditioned}
  },
  {
    id: "FG-Rem7.5",
    label: "Remark 7.5",
    document,
    section: "7.3",
    statement:
      "With $G^\\star$ for $F^\\star$, $\\mathbb E[\\xi\\xi^\\top] \\preceq \\frac1bG^\\star$",
    assumptions: ["at θ⋆"],
    page,
    note: "Theorem 4.3 has a remainder o(1/b) and (44) has none. Given the data the covariance is (1 − b/n)Sₙ/b, and Sₙ exceeds G in some direction for many a data set.",
    predicted: predicted.alignedAtMost,
    condition: {
      text: "samples are fresh; the paper's 𝓕ₜ holds the data set, and given that it fails",
      predicted: predicted.alignedAtMost,
      routes: [
        bisection("the worst of all data sets of four, batches of two", measured.alignedGivenData),
        {
          method: "enumeration",
          how: "(1 − b/n)Sₙ of all data sets, λmax by powers",
          measure: second.alignedGivenData
        }
      ]
    },
    routes: [
      bisection("every fresh batch of two", measured.alignedAtMinimum),
      {method: "identity", how: "moments of input and error", measure: second.alignedAtMinimum}
    ],
    criterion: {kind: "equal", c: 1000},
    mutant: {description: "half as much again", predicted: predicted.alignedMore}
  },
  {
    id: "FG-Rem7.6",
    label: "Remark 7.6",
    document,
    section: "7.3",
    statement: "$T = N/b$",
    assumptions: ["b ≤ ¼√(N Tr F/(MΔL)), beyond which N depends on b"],
    page,
    predicted: predicted.iterations,
    routes: [
      {
        method: "minimisation",
        how: "fewest steps over η ≤ 1/(4M) for which the bound is ε²",
        measure: measured.leastIterations
      }
    ],
    criterion: {kind: "close", relative: 1e-6, because: "a minimum is flat"},
    mutant: {description: "N/√b", predicted: predicted.iterationsOfRoot}
  },
  {
    id: "FG-Rem7.7",
    label: "Remark 7.7",
    document,
    section: "7.3",
    statement: "$\\kappa_Fd_{\\mathrm{eff}} = \\operatorname{Tr}F/\\lambda_{\\min}(F)$",
    assumptions: ["F ≻ 0"],
    page,
    note: "So it is at least d, and equal to d for F ∝ I alone: the product never beats the ambient dimension.",
    predicted: predicted.products,
    routes: [bisection("the trace over λmin", measured.traces)],
    criterion: {kind: "equal", c: 1e4},
    mutant: {description: "κ_F d", predicted: predicted.productsWithDimension}
  },
  {
    id: "FG-Cor7.8",
    part: "rate",
    label: "Corollary 7.8, rate",
    document,
    section: "7.3",
    statement:
      "$\\eta^\\star = b\\sqrt{\\frac{\\Delta L}{NM\\operatorname{Tr}F}}$ makes both terms of (45) equal, the bound on the squared norm $O\\bigl(\\sqrt{\\kappa_Fd_{\\mathrm{eff}}/N}\\bigr)$",
    assumptions: ["ΔL, M and λmin(F) are held fixed"],
    page,
    note: "What is bounded is the square of the norm: the norm itself falls as N^(−1/4), against (46)'s N^(−1/2).",
    predicted: predicted.balanced,
    routes: [
      {
        method: "minimisation",
        how: "the two terms over η ≤ 1/(4M), at N and 16 N",
        measure: measured.minimisedTerms
      }
    ],
    criterion: {kind: "close", relative: 1e-6, because: "a minimum is flat"},
    mutant: {description: "the norm for its square", predicted: predicted.balancedNorm}
  },
  {
    id: "FG-Cor7.8",
    part: "batch",
    label: "Corollary 7.8, batch size",
    document,
    section: "7.3",
    statement: "What $N$ calls reach does not depend on $b$",
    assumptions: ["the best η ≤ 1/(4M) for each b"],
    page,
    predicted: predicted.independent,
    condition: {
      text: "b ≤ ¼√(N Tr F/(MΔL)), where η⋆ ≤ 1/(4M); beyond, the bound grows as b",
      predicted: predicted.independentOfEighth,
      routes: [
        {
          method: "minimisation",
          how: "the bound at b = N/8 over that at b = 1",
          measure: measured.boundAtEighth
        },
        {
          method: "direct recursion",
          how: "E‖∇L(θ_T)‖² of SGD itself at the best η, over that at b = 1",
          measure: second.spentAtEighth
        }
      ]
    },
    routes: [
      {
        method: "minimisation",
        how: "the bound over η ≤ 1/(4M), over that at b = 1",
        measure: measured.boundsByBatch
      },
      {
        method: "direct recursion",
        how: "E‖∇L(θ_T)‖² of SGD itself at the best η, over that at b = 1",
        measure: second.spentByBatch
      }
    ],
    criterion: small,
    mutant: {description: "1/√b, as if batches came free", predicted: predicted.better}
  }
];
