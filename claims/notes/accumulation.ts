import {byRate, byRoot} from "../cases/problems.js";
import {drawings} from "../cases/setup.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {equal, sampled} from "../ledger/criterion.js";
import {direct, enumeration, simulation} from "../ledger/route.js";
import * as measured from "./accumulation.measured.js";
import * as predicted from "./accumulation.predicted.js";
import * as second from "./accumulation.second.js";

const exact = equal(100);
const coarse = sampled(
  "off-diagonal entries are small beside their spread; each diagonal one resolves 5 %"
);

const summed = [
  direct(
    "six steps without a gradient, each with the covariance of all ordered batches",
    measured.walk
  ),
  simulation("200 000 sums over six batches drawn with replacement", second.walks, coarse)
];

export const claims: readonly Claim[] = [
  forCases({
    cases: byRate,
    tame: "one data set in space stands for all: the factor 1/B is what is asked",
    id: "NT-Eq19-20",
    statement:
      "$\\operatorname{Var}\\bigl(\\sum_{k=1}^N\\eta\\,\\xi_k\\bigr) = \\frac{N\\eta^2}B\\Sigma = \\frac{t\\eta}B\\Sigma$",
    assumptions: ["ξ as in (18): independent, of covariance Σ/B", "Σ constant"],
    note: "Σ is one sample's covariance (16), ξ the batch's noise (13). (23) has the 1/B again.",
    predicted: predicted.rateScaled,
    printed: {
      weight: "slip",
      formula: "$\\operatorname{Var}(\\sum_{k=1}^N\\eta\\xi_k) = N\\eta^2\\Sigma = t\\eta\\Sigma$",
      predicted: predicted.rateScaledAsPrinted
    },
    routes: summed,
    criterion: exact,
    mutant: {
      description: "N² for N, were all kicks the same",
      predicted: predicted.rateScaledCoherent
    }
  }),
  forCases({
    cases: byRoot,
    tame: "one data set in space stands for all: the factor 1/B is what is asked",
    id: "NT-Eq21-22",
    statement:
      "$\\operatorname{Var}\\bigl(\\sum_{k=1}^N\\sqrt\\eta\\,\\xi_k\\bigr) = \\frac{N\\eta}B\\Sigma = \\frac tB\\Sigma$",
    assumptions: ["ξ as in (18): independent, of covariance Σ/B", "Σ constant"],
    note: "√η in the place of η is a change of the noise's units, not SGD's own scaling. What is missing is (19)'s 1/B again.",
    predicted: predicted.rootScaled,
    printed: {
      weight: "slip",
      consequenceOf: "NT-Eq19-20",
      formula: "$\\operatorname{Var}(\\sum_{k=1}^N\\sqrt\\eta\\xi_k) = N\\eta\\Sigma = t\\Sigma$",
      predicted: predicted.rootScaledAsPrinted
    },
    routes: summed,
    criterion: exact,
    mutant: {
      description: "N² for N, were all kicks the same",
      predicted: predicted.rootScaledCoherent
    }
  }),
  forCases({
    cases: drawings,
    tame: "one data set of four samples, of which every pair of batches can be visited",
    id: "NT-1.8.5",
    statement:
      "$\\hat\\Sigma = \\frac B{m-1}\\sum_j(g_{B_j}-\\bar g)(g_{B_j}-\\bar g)^\\top$ estimates $\\Sigma_{\\text{emp}}$ without bias with replacement; without, its mean is $\\frac{n-B}{n-1}\\Sigma_{\\text{emp}}$",
    assumptions: ["batches drawn independently of one another"],
    note: "Read as section 1.8 draws where it does not say otherwise: with replacement, as in Proposition 1.",
    predicted: predicted.estimatorMean,
    routes: [
      enumeration("its mean over every pair of batches of four vectors", measured.meanEstimate),
      simulation("200 000 pairs of drawn batches", second.pairsOfBatches, coarse)
    ],
    criterion: exact,
    mutant: {description: "Sₙ, with 1/(n−1), for Σ_emp", predicted: predicted.estimatorMeanUnbiased}
  })
];
