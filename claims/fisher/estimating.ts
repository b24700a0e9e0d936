import {estimates} from "../cases/dataSets.js";
import {axisFamily} from "../cases/families/sections.js";
import {axisPairs, pairs} from "../cases/pairs.js";
import {movingRates} from "../cases/problems.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {drawn, equal, sampled} from "../ledger/criterion.js";
import {bisection, direct, enumeration, simulation} from "../ledger/route.js";
import * as measured from "./estimating.measured.js";
import * as predicted from "./estimating.predicted.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: estimates,
    id: "FG-Sec9.4",
    part: "plug-in",
    fixed: "one law; the formula has four moments of it and no more",
    statement:
      "The error of the sample covariance is $O(m^{-1/2})$: $\\mathbb E\\|\\hat G-G\\|_F^2 = \\frac1m\\Bigl(\\mathbb E\\|y\\|^4 - \\frac{m-2}{m-1}\\|G\\|_F^2 + \\frac{(\\operatorname{Tr}G)^2}{m-1}\\Bigr)$, $y = \\psi - \\mathbb E\\psi$",
    assumptions: ["independent gradients with four moments"],
    note: "The text says operator norm; in a fixed dimension its rate is that of the Frobenius norm.",
    predicted: predicted.squaredError,
    routes: [
      enumeration(
        "the sample covariance of every data set of two to seven draws from a three-point law",
        measured.everyEstimate
      )
    ],
    criterion: equal(5000),
    mutant: {
      description: "the leading term (E‖y‖⁴ − ‖G‖²)/m alone",
      predicted: predicted.squaredErrorLeading
    }
  }),
  forCases({
    cases: movingRates,
    id: "FG-Sec9.4",
    part: "moving-average",
    fixed: "linear in G: one law is enough",
    statement:
      "$\\hat G_t = (1-\\alpha)\\hat G_{t-1} + \\alpha(\\psi_t-\\bar\\psi_t)(\\psi_t-\\bar\\psi_t)^\\top$ tends to $G$ on average",
    assumptions: ["independent gradients of one law", "ψ̄ the true mean; the text leaves it open"],
    note: "A mean taken from the same gradients multiplies all entries by one number, see the claim beside this one. κ and d_eff, the “local geometry” that the average is said to track, do not notice; a predicted Σ_η does.",
    predicted: predicted.unbiased,
    routes: [
      direct("expected squares of the recursion with the true mean", measured.withTrueMean),
      simulation(
        "70 000 streams of normals with the true mean",
        measured.withTrueMeanSimulated,
        sampled()
      )
    ],
    criterion: equal(1000),
    mutant: {description: "2/(2−α) with the true mean too", predicted: predicted.biasBefore}
  }),
  forCases({
    cases: movingRates,
    id: "FG-Sec9.4",
    part: "moving-average-bias",
    fixed: "linear in G: one law is enough",
    statement:
      "With $\\bar\\psi$ the running mean of the same rate the limit is $\\frac{2}{2-\\alpha}G$ before its update, $\\frac{2(1-\\alpha)^2}{2-\\alpha}G$ after it: a multiple of $G$",
    assumptions: ["independent gradients of one law"],
    predicted: predicted.biases,
    routes: [direct("expected squares of the recursion with the running mean", measured.withBoth)],
    criterion: equal(1000),
    mutant: {description: "2/(2−α) after the update as well", predicted: predicted.biasesAlike}
  }),
  forCases({
    cases: axisPairs,
    id: "FG-Sec9.4",
    part: "diagonal",
    search: {family: axisFamily, criterion: drawn},
    tame: "its assumption is that the axes agree",
    statement: "The diagonal of $G$ gives $d_{\\mathrm{eff}}$: $\\operatorname{Tr}G/\\max_iG_{ii}$",
    assumptions: [],
    predicted: predicted.diagonalDimension,
    condition: {
      text: "the leading axis of G is a coordinate axis; else Tr G/max Gᵢᵢ exceeds d_eff, as max Gᵢᵢ < λmax",
      cases: pairs.slice(1)
    },
    routes: [
      bisection("λmax by Cholesky factors", measured.dimension),
      direct("λmax by powers of G", measured.dimensionByPowers)
    ],
    criterion: equal(500),
    mutant: {description: "d for the effective dimension", predicted: predicted.fullDimension}
  })
];
