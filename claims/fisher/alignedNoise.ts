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
    statement:
      "At $\\theta^\\star$ a correctly specified model satisfies $\\mathbb E\\,\\xi\\xi^\\top \\preceq \\frac1bF^\\star$, with equality",
    assumptions: ["fresh samples"],
    note: "An assumption of Theorem 7.3, which asks for it “on $U$”. In least squares with more than one input, up to signs, the noise at θ = θ⋆ + δ is larger than at θ⋆ for every δ ≠ 0, so that no neighbourhood will do; with 2F⋆ for F⋆ a small one does. Remark 7.5 says that the assumption follows from Theorem 4.3, and has its own verdict.",
    predicted: predicted.alignedAtMost,
    routes: [
      bisection("every batch of two, at the minimum", measured.alignedAt),
      identity("moments of input and error, λmax by powers", second.alignedAt)
    ],
    criterion: equal(1000),
    mutant: {description: "beside the minimum", cases: [besideMinimum]}
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
    fixed: "one regression, at the minimum and beside it",
    statement:
      "With $G^\\star$ for $F^\\star$, $\\mathbb E[\\xi\\xi^\\top] \\preceq \\frac1bG^\\star$ is “exactly the local conclusion of Theorem 4.3”",
    assumptions: ["fresh samples, which §4.2 says of Sections 5 to 7"],
    note: "Theorem 4.3 has G(θ)/b at θ, and (44) has G⋆ = G(θ⋆) on all of U. Given a data set, which the 𝓕ₜ of §3.2 holds, the covariance is (1 − b/n)Sₙ/b, and there are data sets whose Sₙ exceeds G by more than that factor takes off.",
    predicted: predicted.alignedAtMost,
    condition: {
      text: "θ = θ⋆; in a regression the noise at other points exceeds G⋆/b, however near they are",
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
    mutant: {
      description: "given the worst of all data sets of four, batches of two",
      measure: measured.alignedGivenData
    }
  })
];
