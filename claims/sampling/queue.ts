import * as cases from "../cases/queues.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close} from "../ledger/criterion.js";
import {minimisation, quadrature} from "../ledger/route.js";
import * as measured from "./queue.measured.js";
import * as predicted from "./queue.predicted.js";

const onGrid = close(1e-4, "trapezoids of width 0.004/μ over the sojourn time");
const runs = "single runs of a queue with Poisson arrivals; loads and lengths go through the cases";

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.costs,
    id: "NF-Q1",
    fixed: "one formula of one number, the cost",
    statement:
      "At rest the mean sojourn time of M/M/1 plus $c\\mu$ is least at $\\mu^\\star = 1 + c^{-1/2}$, where its curvature is $2c^{3/2}$",
    assumptions: ["arrivals of rate 1", "c > 0"],
    predicted: predicted.atRest,
    routes: [
      minimisation(
        "of the balance equations' mean by thirds, and differences there",
        measured.balanced
      )
    ],
    criterion: close(1e-5, "second differences of width 10⁻³"),
    mutant: {description: "half of the curvature", predicted: predicted.atRestHalved}
  }),
  forCases({
    cases: cases.finiteRuns,
    id: "NF-Q2",
    fixed: runs,
    statement:
      "From an empty queue, $\\frac1n\\sum_k\\mathbb E W_k = \\frac1n\\sum_k(\\mathbb E L_k+1)/\\mu$, $L$ the chain of customers found on arrival",
    assumptions: ["exponential gaps and services"],
    predicted: predicted.finiteMean,
    routes: [quadrature("Lindley's recursion for the density of $W_k$", measured.mean)],
    criterion: onGrid,
    mutant: {description: "the mean at rest", predicted: predicted.meanAtRest}
  }),
  forCases({
    cases: cases.finiteRuns,
    id: "NF-Q3",
    part: "perturbation",
    fixed: runs,
    statement:
      "The derivative of a run, $W' \\leftarrow \\mathbb 1[W>A]\\,W' - S/\\mu$, has the mean $\\frac{d}{d\\mu}\\frac1n\\sum_k\\mathbb E W_k$",
    assumptions: ["exponential gaps and services"],
    predicted: predicted.finiteSlope,
    routes: [
      quadrature("Lindley's recursion for $\\mathbb E[W_k'; W_k = w]$", measured.perturbation)
    ],
    criterion: onGrid,
    mutant: {
      description: "a perturbation that an idle server does not end",
      measure: measured.perturbationKept
    }
  }),
  forCases({
    cases: cases.finiteRuns,
    id: "NF-Q3",
    part: "likelihood-ratio",
    fixed: runs,
    statement: "So has the likelihood ratio, $W_kZ_k$ with $Z_k = \\sum_{j\\le k}(1/\\mu - S_j)$",
    assumptions: ["exponential gaps and services"],
    predicted: predicted.finiteSlope,
    routes: [
      quadrature("Lindley's recursion for $\\mathbb E[Z_k; W_k = w]$", measured.likelihoodRatio)
    ],
    criterion: onGrid,
    mutant: {description: "the score of one's own service alone", measure: measured.ownScore}
  }),
  forCases({
    cases: cases.loads,
    id: "NF-Q4",
    fixed: "one formula of one number, the load",
    statement:
      "At rest the mean of many successive waiting times has $\\dfrac{2+5\\rho-4\\rho^2+\\rho^3}{(2-\\rho)(1-\\rho)^2}$ times the variance that independent ones would have",
    assumptions: ["M/M/1, load ρ < 1"],
    note: "The variance of the mean is Daley's (1968).",
    predicted: predicted.dependence,
    routes: [
      quadrature(
        "covariances of all lags by Lindley's recursion, from the law at rest times the wait",
        measured.correlations
      )
    ],
    criterion: close(1e-3, "trapezoids of width 0.005/μ, summed over all lags"),
    mutant: {description: "independent waits", predicted: predicted.independence}
  })
];
