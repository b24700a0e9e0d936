import {atOne, divergences, planeRates} from "../cases/noise.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {equal, sampled} from "../ledger/criterion.js";
import {augmented, bisection, enumeration, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./figures.measured.js";
import * as predicted from "./figures.predicted.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: planeRates,
    id: "LZU-Fig3a-c",
    part: "variances",
    fixed: "one printed figure",
    statement:
      "$\\Sigma = \\operatorname{diag}\\bigl(\\frac{\\lambda}{2-\\lambda}, \\frac{\\lambda}{0.1(2-0.1\\lambda)}\\bigr)$ under white noise of variance 1",
    assumptions: ["eigenvalues 1 and 0.1", "λ = 0.5, 1.8, 1.99"],
    predicted: predicted.planes,
    routes: [
      augmented("the covariance of the recursion, summed up until it stands still", measured.planes)
    ],
    criterion: equal(1e4),
    mutant: {description: "diag(λ/2, λ/0.2)", predicted: predicted.planesContinuous}
  }),
  forCases({
    cases: [{name: "within 3σ, in the plane, %"}],
    id: "LZU-Fig3a-c",
    part: "coverage",
    fixed: "one printed figure",
    statement: "the $3\\sigma$ ellipse in the plane holds $1 - e^{-9/2} \\approx 99\\,\\%$",
    assumptions: ["a Gaussian law"],
    predicted: predicted.coverage,
    routes: [
      quadrature("the radial density over [0, 3], rounded to whole per cent", measured.coverage)
    ],
    criterion: equal(1),
    mutant: {
      description: "three standard deviations on a line",
      predicted: predicted.coverageOnLine
    }
  }),
  forCases({
    cases: [{name: "diagonal"}],
    id: "LZU-Fig3d-f",
    part: "hessian",
    fixed: "one printed figure",
    statement:
      "the expected Hessian of $\\frac1N\\sum(w^\\top x_i - y_i)^2$ for $x \\sim \\mathcal N(0, \\operatorname{diag}(1, 0.1))$ is $\\operatorname{diag}(2, 0.2)$; $\\operatorname{diag}(1, 0.1)$ belongs to the loss with $\\frac12$",
    assumptions: [],
    note: "Every other number of the section fits the loss with $\\frac12$: it is the printed loss that lacks it.",
    predicted: predicted.hessianOfPrintedLoss,
    printed: {
      weight: "slip",
      formula: "“which makes the expected Hessian equal to $\\operatorname{diag}(1, 0.1)$”",
      predicted: predicted.hessianAsPrinted
    },
    routes: [
      enumeration(
        "second differences of the loss over inputs of the same covariance",
        measured.secondDifferences
      ),
      simulation(
        "the same at 20 000 normal inputs",
        measured.sampledCurvature,
        sampled("one pass over 20 000 inputs")
      )
    ],
    criterion: equal(100),
    mutant: {description: "half of the quoted Hessian", predicted: predicted.hessianHalved}
  }),
  forCases({
    cases: divergences,
    id: "LZU-Fig4a",
    fixed: "one printed figure; drawn problems are those of Corollary 1",
    statement:
      "white noise, $\\lambda k = 2.75$: $\\Sigma$ diverges at $\\mu = \\frac{\\lambda k-2}2 = 0.375$ and follows (8) beyond",
    assumptions: [],
    predicted: predicted.divergence,
    routes: [
      bisection(
        "where the companion matrix stops growing, and the augmented recursion beyond",
        measured.divergence
      )
    ],
    criterion: equal(1e4),
    mutant: {
      description: "λ/(2(1−µ)k), which never diverges",
      predicted: predicted.divergenceContinuous
    }
  }),
  forCases({
    cases: atOne,
    id: "LZU-Fig9a",
    fixed: "one printed figure; drawn problems are those of Corollary 1",
    statement:
      "white noise, $\\lambda k = 1$: the ratio to continuous time is $\\bigl(1-\\frac{\\lambda k}{2(1+\\mu)}\\bigr)^{-1}$, still $\\frac43$ as $\\mu \\to 1$",
    assumptions: [],
    predicted: predicted.excess,
    routes: [augmented("the recursion's variance over an integral of the flow", measured.excess)],
    criterion: equal(1e5),
    mutant: {
      description: "an excess that vanishes with 1 − µ",
      predicted: predicted.excessVanishing
    }
  })
];
