import {bursts, gaussianTails, meanFamily, meanRuns} from "../cases/tails.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost} from "../ledger/criterion.js";
import {direct, identity, simulation} from "../ledger/route.js";
import * as measured from "./printedTails.measured.js";
import * as predicted from "./printedTails.predicted.js";
import * as second from "./printedTails.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: gaussianTails,
    id: "FG-Thm7.3",
    part: "tails",
    statement:
      "Under the printed tails, $\\operatorname{E}e^{\\lambda v^\\top\\xi}\\le e^{\\lambda^2\\|F\\|/(2b)}$ in every direction, the dimension in the noise term is $d_{\\mathrm{eff}}$",
    assumptions: ["the bound with its factor M", "η = 1/(4M)", "F = diag(1, p, …, p)"],
    note: "Rare bursts: ξ = 0, and with probability p = 1/d, (±1, …, ±1); E ξξᵀ = pI ⪯ F, d_eff < 2, and each direction is sub-Gaussian with ‖F‖ = 1. One burst at the outset of a run on a loss of bounded slope leaves a gradient that outlasts the T for which the bound is small. On average d_eff does survive: see the claim beside this one.",
    predicted: predicted.bound,
    condition: {
      text: "the tails are bounded in the metric, E exp(vᵀξ) ≤ exp(vᵀFv/(2b)) for all v",
      cases: bursts,
      routes: [
        direct("the radius after a burst in the first step, step by step", measured.burstLevel),
        identity("a number below it: no step is longer than η times the slope", second.shortSteps)
      ]
    },
    routes: [
      simulation("the quantile of the least squared norm of 400 runs", measured.normalQuantile),
      direct("a number above it: the mean over t and runs, over δ", second.markov)
    ],
    criterion: atMost(0),
    mutant: {description: "λmax for the trace: no dimension", predicted: predicted.boundOfLargest},
    fixed: "the condition is refuted by one law of the noise; the bound itself is a claim beside it"
  }),
  forCases({
    cases: meanRuns,
    search: {family: meanFamily},
    id: "FG-Thm7.3",
    part: "mean",
    statement:
      "$\\operatorname{E}\\min_{t<T}\\|\\nabla L(\\theta_t)\\|^2_{F^{-1}}\\le\\frac1T\\sum_{t<T}\\operatorname{E}\\|\\nabla L(\\theta_t)\\|^2_{F^{-1}}\\le\\frac87\\Bigl(\\frac{\\Delta L}{\\eta T\\lambda_{\\min}(F)}+\\frac{\\eta M}{2b}\\kappa_Fd_{\\mathrm{eff}}\\Bigr)$",
    assumptions: ["η ≤ 1/(4M), L M-smooth", "E ξ = 0, E ξξᵀ ⪯ F/b, no tails assumed"],
    note: "The expectation of the descent inequality, without its middle term. With 1/δ in the place of the logarithm it bounds the least norm with probability 1 − δ. Checked on quadratics, where second moments are exact for noise of any law.",
    predicted: predicted.meanBound,
    routes: [direct("second moments, step by step", measured.meanSquare)],
    criterion: atMost(1e-9),
    mutant: {
      description: "λmax for the trace: no dimension",
      predicted: predicted.meanBoundOfLargest
    }
  })
];
