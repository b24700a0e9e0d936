import {halves, shares} from "../cases/dataSets.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {equal, sampled} from "../ledger/criterion.js";
import {enumeration, simulation} from "../ledger/route.js";
import * as measured from "./gradientNoise.measured.js";
import * as predicted from "./gradientNoise.predicted.js";
import * as second from "./gradientNoise.second.js";

const exact = equal(1000);

const drawn = sampled("mixed entries are small beside their spread; diagonal ones resolve 6 %");
const again = "the same, 40 000 times drawn";

export const claims: readonly Claim[] = [
  forCases({
    cases: halves,
    id: "FG-Eq3",
    statement:
      "$\\operatorname{Cov}(g_B\\mid\\mathcal F) = \\frac1bG^\\star$, and the remainder is zero",
    assumptions: ["𝓕 knows the population and not the data set"],
    note: "(3) does not say what 𝓕 is; in §3.2 it contains the data set. (25) writes the same covariance with a remainder O(1/n).",
    predicted: predicted.identified,
    routes: [
      enumeration(
        "every data set from a three-point law and every subset of it, b = n/2",
        measured.givenPopulation
      ),
      simulation(again, second.freshBatches, drawn)
    ],
    condition: {
      text: "𝓕 must not contain the data set. If it does, as 𝓕ₜ of §3.2, the covariance is that of a fixed pool: for b = n/2 the remainder is −G/(2b) on average, however large b, and not o(1/b).",
      routes: [
        enumeration(
          "the covariance within each data set, averaged over data sets",
          measured.givenData
        ),
        simulation(again, second.batchesWithin, drawn)
      ]
    },
    criterion: exact,
    mutant: {description: "b² for b", predicted: predicted.identifiedSquared}
  }),
  forCases({
    cases: halves,
    id: "FG-Eq24",
    statement:
      "$\\theta_{t+1} = \\theta_t - \\eta\\nabla L(\\theta_t) - \\eta\\xi_t$ with $\\mathbb E[\\xi_t\\mid\\mathcal F_t] = 0$: the noises of two steps add up to $\\frac2bG$",
    assumptions: [],
    note: "§3.2 defines ξ as g − E[g | 𝓕ₜ] with the data set in 𝓕ₜ. That is a martingale difference always, but its drift is ∇Lₙ, not the ∇L of (24).",
    predicted: predicted.twoSteps,
    routes: [
      enumeration("two batches of new points from a three-point law", measured.twoFresh),
      simulation(again, second.twoFresh, drawn)
    ],
    condition: {
      text: "Each step must see new data. Two batches of one data set share its sampling noise: around ∇L their noises covary by G/n, and E[ξₜ | 𝓕ₜ] is ∇Lₙ − ∇L.",
      routes: [
        enumeration("every data set and two subsets of it, drawn apart", measured.twoOfOne),
        simulation(again, second.twoOfOne, drawn)
      ]
    },
    criterion: exact,
    mutant: {description: "the same batch twice", predicted: predicted.twoStepsAlike}
  }),
  forCases({
    cases: shares,
    id: "FG-Eq25",
    statement:
      "Given the data, $\\operatorname{Cov}\\xi = \\frac1bG + r$ with $r = \\frac1b(S_n-G) - \\frac1nS_n$: mean $-\\frac1nG$, standard deviation of order $\\frac1{b\\sqrt n}$",
    assumptions: ["four moments, for the size of r"],
    note: "So r = o(1/b) + O(1/n) in probability as n → ∞. The text calls the second part bias of an estimated covariance; Sₙ has none, it is the finite population.",
    predicted: predicted.remainders,
    routes: [
      enumeration(
        "Cov(g_B | z) − G/b for every data set and every subset of it",
        measured.remainders
      )
    ],
    criterion: equal(2000),
    mutant: {
      description: "the variance of Sₙ for Gaussian ψ",
      predicted: predicted.remaindersOfGaussian
    }
  })
];
