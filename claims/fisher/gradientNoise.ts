import {halves, shares} from "../cases/dataSets.js";
import {lawFamily} from "../cases/families/laws.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, equal} from "../ledger/criterion.js";
import {enumeration} from "../ledger/route.js";
import * as measured from "./gradientNoise.measured.js";
import * as predicted from "./gradientNoise.predicted.js";

const exact = equal(1000);

const byEnumeration = close(1e-7, "what is left of large sums by their differences");

export const claims: readonly Claim[] = [
  forCases({
    cases: halves,
    search: {family: lawFamily, criterion: byEnumeration},
    id: "FG-Eq3",
    statement:
      "$\\operatorname{Cov}(g_B\\mid\\mathcal F) = \\frac1bG^\\star$, and the remainder is zero: $\\mathcal F$ knows the population. Were the data set in it, the mean would be $\\bigl(\\frac1b-\\frac1n\\bigr)G$",
    assumptions: [
      "fresh data in every step, which §4.2 says of Sections 5 to 7",
      "G⋆ = G; Remark 3.7 has the condition"
    ],
    note: "(3) does not say what 𝓕 is. In §3.2 it contains the data set; then the remainder is −G/n on average, which at b = n/2 is −G/(2b) and not o(1/b). (25) has the term, as O(1/n).",
    predicted: predicted.identified,
    routes: [
      enumeration(
        "every data set from a three-point law and every subset of it: over both, and within each data set",
        measured.batches
      )
    ],
    criterion: exact,
    mutant: {
      description: "one covariance, whether the data set is known or not",
      predicted: predicted.identifiedAlike
    }
  }),
  forCases({
    cases: halves,
    search: {family: lawFamily, criterion: byEnumeration, cases: 3},
    id: "FG-Eq24",
    statement:
      "$\\theta_{t+1} = \\theta_t-\\eta\\nabla L(\\theta_t)-\\eta\\xi_t$ with $\\mathbb E[\\xi_t\\mid\\mathcal F_t] = 0$: the noises of two steps add up to $\\frac2bG$. Were a data set reused, to $\\bigl(\\frac2b+\\frac2n\\bigr)G$",
    assumptions: ["fresh data in every step, which §4.2 says of Sections 5 to 7"],
    note: "§3.2 defines ξ as g − E[g | 𝓕ₜ] with the data set in 𝓕ₜ: a martingale difference always, around ∇Lₙ and not the ∇L of (24). Around ∇L the noises of two batches of one data set covary by G/n.",
    predicted: predicted.twoSteps,
    routes: [
      enumeration(
        "two batches of new points from a three-point law; and every data set with two subsets of it, drawn apart",
        measured.twoBatches
      )
    ],
    criterion: exact,
    mutant: {
      description: "noises of one data set that do not covary",
      predicted: predicted.twoStepsApart
    }
  }),
  forCases({
    cases: shares,
    search: {family: lawFamily, criterion: byEnumeration},
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
