import {calmFamily, edgeFamily, rateFamily} from "../cases/families/slowRuns.js";
import {edgeRuns, plainRuns} from "../cases/optimisers.js";
import {
  bothSides,
  contractions,
  contractionsElsewhere,
  halvings,
  rates
} from "../cases/problems.js";
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
    search: {
      family: rateFamily,
      criterion: close(1e-11, "near λk = 1 the rounding of λk counts 7/(1 − λk) times")
    },
    tame: "the statement is about one dimension",
    id: "LZU-Eq2-3",
    part: "iteration",
    statement: "$w_t = (1-\\lambda k)^tw_0$",
    assumptions: ["no noise"],
    predicted: predicted.iteration,
    routes: [direct("seven steps of (2)", measured.iterations)],
    criterion: equal(100),
    mutant: {description: "the flow e^(−λkt)", predicted: predicted.iterationContinuous}
  }),
  forCases({
    cases: halvings,
    id: "LZU-Eq2-3",
    part: "error",
    tame: "orders in λk, of which there is one",
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
  }),
  forCases({
    cases: bothSides,
    search: {family: rateFamily},
    tame: "the statement is about one dimension",
    id: "LZU-Fig1",
    statement:
      "For $1/k < \\lambda < 2/k$ the iterates change sides at every step, below not at all",
    assumptions: ["no noise"],
    predicted: predicted.sides,
    routes: [direct("20 steps of (2)", measured.sides)],
    criterion: equal(1),
    mutant: {description: "λk = ½ for the border", predicted: predicted.sidesOther}
  }),
  forCases({
    cases: contractions,
    id: "LZU-4.1-range",
    tame: "one example is enough to refute it",
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
    mutant: {description: "the same rates without λ = 1/k*", cases: contractionsElsewhere}
  }),
  forCases({
    cases: edgeRuns,
    search: {family: edgeFamily},
    id: "LZU-4.1-diverges",
    statement:
      "For $\\lambda k^* > 2$ the dynamics diverges from every minimum, and for $\\lambda k^* < 2$ from none",
    assumptions: ["µ = 0"],
    predicted: predicted.diverges,
    routes: [augmented("whether powers of the update grow", measured.diverges)],
    criterion: equal(1),
    mutant: {description: "1/k* for the border", predicted: predicted.divergesEarly}
  }),
  forCases({
    cases: plainRuns,
    search: {family: calmFamily, cases: 6},
    id: "LZU-Rem-Thm1a",
    statement:
      "The continuous covariance is the first order in $\\lambda$: the absolute difference is $O(\\lambda^2)$, the relative one $O(\\lambda)$, and along an axis it is “dominant” from $\\lambda k = 1$ on, where it is as large as the continuous variance",
    assumptions: ["as Theorem 1"],
    predicted: predicted.continuousOrders,
    routes: [
      augmented(
        "the steady state less the integral: its norm at λk* = 10⁻⁴ over that at twice the rate, absolute and relative, and along the stiffest axis at λk* = 1",
        measured.differenceRatios
      )
    ],
    criterion: leading,
    mutant: {description: "one order less", predicted: predicted.continuousOrdersLess}
  }),
  forCases({
    cases: rates,
    id: "LZU-Fig2a",
    fixed: "one printed figure",
    statement:
      "$\\Sigma = \\frac\\lambda{2-\\lambda}$, which diverges as $\\lambda k \\to 2$, and not $\\frac\\lambda2$; the printed 1 000 steps are enough",
    assumptions: ["k = 1, σ² = 1"],
    predicted: predicted.stationary,
    routes: [
      simulation(
        "512 runs of 5 000 steps after the burn-in at each of four rates",
        measured.simulated
      ),
      direct("the variance after 1 000 steps from rest", measured.afterThousand, equal(1000))
    ],
    criterion: sampled(),
    mutant: {description: "λ/2", predicted: predicted.stationaryContinuous}
  })
];
