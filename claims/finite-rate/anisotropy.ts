import type {Claim} from "../ledger/claim.js";
import * as measured from "./anisotropy.measured.js";
import * as predicted from "./anisotropy.predicted.js";
import * as second from "./anisotropy.second.js";

export const claims: readonly Claim[] = [
  {
    id: "LZU-Eq17",
    statement: "$P(L(w_t)-L(w_0)\\ge\\delta) \\le \\frac{E(t)}\\delta$",
    assumptions: ["$w_0$ is the exact minimum, so that $L(w_t) \\ge L(w_0)$"],
    predicted: predicted.markovBound,
    routes: [
      {
        method: "enumeration",
        how: "every outcome of a rare kick, for which the bound is attained, and normal tails by quadrature",
        measure: measured.tails
      }
    ],
    criterion: {kind: "atMost", slack: 1e-12},
    mutant: {description: "E/(2δ)", predicted: predicted.markovHalf}
  },
  {
    id: "LZU-Eq56-58",
    part: "sign",
    statement: "$w_t = -\\lambda\\sum_{i<t}(I-\\lambda K)^i\\eta_{t-1-i}$",
    assumptions: ["$w_0 = 0$, equation (5) with µ = 0"],
    note: "One step: $w_1 = w_0 - \\lambda(Kw_0+\\eta_0) = -\\lambda\\eta_0$. Only squares are used afterwards, so nothing else changes.",
    predicted: predicted.unrolledMinus,
    printed: {
      formula: "$w_t = \\lambda\\sum_{i=0}^{t-1}(I_D-\\lambda K)^i\\eta_{t-1-i}$",
      predicted: predicted.unrolledPlus
    },
    routes: [
      {method: "direct recursion", how: "four steps of (5)", measure: measured.run},
      {
        method: "identity",
        how: "the responses to each kick alone, superposed",
        measure: second.superposed
      }
    ],
    criterion: {kind: "equal", c: 100},
    mutant: {description: "the kicks in the other order", predicted: predicted.unrolledBackwards}
  },
  {
    id: "LZU-Eq56-58",
    part: "cross-terms",
    statement:
      "the cross-terms vanish in the mean and $E(t) = \\frac{\\lambda^2}2\\sum_{i<t}\\operatorname{Tr}[CK(I-\\lambda K)^{2i}]$, for noise of any law",
    assumptions: ["$w_0 = 0$"],
    note: "The text gives “the Gaussian property of the noise” as the reason. It is neither needed (skewed white noise has the same $E$) nor enough (Gaussian AR(1) noise has another).",
    predicted: predicted.white,
    condition: {
      text: "Noise at different times is uncorrelated.",
      predicted: predicted.white,
      routes: [
        {
          method: "direct recursion",
          how: "Gaussian AR(1) noise, ρ = ½: second moments of (w, η) carried step by step",
          measure: measured.correlated
        },
        {
          method: "identity",
          how: "the same from responses and the noise's covariances",
          measure: second.colouredBySuperposition
        }
      ]
    },
    routes: [
      {
        method: "enumeration",
        how: "every sequence of skewed kicks up to six steps",
        measure: measured.everySequence
      },
      {
        method: "identity",
        how: "responses to single kicks, squared and summed",
        measure: second.whiteBySuperposition
      }
    ],
    criterion: {kind: "equal", c: 1000},
    mutant: {description: "half of it", predicted: predicted.whiteHalf}
  },
  {
    id: "LZU-Fig5",
    statement: "$C = K = I$, λ = 0.2 and 1.85: the mean loss of the runs follows (18), not (19)",
    assumptions: ["one dimension; another multiplies both curves alike"],
    predicted: predicted.figure,
    routes: [
      {
        method: "simulation",
        how: "60 000 runs at both rates, after 1, 5 and 20 steps",
        measure: measured.figure
      }
    ],
    criterion: {kind: "sampled"},
    mutant: {description: "(19)", predicted: predicted.figureContinuous}
  },
  {
    id: "LZU-Thm8",
    part: "one-step",
    statement:
      "$\\frac{\\operatorname{Tr}KC}{\\operatorname{Tr}K\\bar C} \\ge \\frac{a}{(l+1)^2}D^{\\min(2d-1,\\,1)}$",
    assumptions: ["one step", "l fixed, d > ½, alignment with the factor a"],
    note: "The ratio is never above $D$, since $\\operatorname{Tr}KC \\le k_1\\operatorname{Tr}C$ and $\\operatorname{Tr}K \\ge k_1$: for $d > 1$ the printed exponent is impossible. In (64) the bracket tends to $l^2$ then, not to $D^{2-2d}$. And (62)–(64) bound the ratio from below, which $\\mathcal O$ does not say.",
    predicted: predicted.growth,
    printed: {
      formula: "$= \\mathcal O(aD^{2d-1})$, as the lower bound that (62)–(64) derive",
      predicted: predicted.growthPrinted
    },
    routes: [
      {
        method: "enumeration",
        how: "the ratio for K = C = diag(1, D⁻ᵈ, …), summed for D = 10², 10⁴, 10⁶ and d = 0.6, 0.7, 1.5, 2",
        measure: measured.ratios
      },
      {
        method: "identity",
        how: "one plus the squared coefficient of variation of the eigenvalues",
        measure: second.ratiosByVariation
      }
    ],
    criterion: {kind: "atLeast", slack: 0},
    mutant: {description: "the exponent d", predicted: predicted.growthOther}
  },
  {
    id: "LZU-Thm8",
    part: "long-time",
    statement:
      "for $t \\to \\infty$ the ratio is at most $\\frac{2}{2-\\lambda k_1}$ in every dimension",
    assumptions: ["$0 < \\lambda < 2/k_1$"],
    note: "All eigenvalues of $(2I-\\lambda K)^{-1}$ lie between $\\frac12$ and $\\frac1{2-\\lambda k_1}$, however small those of $K$ are: this matrix is not ill-conditioned, and the derivation is not “the same as above”.",
    predicted: predicted.bounded,
    printed: {
      formula:
        "“the final ratio should contain $a'$ instead of $a$. The remaining derivation is the same as above”",
      predicted: predicted.unbounded,
      criterion: {kind: "atLeast", slack: 0}
    },
    routes: [
      {
        method: "enumeration",
        how: "the ratio for C ∝ K, λk₁ = 1.5, d = 1 in 10 to 10 000 dimensions",
        measure: measured.lateRatios
      },
      {
        method: "identity",
        how: "a weighted mean of the gains over a plain one",
        measure: second.lateMeans
      }
    ],
    criterion: {kind: "atMost", slack: 0},
    mutant: {description: "a quarter of the bound", predicted: predicted.boundedHalf}
  },
  {
    id: "LZU-Rem-Thm8",
    statement:
      "noise that leans to the stiff direction escapes better than isotropic noise of the same trace, also at a large rate",
    assumptions: ["λk₁ = 1.6, after 1, 5 and 200 steps"],
    note: "At long times the advantage is a constant at most, and in continuous time there is none: $E_c \\to \\frac\\lambda4\\operatorname{Tr}C$.",
    predicted: predicted.helps,
    routes: [
      {
        method: "direct recursion",
        how: "E_d over that of isotropic noise, the covariance stepped t times, at four angles",
        measure: measured.gain
      }
    ],
    criterion: {kind: "atLeast", slack: 0},
    mutant: {description: "noise that leans to the flat direction", measure: measured.gainFlat}
  }
];
