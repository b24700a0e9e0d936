import type {Claim} from "../claim.js";
import * as measured from "./upperBound.measured.js";
import * as predicted from "./upperBound.predicted.js";
import * as second from "./upperBound.second.js";

const document = "fisher";
const page = "/budgets/upper-bound";
const quadratic = "L quadratic, noise of covariance F/b in every update";

export const claims: readonly Claim[] = [
  {
    id: "FG-Eq34",
    label: "Equation (34)",
    document,
    section: "6.1",
    statement:
      "At $\\theta^\\star$ the noise of a batch is $\\frac1bF$: $b\\operatorname{E}\\xi\\xi^\\top=F$",
    assumptions: ["fresh samples"],
    page,
    note: "In the paper's Experiments 4 to 6 the metric is H and the noise G/b at every θ, so b‖r_t‖ = ‖G − H‖ does not shrink. Nor does it where F_t contains the data set, as in §3.2: the noise is then (1 − b/n)S_n/b.",
    predicted: predicted.information,
    condition: {
      text: "a correctly specified likelihood: the gradient's covariance is the metric",
      predicted: predicted.metricOfExperiments,
      routes: [
        {
          method: "identity",
          how: "the diagonal of LLᵀ, L the factor that Experiments 4 to 6 draw their noise with",
          measure: measured.noiseOfExperiments
        },
        {
          method: "simulation",
          how: "4 000 single steps of Experiment 4 from the minimum",
          measure: measured.singleSteps,
          criterion: {kind: "sampled", resolution: "the two differ by factors"}
        }
      ]
    },
    routes: [
      {
        method: "enumeration",
        how: "every batch of two labelled inputs of a logistic regression",
        measure: measured.batches
      },
      {
        method: "identity",
        how: "second differences of the expected loss",
        measure: measured.differences
      }
    ],
    criterion: {kind: "close", relative: 1e-5, because: "differences over 10⁻³ leave some 10⁻⁷"},
    mutant: {description: "E xxᵀ/4, the largest it can be", predicted: predicted.largestInformation}
  },
  {
    id: "FG-Lem6.4",
    part: "drift",
    label: "Lemma 6.4, the drift",
    document,
    section: "6.2",
    statement:
      "$\\operatorname{E}V_{t+1}\\le(1-2\\mu_F\\eta+c_0\\eta^2)V_t+\\frac{\\eta^2}b\\operatorname{Tr}F^2$ at every $\\eta$ and every $\\Delta_t$ exactly for $c_0\\ge\\|F^{1/2}HF^{-1/2}\\|^2$",
    assumptions: [quadratic, "F ≻ 0"],
    page,
    note: "It is an identity before the two extremes are taken: V − 2ηΔᵀFHΔ + η²ΔᵀHFHΔ + η²Tr F²/b.",
    predicted: predicted.driftConstants,
    routes: [
      {
        method: "enumeration",
        how: "E V over four kicks of covariance F, the worst direction by search, at η = 10⁸",
        measure: measured.drifts
      }
    ],
    criterion: {kind: "close", relative: 1e-6, because: "terms of order 1/η and a search are left"},
    mutant: {description: "‖H‖², the Euclidean constant", predicted: predicted.smoothnessSquared}
  },
  {
    id: "FG-Lem6.4",
    part: "constant",
    label: "Lemma 6.4, what c₀ depends on",
    document,
    section: "6.2",
    statement: "$c_0\\le2(\\operatorname{Tr}H)^2\\le2d^2M^2$, whatever $F$ is",
    assumptions: [quadratic, "F ≻ 0"],
    page,
    note: "Printed: c₀ depends only on M, ‖F‖ and c_r. Without µ_F ≥ 0, which the lemma does not list, it grows as κ_F with all three fixed; with it, the dimension is still needed: 2M² fails at d = 8.",
    predicted: predicted.traceBounds,
    condition: {
      text: "µ_F ≥ 0 (Assumption 6.2, not among the lemma's), and a fixed dimension",
      predicted: predicted.traceBoundsFlattening,
      routes: [
        {
          method: "bisection",
          how: "the largest c₀F − HFH on Cholesky factors: H with ½ beside its diagonal of ones, F = diag(1, ε)",
          measure: measured.largestQuotientsFlattening
        },
        {
          method: "direct recursion",
          how: "power iteration on F^½HF^−½",
          measure: measured.iteratedFlattening
        }
      ]
    },
    routes: [
      {
        method: "bisection",
        how: "the largest generalised eigenvalue of (HFH, F) on Cholesky factors",
        measure: measured.largestQuotients
      },
      {
        method: "direct recursion",
        how: "power iteration on F^½HF^−½",
        measure: measured.iterated
      }
    ],
    criterion: {kind: "atMost", slack: 1e-9},
    mutant: {description: "2M², without the dimension", predicted: predicted.normBounds}
  },
  {
    id: "FG-Lem6.4",
    part: "not-quadratic",
    label: "Lemma 6.4, beyond quadratics",
    document,
    section: "6.2",
    statement:
      "On a neighbourhood $U$ the drift holds with $\\inf_U\\Delta^\\top F\\nabla L/V$ in place of $\\mu_F$",
    assumptions: ["L(θ) = θ²/2 − θ³/6 on |θ| ≤ ½, F = 1"],
    page,
    note: "−2ηΔᵀF·o(‖Δ‖) is of first order in η and cannot hide in c₀η²V: c₀ = 10 M² fails at η = 0.001, and any c₀ at an η below ½/c₀. The rate of Theorem 6.5 survives, since the iterates come arbitrarily near.",
    predicted: predicted.neighbourhoodFactors,
    printed: {
      formula:
        "$1-2\\mu_F\\eta+c_0\\eta^2$ with one $c_0$ for every $\\eta$, while $\\theta_t$ is in $U$",
      predicted: predicted.minimumFactors
    },
    routes: [
      {
        method: "enumeration",
        how: "the largest factor over 400 points of U, noise ±1",
        measure: measured.cubicCoin
      },
      {
        method: "quadrature",
        how: "the same under Gaussian noise, by three nodes",
        measure: measured.cubicHermite
      }
    ],
    criterion: {kind: "atMost", slack: 1e-12},
    mutant: {
      description: "the rate at half the radius",
      predicted: predicted.halfwayFactors
    }
  },
  {
    id: "FG-Thm6.5",
    part: "bound",
    label: "Theorem 6.5, the bound (38)",
    document,
    section: "6.2",
    statement:
      "(38) holds with $C_2=e^{\\pi^2c_0\\eta_0^2/6}$, $C_1=2^aC_2\\eta_0^2\\mu_F\\frac a{a-1}$, $C_3=0$, $a=2\\mu_F\\eta_0>1$",
    assumptions: [quadratic],
    page,
    note: "The constants are ours; the theorem prints none. They depend on η₀, µ_F and c₀ alone, as it says, and exponentially on c₀η₀².",
    predicted: predicted.upperBounds,
    routes: [
      {
        method: "direct recursion",
        how: "the exact second moment from t = 1 at five horizons up to 10 000",
        measure: measured.secondMoments
      }
    ],
    criterion: {kind: "atMost", slack: 0},
    mutant: {description: "T^−3/2 for 1/T", predicted: predicted.upperBoundsSteeper}
  },
  {
    id: "FG-Thm6.5",
    part: "rate",
    label: "Theorem 6.5, the rate",
    document,
    section: "6.2",
    statement:
      "With $\\eta_t=\\eta_0/t$ the risk falls as $T^{-\\min(1,\\,2\\eta_0\\lambda_{\\min}(H))}$; since $\\mu_F\\le\\lambda_{\\min}(H)$, as $1/T$ for every $\\eta_0>1/(2\\mu_F)$",
    assumptions: [quadratic],
    page,
    note: "η₀ > 1/(2µ_F) is sufficient, not necessary: the rate changes at 1/(2λmin(H)), also for pairs with µ_F < 0, for which the theorem is empty.",
    predicted: predicted.exponents,
    routes: [
      {
        method: "direct recursion",
        how: "the covariance from t = 1; slopes between T = 24 576 and 1 572 864, extrapolated",
        measure: measured.slopes
      }
    ],
    criterion: {
      kind: "close",
      relative: 1e-3,
      because: "after extrapolation corrections of twice the order T^−|2η₀λmin − 1| are left"
    },
    mutant: {
      description: "µ_F for λmin(H) in the exponent",
      predicted: predicted.exponentsInMetric
    }
  },
  {
    id: "FG-Thm6.5",
    part: "constant",
    label: "Theorem 6.5, the constant",
    document,
    section: "6.2",
    statement:
      "The least $C_1$ that serves every problem is $\\eta_0^2\\mu_F/(2\\eta_0\\mu_F-1)\\ge1/\\mu_F$ for $T\\to\\infty$; it has the unit of $\\eta_0$",
    assumptions: [quadratic, "H = µI, where the bound is attained"],
    page,
    note: "Loss times s: left side s², Tr F²/µ_F s³. θ over a: left side fixed, Tr F²/µ_F a². C₁, through η₀, takes up the difference; at its best it turns Tr F²/µ_F into Tr F²/µ_F².",
    predicted: predicted.leadingTerms,
    routes: [
      {
        method: "direct recursion",
        how: "T times the exact risk at T = 50 000 and 100 000, extrapolated",
        measure: measured.leading
      }
    ],
    criterion: {
      kind: "close",
      relative: 1e-3,
      because: "corrections of order T^−1.8 are left beside the 1/T taken out"
    },
    mutant: {
      description: "one C₁ for the problem and its rescalings",
      predicted: predicted.leadingTermsUniversal
    }
  },
  {
    id: "FG-Thm6.5",
    part: "trace",
    label: "Theorem 6.5, the reduction (39)",
    document,
    section: "6.2",
    statement:
      "$\\operatorname{Tr}F^2\\le\\lambda_{\\max}(F)\\operatorname{Tr}F=\\lambda_{\\max}(F)^2d_{\\mathrm{eff}}$",
    assumptions: ["F ⪰ 0"],
    page,
    predicted: predicted.traceReduction,
    routes: [
      {method: "identity", how: "the sum of squares of F's entries", measure: measured.traceSquares}
    ],
    criterion: {kind: "atMost", slack: 1e-12},
    mutant: {description: "λmax d_eff", predicted: predicted.traceReductionOnce}
  },
  {
    id: "FG-Thm6.5",
    part: "proof",
    label: "Theorem 6.5, the proof",
    document,
    section: "6.2",
    statement:
      "$\\sum_{t<T}(t/T)^p\\,t^{-2}$ falls as $T^{-\\min(1,p)}$: the weights have to be taken with $p=2\\mu_F\\eta_0>1$",
    assumptions: [],
    page,
    note: "Any p between ½ and 1 refutes the step. The theorem survives: Lemma A.4 gives the weights with p = 2µ_Fη₀. The remainder needs ρ_t bounded, as in (34), by the same weights; Σ η_t²ρ_t < ∞ and A ≤ 1 give O(1), and with ρ_t = √t the remainder falls as T^−½.",
    predicted: predicted.weightSlopes,
    printed: {
      formula:
        "“$A_{t+1,T}\\le C(t/T)^{\\mu_F\\eta_0}$. Then, since $\\mu_F\\eta_0>1/2$, $\\sum_{t\\le T}A_{t+1,T}\\eta_t^2=O(1/T)$”",
      predicted: predicted.weightSlopesPrinted
    },
    routes: [
      {
        method: "enumeration",
        how: "the sums, term by term, slopes between T = 1 536 and 98 304, extrapolated",
        measure: measured.weights
      },
      {
        method: "quadrature",
        how: "the integrals in place of the sums, slope between 10³⁰ and 10³²",
        measure: second.weightIntegrals
      }
    ],
    criterion: {
      kind: "close",
      relative: 1e-3,
      because: "after extrapolation corrections of twice the order T^−|p − 1| are left"
    },
    mutant: {description: "−p, also above 1", predicted: predicted.weightSlopesUnbounded}
  },
  {
    id: "FG-Rem6.6",
    label: "Remark 6.6",
    document,
    section: "6.2",
    statement:
      "The risk under $\\eta_0/t$ and the plateau of a constant step $\\eta_T=\\eta_0/T$ agree: $\\frac\\tau2\\operatorname{Tr}F^2/\\mu_F$ at $\\tau=\\eta_T/b$",
    assumptions: ["G = F"],
    page,
    note: "Direction by direction their ratio is 2η₀h/(2η₀h − 1): τ enters both alike, the curvature does not. With F = H the plateau is ½τ Tr F and has no µ_F in it.",
    predicted: predicted.samePlateau,
    condition: {
      text: "η₀µ_F ≫ ½ and one curvature, H = µI",
      predicted: predicted.plateauFar,
      routes: [
        {
          method: "direct recursion",
          how: "both recursions at η₀µ = 0.6; the plateau with F = H = diag(µ, 1) at two µ",
          measure: measured.notQuasiStatic
        },
        {
          method: "enumeration",
          how: "the unrolled sums and geometric series",
          measure: second.notQuasiStaticSeries
        }
      ]
    },
    routes: [
      {
        method: "direct recursion",
        how: "both recursions at η₀µ = 5 000, T = 200 000",
        measure: measured.quasiStatic
      },
      {
        method: "enumeration",
        how: "the unrolled sums and geometric series",
        measure: second.quasiStaticSeries
      }
    ],
    criterion: {kind: "close", relative: 1e-3, because: "1/(2η₀µ) = 10⁻⁴ is left"},
    mutant: {description: "the ratio at η₀µ = 1", predicted: predicted.plateauTwice}
  },
  {
    id: "FG-Cor6.14",
    label: "Corollary 6.14",
    document,
    section: "6.3",
    statement:
      "$\\operatorname{E}\\|\\theta_T-\\theta^\\star\\|_F^2=\\Theta(1/(Tb))$ for $T\\to\\infty$",
    assumptions: [quadratic, "η₀ > 1/(2λmin(H))"],
    page,
    note: "The term of the start, T^(−2λminη₀)‖Δ₁‖², has no b in it. And the lower bound is about the worst θ⋆, not about one: for one θ⋆ the lower half comes from the exact limit of T·V_T. The constants on the two sides differ by κ_F at least.",
    predicted: predicted.matching,
    condition: {
      text: "T → ∞ at fixed b, or b no larger than T^(2λminη₀ − 1)",
      predicted: predicted.matchingBatch,
      routes: [
        {
          method: "direct recursion",
          how: "T = 10, b from 1 000 to 4 000, start at distance 1",
          measure: measured.larger
        },
        {method: "enumeration", how: "the same, unrolled", measure: second.largerSeries}
      ]
    },
    routes: [
      {
        method: "direct recursion",
        how: "b = 64, T from 50 000 to 200 000, start at distance 1",
        measure: measured.longer
      },
      {method: "enumeration", how: "the same, unrolled", measure: second.longerSeries}
    ],
    criterion: {kind: "close", relative: 1e-3, because: "the offset of the steps is felt as 1/T"},
    mutant: {description: "T^−½", predicted: predicted.squareRoot}
  },
  {
    id: "FG-LemA.4",
    part: "i",
    label: "Lemma A.4 (i)",
    document,
    section: "A.4",
    statement:
      "$T^a\\,\\Pi_{1,T}\\to1/(\\Gamma(1-r)\\Gamma(1-r'))$, $r,r'=\\frac12(a\\pm\\sqrt{a^2-4c_0})$: so $\\Pi_{1,T}\\le CT^{-a}$",
    assumptions: ["c₀ ≥ 0, any a"],
    page,
    note: "a > 1 is not needed here; the sum of the weights needs it. The constant is of order e^(π√c₀). Factors at small k may be negative or zero, where the proof's logarithm does not exist; the bound holds for |Π|.",
    predicted: predicted.productLimits,
    routes: [
      {
        method: "enumeration",
        how: "products from k = 1 to T = 200 000, for a from ½ to 4",
        measure: measured.directProducts
      }
    ],
    criterion: {kind: "close", relative: 1e-3, because: "corrections of order 1/T are left"},
    mutant: {description: "1/Γ(1 − a), without c₀", predicted: predicted.productLimitsFirstOrder}
  },
  {
    id: "FG-LemA.4",
    part: "ii",
    label: "Lemma A.4 (ii)",
    document,
    section: "A.4",
    statement:
      "$|\\Pi_{t+1,T}|\\le C(t/T)^a$ with $C=2^ae^{\\pi^2c_0/6}\\prod_{\\alpha_k<0}\\max(1,|\\alpha_k|e^{a/k})$",
    assumptions: ["c₀ ≥ 0, a > 0"],
    page,
    note: "The constant is ours; the lemma prints none. a > 1 is not needed.",
    predicted: predicted.productBounds,
    routes: [
      {
        method: "enumeration",
        how: "the largest of |Π_{t+1,T}|(T/t)^a over all t at T = 20 000",
        measure: measured.worstProducts
      }
    ],
    criterion: {kind: "atMost", slack: 1e-9},
    mutant: {description: "the exponent a + 1", measure: measured.worstProductsSteeper}
  }
];
