import type {Claim, Criterion} from "../claim.js";
import * as measured from "./escape.measured.js";
import * as predicted from "./escape.predicted.js";

const document = "finite-rate";
const flat: Criterion = {
  kind: "close",
  relative: 1e-6,
  because: "a minimum is flat: golden section finds it to the root of the rounding error"
};

export const claims: readonly Claim[] = [
  {
    id: "LZU-Thm7",
    label: "Theorem 7",
    document,
    section: "6.2",
    statement:
      "$E_d = \\frac\\lambda4\\operatorname{Tr}\\left[\\left(I-\\frac{\\lambda K}2\\right)^{-1}\\left[I-(I-\\lambda K)^{2t}\\right]C\\right]$",
    assumptions: ["µ = 0", "the run starts at the minimum", "white noise"],
    page: "/finite-rate/escape",
    predicted: predicted.discrete,
    routes: [
      {
        method: "direct recursion",
        how: "½ Tr KΣₜ, the covariance stepped from zero",
        measure: measured.stepped
      }
    ],
    criterion: {kind: "equal", c: 1000},
    mutant: {description: "t for 2t in the exponent", predicted: predicted.discreteHalf}
  },
  {
    id: "LZU-Eq19",
    label: "Equation (19)",
    document,
    section: "6.2",
    statement:
      "$E_c = \\frac\\lambda4\\operatorname{Tr}[(I-e^{-2\\lambda Kt})C]$; $E_c \\to \\frac\\lambda4\\operatorname{Tr}C$, $E_d(1) = \\frac{\\lambda^2}2\\operatorname{Tr}KC$ and $E_d \\to \\frac\\lambda2\\operatorname{Tr}[(2I-\\lambda K)^{-1}C]$",
    assumptions: ["as Theorem 7; E_c of the Ornstein–Uhlenbeck limit"],
    page: "/finite-rate/escape",
    predicted: predicted.continuous,
    routes: [
      {
        method: "quadrature",
        how: "½ Tr KΣ(t), the covariance of the limit as an integral; the discrete limits by stepping",
        measure: measured.flowed
      }
    ],
    criterion: {kind: "equal", c: 1000},
    mutant: {
      description: "e^(−λKt): the decay of the mean for that of the covariance",
      predicted: predicted.continuousHalf
    }
  },
  {
    id: "LZU-Cor4",
    label: "Corollary 4",
    document,
    section: "6.2",
    statement: "$E_d \\ge E_c$ for all $0 < \\lambda < 2/k^*$ and $t = 0, 1, 2, \\dots$",
    assumptions: ["as Theorem 7"],
    page: "/finite-rate/escape",
    note: "Checked on a grid. The proof raises e^(−x) ≥ 1 − x to the power 2t, which needs |1 − λk| ≤ e^(−λk) and so λk < 1.28; beyond, what is to be shown holds all the same, since (1−λk)^(2t) − λk/2 < 0 there for t ≥ 1.",
    predicted: predicted.notNegative,
    routes: [
      {
        method: "direct recursion",
        how: "E_d by stepping, E_c by quadrature, at 40 values of λk and up to t = 60",
        measure: measured.advantage
      }
    ],
    criterion: {kind: "atLeast", slack: 1e-12},
    mutant: {description: "E_c one step later", measure: measured.advantageLate}
  },
  {
    id: "LZU-Thm6",
    label: "Theorem 6",
    document,
    section: "6.1",
    statement:
      "$\\frac{N-2S}S\\sum_i\\frac{k_i}{2-\\lambda k_i} + \\frac{N-S}S\\lambda\\sum_i\\frac{k_i^2}{(2-\\lambda k_i)^2} = \\frac D\\lambda$ at the $\\lambda$ of least divergence",
    assumptions: ["C = (N−S)/(NS) K", "S < N"],
    page: "/finite-rate/bayes",
    predicted: predicted.bayes,
    routes: [
      {
        method: "minimisation",
        how: "golden section on the divergence of the two Gaussians",
        measure: measured.leastDivergence
      }
    ],
    criterion: flat,
    mutant: {description: "N − S for N − 2S", predicted: predicted.bayesOther}
  },
  {
    id: "LZU-Mandt-limit",
    label: "Section 6.1, limit",
    document,
    section: "6.1",
    statement:
      "$\\lambda^* \\to 2\\frac SN\\frac D{\\operatorname{Tr}K}$ for $S \\ll N$ and $\\lambda k \\ll 1$",
    assumptions: ["as Theorem 6"],
    page: "/finite-rate/bayes",
    predicted: predicted.bayesLimit,
    routes: [
      {
        method: "minimisation",
        how: "golden section on the divergence at S/N = 10⁻⁷",
        measure: measured.leastDivergenceSmallBatch
      }
    ],
    criterion: flat,
    mutant: {description: "S/N for 2S/N", predicted: predicted.bayesLimitHalf}
  }
];
