import {noisyMetrics, planePairs, spikes, stiffOfHundred} from "../cases/bound.js";
import {boundFamily} from "../cases/families/pairs.js";
import {noisyFamily} from "../cases/families/sections.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, atMost, close, drawn, equal} from "../ledger/criterion.js";
import {direct, enumeration, quadrature} from "../ledger/route.js";
import * as measured from "./localMinimax.measured.js";
import * as predicted from "./localMinimax.predicted.js";
import * as second from "./localMinimax.second.js";

const asPriorsWiden = close(1e-6, "the prior's width is extrapolated");

export const claims: readonly Claim[] = [
  forCases({
    cases: planePairs,
    id: "FG-Rem6.12",
    part: "what-enters",
    search: {family: boundFamily, criterion: drawn},
    statement:
      "For a likelihood the least worst $N\\cdot$risk in the metric $F$ is $d$, whatever $F$",
    assumptions: ["G = H = F, Gaussian noise", "the worst over all θ⋆"],
    note: "κ_F, which the remark lists with d_eff among what enters Theorem 6.5, is not in it: λmax, µ_F and d_eff are.",
    predicted: predicted.dimensionOf,
    routes: [
      direct("Newton steps from a start away from θ⋆, 40 calls", measured.likelihood),
      direct(
        "Bayes risks under normal priors of growing width, which no worst risk is below",
        second.leastOfLikelihood,
        asPriorsWiden
      )
    ],
    criterion: equal(1000),
    mutant: {description: "d_eff for d", predicted: predicted.effectiveDimensionOf}
  }),
  forCases({
    cases: stiffOfHundred,
    id: "FG-Rem6.12",
    part: "gap",
    fixed: "families of spectra with κ_F or d held fixed, as the remark names them",
    statement:
      "At fixed $\\kappa_F$ the gap tightens with $d_{\\mathrm{eff}}$: SGD's risk at $\\eta_0=1/\\mu_F$ is $\\frac1d\\sum_i\\frac{x_i^2}{2x_i-1}$ times the bound, $x_i=\\lambda_i/\\mu_F$, 50 for 99 stiff directions of 100 and 1.5 for one",
    assumptions: ["G = H = F, κ_F = 100 = d"],
    note: "The ratio of the printed bounds, κ_F²d_eff/d at the best C₁ = 1/µ_F, is proportional to d_eff as well, and at least κ_F. d_eff ≪ d forces κ_F ≥ (d − 1)/(d_eff − 1).",
    predicted: predicted.gapAtFixedCondition,
    condition: {
      text: "κ_F is held fixed. F = I has no gap; one stiff direction more, F = diag(κ, 1, …, 1), takes d_eff/d from 1 to 0.02 and opens one: at its best η₀ SGD's risk is 1.00, 1.04 and 1.45 times the bound at κ = 1, 10 and 100",
      cases: spikes,
      predicted: predicted.gapPrinted,
      routes: [
        direct(
          "T times the exact risk at T = 60 000, the least over η₀",
          measured.leastRecursionGap,
          atMost(1e-3)
        ),
        quadrature("the limit's integral, the least over η₀", second.leastIntegralGap, atMost(1e-3))
      ]
    },
    routes: [
      direct("T times the exact risk at T = 60 000", measured.recursionGap),
      quadrature("the limit's integral", second.integralGap)
    ],
    criterion: close(1e-3, "1/T is left at finite T"),
    mutant: {description: "no gain from a small d_eff", predicted: predicted.gapOfLargest}
  }),
  forCases({
    cases: noisyMetrics,
    id: "FG-Rem6.13",
    search: {family: noisyFamily, criterion: drawn},
    statement:
      "Information $J=HG^{-1}H$ bounds the worst $N\\cdot$risk in a metric $M$ by $\\operatorname{Tr}MJ^{-1}=\\operatorname{Tr}MH^{-1}GH^{-1}$: $d$ in the metric $J$, $\\operatorname{Tr}(GH^{-1})^2$ in the metric $G$",
    assumptions: ["Gaussian noise of covariance G in the answers Hθ − Hθ⋆ + ζ"],
    note: "H = I, G = gI: in the metric G the mean of N answers has N·risk = g²d, below cd for small g. Multiplying the loss by s multiplies the risk in the metric G by s² and leaves d/N where it is; a universal c, as in (40), cannot exist; one that depends on H and G says 1/N and no more.",
    predicted: predicted.localBound,
    printed: {
      weight: "conclusion",
      formula:
        "“the same lower-bound form $\\Omega(d/N)$ … with $F^\\star$ replaced by $G^\\star(\\theta^\\star)$”",
      predicted: predicted.dimensionBound,
      criterion: atLeast(1e-9)
    },
    routes: [
      direct("Newton steps from a start away from θ⋆, 40 calls", measured.newtonSteps),
      enumeration("the root of the mean gradient of two draws, over all pairs", second.roots),
      direct(
        "Bayes risks under normal priors of growing width, which no worst risk is below",
        second.leastWorst,
        asPriorsWiden
      )
    ],
    criterion: equal(1000),
    mutant: {description: "Tr MH⁻¹, with H for G", predicted: predicted.curvatureBound}
  })
];
