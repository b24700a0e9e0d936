import type {Claim} from "../claim.js";
import * as measured from "./localMinimax.measured.js";
import * as predicted from "./localMinimax.predicted.js";
import * as second from "./localMinimax.second.js";

const document = "fisher";
const page = "/budgets/lower-bound";

export const claims: readonly Claim[] = [
  {
    id: "FG-Rem6.12",
    part: "what-enters",
    label: "Remark 6.12, what enters",
    document,
    section: "6.3",
    statement: "For a likelihood the least $N\\cdot$risk in the metric $F$ is $d$, whatever $F$",
    assumptions: ["G = H = F"],
    page,
    predicted: predicted.dimensions,
    routes: [
      {
        method: "direct recursion",
        how: "Newton steps from a start away from θ⋆, 40 calls",
        measure: measured.likelihoods
      }
    ],
    criterion: {kind: "equal", c: 1000},
    mutant: {description: "d_eff for d", predicted: predicted.effectiveDimensions}
  },
  {
    id: "FG-Rem6.12",
    part: "gap",
    label: "Remark 6.12, the gap",
    document,
    section: "6.3",
    statement:
      "With $F=H$ the best $\\eta_0$ leaves the risk $\\min_{\\eta_0}\\frac1d\\sum_i\\frac{(\\eta_0\\lambda_i)^2}{2\\eta_0\\lambda_i-1}\\ge\\frac{\\kappa_Fd_{\\mathrm{eff}}}{4d}$ times the bound: 1 at $d_{\\mathrm{eff}}=d$, and growing as $d_{\\mathrm{eff}}$ falls",
    assumptions: ["G = H = F = diag(κ, 1, …, 1), d = 100"],
    page,
    note: "d_eff ≪ d forces κ_F ≥ (d − 1)/(d_eff − 1). The ratio of the two printed bounds, κ_F²d_eff/d at the best C₁ = 1/µ_F, is at least κ_F, and no valid upper bound is below the exact risk; it is proportional to d_eff at fixed κ_F, the only reading under which the gap tightens.",
    predicted: predicted.gaps,
    printed: {
      formula:
        "“When $d_{\\mathrm{eff}}\\ll d$, the gap between upper and lower bounds tightens correspondingly”",
      predicted: predicted.gapsPrinted,
      criterion: {kind: "atMost", slack: 1e-3}
    },
    routes: [
      {
        method: "direct recursion",
        how: "T times the exact risk at T = 60 000, the least over η₀",
        measure: measured.recursionGaps
      },
      {
        method: "quadrature",
        how: "the limit's integral, the least over η₀",
        measure: second.integralGaps
      }
    ],
    criterion: {kind: "close", relative: 1e-3, because: "T^−(2η₀ − 1) is left at finite T"},
    mutant: {
      description: "the bound from below, κd_eff/4d, as the value",
      predicted: predicted.gapsFromBelow
    }
  },
  {
    id: "FG-Rem6.13",
    label: "Remark 6.13",
    document,
    section: "6.3",
    statement:
      "Information $J=HG^{-1}H$ bounds $N\\cdot$risk in a metric $M$ by $\\operatorname{Tr}MJ^{-1}=\\operatorname{Tr}MH^{-1}GH^{-1}$: $d$ in the metric $J$, $\\operatorname{Tr}(GH^{-1})^2$ in the metric $G$",
    assumptions: ["Gaussian noise of covariance G in the answers Hθ − Hθ⋆ + ζ"],
    page,
    note: "H = I, G = gI: in the metric G the mean of N answers has N·risk = g²d, below cd for small g. Multiplying the loss by s multiplies the risk in the metric G by s² and leaves d/N where it is; a universal c, as in (40), cannot exist; one that depends on H and G says 1/N and no more.",
    predicted: predicted.localBounds,
    printed: {
      formula:
        "“the same lower-bound form $\\Omega(d/N)$ … with $F^\\star$ replaced by $G^\\star(\\theta^\\star)$”",
      predicted: predicted.dimensionBounds,
      criterion: {kind: "atLeast", slack: 1e-9}
    },
    routes: [
      {
        method: "direct recursion",
        how: "Newton steps from a start away from θ⋆, 40 calls",
        measure: measured.newtonSteps
      },
      {
        method: "enumeration",
        how: "the root of the mean gradient of two draws, over all pairs",
        measure: second.roots
      }
    ],
    criterion: {kind: "equal", c: 1000},
    mutant: {description: "Tr MH⁻¹, with H for G", predicted: predicted.curvatureBounds}
  }
];
