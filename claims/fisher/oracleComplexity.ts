import {pairFamily} from "../cases/families/pairs.js";
import {grid} from "../cases/named.js";
import * as cases from "../cases/oracle.js";
import {pairs} from "../cases/pairs.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, drawn, equal} from "../ledger/criterion.js";
import {augmented, bisection, direct, minimisation} from "../ledger/route.js";
import * as measured from "./oracleComplexity.measured.js";
import * as predicted from "./oracleComplexity.predicted.js";
import * as second from "./oracleComplexity.second.js";

const small = close(1e-3, "the tolerance is small, not zero: what is left is of the order of ηM");

/** How the calls grow as ε falls: (46), and its informal statement. */
const callsInPowers = {
  cases: [{name: "N(ε/2)/N(ε)"}],
  fixed: "powers of ε",
  predicted: predicted.fourth,
  routes: [
    minimisation("the bound over η, at ε and at ε/2", measured.boundedCalls),
    direct(
      "fewest calls of SGD itself on the hardest quadratics of given M, ΔL and F, whose flattest curvature is 2ε²",
      measured.familyCalls
    )
  ],
  criterion: small,
  mutant: {description: "ε⁻³", predicted: predicted.third}
};

export const claims: readonly Claim[] = [
  forCases({
    ...callsInPowers,
    id: "FG-ThmMain5",
    statement:
      "$N = \\tilde\\Theta\\bigl(\\frac{M\\Delta L}{\\lambda_{\\min}(F)}\\cdot\\frac{\\kappa_Fd_{\\mathrm{eff}}}{\\varepsilon^4}\\bigr)$ calls make the bound of Theorem 7.3 $\\varepsilon^2$",
    assumptions: ["as (46)"],
    note: "The informal statement of (46), and wrong where (46) is. On one strongly convex problem, with ε → 0, ε⁻² is right up to logarithms if F ∝ H.",
    printed: {
      weight: "conclusion",
      consequenceOf: "FG-Eq46/balance",
      formula: "$N = \\tilde\\Theta(\\kappa_Fd_{\\mathrm{eff}}/\\varepsilon^2)$",
      predicted: predicted.second
    }
  }),
  forCases({
    ...callsInPowers,
    id: "FG-Eq46",
    part: "balance",
    statement:
      "$N = \\Theta\\Bigl(\\frac{M\\Delta L}{\\lambda_{\\min}(F)}\\cdot\\frac{\\kappa_Fd_{\\mathrm{eff}}}{\\varepsilon^4}\\log^2\\frac1\\delta\\Bigr)$ calls make the bound $\\varepsilon^2$",
    assumptions: [
      "both terms of (45) with its factor M",
      "η ≤ 1/(4M), which binds for large ε only"
    ],
    note: "ε⁻² is what η/b alone must be; the time ηT that the transient needs brings another ε⁻². Corollary 7.8, read backwards, says ε⁻⁴ as well.",
    printed: {
      weight: "conclusion",
      formula:
        "$N = \\Theta\\bigl(\\frac{\\kappa_Fd_{\\mathrm{eff}}}{\\varepsilon^2}\\log\\frac1\\delta\\bigr)$",
      predicted: predicted.second
    }
  }),
  forCases({
    cases: cases.withHessian,
    id: "FG-Eq46",
    part: "one-problem",
    fixed: "one pair of problems with F ∝ H, and one without",
    statement: "$N = \\tilde\\Theta(\\kappa_Fd_{\\mathrm{eff}}/\\varepsilon^2)$",
    assumptions: [
      "one strongly convex quadratic, ε → 0, constant steps, F and H commuting, noise of covariance F/b"
    ],
    note: "The number is Tr H/λmin(H), whatever F is. Where F and H do not commute κ_F raises the floor, in the plane by a factor of up to (κ_F + 1)²/(4κ_F). An average of iterates needs d/ε², no more than either; and over all problems of given M, ΔL and F constant steps need ε⁻⁴.",
    predicted: predicted.costRatio,
    condition: {
      text: "F ∝ H, as in a correctly specified model",
      cases: cases.withIdentity,
      routes: [
        minimisation("fewest calls over η, expectations in closed form, F = I", measured.callRatio),
        augmented("the same by doubling the recursion of turned matrices", second.turnedRatio)
      ]
    },
    routes: [
      minimisation("fewest calls over η, expectations in closed form, F = H", measured.callRatio),
      augmented("the same by doubling the recursion of turned matrices", second.turnedRatio)
    ],
    criterion: small,
    mutant: {description: "κ_F without d_eff", predicted: predicted.conditionRatio}
  }),
  forCases({
    cases: cases.identityMetrics,
    id: "FG-Rem7.4",
    fixed: "it says that there is such a problem",
    statement:
      "A problem “may be” stiff, $\\kappa_H\\gg1$, and have $\\kappa_F = O(1)$, $H$ and $F$ sharing their eigenvectors: $F\\propto I$",
    assumptions: [],
    note: "“May” asserts that there is one. To share eigenvectors is neither needed nor enough: where F = H, in a correctly specified model and in the paper's own Experiments 4 to 6, the two condition numbers are one. That they are not replaced but joined by one another in the calls that SGD needs is charged at (46).",
    predicted: predicted.wellConditioned,
    routes: [
      bisection("κ of F = I", measured.condition),
      direct("κ of F = I by powers", second.condition)
    ],
    criterion: equal(1e4),
    mutant: {description: "κ_H", predicted: predicted.illConditioned}
  }),
  forCases({
    cases: grid({b: cases.budget.batchSizes}),
    id: "FG-Rem7.6",
    fixed: "one bound, minimised at three batch sizes",
    statement: "$T = N/b$",
    assumptions: ["b ≤ ¼√(N Tr F/(MΔL)), beyond which N depends on b"],
    predicted: predicted.iterations,
    routes: [
      minimisation(
        "fewest steps over η ≤ 1/(4M) for which the bound is ε²",
        measured.leastIterations
      )
    ],
    criterion: close(1e-6, "a minimum is flat"),
    mutant: {description: "N/√b", predicted: predicted.iterationsOfRoot}
  }),
  forCases({
    cases: pairs,
    id: "FG-Rem7.7",
    search: {family: pairFamily, criterion: drawn},
    statement: "$\\kappa_Fd_{\\mathrm{eff}} = \\operatorname{Tr}F/\\lambda_{\\min}(F)$",
    assumptions: ["F ≻ 0"],
    note: "So it is at least d, and equal to d for F ∝ I alone: the product never beats the ambient dimension.",
    predicted: predicted.product,
    routes: [bisection("the trace over λmin", measured.traceRatio)],
    criterion: equal(1e4),
    mutant: {description: "κ_F d", predicted: predicted.productWithDimension}
  }),
  forCases({
    cases: grid({N: cases.budget.calls}),
    id: "FG-Cor7.8",
    part: "rate",
    fixed: "one bound, minimised at two budgets",
    statement:
      "$\\eta^\\star = b\\sqrt{\\frac{\\Delta L}{NM\\operatorname{Tr}F}}$ makes both terms of (45) equal, the bound on the squared norm $O\\bigl(\\sqrt{\\kappa_Fd_{\\mathrm{eff}}/N}\\bigr)$",
    assumptions: ["ΔL, M and λmin(F) are held fixed"],
    note: "What is bounded is the square of the norm: the norm itself falls as N^(−1/4), against (46)'s N^(−1/2).",
    predicted: predicted.balanced,
    routes: [minimisation("the two terms over η ≤ 1/(4M), at N and 16 N", measured.minimisedTerms)],
    criterion: close(1e-6, "a minimum is flat"),
    mutant: {description: "the norm for its square", predicted: predicted.balancedNorm}
  }),
  forCases({
    cases: grid<{b: readonly number[]}>({b: cases.spent.batchSizes}),
    id: "FG-Cor7.8",
    part: "batch",
    fixed: "one large batch, where the step condition binds, is the mutant",
    statement: "What $N$ calls reach does not depend on $b$",
    assumptions: ["η⋆ ≤ 1/(4M), as (45) asks: b ≤ ¼√(N Tr F/(MΔL))"],
    note: "“At leading order”: for fixed b as N → ∞ the step condition of the theorem is satisfied. The corollary does not repeat it.",
    predicted: predicted.independent,
    routes: [
      minimisation("the bound over η ≤ 1/(4M), over that at b = 1", measured.boundRatio),
      direct("E‖∇L(θ_T)‖² of SGD itself at the best η, over that at b = 1", second.spentRatio)
    ],
    criterion: small,
    mutant: {
      description: "b = N/8, where η = 1/(4M) is below η⋆",
      cases: [{name: "b = N/8", b: cases.spent.calls / 8}]
    }
  })
];
