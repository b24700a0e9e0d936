import * as cases from "../cases/orders.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, equal} from "../ledger/criterion.js";
import {enumeration, minimisation} from "../ledger/route.js";
import * as measured from "./scenarios.measured.js";
import * as predicted from "./scenarios.predicted.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.heatingDays,
    id: "NF-S1",
    fixed: "one programme; days of every kind go through the cases",
    statement:
      "The second stage has the gradient $\\nabla Q = -q\\,(z_1, z_2, \\max(z_1, z_2))$, z what is short in each city once the flexible capacity has gone where it is short of most",
    assumptions: ["no kink at this plan and day"],
    predicted: predicted.secondStage,
    routes: [minimisation("over the split by thirds, and differences", measured.secondStage)],
    criterion: close(1e-6, "differences of a minimum that is found by thirds"),
    mutant: {
      description: "the mean of both shortages for the larger",
      predicted: predicted.secondStageMean
    }
  }),
  forCases({
    cases: cases.reusedScenarios,
    id: "NF-S2",
    fixed: "one table of scenarios; how many, rate and batch go through the cases",
    statement:
      "Runs that reuse n of N scenarios settle with covariance $\\bigl(\\frac1n-\\frac1N\\bigr)H^{-1}GH^{-1} + \\Sigma_\\eta\\bigl(\\bigl(\\frac1b-\\frac1n\\bigr)G\\bigr)$",
    assumptions: [
      "the same Hessian in every scenario",
      "scenarios and batches drawn without replacement",
      "G with 1/(N − 1); $\\Sigma_\\eta(C)$ solves $H\\Sigma+\\Sigma H-\\eta H\\Sigma H = \\eta C$"
    ],
    predicted: predicted.reused,
    routes: [enumeration("every set of n scenarios, and every batch of it", measured.reused)],
    criterion: equal(100),
    mutant: {description: "1/n for 1/n − 1/N", predicted: predicted.reusedOfInfinitelyMany}
  }),
  forCases({
    cases: cases.reusedScenarios,
    id: "NF-S3",
    fixed: "one table of scenarios; how many, rate and batch go through the cases",
    statement:
      "With batches drawn with replacement from n of N scenarios they settle with covariance $\\bigl(\\frac1n-\\frac1N\\bigr)H^{-1}GH^{-1} + \\Sigma_\\eta\\bigl(\\bigl(1-\\frac1n\\bigr)\\frac Gb\\bigr)$",
    assumptions: [
      "the same Hessian in every scenario",
      "scenarios drawn without replacement",
      "G with 1/(N − 1); $\\Sigma_\\eta(C)$ solves $H\\Sigma+\\Sigma H-\\eta H\\Sigma H = \\eta C$"
    ],
    predicted: predicted.reusedWithReplacement,
    routes: [
      enumeration(
        "every set of n scenarios, and every batch with repetitions of it",
        measured.reusedWithReplacement
      )
    ],
    criterion: equal(100),
    mutant: {description: "G/b for (1 − 1/n)G/b", predicted: predicted.reusedAsFresh}
  })
];
