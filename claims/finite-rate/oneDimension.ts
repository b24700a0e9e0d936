import {bothSides, rates} from "../cases/problems.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, atMost, close, equal, sampled} from "../ledger/criterion.js";
import {augmented, direct, enumeration, identity, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./oneDimension.measured.js";
import * as predicted from "./oneDimension.predicted.js";
import * as second from "./oneDimension.second.js";

const leading = close(
  1e-3,
  "the next order of the expansion at the smallest step that rounding allows"
);

export const claims: readonly Claim[] = [
  forCases({
    cases: rates,
    id: "LZU-Eq2-3",
    part: "iteration",
    statement: "$w_t = (1-\\lambda k)^tw_0$",
    assumptions: ["no noise"],
    predicted: predicted.iteration,
    routes: [direct("seven steps of (2)", measured.iterations)],
    criterion: equal(100),
    mutant: {description: "the flow e^(−λkt)", predicted: predicted.iterationContinuous}
  }),
  {
    id: "LZU-Eq2-3",
    part: "error",
    statement:
      "$e^{-\\lambda kt} - (1-\\lambda k)^t$ is $O((\\lambda k)^2)$ for a step and $O(\\lambda k)$ over a fixed $\\lambda kt$; it does not vanish as $\\lambda k \\to 1$",
    assumptions: ["λk < 1"],
    note: "One step at λk = 1: the iterate is 0 and the flow e⁻¹ = 0.37, while the printed error is 0 there.",
    predicted: predicted.errorOrders,
    printed: {
      weight: "formula",
      formula:
        "“in this region, the standard continuous-time dynamics is valid with error $O((1-\\lambda k)^2)$”",
      predicted: predicted.errorOrdersAsPrinted
    },
    routes: [
      direct(
        "the error at one step size over that at another, by iterating (2)",
        measured.errorRatios
      ),
      quadrature(
        "the same with the flow integrated by Runge and Kutta's method",
        second.errorRatios
      )
    ],
    criterion: leading,
    mutant: {
      description: "second order over a fixed time as well",
      predicted: predicted.errorOrdersOther
    }
  },
  forCases({
    cases: bothSides,
    id: "LZU-Fig1",
    statement:
      "For $1/k < \\lambda < 2/k$ the iterates change sides at every step, below not at all",
    assumptions: ["no noise"],
    predicted: predicted.sides,
    routes: [direct("20 steps of (2)", measured.sides)],
    criterion: equal(1),
    mutant: {description: "λk = ½ for the border", predicted: predicted.sidesOther}
  }),
  {
    id: "LZU-4.1-range",
    statement:
      "For $0 < \\lambda < 2/k^*$ the absolute eigenvalues of $I-\\lambda K$ lie in $[0, 1)$",
    assumptions: [],
    note: "K = diag(2, ½) and λ = ½: the eigenvalues are 0 and ¾.",
    predicted: predicted.reachesZero,
    printed: {
      weight: "slip",
      formula: "“in the range of $(0, 1)$”",
      predicted: predicted.staysPositive,
      criterion: atLeast(0)
    },
    routes: [
      enumeration("both eigenvalues of K = diag(2, ½) at five rates", measured.smallestContraction),
      identity("|det(I − λK)| at the same rates", second.determinants)
    ],
    criterion: atMost(0),
    mutant: {description: "the same rates without λ = 1/k*", measure: measured.smallestElsewhere}
  },
  {
    id: "LZU-Rem-Thm1a",
    statement:
      "The continuous covariance is the first order in $\\lambda$: the absolute difference is $O(\\lambda^2)$, the relative one $O(\\lambda)$",
    assumptions: ["as Theorem 1"],
    predicted: predicted.continuousOrders,
    routes: [
      augmented("the steady state less the integral, at λ and λ/2", measured.differenceRatios)
    ],
    criterion: leading,
    mutant: {description: "one order less", predicted: predicted.continuousOrdersLess}
  },
  forCases({
    cases: rates,
    id: "LZU-Rem-Thm1b",
    statement: "The variance depends on the variance of the noise alone: it need not be Gaussian",
    assumptions: ["noise of mean zero with two moments"],
    note: "$k = 1$, $\\lambda = \\frac12$: noise $\\eta_t = (-1)^t\\varepsilon$ with $\\varepsilon = \\pm1$ by one toss has $w_t = \\frac13\\eta_t$ in the end and the variance $\\frac19$; $\\eta_t = \\varepsilon$ has $1$; (6) says $\\frac13$ for both. Batches of one reshuffled epoch remember in this way.",
    predicted: predicted.anyLaw,
    condition: {
      text: "Noise of different steps is uncorrelated. The remark says that the theorem “only requires the existence of a finite stationary noise covariance”; (28) has dropped $\\mathbb E[w_{t-1}\\eta_{t-1}^\\top]$ without a word.",
      routes: [
        enumeration(
          "every sequence of ten kicks ±1, each like the last with chance ¾",
          measured.everyRememberedSequence
        ),
        direct("responses to single kicks, multiplied in pairs", second.rememberedResponses)
      ]
    },
    routes: [
      enumeration("every sequence of ten kicks from a skewed law", measured.everySequence),
      direct("responses to single kicks, squared and summed", second.responses)
    ],
    criterion: equal(5000),
    mutant: {description: "a tenth of the third moment added", predicted: predicted.anyLawSkewed}
  }),
  forCases({
    cases: rates,
    id: "LZU-Fig2a",
    statement: "$\\Sigma = \\frac\\lambda{2-\\lambda}$ and not $\\frac\\lambda2$",
    assumptions: ["k = 1, σ² = 1"],
    predicted: predicted.stationary,
    routes: [
      simulation(
        "512 runs of 5 000 steps after the burn-in at each of four rates",
        measured.simulated
      )
    ],
    criterion: sampled(),
    mutant: {description: "λ/2", predicted: predicted.stationaryContinuous}
  })
];
