import {mixtureFamily} from "../cases/families/quasi.js";
import {momentumFamily} from "../cases/families/runs.js";
import {limitFamily} from "../cases/families/slowRuns.js";
import {heavyBallRuns, limitRuns, momenta, quasiRuns} from "../cases/optimisers.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, drawn, equal} from "../ledger/criterion.js";
import {augmented, bisection, direct} from "../ledger/route.js";
import * as measured from "./recursions.measured.js";
import * as predicted from "./recursions.predicted.js";

const exact = equal(1e4);
const written = "40 steps of the update as it is written, for a given noise";

export const claims: readonly Claim[] = [
  forCases({
    cases: heavyBallRuns,
    search: {family: momentumFamily, criterion: drawn},
    id: "LZU-Eq5",
    statement:
      "heavy ball is $w_t = (I+\\mu I-\\lambda K)w_{t-1} - \\mu w_{t-2} - \\lambda\\eta_{t-1}$",
    assumptions: ["m₀ = 0"],
    predicted: predicted.heavyBallPath,
    routes: [direct(written, measured.iterates)],
    criterion: exact,
    mutant: {
      description: "(1−µ)I for µI, as the proof of Lemma 1 prints it",
      predicted: predicted.heavyBallPathPrinted
    }
  }),
  forCases({
    cases: momenta,
    tame: "the directions of K are recursions of their own",
    id: "LZU-4.5-stab",
    part: "boundary",
    statement:
      "at $\\lambda k = 2(1+\\mu)$ there is no stationary law: the variance grows by $(\\frac\\lambda{1-\\mu})^2C$ per step",
    assumptions: ["one direction"],
    note: "The text has “≤” in its condition.",
    predicted: predicted.boundary,
    routes: [
      direct("the variance stepped from rest, between steps 1000 and 2000", measured.boundary)
    ],
    criterion: close(1e-9, "the other root dies out first"),
    mutant: {description: "λ²C, without the buffer", predicted: predicted.boundaryPlain}
  }),
  forCases({
    cases: limitRuns,
    search: {family: limitFamily, cases: 3},
    id: "LZU-Rem-E1",
    statement: "with momentum the learning rate can be $1+\\mu$ times larger",
    assumptions: ["of the limit of stability"],
    predicted: predicted.longer,
    routes: [
      bisection(
        "the rate at which the powers of the update stop vanishing, over 2/k*",
        measured.longer
      )
    ],
    criterion: close(1e-9, "near the limit powers vanish slowly"),
    mutant: {description: "1/(1−µ) for 1+µ", predicted: predicted.longerOther}
  }),
  forCases({
    cases: quasiRuns,
    search: {family: mixtureFamily, criterion: drawn, cases: 8},
    id: "LZU-Eq72",
    statement:
      "QHM is $w_t = [(1+\\mu)I-\\alpha K]w_{t-1} - \\mu[I-\\beta K]w_{t-2} - \\alpha\\eta_{t-1} + \\mu\\beta\\eta_{t-2}$, $\\alpha = \\lambda(1-\\mu\\nu)$, $\\beta = \\lambda(1-\\nu)$",
    assumptions: ["m₀ = 0"],
    predicted: predicted.qhmPath,
    routes: [direct(written, measured.iterates)],
    criterion: exact,
    mutant: {
      description: "without the last term, the echo of an older kick",
      predicted: predicted.qhmPathDeaf
    }
  }),
  forCases({
    cases: quasiRuns,
    search: {family: mixtureFamily, criterion: drawn, cases: 8},
    id: "LZU-Eq75-81",
    part: "buffer",
    statement:
      "$\\lambda\\nu m_t = -w_t + [I-\\lambda(1-\\nu)K]w_{t-1} - \\lambda(1-\\nu)\\eta_{t-1}$",
    assumptions: ["(72)"],
    predicted: predicted.buffer,
    routes: [direct(written, measured.buffer)],
    criterion: exact,
    mutant: {description: "without the noise", predicted: predicted.bufferSilent}
  }),
  forCases({
    cases: quasiRuns,
    tame: "its second route waits for the slowest direction; Theorem 11, which these moments give, is searched",
    id: "LZU-Eq75-81",
    part: "moments",
    statement:
      "with $\\beta = \\lambda(1-\\nu)$, $B = I-\\beta K$: $\\lambda^2\\nu^2M = \\Sigma + B\\Sigma B - XB - BX^\\top + (\\beta^2-2\\alpha\\beta)C$, $X = (I-\\alpha K)\\Sigma + \\mu\\Sigma - \\mu BX^\\top - \\mu\\alpha\\beta C$, $G = \\mu(I-\\alpha K)(-\\Sigma + XB + \\alpha\\beta C)$, and $\\alpha^2C$ in (75)",
    assumptions: ["stationary", "K and C do not commute"],
    note: "The text drops E[wₜηₜ₋₁ᵀ] = −αC: wₜ contains −αηₜ₋₁. In (75) it prints λ²α²C where α already contains λ; both readings of that factor are tried. In one dimension with ν = 0 and µ = 0: w₁ = (1−λk)w₀ − λη₀, so E[w₁η₀] = −λC.",
    predicted: predicted.moments,
    printed: {
      weight: "formula",
      formula:
        "$\\lambda^2\\nu^2M = \\Sigma + B\\Sigma B - XB - BX^\\top + \\beta^2C$, $X = (I-\\alpha K)\\Sigma + \\mu\\Sigma - \\mu BX^\\top$, $G = \\mu(I-\\alpha K)(-\\Sigma + XB)$, $\\lambda^2\\alpha^2C$",
      predicted: predicted.momentsPrinted,
      readings: [predicted.momentsOneSlip, predicted.momentsOtherSlip]
    },
    routes: [
      augmented(
        "λ²ν²M, X, G and Σ from the covariance of (w, m): the sum of what each past step leaves",
        measured.moments
      ),
      direct(
        "the same after 1 500 steps from rest",
        measured.momentsStepped,
        close(1e-9, "the slowest direction has not quite settled")
      )
    ],
    criterion: exact,
    mutant: {
      description: "the correlation αC with the other sign",
      predicted: predicted.momentsOtherSign
    }
  })
];
