import {plainNewtonFamily} from "../cases/families/secondOrder.js";
import {models, nearlyAll, scattered} from "../cases/information.js";
import {secondRuns} from "../cases/secondOrder.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, equal} from "../ledger/criterion.js";
import {augmented, direct, enumeration, identity} from "../ledger/route.js";
import * as measured from "./information.measured.js";
import * as predicted from "./information.predicted.js";
import * as second from "./information.second.js";

const exact = equal(1e4);
const charged = "LZU-6.4-Fisher/matrix";

export const claims: readonly Claim[] = [
  forCases({
    cases: models,
    id: "LZU-6.4-Fisher",
    part: "matrix",
    statement:
      "the Fisher information is the second moment of a sample's gradient, as $J$ is in section 4.3: at the minimum of a correct likelihood it is $K$. $\\mathbb E[Kww^\\top K] = K\\Sigma K$ is the covariance of the whole gradient over the iterates, which knows of no sample",
    assumptions: ["logistic models, at the minimum"],
    note: "$J$ stands for three matrices: this one (section 4.3), $K\\Sigma K$ (Theorem 13), and in Adam $\\mathbb E[gg^\\top] = K\\Sigma K + C$, with the noise of the batch. Amari's natural gradient has the first.",
    predicted: predicted.information,
    printed: {
      formula:
        "“$J(w) = \\mathbb E[Kww^\\top K] = K\\Sigma K$ is the Fisher information”, with Σ of (26)",
      weight: "conclusion",
      predicted: predicted.informationPrinted
    },
    routes: [
      enumeration("E ssᵀ of the score over inputs and labels", measured.scoreProducts),
      identity(
        "second differences of the mean negative log-likelihood",
        second.likelihoodCurvature,
        close(1e-7, "a difference quotient is no derivative")
      )
    ],
    criterion: exact,
    fixed: "a refutation by a model",
    mutant: {
      description: "the sum over the data, not the mean",
      predicted: predicted.informationSummed
    }
  }),
  forCases({
    cases: secondRuns,
    search: {
      family: plainNewtonFamily,
      criterion: close(1e-7, "drawn problems lose digits by their own condition"),
      cases: 4
    },
    id: "LZU-6.4-Fisher",
    part: "efficient",
    statement:
      "with the rate $1/t$ natural gradient descent on fresh samples has $t\\operatorname{Cov}(w_t) = F^{-1}$, Cramér and Rao's bound; with a constant λ it has $\\frac{t\\lambda}{2-\\lambda}[1-(1-\\lambda)^{2t}]F^{-1}$, which grows without end",
    assumptions: [
      "one sample at a time, correct model, $J = F = K$",
      "noise of covariance $F$ wherever $w$ is, as in a location model",
      "from the minimum, λ < 2"
    ],
    note: "Amari's theorem has the falling rate. A constant one forgets what it has seen beyond about $1/\\lambda$ samples.",
    predicted: predicted.efficiency,
    printed: {
      formula:
        "“if one defines the learning rate as a matrix, $\\Lambda := \\lambda J(w)^{-1}$, … this optimization algorithm becomes Fisher-efficient in the limit of $t\\to\\infty$”",
      weight: "conclusion",
      predicted: predicted.efficiencyPrinted
    },
    routes: [
      direct("t·Tr FΣₜ/d, the covariance stepped from zero to t = 1000", measured.stepped),
      identity("the same from what is left of each kick", second.fromKicks)
    ],
    criterion: equal(1e5),
    mutant: {
      description: "the relaxation of continuous time",
      predicted: predicted.efficiencyContinuous
    }
  }),
  forCases({
    cases: scattered,
    id: "LZU-6.4-Fisher",
    part: "noise",
    statement:
      "the mini-batch noise of a regression on normal inputs is $C = \\frac{N-S}{NS}[K(1+\\operatorname{Tr}K\\Sigma)+K\\Sigma K]$ in the mean over the iterates, at the minimum $\\frac{N-S}{NS}K$",
    assumptions: ["residuals of variance 1, so that $K$ is the Fisher information"],
    note: "$C \\approx \\frac{N-S}{NS}\\,\\mathbb E[\\nabla L\\nabla L^\\top]$ is right for the gradients of samples, less their mean; set equal to $K\\Sigma K$, as if one gradient were all of them, it loses the part that does not vanish with Σ.",
    predicted: predicted.noise,
    printed: {
      formula:
        "“a better approximation that $C \\approx \\frac{N-S}{NS}\\mathbb E[\\nabla L\\nabla L^\\top] = \\frac{N-S}{NS}K\\Sigma K$”",
      weight: "conclusion",
      consequenceOf: charged,
      predicted: predicted.noisePrinted
    },
    routes: [
      enumeration(
        "the covariance of a sample's gradient over nodes for inputs, residuals and iterates",
        measured.sampledNoise
      ),
      identity("the three pairings of four normal numbers, summed", second.isserlis)
    ],
    criterion: exact,
    fixed: "a refutation by a regression",
    mutant: {description: "without Tr KΣ", predicted: predicted.noiseOfMinimum}
  }),
  forCases({
    cases: nearlyAll,
    id: "LZU-Rem-NGD1",
    part: "information",
    statement:
      "with the Fisher information, $J = K$, the natural gradient is the damped Newton method: Σ is that of (25), in proportion to $\\frac{N-S}{NS}$, and vanishes as $S\\to N$",
    assumptions: ["$C = \\frac{N-S}{NS}J$", "$\\lambda < 2(1+\\mu)$"],
    note: "Fluctuations where there is no noise belong to $J = K\\Sigma K$, a step that grows as the gradient vanishes, and not to the Fisher information, which stays what it is.",
    predicted: predicted.vanishing,
    printed: {
      formula:
        "“if $S\\to N$ … $\\Sigma = \\frac\\lambda{2(1+\\mu)}K^{-1}$. This means that the algorithm involves nonzero fluctuations even if the noise is absent!”, by (26)",
      weight: "conclusion",
      consequenceOf: charged,
      predicted: predicted.staying
    },
    routes: [
      augmented(
        "the steady state with Λ = λF⁻¹, F the mean of products of samples' gradients",
        measured.steadyState
      ),
      direct("what each kick leaves with Λ = λK⁻¹, squared and added up", second.responded)
    ],
    criterion: exact,
    tame: "in the units of K all K are one",
    mutant: {description: "1/S for (N−S)/(NS)", predicted: predicted.vanishingNot}
  })
];
