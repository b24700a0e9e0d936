import {balls, epochs, memories, otherSums, shortMemories, widening} from "../cases/assumption.js";
import {memoryFamily} from "../cases/families/memories.js";
import {pairFamily} from "../cases/families/pairs.js";
import {ballFamily, epochFamily} from "../cases/families/scalars.js";
import {pairs} from "../cases/pairs.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, drawn, equal, sampled} from "../ledger/criterion.js";
import {augmented, direct, enumeration, simulation} from "../ledger/route.js";
import * as measured from "./correlatedNoise.measured.js";
import * as predicted from "./correlatedNoise.predicted.js";
import * as second from "./correlatedNoise.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: epochs,
    search: {family: epochFamily, criterion: drawn},
    id: "NT-2.3-A6",
    part: "epochs",
    statement:
      "Batches drawn anew are uncorrelated. The $m$ batches of an epoch without replacement have $\\operatorname{\\mathbb E}\\xi_i\\xi_j = -\\sigma^2/(m-1)$",
    assumptions: ["θ held fixed", "batches of equal size"],
    note: "As printed it is sampling “not without replacement” that anti-correlates; most likely a slip, and the rest of the paragraph reads as corrected here.",
    predicted: predicted.anticorrelated,
    printed: {
      weight: "slip",
      formula:
        "“if the sampling of the batches is not without replacement. In this case it seems that the noise is anti-correlated”",
      predicted: predicted.anticorrelatedAsPrinted
    },
    routes: [
      enumeration(
        "every order of an epoch's batches, and every pair of batches drawn anew",
        measured.everyOrder
      ),
      simulation(
        "40 000 shuffled epochs",
        second.shuffled,
        sampled("products of two batches spread more than they average")
      )
    ],
    criterion: close(1e-12, "sums of 120 orders round"),
    mutant: {description: "−σ²/m", predicted: predicted.anticorrelatedByM}
  }),
  forCases({
    cases: [widening],
    id: "NT-2.3-A6",
    part: "flat-minima",
    statement:
      "On a valley $L = \\frac12h(x)y^2$, $h = 1+\\frac12x^2$, shaken in both directions, epochs of the length $c = \\eta m$ leave, as $\\eta\\to0$, no walk along the floor and the drift $\\frac{dx}{ds} = -\\frac{h'}{4h}\\rho(hc)$ towards where it is flat, $s = \\eta^2\\sigma^2k$, $\\rho(u) = 1-\\frac2u+\\frac2{u^2}(1-e^{-u})$",
    assumptions: ["noise along the floor as well as across it", "c fixed"],
    tame: "one valley stands for those whose walls widen",
    note: "The notes: anti-correlation “biases SGD further towards flat minima”. Batches drawn anew have the drift with ρ = 1, and besides a walk along the floor of variance s, which hides it. Label noise has no part along the floor, and there the order of the batches changes nothing.",
    predicted: predicted.widening,
    routes: [
      simulation(
        "640 runs of three units of s at η = 0.05 and at 0.025, extrapolated",
        measured.widened
      )
    ],
    criterion: sampled(),
    mutant: {
      description: "the jitter of batches drawn anew, ρ = 1",
      predicted: predicted.wideningAnew
    }
  }),
  forCases({
    cases: balls,
    search: {family: ballFamily, criterion: drawn},
    tame: "one eigendirection; matrices are the finite-rate paper's Theorem 2",
    id: "NT-2.3-A8",
    statement:
      "With heavy ball $\\operatorname{Var}\\theta = \\frac{\\eta}{1-\\mu}\\,\\frac{\\Sigma}{2h}\\big/\\bigl(1-\\frac{\\eta h}{2(1+\\mu)}\\bigr)$: the rate becomes $\\eta/(1-\\mu)$",
    assumptions: ["L = ½hθ²", "white noise", "0 < ηh < 2(1+µ)"],
    note: "The notes leave momentum out, “unsure how it changes the analysis”.",
    predicted: [predicted.heavyBallFormula, predicted.heavyBall],
    routes: [
      augmented(
        "the covariance of iterate and buffer, summed over all past kicks",
        measured.augmented
      )
    ],
    criterion: equal(1e4),
    mutant: {
      description: "1 − ηh/2, as without momentum, in the last factor",
      predicted: predicted.heavyBallPlain
    }
  }),
  forCases({
    cases: shortMemories,
    search: {family: memoryFamily, criterion: close(1e-9, "increments of cumulants cancel")},
    id: "NT-2.3-A6",
    part: "functional",
    statement:
      "If $\\sum_k|\\gamma_k|$ is finite and $\\sum_k\\gamma_k$ positive, sums of noise that filters independent kicks tend to a Wiener process: variance and fourth cumulant grow as $N$",
    assumptions: ["kicks with four moments"],
    note: "The numbers are exponents of $N$. “If not we have to consider a fractional Brownian motion”: its noise is decaying as well, with H > ½ not summably.",
    predicted: predicted.brownian,
    routes: [
      direct("what each kick adds to a sum of 2, 4 and 8 terms", measured.growth),
      enumeration(
        "every sequence of kicks of two values; for fractional noise, the motion's own variance",
        second.everySequence
      )
    ],
    condition: {
      text: "That it is “decaying with time” is not enough: Σ|γₖ| must be finite, Σγₖ positive, and the noise a filter of independent kicks. Fractional noise with H = 0.7 decays, and the variance of its sums grows as N^{1.4}; with H = 0.2 the correlations sum to nothing, as over an epoch, and it grows as N^{0.4}; white noise whose amplitude a run keeps has no auto-correlation at all, and its sums stay a mixture, with a fourth cumulant ∝ N².",
      cases: otherSums
    },
    criterion: close(1e-10, "increments of cumulants cancel"),
    mutant: {description: "sums of equal terms", predicted: predicted.ballistic}
  }),
  forCases({
    cases: memories,
    search: {family: memoryFamily, criterion: close(1e-8, "a limit")},
    id: "NT-2.4-R4",
    statement:
      "With autocovariances $\\gamma_k$ of the noise $\\operatorname{Var}\\theta = \\frac{\\eta^2}{1-a^2}\\bigl(\\gamma_0+2\\sum_{k\\ge1}a^k\\gamma_k\\bigr)$, $a = 1-\\eta h$. Where $\\sum\\gamma_k$ is finite small rates see a white noise of that variance.",
    assumptions: ["L = ½hθ²", "stationary noise", "0 < ηh < 2"],
    note: "The notes: momentum violates it, “but maybe that's ok as long as it's not long-range”. It is: a summable memory changes the temperature, a long one the power of η.",
    predicted: predicted.colours,
    routes: [
      direct(
        "the squared responses to all past kicks; for fractional noise, the sum over all pairs of kicks",
        measured.carried
      )
    ],
    criterion: close(1e-9, "a limit and a truncated sum"),
    mutant: {description: "only neighbours are correlated", predicted: predicted.coloursNeighbours}
  }),
  forCases({
    cases: pairs,
    search: {
      family: pairFamily,
      criterion: close(1e-6, "the rate is extrapolated to zero"),
      cases: 6
    },
    id: "NT-3-TODO7",
    statement:
      "As $\\eta\\to0$ heavy ball has the diffusion's law at temperature $\\frac{\\eta}{(1-\\mu)b}$: $\\frac{1-\\mu}\\eta S\\to S_0$, $HS_0+S_0H = C$, whether or not $C$ commutes with $H$",
    assumptions: ["L = ½θᵀHθ", "µ fixed, white noise of covariance C"],
    note: "The item asks and states nothing; this is an answer. For a finite rate, and µ → 1, see the finite-rate paper's Theorem 2.",
    predicted: predicted.momentumLimit,
    routes: [
      augmented(
        "covariances for µ = 0.9 at falling rates, extrapolated to zero",
        measured.vanishing
      )
    ],
    criterion: close(1e-8, "the rate is extrapolated to zero"),
    mutant: {description: "temperature η/((1 − µ²)b)", predicted: predicted.momentumLimitSquared}
  })
];
