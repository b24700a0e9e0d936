import * as families from "../cases/families/diffusions.js";
import * as cases from "../cases/fokkerPlanck.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, drawn, sampled} from "../ledger/criterion.js";
import {augmented, direct, identity, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./fokkerPlanck.measured.js";
import * as predicted from "./fokkerPlanck.predicted.js";
import * as second from "./fokkerPlanck.second.js";

const extrapolated = close(1e-8, "the step is extrapolated to zero");

const covariance = [
  quadrature("the covariance as an integral over the past, ∫e^{−Hs}Qe^{−Hs}ds", measured.integral),
  augmented(
    "the covariance of the recursion divided by its step, as the step vanishes",
    measured.vanishing
  )
];

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.spreadingNoises,
    search: {family: families.spreadingFamily, criterion: drawn},
    id: "NT-Eq24",
    statement:
      "$\\partial_tp = \\nabla\\cdot\\bigl(\\nabla L\\,p + \\frac\\eta{2B}\\nabla\\cdot(\\Sigma p)\\bigr)$",
    assumptions: ["(23) in the sense of Itô, the limit of the recursion"],
    note: "The printed form agrees where ∇·Σ = 0. Checked by the second moments of laws whose noise is C + (θᵀAθ)B.",
    predicted: predicted.ito,
    printed: {
      weight: "formula",
      formula:
        "$\\partial_tp = \\nabla\\cdot\\bigl(\\nabla L\\,p + \\frac12\\frac\\eta B\\Sigma\\nabla p\\bigr)$",
      predicted: predicted.divergenceForm
    },
    routes: [
      direct(
        "second moments of the recursion at fixed times, its step extrapolated to zero",
        measured.steps
      ),
      simulation(
        "20 000 paths of (23)",
        second.paths,
        sampled("entries off the diagonal are small beside their spread")
      )
    ],
    criterion: extrapolated,
    mutant: {
      description: "half of the printed drift ½τ∇·Σ, on the line the equation of Stratonovich",
      predicted: predicted.halfDivergence
    }
  }),
  forCases({
    cases: [cases.passing],
    id: "NT-Eq25-26",
    statement:
      "$j = -\\nabla L\\,p - \\frac\\eta{2B}\\nabla\\cdot(\\Sigma p)$ and, at rest, $\\nabla\\cdot j = 0$",
    assumptions: ["∂ₜp = −∇·j: j is the probability that passes, per unit time"],
    note: "Constant noise here; what noise that depends on the place changes is (24)'s. The zero of a current has no sign: (27) to (29) do not inherit this one.",
    tame: "a sign shows on the line",
    predicted: predicted.flow,
    printed: {
      weight: "slip",
      formula: "$j = \\nabla L\\,p + \\frac12\\frac\\eta B\\Sigma\\nabla p$",
      predicted: predicted.flowAsPrinted
    },
    routes: [
      quadrature(
        "the rate at which the probability right of a place grows, from the transition law",
        measured.passages
      ),
      simulation(
        "net passages of 10⁶ paths in a tenth of a unit of time",
        second.drawnPassages,
        sampled("paths pass a place to and fro: the sign is what is asked")
      )
    ],
    criterion: extrapolated,
    mutant: {description: "diffusion up the gradient", predicted: predicted.flowMixed}
  }),
  forCases({
    cases: cases.balanced,
    search: {family: families.balancedFamily, criterion: drawn},
    id: "NT-Eq27",
    statement:
      "Where $j = 0$, the stationary law solves $\\nabla L\\,p + \\frac\\eta{2B}\\nabla\\cdot(\\Sigma p) = 0$, for constant $\\Sigma$ $\\nabla L\\,p + \\frac\\eta{2B}\\Sigma\\nabla p = 0$",
    assumptions: [
      "detailed balance, in the check by noise with the axes of H whose strength along each may grow with the distance along it",
      "(23) in the sense of Itô"
    ],
    note: "Detailed balance is the section's own assumption. When it can be made is a question of 2.4. (27) is printed with $\\Sigma(\\theta)$, before Σ is assumed constant, and is the zero of (25): it has inherited the place of Σ beside the derivative from (24). For constant Σ it stands, and on a quadratic the covariance is $\\frac\\eta{2B}H^{-1}\\Sigma$.",
    tame: "noise with the axes of H is what detailed balance means here",
    predicted: predicted.zeroCurrent,
    printed: {
      weight: "formula",
      consequenceOf: "NT-Eq24",
      formula: "$\\nabla L_N\\,p + \\frac12\\frac\\eta B\\Sigma(\\theta)\\nabla p = 0$",
      predicted: predicted.zeroCurrentAsPrinted
    },
    routes: [
      direct(
        "the covariance that a step of the recursion leaves as it is, by elimination, its length extrapolated to zero",
        measured.balancedSteps
      ),
      simulation(
        "600 paths of (23), averaged over time",
        second.balancedPaths,
        sampled("entries off the diagonal are small beside their spread")
      )
    ],
    criterion: extrapolated,
    mutant: {
      description: "½∇·Σ for ∇·Σ, the law of Stratonovich",
      predicted: predicted.zeroCurrentStratonovich
    }
  }),
  forCases({
    cases: cases.isotropic,
    search: {family: families.isotropicFamily, criterion: drawn},
    tame: "with Σ = σ²I, as the exponent demands, all cases commute",
    id: "NT-Eq28",
    statement: "$p_\\infty = \\frac1Z\\exp(-\\beta\\sigma^{-2}L)$ with $\\beta = \\frac{2B}\\eta$",
    assumptions: ["Σ = σ²I, constant", "L = ½θᵀHθ in the check"],
    note: "With a matrix Σ the printed exponent is a matrix; reading uncertain. For a scalar one β is four times the printed one, as (27) itself says.",
    predicted: predicted.scalarNoise,
    printed: {
      weight: "formula",
      formula:
        "$p_\\infty = \\frac1Z\\exp(-\\beta\\Sigma^{-1}L_N)$, “where $\\beta = \\frac B{2\\eta}$ is the inverse temperature”",
      predicted: predicted.scalarNoiseAsPrinted
    },
    routes: covariance,
    criterion: extrapolated,
    mutant: {description: "β = B/η", predicted: predicted.scalarNoiseHalf}
  }),
  forCases({
    cases: cases.growingNoises,
    search: {family: families.growingFamily, criterion: drawn},
    tame: "what holds is a formula for one dimension",
    id: "NT-Eq29",
    statement:
      "$p_\\infty = \\frac1Z\\,\\Sigma^{-1}\\exp\\bigl(-\\frac{2B}\\eta\\int\\frac{L'}\\Sigma d\\theta\\bigr)$",
    assumptions: ["one dimension", "(23) in the sense of Itô"],
    note: "Checked by the variance on L = ½θ². For constant noise the printed law does not know how strong it is.",
    predicted: predicted.growingLaw,
    printed: {
      weight: "conclusion",
      formula: "$p_\\infty = \\frac1Z|\\Sigma(\\theta)|^{-1/2}\\exp(-\\frac{2B}\\eta L_N)$",
      predicted: predicted.growingLawAsPrinted
    },
    routes: [
      direct(
        "the second moment of the recursion at rest, its step extrapolated to zero",
        measured.restingSteps
      ),
      simulation("3000 paths of (23), averaged over time", second.restingPaths, sampled())
    ],
    criterion: extrapolated,
    mutant: {
      description: "Σ^(−½) for Σ^(−1), the law of Stratonovich",
      predicted: predicted.growingLawStratonovich
    }
  }),
  forCases({
    cases: cases.isotropic,
    search: {family: families.isotropicFamily, criterion: drawn},
    tame: "noise that does not commute is among what the condition excludes",
    id: "NT-2.2-claim",
    statement: "The stationary law is $\\propto e^{-\\beta L}$ for some $\\beta$",
    assumptions: ["L = ½θᵀHθ", "Σ constant and positive definite"],
    note: "β is chosen so that the mean loss agrees.",
    predicted: predicted.posterior,
    routes: covariance,
    condition: {
      text: "Σ ∝ I, which the text does not ask for. Anisotropic noise that commutes with H keeps detailed balance and is a counterexample.",
      cases: cases.commuting
    },
    criterion: extrapolated,
    mutant: {description: "twice the temperature", predicted: predicted.posteriorDouble}
  }),
  forCases({
    cases: cases.settling,
    search: {family: families.settlingFamily, criterion: drawn},
    id: "NT-TODO-orbit",
    statement:
      "Where $\\Sigma H\\ne H\\Sigma$ probability circulates in a law that is at rest: $\\operatorname{\\mathbb E}\\theta_t = e^{-Ht}\\theta_0$, the covariance tends to $S$, and in it $\\operatorname{\\mathbb E}(\\theta_i\\dot\\theta_j-\\theta_j\\dot\\theta_i) = R_{ji}-R_{ij}$, $R = \\frac12Q-HS$",
    assumptions: ["L = ½θᵀHθ", "Σ constant and positive definite"],
    note: "The to-do is struck out. Its “non-stationary distribution” is what 2.3 puts right, “an out-of-equilibrium steady state with a non-zero solenoidal probability current”, and is read as that. Taken by the letter it is false: the law settles from every start.",
    predicted: predicted.settles,
    routes: [
      direct(
        "means of the recursion and the covariance it comes to rest with, the step extrapolated to zero",
        measured.settlingSteps
      )
    ],
    criterion: extrapolated,
    mutant: {
      description: "by the letter: the mean goes round for ever with the velocity of the current",
      predicted: predicted.orbits
    }
  }),
  forCases({
    cases: cases.curls,
    search: {family: families.curlFamily, criterion: drawn},
    id: "NT-Eq57-60",
    statement:
      "$(\\nabla\\times j)_k = (\\nabla p\\times\\nabla L)_k + \\frac\\eta{2B}\\varepsilon_{klm}\\bigl[(\\partial_l\\Sigma_{mj})(\\partial_jp) + \\Sigma_{mj}\\partial_l\\partial_jp\\bigr]$",
    assumptions: ["j as printed in (56)", "three dimensions"],
    note: "ε is antisymmetric in l and m, ∂∂p symmetric in l and j: their contraction through Σ vanishes only if Σ commutes with the Hessian of p.",
    predicted: predicted.fullCurl,
    printed: {
      weight: "formula",
      formula:
        "$= (\\nabla p\\times\\nabla L_N)_k + \\frac\\eta{2B}\\varepsilon_{klm}(\\partial_l\\Sigma_{mj})(\\partial_jp)$, “the term $\\varepsilon_{klm}\\Sigma_{mj}\\partial_l\\partial_jp$ vanishes”",
      predicted: predicted.curlAsPrinted
    },
    routes: [
      identity("differences of the printed current, extrapolated", measured.curlDifferences),
      quadrature(
        "the circulation of the printed current round small squares over their area",
        measured.curlLoops
      )
    ],
    criterion: extrapolated,
    mutant: {
      description: "the term that was dropped, with the other sign",
      predicted: predicted.curlSign
    }
  })
];
