import * as cases from "../cases/assumption.js";
import {reversibleFamily, singularFamily, temperedFamily} from "../cases/families/assumptions.js";
import {turnedFamily} from "../cases/families/diffusions.js";
import {commutingPairs, pairs} from "../cases/pairs.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, drawn, equal, sampled} from "../ledger/criterion.js";
import {augmented, direct, identity, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./singularNoise.measured.js";
import * as predicted from "./singularNoise.predicted.js";
import * as second from "./singularNoise.second.js";

const exact = equal(1e4);
const coarse = sampled("off-diagonal entries are small beside their spread");

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.singular,
    search: {family: singularFamily},
    id: "NT-2.3-B1",
    statement:
      "Where $\\Sigma$ is singular the stationary law is no tempered posterior. It lives on the range of $[\\Sigma, H\\Sigma, \\dots, H^{d-1}\\Sigma]$, and has a density on $\\mathbb R^d$ exactly if that is everything",
    assumptions: ["L = ½θᵀHθ with H positive definite", "Σ constant"],
    note: "As an assumption for the posterior it is needed. To solve the equation “we invert the noise covariance matrix” only where detailed balance is to hold: one direction of noise that meets every eigenvector gives a full law if no two curvatures agree. The second number is 1 where the law is no posterior.",
    predicted: predicted.controllability,
    routes: [
      quadrature(
        "directions of the covariance as an integral over the past, counted by elimination, and its product with H",
        measured.livingDirections
      )
    ],
    criterion: equal(10),
    mutant: {description: "the rank of Σ", predicted: predicted.noiseRank}
  }),
  forCases({
    cases: cases.temperedNoises,
    search: {family: temperedFamily, criterion: close(1e-7, "cells are refined to nothing")},
    id: "NT-2.3-B2",
    statement:
      "For the stationary law to be the tempered posterior $\\propto e^{-\\beta L}$ constant noise is not necessary: on the line $\\Sigma = \\frac2{\\tau\\beta}+Ce^{\\beta L}$ has it for every $C\\ge0$",
    assumptions: ["one dimension", "(23) in the sense of Itô, τ = η/B"],
    note: "“Not necessary” says that there is such noise. Most noise that is not constant has another law, which is (29)'s error.",
    tame: "one witness is enough, and it is known on the line",
    predicted: predicted.tempered,
    routes: [
      direct(
        "second and fourth moment of a walk with the drift and noise of (23), cell by cell",
        measured.walk
      )
    ],
    criterion: close(1e-8, "cells are refined to nothing"),
    mutant: {description: "other noise that depends on θ", cases: cases.otherNoises}
  }),
  forCases({
    cases: pairs.slice(1),
    search: {family: turnedFamily, criterion: drawn},
    id: "NT-2.3-B3",
    statement:
      "$\\operatorname{\\mathbb E}\\theta_{t+1}\\theta_t^\\top-\\operatorname{\\mathbb E}\\theta_t\\theta_{t+1}^\\top = \\eta(SH-HS)$: detailed balance, on a quadratic, is that $S$ commutes with $H$, and otherwise a run can be told from its reverse",
    assumptions: ["L = ½θᵀHθ", "white noise of constant covariance"],
    note: "The notes: it “helps with getting a first ODE”, which is (27). When it can be had is judged in 2.4.",
    predicted: predicted.irreversible,
    routes: [augmented("covariances at lag one, summed over all past kicks", measured.lagged)],
    criterion: close(1e-9, "the antisymmetric part is a small difference"),
    mutant: {description: "the other sense", predicted: predicted.irreversibleSign}
  }),
  forCases({
    cases: pairs.slice(1),
    search: {family: turnedFamily},
    id: "NT-2.3-B4",
    part: "anisotropic",
    statement: "If the noise is anisotropic, $\\nabla\\times j\\ne0$ and detailed balance fails",
    assumptions: ["L = ½θᵀHθ", "Σ constant", "ΣH ≠ HΣ"],
    note: "1 stands for a current, 0 for none. At rest j = −R∇p with R = ½Q − HS, and its curl at the minimum vanishes only if R does.",
    predicted: predicted.circulates,
    routes: [
      quadrature("½Q − HS, S an integral over the past", measured.rotates),
      augmented("the asymmetry of lagged covariances", measured.isOdd)
    ],
    condition: {
      text: "ΣH ≠ HΣ, which anisotropy does not imply: noise with the curvature's own axes, however unequal, has j = 0.",
      cases: commutingPairs.slice(1)
    },
    criterion: equal(10),
    mutant: {description: "no current", predicted: predicted.rests}
  }),
  forCases({
    cases: cases.ofPlace,
    tame: "three laws of noise in the plane, the least dimension with a current at rest",
    id: "NT-2.3-B4",
    part: "state-dependent",
    statement:
      "Where $\\Sigma$ depends on $\\theta$ the steady state is out of equilibrium, with a solenoidal current",
    assumptions: ["two dimensions", "Itô", "Σ⁻¹(∇L + ½τ∇·Σ) is no gradient"],
    note: "1 stands for a current, 0 for none.",
    predicted: predicted.circulates,
    routes: [
      identity("the curl of −Σ⁻¹(2∇L + ∇·Σ), by differences", measured.curls),
      quadrature("the stationary current on 24² and 48² cells", second.flows)
    ],
    condition: {
      text: "Σ⁻¹(∇L + ½τ∇·Σ) must not be a gradient. For Σ = f(L)I it is one, and j = 0 although Σ depends on θ.",
      cases: cases.ofLoss
    },
    criterion: equal(10),
    mutant: {description: "no current", predicted: predicted.rests}
  }),
  forCases({
    cases: cases.reversible,
    search: {family: reversibleFamily, criterion: drawn},
    tame: "commuting is the condition",
    id: "NT-2.4-R2",
    statement:
      "Detailed balance holds for constant noise: $\\operatorname{\\mathbb E}\\theta_{t+1}\\theta_t^\\top = (I-\\eta H)\\,\\eta[H(2-\\eta H)]^{-1}C$, symmetric",
    assumptions: ["L = ½θᵀHθ", "C constant", "CH = HC"],
    predicted: predicted.reversibleLag,
    routes: [
      augmented("the covariance at lag one", measured.lag),
      simulation("time averages over 1000 runs", second.lag, coarse)
    ],
    condition: {
      text: "The noise must commute with the curvature. “Detailed balance condition from constant noise covariance” fails for constant noise that does not.",
      cases: cases.irreversible
    },
    criterion: exact,
    mutant: {description: "twice the temperature", predicted: predicted.reversibleLagDouble}
  }),
  forCases({
    cases: cases.temperatures,
    tame: "one singular loss, the least that has a multiplicity",
    id: "NT-3-TODO6",
    part: "posterior",
    statement:
      "For $L = \\frac12\\theta_1^2\\theta_2^2$ on $[-1,1]^2$ the tempered posterior has $\\beta\\operatorname{\\mathbb E}L = \\lambda-\\frac{m-1}{\\log2\\beta+\\gamma}$ with $\\lambda = \\frac12$, $m = 2$",
    assumptions: ["up to terms of order e^{−β/2}"],
    note: "λ is the learning coefficient, m its multiplicity, γ Euler's constant; a regular minimum in the plane has 1 and 1. The notes ask for the connection and state nothing.",
    predicted: predicted.learningCoefficient,
    routes: [quadrature("β times the mean loss over the square", measured.meanLoss)],
    criterion: close(1e-7, "the outer integral is cut off at θ₁ = 10⁻¹⁴"),
    mutant: {
      description: "λ = ½ with multiplicity 1",
      predicted: predicted.learningCoefficientSimple
    }
  }),
  forCases({
    cases: [cases.degenerate],
    id: "NT-3-TODO6",
    part: "sgd",
    statement:
      "Under label noise, $\\theta\\leftarrow\\theta-\\eta(u+\\sigma z)\\nabla u$ with $u = \\theta_1\\theta_2$, every step multiplies $\\theta_1^2-\\theta_2^2$ by $1-\\eta^2(u+\\sigma z)^2$: the law leaves the minimum's line for its singular point at the rate $\\eta^2\\sigma^2$",
    assumptions: ["E u² put at its value on the axis, to the order η"],
    tame: "one singular loss, the least that has a multiplicity",
    predicted: predicted.collapsing,
    routes: [simulation("4000 runs of 320 updates from (1, 0)", second.labelNoise, sampled())],
    criterion: sampled(),
    mutant: {
      description: "θ₁² − θ₂² is conserved, as under the flow",
      predicted: predicted.conserved
    }
  })
];
