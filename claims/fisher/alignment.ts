import * as cases from "../cases/dataSets.js";
import * as families from "../cases/families/laws.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {drawn, equal} from "../ledger/criterion.js";
import {enumeration} from "../ledger/route.js";
import * as measured from "./alignment.measured.js";
import * as predicted from "./alignment.predicted.js";

const exact = equal(20);

const everyDataSet =
  "every data set from a three-point law and every subset of it, by its probability";

export const claims: readonly Claim[] = [
  forCases({
    cases: [cases.everySize],
    search: {family: families.poolFamily, criterion: drawn},
    id: "FG-Lem4.1",
    statement:
      "$\\operatorname{Cov}(g_B \\mid z_{1:n}) = \\frac1b\\left(1-\\frac bn\\right)S_n$, and in its proof $\\operatorname{Cov}(I_i, I_j) = -\\frac{b(n-b)}{n^2(n-1)}$",
    assumptions: ["the batch is a uniform subset of size b", "the data are fixed"],
    predicted: predicted.withoutReplacement,
    routes: [
      enumeration("the covariance over all subsets of seven vectors", measured.subsetsAndIndicators)
    ],
    criterion: exact,
    mutant: {
      description: "1/n for 1/(n−1) in the sample covariance",
      predicted: predicted.withoutReplacementOverN
    }
  }),
  forCases({
    cases: [cases.everySize],
    search: {family: families.poolFamily, criterion: drawn},
    id: "FG-LemA.1",
    statement:
      "$b^{-2}\\Bigl(\\frac{b(n-b)}{n^2}\\sum_i x_ix_i^\\top - \\frac{b(n-b)}{n^2(n-1)}\\sum_{i\\ne j}x_ix_j^\\top\\Bigr)$ is the covariance of the batch mean",
    assumptions: ["the batch is a uniform subset of size b", "the vectors are fixed"],
    predicted: predicted.expandedProof,
    routes: [enumeration("the covariance over all subsets of seven vectors", measured.subsets)],
    criterion: equal(100),
    mutant: {
      description: "n for n−1 in the covariance of two indicators",
      predicted: predicted.expandedProofIndependent
    }
  }),
  forCases({
    cases: [cases.everySize],
    search: {family: families.poolFamily, criterion: drawn},
    id: "FG-Rem4.2",
    statement: "With the covariance normalised by $1/n$ the factor is $1-\\frac{b-1}{n-1}$",
    assumptions: ["as Lemma 4.1"],
    predicted: predicted.biasedForm,
    routes: [enumeration("the covariance over all subsets of seven vectors", measured.subsets)],
    criterion: exact,
    mutant: {
      description: "1 − b/n for either normalisation",
      predicted: predicted.biasedFormUncorrected
    }
  }),
  {
    id: "FG-Eq21",
    statement: "$G_\\mu(\\theta) := \\operatorname{Cov}_\\mu(\\psi(\\theta; Z))$",
    assumptions: [],
    reason: "a definition"
  },
  forCases({
    cases: cases.dataSets,
    search: {family: families.lawFamily, criterion: drawn},
    id: "FG-Thm4.3",
    statement: "$\\operatorname{Cov}(g_B \\mid \\mu) = \\frac1b G_\\mu$",
    assumptions: [
      "given µ the samples are independent, with two moments",
      "the batch is a uniform subset of size b of n of them"
    ],
    predicted: predicted.freshData,
    routes: [enumeration(everyDataSet, measured.batchCovariance)],
    criterion: equal(1000),
    mutant: {
      description: "the factor 1 − b/n of Lemma 4.1 kept",
      predicted: predicted.freshDataCorrected
    }
  }),
  forCases({
    cases: cases.dataSets,
    search: {family: families.lawFamily, criterion: drawn},
    id: "FG-Eq23",
    statement:
      "$\\mathbb E[\\operatorname{Cov}(g_B \\mid Z_{1:n},\\mu) \\mid \\mu] = \\frac1b\\left(1-\\frac bn\\right)G_\\mu$, and $\\operatorname{Cov}(\\bar\\psi_n\\mid\\mu) = \\frac1nG_\\mu$ is the rest of (22)",
    assumptions: ["as Theorem 4.3"],
    predicted: predicted.withinAndBetween,
    routes: [enumeration(everyDataSet, measured.withinAndBetweenDataSets)],
    criterion: equal(1000),
    mutant: {
      description: "(n−1)/n, the factor of sampling with replacement",
      predicted: predicted.withinWithReplacement
    }
  }),
  forCases({
    cases: cases.mixedSets,
    search: {family: families.mixtureFamily, criterion: drawn},
    id: "FG-Prop4.5",
    statement:
      "$\\operatorname{Cov}(g_B) = \\frac1b\\,\\mathbb E_\\mu[G_\\mu] + \\operatorname{Cov}_\\mu(\\mathbb E[g_B\\mid\\mu])$",
    assumptions: ["exchangeable samples with two moments"],
    note: "Its levels (i) and (ii) are Lemma 4.1 and Theorem 4.3.",
    predicted: predicted.mixed,
    routes: [
      enumeration(
        "both populations of a mixture, every data set of four and every subset of it",
        measured.mixtures
      )
    ],
    criterion: equal(1000),
    mutant: {description: "both terms divided by b", predicted: predicted.mixedDivided}
  }),
  forCases({
    cases: cases.dataSets,
    search: {family: families.lawFamily, criterion: drawn},
    id: "FG-Rem4.6",
    statement:
      "$b\\operatorname{Cov}(g_B\\mid\\mu)$ does not depend on $b$: batch size rescales the noise and keeps its shape",
    assumptions: ["as Theorem 4.3"],
    predicted: predicted.shape,
    routes: [enumeration(everyDataSet, measured.shapes)],
    criterion: equal(1000),
    mutant: {
      description: "the standard deviation, not the variance, falls as 1/b",
      predicted: predicted.freshData
    }
  }),
  forCases({
    cases: cases.reusedSets,
    search: {family: families.reuseFamily, criterion: drawn},
    id: "FG-Rem4.4",
    statement:
      "For $T$ batches of one data set the covariance of their mean is $\\frac{1}{bT}\\left(1-\\frac bn\\right)G + \\frac1nG$; only with fresh data is it $\\frac{1}{bT}G$",
    assumptions: ["the data set is drawn once, batches independently from it"],
    note: "The remark says that the factor matters where a data set is reused; the floor G/n matters more.",
    predicted: predicted.reuse,
    routes: [enumeration(everyDataSet, measured.reused)],
    criterion: equal(1000),
    mutant: {description: "G/(bT), as with fresh data", predicted: predicted.reuseAsFresh}
  }),
  forCases({
    cases: cases.labelledSets,
    search: {family: families.labelledFamily, criterion: drawn},
    id: "FG-Rem4.7",
    part: "identity",
    statement: "$\\operatorname{Cov}(g_B(\\theta^\\star)\\mid\\mu) = \\frac1bF$ for a likelihood",
    assumptions: ["the model contains the truth"],
    predicted: predicted.information,
    routes: [
      enumeration(
        "every data set of four inputs and labels of a logistic regression, every subset of it",
        measured.modelScores
      )
    ],
    criterion: equal(1000),
    mutant: {description: "labels that the model excludes", measure: measured.otherScores}
  }),
  forCases({
    cases: cases.farPoint,
    search: {family: families.lawFamily, criterion: drawn},
    id: "FG-Rem4.8",
    statement:
      "$\\operatorname{Cov}(g_B\\mid\\mu) = \\frac1bG_\\mu$ without any Gaussian assumption",
    assumptions: ["two moments"],
    predicted: predicted.anyLaw,
    routes: [
      enumeration(
        "every data set of five from a law on two points, one rare and far, every subset of it",
        measured.batchCovariance
      )
    ],
    criterion: equal(1000),
    mutant: {
      description: "the variance of a Gaussian with the same mean absolute deviation",
      predicted: predicted.gaussianByDeviation
    }
  })
];
