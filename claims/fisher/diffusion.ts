import * as cases from "../cases/diffusion.js";
import {batchFamily, diffusionFamily, pullFamily} from "../cases/families/pairs.js";
import {pullAndPush, scalings} from "../cases/problems.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, close, drawn, equal, sampled} from "../ledger/criterion.js";
import {augmented, enumeration, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./diffusion.measured.js";
import * as predicted from "./diffusion.predicted.js";

const exact = equal(100);

const theIntegral = "the integral of e^(−Hs) τG e^(−Hs), Gauss–Legendre and doubling";
const theSum = "the sum of the covariances that each past step leaves behind";

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.allDiffusions,
    search: {family: diffusionFamily, criterion: drawn},
    id: "FG-Eq4",
    statement: "$H\\Sigma + \\Sigma H^\\top = \\tau G$ at temperature $\\tau = \\eta/b$",
    assumptions: ["as Corollary 5.7"],
    note: "The informal form of Corollary 5.7; here solved on the unit matrices.",
    predicted: predicted.informalBalance,
    routes: [quadrature(theIntegral, measured.integral)],
    criterion: equal(1000),
    mutant: {
      description: "one HΣ for the two terms of the left side, Σ = τH⁻¹G made symmetric",
      predicted: predicted.informalBalanceOnce
    }
  }),
  forCases({
    cases: [{name: "logistic loss on five points"}],
    fixed: "an expansion by Taylor's theorem, seen on one loss",
    id: "FG-Thm5.6",
    statement:
      "$\\|\\rho_1(\\Delta)\\| = o(\\|\\Delta\\|)$ and $\\|\\rho_2(\\Delta)\\| = o(1)$ as $\\Delta \\to 0$",
    assumptions: [
      "∇L = 0 and H ≻ 0 there",
      "G positive definite and continuous, as Assumption 3.8 makes it"
    ],
    note: "Checked on the loss of a logistic regression on five points: its remainders fall with orders 2 and 1.",
    predicted: predicted.remainderOrders,
    routes: [
      enumeration(
        "gradient and noise of a logistic loss at 2, 1 and ½ thousandths from its minimum, orders extrapolated",
        measured.remainderOrders
      )
    ],
    criterion: close(1e-3, "the orders are reached as Δ → 0"),
    mutant: {
      description: "the second moment of the gradient for its curvature",
      measure: measured.remainderOrdersOfMoment
    }
  }),
  forCases({
    cases: cases.allDiffusions,
    search: {family: diffusionFamily, criterion: drawn},
    id: "FG-Cor5.7",
    statement: "$H\\Sigma_\\infty + \\Sigma_\\infty H = \\tau G$",
    assumptions: ["H and G symmetric, H ≻ 0", "the linearised diffusion (29)"],
    predicted: predicted.lyapunov,
    routes: [quadrature(theIntegral, measured.integral)],
    criterion: exact,
    mutant: {
      description: "Σ = (τ/2) H⁻¹G, which is right only where H and G commute",
      predicted: predicted.lyapunovCommuting
    }
  }),
  forCases({
    cases: cases.allDiffusions,
    search: {family: diffusionFamily, criterion: drawn},
    id: "FG-Eq31",
    statement:
      "$\\operatorname{Tr}\\Sigma_\\infty + \\operatorname{Tr}(H^{-1}\\Sigma_\\infty H) = \\tau\\operatorname{Tr}(H^{-1}G)$, and $2\\operatorname{Tr}\\Sigma_\\infty = \\tau\\operatorname{Tr}(GH^{-1})$",
    assumptions: ["as Corollary 5.7"],
    note: "The text says that the first reduces to the second when H and Σ commute. The two are one: a trace is cyclic, Tr(H⁻¹ΣH) = Tr Σ. The second is checked on pairs that do not commute as well.",
    predicted: predicted.traceIdentity,
    routes: [quadrature(theIntegral, measured.traces)],
    criterion: exact,
    mutant: {
      description: "d Tr G/Tr H for Tr(H⁻¹G), as if H were a multiple of the identity",
      predicted: predicted.traceIdentityScalar
    }
  }),
  forCases({
    cases: cases.diffusions,
    search: {family: diffusionFamily, criterion: drawn},
    id: "FG-Rem5.8",
    statement:
      "With $G = H = F$ the balance (30) reads $F\\Sigma + \\Sigma F = \\tau F$: $\\Sigma_\\infty = \\frac\\tau2 I$",
    assumptions: ["a correctly specified likelihood"],
    predicted: predicted.likelihood,
    routes: [quadrature("the same integral with G = H", measured.likelihoodIntegral)],
    criterion: exact,
    mutant: {
      description: "(τ/2) F⁻¹: the inverse information for the balance",
      predicted: predicted.likelihoodInverse
    }
  }),
  forCases({
    cases: cases.diffusions,
    search: {family: diffusionFamily, criterion: drawn},
    id: "FG-Sec8.3-trace",
    part: "identity",
    statement: "$\\operatorname{Tr}(H\\Sigma_\\infty) = \\frac\\tau2\\operatorname{Tr}G$",
    assumptions: ["the continuous limit"],
    predicted: predicted.risk,
    routes: [quadrature(theIntegral, measured.risk)],
    criterion: exact,
    mutant: {
      description: "the same risk for the recursion, whose Tr(HΣ) exceeds it at any finite step",
      predicted: predicted.riskDiscrete
    }
  }),
  forCases({
    cases: cases.diffusions,
    search: {family: diffusionFamily, criterion: drawn},
    id: "FG-Sec8.3-trace",
    part: "uniform",
    statement:
      "Under the surrogate $\\sigma^2I$, $\\sigma^2=\\operatorname{Tr}G/d$, the risk is the same in every direction, $H\\Sigma_\\infty=\\frac\\tau2\\sigma^2I$: “spreading residual error uniformly”",
    assumptions: ["the continuous limit", "error is risk, weighed by H as the total is"],
    note: "The variances themselves are τσ²/(2hᵢ), most in the flattest direction. That anisotropic noise concentrates the error is with Figure 8.",
    predicted: predicted.evenRisk,
    routes: [quadrature("the same integral with σ²I for G", measured.evenRisk)],
    criterion: exact,
    mutant: {description: "variances that are the same", measure: measured.surrogateVariances}
  }),
  forCases({
    cases: cases.batchRuns,
    search: {family: batchFamily, criterion: drawn, cases: 5},
    id: "FG-Prop5.9",
    part: "balance",
    statement:
      "$\\Sigma_\\eta = (I-\\eta H)\\Sigma_\\eta(I-\\eta H)^\\top + \\frac{\\eta^2}b G$, and a steady state exists exactly for $0 < \\eta < 2/\\lambda_{\\max}(H)$",
    assumptions: [
      "the linearised recursion (32) with white noise of covariance G/b",
      "H ≻ 0 and G ≻ 0, as Assumption 5.5 has both"
    ],
    predicted: predicted.discrete,
    routes: [
      augmented(
        `${theSum}; the largest η by bisection on whether powers of I − ηH die out`,
        measured.steadyStateAndLimit
      )
    ],
    criterion: equal(1000),
    mutant: {
      description: "the continuous balance (30) for the recursion, and 1/λmax for 2/λmax",
      predicted: predicted.discreteContinuous
    }
  }),
  forCases({
    cases: cases.batchRuns,
    search: {family: batchFamily, criterion: drawn},
    id: "FG-Prop5.9",
    part: "settling",
    statement:
      "Started at $\\theta^\\star$, $\\operatorname{Cov}\\Delta_t$ lacks $(I-\\eta H)^t\\Sigma_\\eta(I-\\eta H)^t$ of $\\Sigma_\\eta$: along an eigenvector of curvature $h$ the share $(1-\\eta h)^{2t}$, whatever $G$; a start elsewhere is forgotten as $(1-\\eta h)^t$",
    assumptions: ["as (33)"],
    note: "Not in the paper, whose limit is t → ∞.",
    predicted: predicted.settling,
    routes: [
      augmented("the covariance and the mean step by step, after 25 steps", measured.settling)
    ],
    criterion: equal(1000),
    mutant: {
      description: "(1 − ηh)^t for both, as for the mean",
      predicted: predicted.settlingAsMean
    }
  }),
  forCases({
    cases: cases.batchRuns,
    search: {family: batchFamily, criterion: drawn},
    id: "FG-Rem5.10",
    statement: "$H\\Sigma_\\eta + \\Sigma_\\eta H = \\frac\\eta b G + \\eta H\\Sigma_\\eta H$",
    assumptions: ["as Proposition 5.9"],
    predicted: predicted.expansion,
    routes: [augmented(theSum, measured.steadyState)],
    criterion: equal(1000),
    mutant: {
      description: "the correction ηHΣH with the other sign",
      predicted: predicted.expansionOtherSign
    }
  }),
  forCases({
    cases: pullAndPush,
    search: {family: pullFamily, criterion: drawn},
    id: "FG-LemA.3",
    statement:
      "$A\\Sigma + \\Sigma A^\\top = Q$ has the solution $\\Sigma = \\int_0^\\infty e^{-As}Qe^{-A^\\top s}\\,ds$",
    assumptions: ["every eigenvalue of A has a positive real part"],
    predicted: predicted.generalLyapunov,
    routes: [
      quadrature(
        "the integral for A that is not symmetric, Gauss–Legendre and doubling",
        measured.generalIntegral
      )
    ],
    criterion: exact,
    mutant: {description: "AᵀΣ + ΣA = Q", predicted: predicted.transposedLyapunov}
  }),
  forCases({
    cases: cases.reductions,
    id: "FG-Rem9.1",
    part: "continuous",
    fixed: "the limit of the claim on finite steps, whose cases are drawn",
    statement:
      "$\\tilde G \\preceq G$ implies $\\tilde\\Sigma_\\infty \\preceq \\Sigma_\\infty$ and $\\operatorname{Tr}F\\tilde\\Sigma_\\infty \\le \\operatorname{Tr}F\\Sigma_\\infty$",
    assumptions: ["the same H ≻ 0 and τ"],
    predicted: predicted.nothingNegative,
    routes: [
      quadrature(
        "the smallest eigenvalue of Σ − Σ̃, by bisection on its Cholesky factor, and Tr F(Σ − Σ̃)",
        measured.differences
      )
    ],
    criterion: atLeast(1e-14),
    mutant: {
      description: "Tr G̃ < Tr G alone: variance is moved between directions",
      cases: cases.traceReductions
    }
  }),
  forCases({
    cases: cases.diffusions,
    search: {family: diffusionFamily, criterion: drawn, cases: 8},
    id: "FG-ExpB",
    statement:
      "$\\Sigma(\\varepsilon) = (1+\\varepsilon)\\,\\Sigma(0)$ for noise of covariance $(1+\\varepsilon)\\,G/b$",
    assumptions: ["as Corollary 5.7"],
    predicted: predicted.inflated,
    routes: [quadrature("the integral with inflated noise", measured.inflatedIntegrals)],
    criterion: exact,
    mutant: {description: "(1+ε)², were amplitudes inflated", predicted: predicted.inflatedSquared}
  }),
  forCases({
    cases: scalings,
    id: "FG-Exp1",
    fixed: "one printed experiment",
    statement:
      "Every stationary variance falls as $1/b$, at the height of the discrete equation: $\\Sigma_{ii} = \\frac{2}{b\\,h_i(2-\\eta h_i)}$ at $\\Delta t = 1$",
    assumptions: ["H = diag(1, 0.1), F = I, η = 0.05", "Δt = 1, which the text leaves open"],
    note: "The text names the discrete equation (49) as the exact benchmark and plots (48), 1/(bhᵢ), which differs by 2.6 % in the stiff direction.",
    predicted: predicted.batchScaling,
    routes: [
      simulation(
        "512 runs of Euler–Maruyama of 30 000 steps after the burn-in at b = 1, 8, 64 and 512, each with noise of its own",
        measured.simulatedScaling
      )
    ],
    criterion: sampled(),
    mutant: {
      description: "the height of the continuous equation (48), 1/(bhᵢ)",
      predicted: predicted.batchScalingContinuous
    }
  })
];
