import {plainProbits, squareProbit} from "../cases/fisher.js";
import {named} from "../cases/named.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, close, sampled} from "../ledger/criterion.js";
import {enumeration, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./misspecification.measured.js";
import * as predicted from "./misspecification.predicted.js";
import * as second from "./misspecification.second.js";

const setting = "x ~ N(0, I), P(y = 1 | x) = Φ(β₀ᵀx), a logistic model without intercept";

/** Whether 800 batches tell the two matrices from each other: the document says it in two places. */
const resolved = {
  cases: squareProbit,
  fixed: "one printed experiment",
  predicted: predicted.threshold,
  routes: [
    quadrature("both matrices by Simpson's rule, with the missing square", measured.distance),
    simulation("60 000 labels drawn, the slope fitted, squares averaged", second.drawn)
  ],
  criterion: atLeast(0),
  mutant: {
    description: "the sampling error of all entries in ten dimensions, √(11/799)",
    predicted: predicted.fullThreshold
  }
};
/** For a model that is right but for its link they do not. */
const plainlyTooNear = {
  cases: plainProbits,
  routes: [
    quadrature("the paper's probit, s from ½ to 8", measured.distance),
    simulation("the same from 60 000 labels each", second.drawn)
  ]
};

export const claims: readonly Claim[] = [
  forCases({
    cases: plainProbits,
    fixed: "one printed experiment, the length of β₀ left open",
    id: "FG-AppB.1",
    statement:
      "$\\beta^\\star$, the projection, is parallel to $\\beta_0$ and longer; $J^\\star = \\operatorname E[r^2xx^\\top]$ and $H^\\star = \\operatorname E[\\sigma(1-\\sigma)xx^\\top]$ differ",
    assumptions: [setting, "the text leaves the law of x open"],
    predicted: predicted.projection,
    routes: [
      quadrature(
        "the score's zero by bisection, both matrices by Simpson's rule with Φ from its series",
        measured.integrated
      )
    ],
    criterion: close(1e-9, "Simpson's rule on 6 000 cells leaves about that"),
    mutant: {
      description: "the information equality, J⋆ = H⋆",
      predicted: predicted.informationEquality
    }
  }),
  forCases({
    cases: [{name: "n = 8, b = 3"}],
    fixed: "Lemma 4.1 has it for all data; these are logistic scores",
    id: "FG-ExpA",
    part: "identity",
    statement:
      "$\\operatorname{Cov}(g_B) = \\frac1b\\bigl(1-\\frac bn\\bigr)\\hat J$ with the sample covariance $\\hat J$ of the scores, whether the model is right or not",
    assumptions: ["batches without replacement, the data fixed"],
    predicted: predicted.batchNoise,
    routes: [
      enumeration(
        "all 56 batches of three of eight samples, gradients by differences of the loss",
        measured.enumerated
      ),
      enumeration("over pairs of samples, by the chance to be in one batch", second.paired)
    ],
    criterion: close(1e-10, "sixth-order differences of the loss are good to about that"),
    mutant: {
      description: "the Hessian for the covariance of the scores",
      predicted: predicted.batchCurvature
    }
  }),
  forCases({
    ...resolved,
    id: "FG-ExpA",
    part: "resolution",
    statement:
      "that the noise follows $J^\\star$ “rather than by curvature alone” is seen with 800 batches where $\\lVert H^\\star-J^\\star\\rVert/\\lVert J^\\star\\rVert$ exceeds three times the sampling error $\\sqrt{2/799}$",
    assumptions: [
      setting,
      "d = 2, which favours the claim; s = 2 with a missing square γ = 1 where it holds"
    ],
    note: "In the cases of the condition ‖H⋆ − J⋆‖/‖J⋆‖ lies below half the sampling error: with H⋆ in the place of J⋆ the experiment prints the same 0.05. With correlated features, or of unequal variance, the distance can be larger.",
    condition: {
      text: "the distance of the two matrices is that large, which for features N(0, I) and d ≥ 2 no probit makes it",
      ...plainlyTooNear
    }
  }),
  forCases({
    cases: named([
      {dimension: 1, repetitions: 2400},
      {dimension: 5, repetitions: 600}
    ]),
    fixed: "one printed number",
    id: "FG-Fig9",
    statement:
      "the relative Frobenius difference of the diagonals is 0.05: $\\sqrt{2/(m-1)}$ for $m = 800$, the sampling error of a variance",
    assumptions: ["batch means are Gaussian, as they nearly are at b = 256"],
    note: "It does not depend on J, d or β₀. For all entries it would be √((1+r)/(m−1)) with r near d.",
    predicted: predicted.squaredError,
    routes: [
      simulation(
        "the square of that difference over repetitions of 800 vectors, in one and in five dimensions",
        measured.repeatedErrors
      )
    ],
    criterion: sampled(
      "a mean of squares of some thousand repetitions; the paper prints one digit"
    ),
    mutant: {
      description: "all entries for the diagonal: (1+r)/(m−1)",
      predicted: predicted.squaredErrorFull
    }
  }),
  forCases({
    ...resolved,
    id: "FG-C-verif",
    part: "misspecification",
    statement:
      "“misspecification experiments show graceful degradation to the sandwich/Godambe prediction”: where the model is wrong, Experiment A tells the Godambe matrix $J^\\star$ from the curvature $H^\\star$ that a right one would give",
    assumptions: [setting, "“sandwich/Godambe” is what Remark 3.6 calls G⋆, here J⋆"],
    note: "The same as Experiment A's conclusion, and the same verdict. The sandwich H⁻¹JH⁻¹ is the covariance of estimates, of which the experiment has none.",
    condition: {
      text: "the distance of the two is three times the sampling error of 800 batches, which for features N(0, I) and d ≥ 2 no probit makes it",
      ...plainlyTooNear
    }
  })
];
