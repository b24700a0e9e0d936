import {batchesOfThree} from "../cases/batches.js";
import {lawFamily} from "../cases/families/batches.js";
import * as cases from "../cases/setup.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, close, drawn, equal, sampled} from "../ledger/criterion.js";
import {direct, enumeration, simulation} from "../ledger/route.js";
import * as measured from "./setup.measured.js";
import * as predicted from "./setup.predicted.js";
import * as second from "./setup.second.js";

const exact = equal(200);

const everyDataSet = "every data set of n pairs (x, y) from a three-point law, by its probability";

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.dataSets,
    tame: "a law on three pairs, of which every data set can be visited",
    id: "NT-1.1",
    statement:
      "$n$ independent samples of $P$: the frequencies in the data set have mean $p$ and covariance $\\frac1n(\\operatorname{diag}p - pp^\\top)$",
    assumptions: [],
    note: "A definition; checked is what makes Lₙ a proxy for L.",
    predicted: predicted.empiricalMeasure,
    routes: [enumeration(everyDataSet, measured.frequencies)],
    criterion: exact,
    mutant: {description: "n−1 for n", predicted: predicted.empiricalMeasureUnbiased}
  }),
  forCases({
    cases: cases.dataSets,
    tame: "a law on three pairs, of which every data set can be visited",
    id: "NT-1.2-loss",
    part: "mean",
    statement: "$\\mathbb E_{\\mathcal D_n}L_n(\\theta) = L(\\theta)$ at every fixed $\\theta$",
    assumptions: ["θ does not depend on the data"],
    predicted: predicted.populationRisk,
    routes: [enumeration(everyDataSet, measured.empiricalRisks)],
    criterion: exact,
    mutant: {description: "‖ŷ − y‖² without its half", predicted: predicted.populationRiskDoubled}
  }),
  forCases({
    cases: cases.dataSets,
    tame: "a law on three pairs, of which every data set can be visited",
    id: "NT-1.2-loss",
    part: "proxy",
    statement: "As a proxy it flatters: $\\mathbb E\\min L_n \\le \\min L$",
    assumptions: [],
    predicted: predicted.smallestRisk,
    routes: [enumeration(`the least loss of ${everyDataSet}`, measured.smallestEmpiricalRisks)],
    criterion: atMost(0),
    mutant: {
      description: "the population's loss at the data set's minimum",
      measure: measured.risksAtEmpiricalMinima
    }
  }),
  forCases({
    cases: cases.places,
    tame: "two places of one regression stand for an identity",
    id: "NT-1.3-grads",
    statement:
      "$\\mathbb E_{\\mathcal B}[g_{\\mathcal B}(\\theta)] = \\nabla L_n(\\theta)$, with replacement and without",
    assumptions: [],
    predicted: predicted.unbiased,
    routes: [
      enumeration(
        "all ordered batches and all subsets of seven samples, gradients by central differences",
        measured.meanBatches
      )
    ],
    criterion: equal(500),
    mutant: {description: "the half missing in the loss", predicted: predicted.unbiasedDoubled}
  }),
  forCases({
    cases: [cases.fourPoints],
    tame: "one regression, of which every sequence of batches can be visited",
    id: "NT-Alg1",
    statement:
      "$\\theta_{k+1} = \\theta_k - \\eta_kg_{\\mathcal B_k}(\\theta_k)$; in a linear regression $\\mathbb E\\,\\theta_k$ is gradient descent on $L_n$",
    assumptions: ["each batch is drawn independently of those before"],
    predicted: predicted.descent,
    routes: [enumeration("all 6³ sequences of pairs of four samples", measured.everySequence)],
    criterion: exact,
    mutant: {
      description: "reshuffled epochs: the second pair is what the first has left over",
      measure: measured.everyEpoch
    }
  }),
  forCases({
    cases: cases.drawings,
    tame: "chances of indices, counted for four samples",
    id: "NT-1.5",
    statement:
      "Two draws of a batch are $(i,j)$ with probability $\\frac1{n^2}$ with replacement, $\\frac1{n(n-1)}$ for $i\\ne j$ without; a sample is in the batch with $1-(1-\\frac1n)^B$ and $\\frac Bn$",
    assumptions: [],
    predicted: predicted.strategies,
    routes: [enumeration("all ordered batches of four samples", measured.countedBatches)],
    criterion: exact,
    mutant: {description: "both with replacement", predicted: predicted.strategiesAlike}
  }),
  forCases({
    cases: cases.places,
    tame: "two places of one regression stand for an identity",
    id: "NT-1.6",
    statement:
      "$\\theta_{k+1} = \\theta_k - \\eta_kg_n + \\eta_k\\xi$ with $\\xi = g_n - g_{\\mathcal B_k}$",
    assumptions: [],
    note: "The list below it calls η g_n the drift; the drift is −η g_n.",
    predicted: predicted.decomposition,
    routes: [enumeration("the update on every pair of seven samples", measured.stepsTaken)],
    criterion: exact,
    mutant: {
      description: "ξ = g_B − gₙ with the sign in front kept",
      predicted: predicted.decompositionOtherSign
    }
  }),
  forCases({
    cases: cases.drawings.slice(1),
    tame: "a full batch of one data set stands for all",
    id: "NT-1.7",
    part: "full-batch",
    statement: "With $\\mathcal B = \\{1,\\dots,n\\}$ there is no noise",
    assumptions: ["every sample is in the batch once, as without replacement"],
    note: "Proposition 1 draws with replacement; there B = n leaves Σ_emp/n.",
    predicted: predicted.fullBatch,
    routes: [enumeration("all subsets of four vectors", measured.covariances)],
    criterion: exact,
    mutant: {description: "drawn with replacement", cases: cases.drawings.slice(0, 1)}
  }),
  forCases({
    cases: cases.drawings,
    tame: "shares of a trace, the same for all data",
    id: "NT-1.7",
    part: "single-sample",
    statement:
      "$B = 1$ has most noise: its share falls as $\\frac1B$ with replacement, $\\frac{n-B}{(n-1)B}$ without",
    assumptions: [],
    predicted: predicted.singleSample,
    routes: [enumeration("all ordered batches and all subsets of four vectors", measured.traces)],
    criterion: exact,
    mutant: {description: "n for n−1", predicted: predicted.singleSampleOverN}
  }),
  forCases({
    cases: cases.schedules,
    tame: "the document's own schedule and a constant one",
    id: "NT-1.7",
    part: "rates",
    statement:
      "A constant rate keeps the variance $\\frac{\\eta C}{h(2-\\eta h)}$; with $\\eta_k = \\eta_0/\\sqrt{k+1}$ it follows the same law down to zero",
    assumptions: ["a quadratic loss"],
    predicted: predicted.plateaus,
    routes: [direct("the variance over 10⁷ steps", measured.variance)],
    criterion: close(1e-3, "the variance lags behind the rate by a relative 1/(4hη₀√k)"),
    mutant: {description: "the limit's plateau ηC/(2h)", predicted: predicted.plateausOfLimit}
  }),
  forCases({
    cases: [cases.oneUpdate],
    tame: "one data set in space stands for an identity",
    id: "NT-Eq12-13",
    statement:
      "Given $\\theta_k$ and the data, $\\theta_{k+1}$ has mean $\\theta_k - \\eta g_n$ and covariance $\\frac{\\eta^2}B\\Sigma$",
    assumptions: ["the batch is drawn with replacement"],
    predicted: predicted.oneStep,
    routes: [enumeration("the update on all ordered pairs of seven vectors", measured.updates)],
    criterion: exact,
    mutant: {description: "η for η²", predicted: predicted.oneStepLinear}
  }),
  forCases({
    cases: cases.batchSums,
    tame: "gradients of three values, of which every sequence can be visited",
    id: "NT-5-1",
    part: "fixed",
    statement:
      "With $B$ fixed the central limit theorem applies to the sum of many batches: its skewness is $\\gamma/\\sqrt{NB}$, its excess kurtosis $\\kappa/(NB)$",
    assumptions: ["batches drawn with replacement"],
    note: "The question is for conditions “to apply the central limit theorem”, and this is enough.",
    predicted: predicted.sums,
    routes: [enumeration("every sequence of samples from three values", measured.moments)],
    criterion: equal(10000),
    mutant: {description: "N for NB", predicted: predicted.sumsOfSteps}
  }),
  forCases({
    cases: cases.growingBatchSums,
    tame: "gradients of three values, of which every sequence can be visited",
    id: "NT-5-1",
    part: "scaling",
    statement:
      "With $B = N$, that is $B\\propto1/\\eta$, the theorem applies as well, and sooner: the skewness of the sum is $\\gamma/N$, its excess kurtosis $\\kappa/N^2$",
    assumptions: ["batches drawn with replacement"],
    note: "What the text forbids costs the theorem nothing. What becomes small is the noise itself, of variance $t\\eta\\Sigma/B$, which then goes with η².",
    predicted: predicted.sums,
    printed: {
      weight: "conclusion",
      formula:
        "“The batch size should NOT scale with $1/\\eta$”: the sum stays as far from normal as one sample",
      predicted: predicted.oneSample
    },
    routes: [
      enumeration("every sequence of samples from three values", measured.moments),
      enumeration("how often each value is drawn, by multinomial chances", second.momentsByCounts)
    ],
    criterion: equal(10000),
    mutant: {description: "N for NB", predicted: predicted.sumsOfSteps}
  }),
  forCases({
    cases: batchesOfThree,
    search: {family: lawFamily, criterion: drawn},
    id: "NT-5-3",
    part: "moment",
    statement:
      "$\\mathbb E\\|\\xi\\|^2 = \\frac{n-1}{nB}\\operatorname{Tr}\\Sigma_{\\text{pop}}$: finite if the gradients' variance is",
    assumptions: ["the batch is drawn with replacement"],
    predicted: predicted.finiteMoment,
    routes: [
      enumeration(
        "every data set of three from a three-point law and every ordered batch of it",
        measured.squaredNorms
      )
    ],
    criterion: exact,
    mutant: {description: "E‖g‖² for the variance", predicted: predicted.finiteMomentUncentred}
  }),
  forCases({
    cases: cases.dealt,
    tame: "two sizes of each way to draw without replacement",
    id: "NT-5-3",
    part: "without-replacement",
    statement:
      "Without replacement, as 1.5 draws, the batches of different steps do not depend on one another, at any $B/n$. Successive pieces of a shuffled data set do at every $B/n$: $\\operatorname{Cov}\\sum_{k\\le K}\\xi_k = \\frac{n-KB}{n-B}\\,K\\operatorname{Cov}\\xi$",
    assumptions: [],
    note: "What B/n ≪ 1 makes small is the dependence within one batch, the factor (n−B)/(n−1), and that of two pieces of an epoch, of which there are as many more.",
    predicted: predicted.dealtBatches,
    printed: {
      weight: "conclusion",
      formula:
        "“If sampling without replacement: Need $B/n\\ll1$ … so that dependencies between batches are negligible”",
      predicted: predicted.dealtAsPrinted
    },
    routes: [
      enumeration(
        "the law of two steps over all pairs of subsets that may follow each other",
        measured.sumsOfPairs
      ),
      simulation(
        "40 000 runs, each batch dealt from a deck",
        second.partialSums,
        sampled("sums of 1 to 75 terms, each to 6 %")
      )
    ],
    criterion: exact,
    mutant: {description: "(n−K)/(n−1) whatever B", predicted: predicted.dealtSingly}
  })
];
