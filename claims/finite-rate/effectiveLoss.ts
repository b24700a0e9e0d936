import {whiteFamily} from "../cases/families/slowRuns.js";
import {directionFamily} from "../cases/families/walks.js";
import {boltzmann, directions, whitened} from "../cases/noise.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, drawn, equal} from "../ledger/criterion.js";
import {augmented, direct, identity, quadrature} from "../ledger/route.js";
import * as measured from "./effectiveLoss.measured.js";
import * as predicted from "./effectiveLoss.predicted.js";
import * as second from "./effectiveLoss.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: directions,
    search: {family: directionFamily},
    id: "LZU-Eq4",
    statement: "near a minimum $L(w) - L(w^*) = \\frac12(w-w^*)^\\top K(w-w^*)$ to leading order",
    assumptions: ["a loss with three derivatives"],
    predicted: predicted.quadratic,
    routes: [
      direct(
        "second differences of Σ exp(xᵢᵀw) − xᵢᵀw along directions, extrapolated",
        measured.secondDifferences
      )
    ],
    criterion: close(1e-7, "the differences are extrapolated from steps of 0.01 and 0.005"),
    mutant: {description: "without the ½", predicted: predicted.quadraticWhole}
  }),
  forCases({
    cases: boltzmann,
    tame: "one Hessian is enough to refute it",
    id: "LZU-Eq13",
    statement:
      "$e^{-w^\\top Kw/T}$ is the continuous stationary law for $C = \\frac T\\lambda I$, and $e^{-\\frac12w^\\top Kw/T}$ for $C = \\frac{2T}\\lambda I$",
    assumptions: ["equation (1) with µ = 0"],
    note: "Equation (1) gives $\\Sigma = \\frac{\\lambda c}2K^{-1}$ for $C = cI$; the law has $\\frac T2K^{-1}$. With $K = 1$, $\\lambda = 0.1$ and $T = 1$: variance $\\frac12$, and $\\lambda c/2 = 0.1$ for the printed $c = 2$. (For $dw = -\\nabla L\\,ds + \\sqrt C\\,dW$ and $e^{-L/T}$, $2T$ is right; but the text compares with (1).)",
    predicted: predicted.strength,
    printed: {
      weight: "formula",
      formula: "“this corresponds to an isotropic noise, namely $C = 2TI_D$”",
      predicted: predicted.strengthPrinted
    },
    routes: [
      quadrature(
        "the spread of the density over that of the diffusion with unit noise",
        measured.strengthBySpread
      ),
      identity(
        "the strength at which the probability current vanishes at a point, the gradient by differences",
        second.strengthByCurrent
      )
    ],
    criterion: close(1e-7, "a midpoint rule over a finite square, and a central difference"),
    mutant: {description: "2T/λ for both", predicted: predicted.strengthHalf}
  }),
  forCases({
    cases: whitened,
    search: {family: whiteFamily, criterion: drawn, cases: 10},
    tame: "its noise is white, a multiple of the identity",
    id: "LZU-4.6",
    statement:
      "$P_d \\propto \\exp\\bigl[-\\frac1Tw^\\top\\bigl(K - \\frac\\lambda2K^2\\bigr)w\\bigr]$ for $C = \\frac T\\lambda I$, exactly: a finite rate weakens the confinement, most along stiff directions",
    assumptions: ["white Gaussian noise, $0 < \\lambda < 2/k^*$"],
    note: "One dimension, $K = 1$: $\\Sigma = \\lambda c/(2-\\lambda)$ by the paper's own Corollary 3, so $\\frac1{2\\Sigma} = \\frac1{\\lambda c}(1 - \\frac\\lambda2)$. The sign is minus; the iterates spread further, not less, and the conclusion that a large rate acts as weight decay is reversed.",
    predicted: predicted.weakened,
    printed: {
      weight: "conclusion",
      formula:
        "$P_d = \\exp\\bigl[-\\frac1T(w-w_*)^\\top\\bigl(K + \\frac\\lambda2K^2\\bigr)(w-w_*) + O(\\lambda^2)\\bigr]$",
      predicted: predicted.strengthened
    },
    routes: [
      augmented(
        "half the inverse of the recursion's covariance, summed up until it stands still",
        measured.exponents
      ),
      direct(
        "half the inverse of the covariance that a step leaves as it is, by elimination",
        second.exponentsByElimination
      )
    ],
    criterion: equal(1000),
    mutant: {description: "−λK² for −½λK²", predicted: predicted.weakenedTwice}
  })
];
