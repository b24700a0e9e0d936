import {cubic, flatteningPairs, gradedPairs, planePairs} from "../cases/bound.js";
import {convexFamily} from "../cases/families/pairs.js";
import {grid} from "../cases/named.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, close} from "../ledger/criterion.js";
import {bisection, direct, enumeration, identity, quadrature} from "../ledger/route.js";
import * as measured from "./oneStep.measured.js";
import * as predicted from "./oneStep.predicted.js";

const quadratic = "L quadratic, noise of covariance F/b in every update";

export const claims: readonly Claim[] = [
  forCases({
    cases: [{name: "logistic regression"}],
    id: "FG-Eq34",
    fixed: "the paper's experiments, and one regression",
    statement:
      "Under Fisher alignment the noise of a batch at $\\theta^\\star$ is $\\frac1bF$: $b\\operatorname{E}\\xi\\xi^\\top=F$",
    assumptions: [
      "“Fisher alignment (Section 4)”: a correctly specified likelihood, Remark 4.7",
      "fresh samples, which §4.2 says of Sections 5 to 7"
    ],
    note: "Section 8 takes its metric from elsewhere: in Experiments 4 to 6 it is H, with the noise G/b at every θ, so b‖r_t‖ = ‖G − H‖ does not shrink. Nor does it given a data set: the noise is then (1 − b/n)S_n/b.",
    predicted: predicted.information,
    routes: [
      enumeration("every batch of two labelled inputs of a logistic regression", measured.batches),
      identity("second differences of the expected loss", measured.differences)
    ],
    criterion: close(1e-5, "differences over 10⁻³ leave some 10⁻⁷"),
    mutant: {
      description: "the metric and the noise of Experiments 4 to 6",
      predicted: predicted.metricOfExperiments,
      measure: measured.noiseOfExperiments
    }
  }),
  forCases({
    cases: planePairs,
    id: "FG-Lem6.4",
    part: "drift",
    tame: "a worst direction is searched in the plane; the constant for all pairs is the claim beside it",
    statement:
      "$\\operatorname{E}V_{t+1}\\le(1-2\\mu_F\\eta+c_0\\eta^2)V_t+\\frac{\\eta^2}b\\operatorname{Tr}F^2$ at every $\\eta$ and every $\\Delta_t$ exactly for $c_0\\ge\\|F^{1/2}HF^{-1/2}\\|^2$",
    assumptions: [quadratic, "F ≻ 0"],
    note: "It is an identity before the two extremes are taken: V − 2ηΔᵀFHΔ + η²ΔᵀHFHΔ + η²Tr F²/b.",
    predicted: predicted.leastConstant,
    routes: [
      enumeration(
        "E V over four kicks of covariance F, the worst direction by search, at η = 10⁸",
        measured.drift
      )
    ],
    criterion: close(1e-6, "terms of order 1/η and a search are left"),
    mutant: {description: "‖H‖², the Euclidean constant", predicted: predicted.smoothnessSquared}
  }),
  forCases({
    cases: [...planePairs.slice(0, 2), ...gradedPairs],
    search: {family: convexFamily},
    id: "FG-Lem6.4",
    part: "constant",
    tame: "2M² fails in eight dimensions, at the graded pair",
    statement: "$c_0\\le2(\\operatorname{Tr}H)^2\\le2d^2M^2$, whatever $F$ is",
    assumptions: [quadratic, "F ≻ 0", "µ_F ≥ 0"],
    note: "Printed: c₀ depends only on M, ‖F‖ and c_r. Without µ_F ≥ 0, which the lemma does not list (its H ≻ 0 would follow from it), it grows as κ_F with all three fixed; with it, the dimension is still needed: 2M² fails at d = 8.",
    predicted: predicted.traceBound,
    condition: {
      text: "µ_F ≥ 0 (Assumption 6.2, not among the lemma's), and a fixed dimension",
      cases: flatteningPairs,
      routes: [
        bisection(
          "the largest c₀F − HFH on Cholesky factors: H with ½ beside its diagonal of ones, F = diag(1, ε)",
          measured.largestQuotient
        ),
        direct("powers of the square of LᵀHL⁻ᵀ, F = LLᵀ", measured.iterated)
      ]
    },
    routes: [
      bisection(
        "the largest generalised eigenvalue of (HFH, F) on Cholesky factors",
        measured.largestQuotient
      ),
      direct("powers of the square of LᵀHL⁻ᵀ, F = LLᵀ", measured.iterated)
    ],
    criterion: atMost(1e-9),
    mutant: {description: "2M², without the dimension", predicted: predicted.normBound}
  }),
  forCases({
    cases: grid({eta: cubic.rates}),
    id: "FG-Lem6.4",
    part: "not-quadratic",
    fixed: "one loss refutes it",
    statement:
      "On a neighbourhood $U$ the drift holds with $\\inf_U\\Delta^\\top F\\nabla L/V$ in place of $\\mu_F$",
    assumptions: ["L(θ) = θ²/2 − θ³/6 on |θ| ≤ ½, F = 1"],
    note: "−2ηΔᵀF·o(‖Δ‖) is of first order in η and cannot hide in c₀η²V: c₀ = 10 M² fails at η = 0.001, and any c₀ at an η below ½/c₀. The rate of Theorem 6.5 survives, since the iterates come arbitrarily near.",
    predicted: predicted.neighbourhoodFactor,
    printed: {
      weight: "formula",
      formula:
        "$1-2\\mu_F\\eta+c_0\\eta^2$ with one $c_0$ for every $\\eta$, while $\\theta_t$ is in $U$",
      predicted: predicted.minimumFactor
    },
    routes: [
      enumeration("the largest factor over 400 points of U, noise ±1", measured.cubicCoin),
      quadrature("the same under Gaussian noise, by three nodes", measured.cubicHermite)
    ],
    criterion: atMost(1e-12),
    mutant: {description: "the rate at half the radius", predicted: predicted.halfwayFactor}
  })
];
