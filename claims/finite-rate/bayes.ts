import {compared} from "../cases/posteriors.js";
import {bayesianRegression} from "../cases/problems.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close} from "../ledger/criterion.js";
import {augmented, quadrature} from "../ledger/route.js";
import * as measured from "./bayes.measured.js";
import * as predicted from "./bayes.predicted.js";

const half =
  "The line before (53) has the factor ½, (53) and (54) have lost it; where the derivative vanishes it does not matter.";

export const claims: readonly Claim[] = [
  forCases({
    cases: [bayesianRegression],
    fixed: "a definition of the loss, which a grid of the plane checks",
    id: "LZU-Eq14-15",
    statement:
      "with $l_n = -\\ln p(x_n|w) - \\frac1N\\ln p(w)$ and $L = \\frac1N\\sum l_n$ the posterior is $\\propto\\exp(-\\frac N2w^\\top Kw)$ about the minimum of $L$",
    assumptions: ["Gaussian likelihood and prior, where it is exact"],
    predicted: predicted.posterior,
    routes: [
      quadrature(
        "mean and covariance of p(w)Πp(yₙ|w) for a regression, on a grid of 241²",
        measured.posterior
      )
    ],
    criterion: close(1e-9, "the grid ends at ±6 and has a step"),
    mutant: {description: "all of ln p(w) in each lₙ", predicted: predicted.posteriorRepeated}
  }),
  forCases({
    cases: compared,
    tame: "K enters by its eigenvalues alone, and the second route is a grid of the plane",
    id: "LZU-Eq53",
    part: "divergence",
    statement:
      "$D_{\\text{KL}} = \\frac12\\{\\lambda\\frac{N-S}S\\operatorname{Tr}[(2I-\\lambda K)^{-1}K] - D\\ln\\lambda + \\ln|2I-\\lambda K| - D\\}$ up to constants",
    assumptions: ["as Theorem 6"],
    note: half,
    predicted: predicted.divergence,
    printed: {
      weight: "slip",
      formula:
        "$D_{\\text{KL}} = \\lambda\\frac{N-S}S\\operatorname{Tr}[(2I-\\lambda K)^{-1}K] - D\\ln\\lambda + \\ln|2I-\\lambda K| - D$ up to constants",
      predicted: predicted.divergencePrinted
    },
    routes: [
      augmented(
        "½[Tr NKΣ − ln|NKΣ| − D] at one rate less that at another, Σ from the recursion",
        measured.divergence
      ),
      quadrature(
        "∫q ln(q/f) on a grid, at one rate less that at another",
        measured.divergenceByQuadrature
      )
    ],
    criterion: close(1e-9, "the grid has a step"),
    mutant: {description: "N for N − S", predicted: predicted.divergenceReplaced}
  }),
  forCases({
    cases: compared,
    tame: "K enters by its eigenvalues alone, and the second route is a grid of the plane",
    id: "LZU-Eq53",
    part: "derivative",
    statement:
      "$\\frac{\\partial D_{\\text{KL}}}{\\partial\\lambda} = \\frac12\\{\\frac{N-2S}S\\operatorname{Tr}[(2I-\\lambda K)^{-1}K] + \\lambda\\frac{N-S}S\\operatorname{Tr}[(2I-\\lambda K)^{-2}K^2] - \\frac D\\lambda\\}$",
    assumptions: ["as Theorem 6"],
    note: half,
    predicted: predicted.derivative,
    printed: {
      weight: "slip",
      consequenceOf: "LZU-Eq53/divergence",
      formula:
        "$\\frac{N-2S}S\\operatorname{Tr}[(2I-\\lambda K)^{-1}K] + \\lambda\\frac{N-S}S\\operatorname{Tr}[(2I-\\lambda K)^{-2}K^2] - \\frac D\\lambda$",
      predicted: predicted.derivativePrinted
    },
    routes: [
      augmented(
        "a difference quotient of fourth order of the divergence, Σ from the recursion",
        measured.derivative
      ),
      quadrature("the same with the divergence on a grid", measured.derivativeByQuadrature)
    ],
    criterion: close(1e-7, "a difference quotient is no derivative"),
    mutant: {description: "N − S for N − 2S", predicted: predicted.derivativeOther}
  })
];
