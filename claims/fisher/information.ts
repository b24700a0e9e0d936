import {logisticFamily} from "../cases/families/laws.js";
import {countFamily, flatFamily, mildPairFamily, pairFamily} from "../cases/families/pairs.js";
import {grid} from "../cases/named.js";
import {estimatedPairs, flatPair, pairs, rescaledPairs} from "../cases/pairs.js";
import {binaryModel, countModel} from "../cases/problems.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, close, drawn, equal} from "../ledger/criterion.js";
import {bisection, enumeration, identity} from "../ledger/route.js";
import * as measured from "./information.measured.js";
import * as predicted from "./information.predicted.js";

const exact = equal(500);

const regression = [binaryModel];

const everyEstimator =
  "the estimator on every data set of three draws from a symmetric law with Cov ψ = G";

export const claims: readonly Claim[] = [
  forCases({
    cases: regression,
    search: {family: logisticFamily, criterion: drawn},
    id: "FG-Def3.1",
    statement: "$F(\\theta) = \\mathbb E_\\theta[s_\\theta s_\\theta^\\top]$",
    assumptions: ["the expectation is under the model itself"],
    note: "A definition; checked is its closed form for a logistic regression, E[p(1−p)xxᵀ].",
    predicted: predicted.likelihoodInformation,
    routes: [enumeration("score products over every input and label", measured.scoresOfModel)],
    criterion: exact,
    mutant: {
      description: "the label's second moment for its variance",
      predicted: predicted.likelihoodInformationUncentred
    }
  }),
  forCases({
    cases: grid({mean: countModel.means}),
    search: {family: countFamily, criterion: drawn},
    tame: "a Poisson law has one parameter; Lemma A.2 says the same and is searched in more dimensions",
    id: "FG-Lem3.2",
    statement:
      "the score has mean zero, $\\mathbb E_\\theta s_\\theta = 0$, and $F = -\\mathbb E_\\theta[\\nabla^2_\\theta\\log p_\\theta]$",
    assumptions: ["differentiation under the integral"],
    predicted: predicted.countIdentities,
    routes: [
      enumeration(
        "1 + E s, E s² and −E ∂²log p of Poisson laws, summed over counts",
        measured.countSums
      )
    ],
    criterion: equal(1000),
    mutant: {
      description: "the information about log λ",
      predicted: predicted.countIdentitiesLogarithmic
    }
  }),
  forCases({
    cases: regression,
    search: {family: logisticFamily, criterion: drawn},
    id: "FG-LemA.2",
    statement: "the same, for the appendix: $\\mathbb E[ss^\\top] = -\\mathbb E[\\nabla^2\\log p]$",
    assumptions: ["as Lemma 3.2"],
    predicted: predicted.likelihoodInformation,
    routes: [
      enumeration(
        "score products of a logistic regression over every input and label",
        measured.scoresOfModel
      )
    ],
    criterion: exact,
    mutant: {
      description: "labels from another law than the model's",
      measure: measured.scoresOfOtherLabels
    }
  }),
  forCases({
    cases: pairs,
    search: {family: pairFamily, criterion: drawn},
    id: "FG-FisherMetric",
    statement:
      "$\\lambda_{\\min}\\|u\\|^2 \\le \\|u\\|_F^2 \\le \\lambda_{\\max}\\|u\\|^2$, and no better",
    assumptions: ["F ≻ 0"],
    predicted: predicted.metricBounds,
    routes: [
      bisection(
        "the extreme µ for which ±(F − µI) has a Cholesky factor",
        measured.rayleighExtremes
      )
    ],
    criterion: equal(2000),
    mutant: {
      description: "the bounds of ‖u‖_F for those of its square",
      predicted: predicted.metricBoundsOfNorm
    }
  }),
  forCases({
    cases: estimatedPairs,
    search: {family: mildPairFamily, criterion: drawn},
    id: "FG-Def3.3",
    statement:
      "$\\Sigma_{\\mathrm{sand}} = H^{-1}GH^{-1}$ and $J = \\Sigma_{\\mathrm{sand}}^{-1} = H^\\top G^{-1}H$",
    assumptions: ["H and G invertible"],
    note: "Checked is what the names promise: n·Cov θ̂ of an M-estimator, and its inverse.",
    predicted: predicted.sandwich,
    routes: [enumeration(everyEstimator, measured.estimators)],
    criterion: equal(2000),
    mutant: {
      description: "H⁻¹ and H, a correct specification taken for granted",
      predicted: predicted.sandwichOfLikelihood
    }
  }),
  forCases({
    cases: regression,
    search: {family: logisticFamily, criterion: drawn},
    id: "FG-Rem3.4",
    part: "equality",
    statement: "For a correctly specified likelihood $G = H = F$ at $\\theta^\\star$",
    assumptions: ["the model contains the truth"],
    predicted: predicted.likelihoodInformation,
    routes: [
      enumeration(
        "G of a logistic regression over every input and label, its H in closed form",
        measured.scoresOfModel
      )
    ],
    criterion: exact,
    mutant: {description: "labels that the model excludes", measure: measured.scoresOfOtherLabels}
  }),
  forCases({
    cases: [flatPair],
    search: {family: flatFamily, criterion: drawn},
    id: "FG-Def3.5",
    part: "projection",
    statement:
      "$\\Pi = HH^+$ projects on $\\operatorname{range}H$, and $G^\\star = \\Pi G\\Pi^\\top$",
    assumptions: ["H symmetric"],
    note: "The text says that the loss varies at first order along range(H); at an optimum it is the second.",
    predicted: predicted.projected,
    routes: [
      identity(
        "A(AᵀA)⁻¹Aᵀ from the factor of H = AAᵀ, of rank two in three dimensions",
        measured.fromTheFactor
      )
    ],
    criterion: equal(2000),
    mutant: {description: "ΠG, projected on one side only", predicted: predicted.projectedOnce}
  }),
  forCases({
    cases: estimatedPairs,
    search: {family: mildPairFamily, criterion: drawn},
    id: "FG-Rem3.6",
    part: "inverse",
    statement: "the Godambe information is $HG^{-1}H$, the inverse of the sandwich, not $G^{-1}$",
    assumptions: ["H and G invertible"],
    note: "Where the model is correctly specified, G = H = F and the information is F; its inverse is not.",
    predicted: predicted.information,
    printed: {
      weight: "formula",
      formula:
        "$(G^\\star)^{-1}$: “$G^\\star(\\theta^\\star)$ is the projected gradient covariance whose inverse is the Godambe information”",
      predicted: predicted.inverseNoise
    },
    routes: [
      enumeration(`the inverse of n·Cov θ̂, ${everyEstimator}`, measured.attainedInformation),
      {
        method: "minimisation",
        how: "the largest (aᵀHu)²/aᵀGa over combinations of the estimating equations",
        measure: measured.bestCombinations,
        criterion: close(1e-9, "a sum of three maxima")
      }
    ],
    criterion: equal(2000),
    mutant: {
      description: "GH⁻¹G, the two matrices exchanged",
      predicted: predicted.informationExchanged
    }
  }),
  forCases({
    cases: rescaledPairs,
    search: {family: mildPairFamily, criterion: drawn},
    id: "FG-Rem3.6",
    part: "substitution",
    statement:
      "With $G^\\star$ for $F^\\star$ the least $N\\cdot$risk in the metric is $\\operatorname{Tr}(GH^{-1})^2$, and $d$ only for a likelihood; the lower bounds do not survive the exchange, the upper one does where $\\mu_G>0$",
    assumptions: ["an M-estimator, whose covariance is the sandwich over N"],
    note: "“Every theorem statement holds with G⋆ in the general case.” Multiply the loss by s: the risk in the metric G is multiplied by s², and cd/N stays, whatever c. That no estimator does better is shown with Remark 6.13, where the paper writes the exchanged bound down.",
    predicted: predicted.riskInNoise,
    printed: {
      weight: "conclusion",
      consequenceOf: "FG-Rem6.13",
      formula: "$N\\cdot$risk at least $d$, Theorem 6.8 with $G^\\star$ for $F^\\star$",
      predicted: predicted.dimension,
      criterion: atLeast(1e-9)
    },
    routes: [
      enumeration(`G times n·Cov θ̂, ${everyEstimator}`, measured.riskInNoise),
      {
        method: "minimisation",
        how: "G times the inverse of the largest (aᵀHu)²/aᵀGa over combinations of the estimating equations",
        measure: measured.riskOfCombinations,
        criterion: close(1e-9, "a sum of three maxima")
      }
    ],
    criterion: equal(2000),
    mutant: {description: "Tr GH⁻¹, one factor short", predicted: predicted.riskInNoiseOnce}
  })
];
