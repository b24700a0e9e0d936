import {gentleRuns, gradedPairs, planePairs, rescaled, weightSums} from "../cases/bound.js";
import {sizedFamily} from "../cases/families/sections.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, close} from "../ledger/criterion.js";
import {direct, enumeration, identity, quadrature} from "../ledger/route.js";
import * as measured from "./upperBound.measured.js";
import * as predicted from "./upperBound.predicted.js";
import * as second from "./upperBound.second.js";

const quadratic = "L quadratic, noise of covariance F/b in every update";

export const claims: readonly Claim[] = [
  forCases({
    cases: gentleRuns,
    id: "FG-Thm6.5",
    part: "bound",
    tame: "the constants are exponential in c₀η₀²: with wider spectra both sides leave float64",
    statement:
      "(38) holds with $C_2=e^{\\pi^2c_0\\eta_0^2/6}$, $C_1=2^aC_2\\eta_0^2\\mu_F\\frac a{a-1}$, $C_3=0$, $a=2\\mu_F\\eta_0>1$",
    assumptions: [quadratic],
    note: "The constants are ours; the theorem prints none. They depend on η₀, µ_F and c₀ alone, as it says, and exponentially on c₀η₀².",
    predicted: predicted.upperBounds,
    routes: [
      direct(
        "the exact second moment from t = 1 at five horizons up to 10 000",
        measured.secondMoments
      )
    ],
    criterion: atMost(0),
    mutant: {description: "T^−3/2 for 1/T", predicted: predicted.upperBoundsSteeper}
  }),
  forCases({
    cases: planePairs,
    id: "FG-Thm6.5",
    part: "rate",
    fixed: "modes decide, each by one number η₀h; a pair with µ_F < 0 is among them",
    statement:
      "With $\\eta_t=\\eta_0/t$ the risk falls as $T^{-\\min(1,\\,2\\eta_0\\lambda_{\\min}(H))}$; since $\\mu_F\\le\\lambda_{\\min}(H)$, as $1/T$ for every $\\eta_0>1/(2\\mu_F)$",
    assumptions: [quadratic, "2η₀λmin(H) ≠ 1, where a logarithm comes in"],
    note: "η₀ > 1/(2µ_F) is sufficient, not necessary: the rate changes at 1/(2λmin(H)), also for pairs with µ_F < 0, for which the theorem is empty.",
    predicted: predicted.exponents,
    routes: [
      direct(
        "the covariance from t = 1; slopes between T = 24 576 and 1 572 864, extrapolated",
        measured.slopes
      )
    ],
    criterion: close(
      1e-3,
      "after extrapolation corrections of twice the order T^−|2η₀λmin − 1| are left"
    ),
    mutant: {description: "µ_F for λmin(H) in the exponent", predicted: predicted.exponentsInMetric}
  }),
  forCases({
    cases: rescaled,
    id: "FG-Thm6.5",
    part: "constant",
    fixed: "one problem and its rescalings: units decide",
    statement:
      "The least $C_1$ that serves every problem is $\\eta_0^2\\mu_F/(2\\eta_0\\mu_F-1)\\ge1/\\mu_F$ for $T\\to\\infty$; it has the unit of $\\eta_0$",
    assumptions: [quadratic, "H = µI, where the bound is attained"],
    note: "Loss times s: left side s², Tr F²/µ_F s³. θ over a: left side fixed, Tr F²/µ_F a². C₁, through η₀, takes up the difference; at its best it turns Tr F²/µ_F into Tr F²/µ_F².",
    predicted: predicted.leadingTerm,
    routes: [
      direct("T times the exact risk at T = 50 000 and 100 000, extrapolated", measured.leading)
    ],
    criterion: close(1e-3, "corrections of order T^−1.8 are left beside the 1/T taken out"),
    mutant: {
      description: "one C₁ for the problem and its rescalings",
      predicted: predicted.leadingTermUniversal
    }
  }),
  forCases({
    cases: [...planePairs, ...gradedPairs],
    search: {family: sizedFamily},
    id: "FG-Thm6.5",
    part: "trace",
    statement:
      "$\\operatorname{Tr}F^2\\le\\lambda_{\\max}(F)\\operatorname{Tr}F=\\lambda_{\\max}(F)^2d_{\\mathrm{eff}}$",
    assumptions: ["F ⪰ 0"],
    predicted: predicted.traceReduction,
    routes: [identity("the sum of squares of F's entries", measured.traceSquares)],
    criterion: atMost(1e-12),
    mutant: {description: "λmax d_eff", predicted: predicted.traceReductionOnce}
  }),
  forCases({
    cases: weightSums,
    id: "FG-Thm6.5",
    part: "proof",
    fixed: "sums of powers, of which one exponent refutes the step",
    statement:
      "$\\sum_{t<T}(t/T)^p\\,t^{-2}$ falls as $T^{-\\min(1,p)}$: the weights have to be taken with $p=2\\mu_F\\eta_0>1$",
    assumptions: [],
    note: "Any p between ½ and 1 refutes the step. The theorem survives: Lemma A.4 gives the weights with p = 2µ_Fη₀. The remainder needs ρ_t bounded, as in (34), by the same weights; Σ η_t²ρ_t < ∞ and A ≤ 1 give O(1), and with ρ_t = √t the remainder falls as T^−½.",
    predicted: predicted.weightSlopes,
    printed: {
      weight: "formula",
      formula:
        "“$A_{t+1,T}\\le C(t/T)^{\\mu_F\\eta_0}$. Then, since $\\mu_F\\eta_0>1/2$, $\\sum_{t\\le T}A_{t+1,T}\\eta_t^2=O(1/T)$”",
      predicted: predicted.weightSlopesPrinted
    },
    routes: [
      enumeration(
        "the sums, term by term, slopes between T = 1 536 and 98 304, extrapolated",
        measured.weights
      ),
      quadrature(
        "the integrals in place of the sums, slope between 10³⁰ and 10³²",
        second.weightIntegrals
      )
    ],
    criterion: close(
      1e-3,
      "after extrapolation corrections of twice the order T^−|p − 1| are left"
    ),
    mutant: {description: "−p, also above 1", predicted: predicted.weightSlopesUnbounded}
  }),
  forCases({
    cases: [
      {
        name: "T grows at b = 64",
        ends: [
          {T: 50_000, b: 64},
          {T: 200_000, b: 64}
        ]
      }
    ],
    id: "FG-Cor6.14",
    fixed: "two ways to spend one budget",
    statement:
      "$\\operatorname{E}\\|\\theta_T-\\theta^\\star\\|_F^2=\\Theta(1/(Tb))$ for $T\\to\\infty$",
    assumptions: [quadratic, "η₀ > 1/(2λmin(H))"],
    note: "The term of the start, T^(−2λminη₀)‖Δ₁‖², has no b in it. And the lower bound is about the worst θ⋆, not about one: for one θ⋆ the lower half comes from the exact limit of T·V_T. How far apart the constants of the two sides are is with Remark 6.12.",
    predicted: predicted.matching,
    condition: {
      text: "T → ∞ at fixed b, or b no larger than T^(2λminη₀ − 1)",
      cases: [
        {
          name: "b grows at T = 10",
          ends: [
            {T: 10, b: 1000},
            {T: 10, b: 4000}
          ]
        }
      ],
      routes: [
        direct("T = 10, b from 1 000 to 4 000, start at distance 1", measured.matched),
        enumeration("the same, unrolled", second.unrolled)
      ]
    },
    routes: [
      direct("b = 64, T from 50 000 to 200 000, start at distance 1", measured.matched),
      enumeration("the same, unrolled", second.unrolled)
    ],
    criterion: close(1e-3, "the offset of the steps is felt as 1/T"),
    mutant: {description: "T^−½", predicted: predicted.squareRoot}
  })
];
