import {corrected, halvings, planeMoments} from "../cases/approximation.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close} from "../ledger/criterion.js";
import {enumeration, quadrature} from "../ledger/route.js";
import * as measured from "./weakOrder.measured.js";
import * as predicted from "./weakOrder.predicted.js";

const slope = (because: string) => close(1e-3, because);

export const claims: readonly Claim[] = [
  forCases({
    cases: halvings,
    id: "NT-3-TODO3",
    tame: "one loss that is not quadratic, with noise that depends on the place, skewed or not",
    note: "The item asks for a derivation; this is the error that one leaves.",
    statement:
      "The weak error of (23) is of order $\\eta$ with $B$ fixed, and with $\\eta/B$ fixed for noise without third cumulant; of order $\\sqrt\\eta$ with $\\eta/B$ fixed otherwise",
    assumptions: ["∇L, Σ and the test function smooth"],
    predicted: predicted.weakOrders,
    routes: [quadrature("slopes of the exact weak error on L = 1 − cos θ", measured.slopes)],
    criterion: slope("a slope, extrapolated from the halved learning rates"),
    mutant: {description: "the strong order everywhere", predicted: predicted.strongOrders}
  }),
  forCases({
    cases: corrected,
    id: "NT-3-TODO4",
    part: "line",
    tame: "one loss that is not quadratic, with noise that depends on the place, skewed or not",
    statement:
      "With $L+\\frac\\eta4\\|\\nabla L\\|^2$ for $L$ the weak error of (23) is of order $\\eta^2$ with $B$ fixed; so it is for mean and variance alone, with $-\\frac12\\nabla\\operatorname{tr}(\\nabla^2L\\,V)$ in the mean's drift",
    assumptions: ["∇L, Σ and the test function smooth"],
    note: "With η/B fixed the second order takes a corrected drift and variance, and exists as an equation of this kind only for constant noise.",
    predicted: predicted.secondOrders,
    routes: [
      quadrature("slopes of the exact weak error on L = 1 − cos θ", measured.correctedSlopes)
    ],
    criterion: slope("slopes of errors down to 10⁻⁹"),
    mutant: {description: "without the corrections", measure: measured.uncorrectedSlopes}
  }),
  forCases({
    cases: planeMoments,
    id: "NT-3-TODO4",
    part: "plane",
    tame: "one cubic loss with noise turned against its Hessian",
    statement:
      "In the plane, with noise that does not commute with the Hessian, $\\dot m = -\\nabla(L+\\frac\\eta4\\|\\nabla L\\|^2)-\\frac12\\nabla\\operatorname{tr}(\\nabla^2L\\,V)$ and $\\dot V = -\\nabla^2L\\,V-V\\,\\nabla^2L+\\frac\\eta B\\Sigma$ have errors of order $\\eta^2$: $\\operatorname{\\mathbb E}\\theta = m_0+\\eta m_1+O(\\eta^2)$ with their $m_1$, and $V = \\eta V_1+O(\\eta^2)$",
    assumptions: ["∇L smooth, Σ constant", "B fixed"],
    predicted: predicted.planeFirstOrder,
    routes: [
      enumeration(
        "all sequences of signs over 2, 4, 8 and 16 steps on a cubic loss, less the gradient flow, over η, extrapolated",
        measured.firstOrder
      )
    ],
    criterion: slope("extrapolated from four learning rates, the smallest 1/16"),
    mutant: {description: "without the jitter's push", predicted: predicted.planeWithoutJitter}
  })
];
