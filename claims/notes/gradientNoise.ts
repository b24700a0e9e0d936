import {batches, pairsFrom} from "../cases/batches.js";
import {lawFamily, orderedFamily, subsetFamily} from "../cases/families/batches.js";
import {oneCurvature, slopesOfOne} from "../cases/setup.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {drawn, equal, sampled} from "../ledger/criterion.js";
import {direct, enumeration, identity, simulation} from "../ledger/route.js";
import * as measured from "./gradientNoise.measured.js";
import * as predicted from "./gradientNoise.predicted.js";
import * as second from "./gradientNoise.second.js";

const exact = equal(50);

const ordered = "all 7^B ordered batches of seven vectors";
const dataSets = "every data set of n draws from a three-point law, by its probability";

export const claims: readonly Claim[] = [
  forCases({
    cases: pairsFrom,
    search: {family: lawFamily, criterion: drawn},
    id: "NT-Eq2-4",
    statement:
      "$\\operatorname{Cov}_{\\mathcal D_n}[\\nu_{\\text{sampling}}] = \\frac1n\\Sigma_{\\text{pop}}$",
    assumptions: ["independent samples with two moments"],
    predicted: predicted.sampling,
    routes: [enumeration(dataSets, measured.betweenDataSets)],
    criterion: exact,
    mutant: {description: "n−1 for n", predicted: predicted.samplingUnbiased}
  }),
  forCases({
    cases: batches,
    search: {family: orderedFamily, criterion: drawn},
    id: "NT-Eq6-7",
    statement:
      "$\\operatorname{Cov}_B[\\nu_{\\text{batch}}\\mid\\mathcal D_n] = \\frac1B\\Sigma_{\\text{emp}}$",
    assumptions: ["the batch is drawn with replacement"],
    predicted: predicted.withReplacement,
    routes: [enumeration(ordered, measured.orderedBatches)],
    criterion: exact,
    mutant: {
      description: "1/(n−1) for the 1/n of Σ_emp",
      predicted: predicted.withReplacementUnbiased
    }
  }),
  forCases({
    cases: batches,
    search: {family: orderedFamily, criterion: drawn},
    id: "NT-Prop1.1",
    statement: "$\\mathbb E_B[\\xi\\mid\\mathcal D_n] = 0$, that is $\\mathbb E_B[g_B] = g_n$",
    assumptions: ["the batch is drawn with replacement"],
    predicted: predicted.unbiased,
    routes: [enumeration(ordered, measured.mean)],
    criterion: exact,
    mutant: {description: "(n−1)/n gₙ", predicted: predicted.biased}
  }),
  forCases({
    cases: batches,
    search: {family: orderedFamily, criterion: drawn},
    id: "NT-Prop1.2",
    statement: "$\\operatorname{Cov}_B[\\xi\\mid\\mathcal D_n] = \\frac1B\\Sigma_{\\text{emp}}$",
    assumptions: ["the batch is drawn with replacement"],
    predicted: predicted.withReplacement,
    routes: [enumeration(ordered, measured.orderedBatches)],
    criterion: exact,
    mutant: {
      description: "the covariance without replacement, (n−B)/(n−1) Σ_emp/B",
      predicted: predicted.withoutReplacement
    }
  }),
  forCases({
    cases: pairsFrom,
    search: {family: lawFamily, criterion: drawn},
    id: "NT-Prop1.3",
    statement:
      "$\\mathbb E_{\\mathcal D_n}[\\operatorname{Cov}_B\\xi] = \\frac1B\\cdot\\frac{n-1}n\\Sigma_{\\text{pop}}$",
    assumptions: ["the batch is drawn with replacement", "independent samples"],
    predicted: predicted.expected,
    routes: [enumeration(`${dataSets}, and every ordered batch of it`, measured.withinDataSets)],
    criterion: exact,
    mutant: {description: "Σ_pop/B", predicted: predicted.expectedUncorrected}
  }),
  forCases({
    cases: batches,
    search: {family: orderedFamily, criterion: drawn},
    id: "NT-1.8.4-1",
    statement: "$B\\operatorname{Cov}\\xi$ does not depend on $B$",
    assumptions: ["the batch is drawn with replacement"],
    predicted: predicted.scaling,
    routes: [enumeration(ordered, measured.scaledBatches)],
    criterion: exact,
    mutant: {
      description: "the standard deviation, not the variance, falls as 1/B",
      predicted: predicted.scalingOfDeviation
    }
  }),
  forCases({
    cases: slopesOfOne,
    tame: "a regression in one dimension, as the example",
    id: "NT-1.8.4-2",
    statement:
      "$\\Sigma_{\\text{emp}}$ depends on $\\theta$: for gradients $x(x\\theta-y)$ it is $\\operatorname{Var}(x^2)\\theta^2 - 2\\operatorname{Cov}(x^2,xy)\\theta + \\operatorname{Var}(xy)$",
    assumptions: ["a linear regression in one dimension, as the example"],
    note: "The second number is 1 where the covariance depends on θ, 0 where it does not.",
    predicted: predicted.positionDependent,
    routes: [
      enumeration(
        "all ordered pairs of five samples, gradients by central differences of the loss",
        measured.atPosition
      ),
      direct("sums of squared differences of two gradients", second.deviations)
    ],
    condition: {
      text: "In a regression the samples' Hessians x² must differ. Where all losses share one, as ½(xθ − y)² for x = ±1, deviations from the mean gradient are free of θ, and the noise is additive.",
      cases: oneCurvature
    },
    criterion: equal(200),
    mutant: {
      description: "additive noise: the covariance of θ = 0 everywhere",
      predicted: predicted.positionIndependent
    }
  }),
  forCases({
    cases: pairsFrom,
    search: {family: lawFamily, criterion: drawn},
    id: "NT-1.8.4-3",
    statement:
      "The factor $\\frac{n-1}n$ is the finite data set's and tends to 1: checked for $n = 2,\\dots,5$",
    assumptions: ["as Proposition 1.3"],
    predicted: predicted.expected,
    routes: [enumeration(`${dataSets}, and every ordered batch of it`, measured.withinDataSets)],
    criterion: exact,
    mutant: {description: "no correction at any n", predicted: predicted.expectedUncorrected}
  }),
  forCases({
    cases: batches,
    search: {family: subsetFamily, criterion: drawn},
    id: "NT-1.8.4-4",
    statement:
      "$\\operatorname{Cov}_B[\\xi\\mid\\mathcal D_n] = \\frac{n-B}{n-1}\\cdot\\frac1B\\Sigma_{\\text{emp}}$",
    assumptions: ["the batch is drawn without replacement"],
    predicted: predicted.withoutReplacement,
    routes: [enumeration("all subsets of seven vectors", measured.subsets)],
    criterion: exact,
    mutant: {description: "n for n−1", predicted: predicted.withoutReplacementOverN}
  }),
  forCases({
    cases: batches.slice(1, 2),
    search: {family: orderedFamily, criterion: drawn},
    id: "NT-Eq14",
    statement: "$\\Delta\\theta_{k+1} = -\\eta_k\\,g_n(\\theta_k) + \\eta_k\\,\\xi(\\theta_k)$",
    assumptions: ["ξ = gₙ − g_B, (13)"],
    note: "Section 1.6 has it right.",
    predicted: predicted.drift,
    printed: {
      weight: "slip",
      formula:
        "$\\Delta\\theta_{k+1} = -\\eta_k\\,g_{\\mathcal B_k}(\\theta_k) + \\eta_k\\,\\xi(\\theta_k)$",
      predicted: predicted.driftAsPrinted
    },
    routes: [
      enumeration("the update (12) on every pair of seven samples", measured.stepsTaken),
      identity(
        "one step of size 1 on a batch of quadratics ends at the mean of their minima",
        second.batchMinima
      )
    ],
    criterion: equal(50),
    mutant: {description: "the noise with the other sign", predicted: predicted.driftOtherSign}
  }),
  forCases({
    cases: batches,
    search: {family: orderedFamily, criterion: drawn},
    id: "NT-5-2",
    statement:
      "$\\operatorname{Cov}[\\xi] = \\frac1B\\operatorname{Cov}_i[\\nabla L(\\theta; X_i)]$ with replacement; the printed factor belongs to sampling without replacement",
    assumptions: ["Cov_i with 1/n"],
    note: "n = B = 2 with the gradients 1 and −1: drawn with replacement the mean is 1, 0, 0 or −1, with variance ½; the printed factor makes that zero.",
    predicted: predicted.withReplacement,
    printed: {
      weight: "formula",
      formula:
        "$\\frac1B\\cdot\\frac{n-B}{n-1}\\cdot\\operatorname{Cov}_{i\\sim\\text{Uniform}(1,n)}[\\nabla L(\\theta; X_i)]$ “for mini-batch sampling with replacement”",
      predicted: predicted.withReplacementAsPrinted
    },
    routes: [
      enumeration(ordered, measured.orderedBatches),
      simulation(
        "200 000 batches drawn with replacement",
        second.drawn,
        sampled(
          "off-diagonal entries are small beside their spread; each diagonal one resolves 3 %"
        )
      )
    ],
    criterion: exact,
    mutant: {description: "1/(n−1) for 1/n in Cov_i", predicted: predicted.withReplacementUnbiased}
  })
];
