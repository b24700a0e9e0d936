import * as cases from "../cases/fokkerPlanck.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, sampled} from "../ledger/criterion.js";
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
    cases: cases.growingNoises.slice(0, 1),
    id: "NT-Eq24",
    statement:
      "$\\partial_tp = \\nabla\\cdot\\bigl(\\nabla L\\,p + \\frac\\eta{2B}\\nabla\\cdot(\\Sigma p)\\bigr)$",
    assumptions: ["(23) in the sense of Itô, the limit of the recursion"],
    note: "The printed form agrees where ∇·Σ = 0. Checked by the second moment of a law on the line with Σ = 1 + θ².",
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
      simulation("200 000 paths of (23)", second.paths, sampled())
    ],
    criterion: extrapolated,
    mutant: {description: "the equation of Stratonovich", predicted: predicted.stratonovich}
  }),
  forCases({
    cases: [cases.passing],
    id: "NT-Eq25-26",
    statement:
      "$j = -\\nabla L\\,p - \\frac\\eta{2B}\\nabla\\cdot(\\Sigma p)$ and, at rest, $\\nabla\\cdot j = 0$",
    assumptions: ["∂ₜp = −∇·j: j is the probability that passes, per unit time"],
    note: "Constant noise here; what noise that depends on the place changes is (24)'s.",
    predicted: predicted.flow,
    printed: {
      weight: "formula",
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
    cases: cases.commuting,
    id: "NT-Eq27",
    statement:
      "$j = 0$ has the solution of covariance $\\frac\\eta{2B}H^{-1}\\Sigma$, and it is the stationary law",
    assumptions: ["L = ½θᵀHθ", "Σ constant and positive definite"],
    note: "Where Σ depends on θ, with which (27) is printed, it is not the current of (23) that is put to zero, but (24)'s as printed.",
    predicted: predicted.zeroCurrent,
    routes: covariance,
    condition: {
      text: "Σ⁻¹∇L must be a gradient, on a quadratic ΣH = HΣ. Detailed balance is assumed in the text, when it can be is not said: otherwise nothing solves (27), and H⁻¹Σ is no covariance.",
      cases: cases.turned
    },
    criterion: extrapolated,
    mutant: {description: "η/B for η/(2B)", predicted: predicted.zeroCurrentDouble}
  }),
  forCases({
    cases: cases.isotropic,
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
    id: "NT-Eq29",
    statement:
      "$p_\\infty = \\frac1Z\\,\\Sigma^{-1}\\exp\\bigl(-\\frac{2B}\\eta\\int\\frac{L'}\\Sigma d\\theta\\bigr)$",
    assumptions: ["one dimension", "(23) in the sense of Itô"],
    note: "Checked by the variance on L = ½θ². For constant noise the printed law does not know how strong it is.",
    predicted: predicted.growingLaw,
    printed: {
      weight: "formula",
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
  {
    id: "NT-TODO-orbit",
    statement:
      "Where $\\Sigma H\\ne H\\Sigma$ the law settles, $\\operatorname{\\mathbb E}\\theta_t = e^{-Ht}\\theta_0$, and in it $\\operatorname{\\mathbb E}(\\theta_1\\dot\\theta_2-\\theta_2\\dot\\theta_1) = R_{21}-R_{12}$, $R = \\frac12Q-HS$",
    assumptions: ["L = ½θᵀHθ", "Σ constant and positive definite"],
    note: "Read as: a law that starts away from the minimum goes round it for ever, with the velocity of the current. Reading uncertain.",
    predicted: predicted.settles,
    printed: {
      weight: "conclusion",
      formula: "“leading to a non-stationary distribution but to an orbit instead”",
      predicted: predicted.orbits
    },
    routes: [
      direct(
        "means of the recursion and the covariance it comes to rest with, the step extrapolated to zero",
        measured.orbitSteps
      ),
      simulation(
        "60 000 paths, and 2500 long ones at rest",
        second.orbitPaths,
        sampled("means decay towards zero while their spread does not")
      )
    ],
    criterion: extrapolated,
    mutant: {description: "the other sense of rotation", predicted: predicted.settlesBackwards}
  },
  forCases({
    cases: cases.curls,
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
