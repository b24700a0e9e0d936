import {clouds, crossing, spinning} from "../cases/approximation.js";
import {spinningFamily} from "../cases/families/diffusions.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, sampled} from "../ledger/criterion.js";
import {quadrature, simulation} from "../ledger/route.js";
import * as measured from "./current.measured.js";
import * as predicted from "./current.predicted.js";
import * as second from "./current.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: clouds,
    id: "NT-Eq55",
    statement:
      "$j = j_{\\text{curl}}+j_{\\text{div}}$, the first without curl, the second without divergence; at rest $j_{\\text{curl}}=0$",
    assumptions: ["j smooth and vanishing far away"],
    tame: "two clouds in the plane, one that moves and one at rest",
    note: "The subscripts name what each part lacks: what circulates is j_div. Read the other way round, with the names exchanged, it fails.",
    predicted: predicted.parts,
    routes: [
      quadrature("the part along k of the current's Fourier integral", measured.fourierParts)
    ],
    criterion: close(1e-9, "Fourier's integral is cut off"),
    mutant: {description: "the names exchanged", predicted: predicted.partsExchanged}
  }),
  forCases({
    cases: [crossing],
    tame: "a sign, and on which side of the derivative the noise stands, show on the line",
    id: "NT-Eq56",
    statement: "$j = -\\nabla L\\,p-\\frac\\eta{2B}\\nabla\\cdot(\\Sigma p)$",
    assumptions: ["∂ₜp = −∇·j", "(23) in the sense of Itô"],
    note: "(25) again: its sign is charged there, and at (24) that the noise stands outside the derivative. Mended in its sign alone it fails as well where Σ depends on θ.",
    predicted: predicted.flow,
    printed: {
      weight: "formula",
      consequenceOf: "NT-Eq24",
      formula: "$j = \\nabla L_N\\,p+\\frac12\\frac\\eta B\\Sigma\\nabla p$",
      predicted: predicted.flowAsPrinted,
      readings: [predicted.flowSignOnly, predicted.flowUphill]
    },
    routes: [
      quadrature(
        "the probability that passes a place in one step, over the step, extrapolated to zero",
        measured.passages
      ),
      simulation(
        "net passages of 600 000 draws in one step",
        second.drawnPassages,
        sampled("paths pass a place to and fro: the terms are what is asked")
      )
    ],
    criterion: close(1e-4, "the step is extrapolated to zero"),
    mutant: {
      description: "half the noise's slope, by Stratonovich",
      predicted: predicted.flowStratonovich
    }
  }),
  forCases({
    cases: spinning,
    search: {family: spinningFamily, criterion: close(1e-6, "squares are shrunk to a point")},
    id: "NT-3-TODO2",
    statement:
      "At rest $j = -R\\nabla p$ and $(\\nabla\\times j)_k = -\\varepsilon_{klm}R_{mn}\\partial_l\\partial_np$: where the density rests, so does the current; both the current and its curl vanish exactly if $R = \\frac12Q-HS = 0$",
    assumptions: ["L = ½θᵀHθ", "Σ constant and positive definite", "Q = ηΣ/B, HS + SH = Q"],
    note: "A current at rest has no divergence; one that also has no curl, and vanishes far away, is zero. Whether the law is stationary is the claim on (orbits).",
    predicted: predicted.curlAtRest,
    routes: [
      quadrature(
        "the current with S by its integral, and its circulation round small squares",
        measured.loopsAtRest
      )
    ],
    criterion: close(1e-8, "squares are shrunk to a point"),
    mutant: {description: "the other sense of rotation", predicted: predicted.curlBackwards}
  })
];
