import {batches, enumerable, everyDataSet, pairsFrom, severalAtOnce} from "../cases/batches.js";
import {keptFamily, lawFamily, orderedFamily} from "../cases/families/batches.js";
import {kept, places} from "../cases/setup.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {drawn, equal, sampled} from "../ledger/criterion.js";
import {enumeration, identity, simulation} from "../ledger/route.js";
import * as measured from "./twoSources.measured.js";
import * as predicted from "./twoSources.predicted.js";
import * as second from "./twoSources.second.js";

const exact = equal(200);

const everyRun =
  "every data set from a three-point law and every sequence of ordered batches of it";

export const claims: readonly Claim[] = [
  forCases({
    cases: pairsFrom,
    search: {family: lawFamily, criterion: drawn},
    id: "NT-Eq1",
    statement:
      "$\\mathbb E_{\\mathcal D_n}[\\nu_{\\text{sampling}}] = 0$, that is $\\mathbb E\\,g_n = g$",
    assumptions: ["independent samples", "a θ that does not depend on them"],
    predicted: predicted.samplingMean,
    routes: [
      enumeration(
        "every data set of n draws from a three-point law, by its probability",
        measured.meanOfDataSets
      )
    ],
    criterion: exact,
    mutant: {description: "(n−1)/n g", predicted: predicted.samplingMeanBiased}
  }),
  forCases({
    cases: everyDataSet,
    tame: "every data set of one law is visited, and each is one case",
    id: "NT-Eq5",
    statement:
      "$\\mathbb E_{\\mathcal B}[\\nu_{\\text{batch}}\\mid\\mathcal D_n] = 0$ for every single data set",
    assumptions: [],
    predicted: predicted.batchMeans,
    routes: [enumeration("all ordered pairs of each of 27 data sets", measured.meanWithin)],
    criterion: exact,
    mutant: {
      description: "the population's gradient for the data set's",
      predicted: predicted.batchMeansOfPopulation
    }
  }),
  forCases({
    cases: kept,
    search: {family: keptFamily, criterion: drawn},
    id: "NT-1.8.2",
    part: "decomposition",
    statement:
      "$\\operatorname{Cov}\\xi_{\\text{total}} = \\bigl(\\frac1B\\frac{n-1}n + \\frac1n\\bigr)\\Sigma_{\\text{pop}}$: the two parts do not covary",
    assumptions: ["the batch is drawn with replacement"],
    note: "Without replacement the sum is Σ_pop/B, Theorem 4.3 of the Fisher paper.",
    predicted: predicted.decomposition,
    routes: [enumeration(everyRun, measured.oneStep)],
    criterion: exact,
    mutant: {
      description: "Σ_pop/B in all, as without replacement",
      predicted: predicted.decompositionFresh
    }
  }),
  forCases({
    cases: kept,
    search: {family: keptFamily, criterion: drawn},
    id: "NT-1.8.2",
    part: "recursion",
    statement:
      "SGD's own noise is $\\xi = -\\nu_{\\text{batch}}$: over $T$ steps it adds up to $\\frac TB\\frac{n-1}n\\Sigma_{\\text{pop}}$; $\\xi_{\\text{total}}$ would add $\\frac{T^2}n\\Sigma_{\\text{pop}}$",
    assumptions: ["the batch is drawn with replacement", "one data set for all steps"],
    predicted: predicted.accumulated,
    routes: [enumeration(everyRun, measured.manySteps)],
    criterion: exact,
    mutant: {
      description: "T for T², sampling noise drawn anew at each step",
      predicted: predicted.accumulatedAnew
    }
  }),
  forCases({
    cases: places,
    tame: "two places of one regression stand for an identity",
    id: "NT-Eq15",
    statement:
      "$\\mathbb E[g_i] = \\frac1n\\sum_ig_i = g_n = \\nabla L_n$ for an index drawn uniformly",
    assumptions: ["the data are fixed"],
    predicted: predicted.oneSampleMean,
    routes: [
      identity("central differences of the mean of seven squared losses", measured.slopesOfMeanLoss)
    ],
    criterion: equal(500),
    mutant: {description: "n−1 for n", predicted: predicted.oneSampleMeanUnbiased}
  }),
  forCases({
    cases: batches.slice(0, 1),
    search: {family: orderedFamily, criterion: drawn},
    id: "NT-Eq16",
    statement:
      "$\\Sigma = \\frac1n\\sum_i(g_i-g_n)(g_i-g_n)^\\top$ is the covariance of one uniform draw",
    assumptions: ["the data are fixed"],
    note: "The law of a draw, not an estimate from one: 1/n is right.",
    predicted: predicted.oneSampleCovariance,
    routes: [
      enumeration(
        "½ E (gᵢ − gⱼ)(gᵢ − gⱼ)ᵀ over all ordered pairs of seven vectors",
        measured.halfDifferences
      )
    ],
    criterion: exact,
    mutant: {description: "1/(n−1) for 1/n", predicted: predicted.oneSampleCovarianceUnbiased}
  }),
  forCases({
    cases: severalAtOnce,
    search: {family: orderedFamily, criterion: drawn},
    id: "NT-Eq17",
    part: "middle",
    statement:
      "$\\Sigma_{\\text{batch}} = \\frac1{B^2}\\sum_{j\\le B}\\operatorname{Cov}(g_n - g_{I_j})$, the covariances of single draws",
    assumptions: ["the batch is drawn with replacement"],
    note: "ξ is the noise of a whole batch in (13), and must be that of one sample here. Read as (13) has it, the sum divides by B once too often.",
    predicted: predicted.batchCovariance,
    printed: {
      weight: "slip",
      formula:
        "$\\frac1{B^2}\\sum_{i\\in\\mathcal B_k}\\operatorname{Cov}(\\xi(\\theta_k))$ with $\\xi = g_n - g_{\\mathcal B_k}$ of (13)",
      predicted: predicted.middleAsPrinted
    },
    routes: [
      enumeration("Cov(ξ) over all 7^B ordered batches", measured.orderedBatches),
      simulation(
        "200 000 batches drawn with replacement",
        second.drawn,
        sampled("mixed entries are small beside their spread; diagonal ones resolve 3 %")
      )
    ],
    criterion: exact,
    mutant: {description: "1/(n−1) in Σ", predicted: predicted.batchCovarianceUnbiased}
  }),
  forCases({
    cases: severalAtOnce,
    search: {family: orderedFamily, criterion: drawn},
    id: "NT-Eq17",
    part: "result",
    statement: "$\\Sigma_{\\text{batch}} = \\frac1B\\Sigma$",
    assumptions: ["the batch is drawn with replacement, or B ≪ n"],
    predicted: predicted.batchCovariance,
    routes: [enumeration("all 7^B ordered batches", measured.orderedBatches)],
    criterion: exact,
    mutant: {
      description: "without replacement, (n−B)/(n−1) of it",
      predicted: predicted.batchCovarianceWithout
    }
  }),
  forCases({
    cases: enumerable,
    search: {family: orderedFamily, criterion: drawn},
    id: "NT-Eq30-38",
    statement:
      "$\\mathbb E\\,g_{I_j} = g_n$ for each slot $j$, so $\\mathbb E\\,g_{\\mathcal B} = g_n$ and $\\mathbb E\\,\\nu_{\\text{batch}} = 0$",
    assumptions: ["the data are fixed"],
    note: "Every line also holds without replacement: only each slot's own law is used.",
    predicted: predicted.slots,
    routes: [enumeration("each slot of all 7^B ordered batches", measured.everySlot)],
    criterion: exact,
    mutant: {description: "(n−1)/n gₙ", predicted: predicted.slotsBiased}
  }),
  forCases({
    cases: batches.slice(1, 3),
    search: {family: orderedFamily, criterion: drawn},
    id: "NT-Eq39-54",
    statement:
      "$\\mathbb E\\,y_jy_k^\\top = \\delta_{jk}\\Sigma_{\\text{emp}}$ for $y_j = g_{I_j}-g_n$, so $\\operatorname{Cov}\\nu_{\\text{batch}} = \\frac1{B^2}\\sum_j\\Sigma_{\\text{emp}} = \\frac1B\\Sigma_{\\text{emp}}$",
    assumptions: ["the batch is drawn with replacement"],
    predicted: predicted.doubleSum,
    routes: [enumeration("each pair of slots of all 7^B ordered batches", measured.everyProduct)],
    criterion: exact,
    mutant: {
      description: "no sample twice: the slots repel one another",
      measure: measured.everyProductWithout
    }
  })
];
