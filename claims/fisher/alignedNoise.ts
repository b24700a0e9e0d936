import {atMinimum, besideMinimum, rareLabel} from "../cases/oracle.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, equal} from "../ledger/criterion.js";
import {bisection, direct, enumeration, identity} from "../ledger/route.js";
import * as measured from "./alignedNoise.measured.js";
import * as predicted from "./alignedNoise.predicted.js";
import * as second from "./alignedNoise.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: [atMinimum],
    id: "FG-Eq44",
    part: "covariance",
    fixed: "one regression, at the minimum and beside it",
    statement: "$\\mathbb E\\,\\xi\\xi^\\top \\preceq \\frac1bF^\\star$",
    assumptions: ["fresh samples of a correctly specified model"],
    note: "In least squares the noise at θ = θ⋆ + δ is larger than at θ⋆ for every δ ≠ 0, so no neighbourhood will do; with 2F⋆ for F⋆ a small one does.",
    predicted: predicted.alignedAtMost,
    condition: {
      text: "θ = θ⋆; “on U” the noise of a regression grows with the distance",
      cases: [besideMinimum],
      routes: [
        bisection("every batch of two, at a point beside the minimum", measured.alignedAt),
        identity("moments of input and error, λmax by powers", second.alignedAt)
      ]
    },
    routes: [
      bisection("every batch of two, at the minimum", measured.alignedAt),
      identity("moments of input and error, λmax by powers", second.alignedAt)
    ],
    criterion: equal(1000),
    mutant: {description: "half as much again", predicted: predicted.alignedMore}
  }),
  forCases({
    cases: rareLabel,
    id: "FG-Eq44",
    part: "tails",
    fixed: "one rare label refutes it",
    statement:
      "Gradients within $R$ of their mean have $\\mathbb E\\,e^{\\lambda v^\\top\\xi}\\le e^{\\lambda^2R^2/(2b)}$",
    assumptions: ["independent gradients in the batch", "‖v‖ = 1"],
    note: "A variance proxy equal to the variance needs a third moment of zero at the least: log E e^{λξ} = λ²σ²/2 + λ³κ₃/6 + ….",
    predicted: predicted.boundedExponents,
    printed: {
      weight: "formula",
      formula:
        "$e^{\\lambda^2\\|F^\\star\\|/(2b)}$, “satisfied, for example, when per-sample gradients are almost surely bounded”",
      predicted: predicted.printedExponents
    },
    routes: [
      enumeration("all batches of gradients p − y of a rare label", measured.enumeratedExponents),
      direct("the law of the mean, one gradient after another", second.convolvedExponents)
    ],
    criterion: atMost(1e-12),
    mutant: {description: "2‖F‖ for R²", predicted: predicted.doubledExponents}
  }),
  forCases({
    cases: [atMinimum],
    id: "FG-Rem7.5",
    fixed: "one regression, given its data and not",
    statement:
      "With $G^\\star$ for $F^\\star$, $\\mathbb E[\\xi\\xi^\\top] \\preceq \\frac1bG^\\star$",
    assumptions: ["at θ⋆"],
    note: "Theorem 4.3 has a remainder o(1/b) and (44) has none. Given the data the covariance is (1 − b/n)Sₙ/b, and Sₙ exceeds G in some direction for many a data set.",
    predicted: predicted.alignedAtMost,
    condition: {
      text: "samples are fresh; the paper's 𝓕ₜ holds the data set, and given that it fails",
      routes: [
        bisection("the worst of all data sets of four, batches of two", measured.alignedGivenData),
        enumeration("(1 − b/n)Sₙ of all data sets, λmax by powers", second.alignedGivenData)
      ]
    },
    routes: [
      bisection("every fresh batch of two", measured.alignedAt),
      identity("moments of input and error", second.alignedAt)
    ],
    criterion: equal(1000),
    mutant: {description: "half as much again", predicted: predicted.alignedMore}
  })
];
