import {coloured, decays, figureFive, givenKicks, late, rotatedTimes} from "../cases/escape.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, atMost, equal, sampled} from "../ledger/criterion.js";
import {direct, enumeration, identity, simulation} from "../ledger/route.js";
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
      enumeration(
        "every outcome of a rare kick, for which the bound is attained, and normal tails by quadrature",
        measured.tails
      )
    ],
    criterion: atMost(1e-12),
    mutant: {description: "E/(2δ)", predicted: predicted.markovHalf}
  },
  forCases({
    cases: givenKicks,
    id: "LZU-Eq56-58",
    part: "sign",
    statement: "$w_t = -\\lambda\\sum_{i<t}(I-\\lambda K)^i\\eta_{t-1-i}$",
    assumptions: ["$w_0 = 0$, equation (5) with µ = 0"],
    note: "One step: $w_1 = w_0 - \\lambda(Kw_0+\\eta_0) = -\\lambda\\eta_0$. Only squares are used afterwards, so nothing else changes.",
    predicted: predicted.unrolledMinus,
    printed: {
      weight: "slip",
      formula: "$w_t = \\lambda\\sum_{i=0}^{t-1}(I_D-\\lambda K)^i\\eta_{t-1-i}$",
      predicted: predicted.unrolledPlus
    },
    routes: [
      direct("four steps of (5)", measured.run),
      identity("the responses to each kick alone, superposed", second.superposed)
    ],
    criterion: equal(100),
    mutant: {description: "the kicks in the other order", predicted: predicted.unrolledBackwards}
  }),
  forCases({
    cases: coloured,
    id: "LZU-Eq56-58",
    part: "cross-terms",
    statement:
      "the cross-terms vanish in the mean and $E(t) = \\frac{\\lambda^2}2\\sum_{i<t}\\operatorname{Tr}[CK(I-\\lambda K)^{2i}]$, for noise of any law",
    assumptions: ["$w_0 = 0$"],
    note: "The text gives “the Gaussian property of the noise” as the reason. It is neither needed (skewed white noise has the same $E$) nor enough (Gaussian AR(1) noise has another).",
    predicted: predicted.white,
    condition: {
      text: "Noise at different times is uncorrelated.",
      routes: [
        direct(
          "Gaussian AR(1) noise, ρ = ½: second moments of (w, η) carried step by step",
          measured.correlated
        ),
        identity(
          "the same from responses and the noise's covariances",
          second.colouredBySuperposition
        )
      ]
    },
    routes: [
      enumeration("every sequence of skewed kicks up to six steps", measured.everySequence),
      identity("responses to single kicks, squared and summed", second.whiteBySuperposition)
    ],
    criterion: equal(1000),
    mutant: {description: "half of it", predicted: predicted.whiteHalf}
  }),
  forCases({
    cases: figureFive,
    id: "LZU-Fig5",
    statement: "$C = K = I$, λ = 0.2 and 1.85: the mean loss of the runs follows (18), not (19)",
    assumptions: ["one dimension; another multiplies both curves alike"],
    predicted: predicted.figure,
    routes: [simulation("60 000 runs at both rates, after 1, 5 and 20 steps", measured.figure)],
    criterion: sampled(),
    mutant: {description: "(19)", predicted: predicted.figureContinuous}
  }),
  forCases({
    cases: decays,
    id: "LZU-Thm8",
    part: "one-step",
    statement:
      "$\\frac{\\operatorname{Tr}KC}{\\operatorname{Tr}K\\bar C} \\ge \\frac{a}{(l+1)^2}D^{\\min(2d-1,\\,1)}$",
    assumptions: ["one step", "l fixed, d > ½, alignment with the factor a"],
    note: "The ratio is never above $D$, since $\\operatorname{Tr}KC \\le k_1\\operatorname{Tr}C$ and $\\operatorname{Tr}K \\ge k_1$: for $d > 1$ the printed exponent is impossible. In (64) the bracket tends to $l^2$ then, not to $D^{2-2d}$. And (62)–(64) bound the ratio from below, which $\\mathcal O$ does not say.",
    predicted: predicted.growth,
    printed: {
      weight: "conclusion",
      formula: "$= \\mathcal O(aD^{2d-1})$, as the lower bound that (62)–(64) derive",
      predicted: predicted.growthPrinted
    },
    routes: [
      enumeration(
        "the ratio for K = C = diag(1, D⁻ᵈ, …), summed for D = 10², 10⁴, 10⁶ and d = 0.6, 0.7, 1.5, 2",
        measured.ratios
      ),
      identity(
        "one plus the squared coefficient of variation of the eigenvalues",
        second.ratiosByVariation
      )
    ],
    criterion: atLeast(0),
    mutant: {description: "the exponent d", predicted: predicted.growthOther}
  }),
  forCases({
    cases: late,
    id: "LZU-Thm8",
    part: "long-time",
    statement:
      "for $t \\to \\infty$ the ratio is at most $\\frac{2}{2-\\lambda k_1}$ in every dimension",
    assumptions: ["$0 < \\lambda < 2/k_1$"],
    note: "All eigenvalues of $(2I-\\lambda K)^{-1}$ lie between $\\frac12$ and $\\frac1{2-\\lambda k_1}$, however small those of $K$ are: this matrix is not ill-conditioned, and the derivation is not “the same as above”.",
    predicted: predicted.bounded,
    printed: {
      weight: "conclusion",
      formula:
        "“the final ratio should contain $a'$ instead of $a$. The remaining derivation is the same as above”",
      predicted: predicted.unbounded,
      criterion: atLeast(0)
    },
    routes: [
      enumeration(
        "the ratio for C ∝ K, λk₁ = 1.5, d = 1 in 10 to 10 000 dimensions",
        measured.lateRatios
      ),
      identity("a weighted mean of the gains over a plain one", second.lateMeans)
    ],
    criterion: atMost(0),
    mutant: {description: "a quarter of the bound", predicted: predicted.boundedHalf}
  }),
  forCases({
    cases: rotatedTimes,
    id: "LZU-Rem-Thm8",
    statement:
      "noise that leans to the stiff direction escapes better than isotropic noise of the same trace, also at a large rate",
    assumptions: ["λk₁ = 1.6, after 1, 5 and 200 steps"],
    note: "At long times the advantage is a constant at most, and in continuous time there is none: $E_c \\to \\frac\\lambda4\\operatorname{Tr}C$.",
    predicted: predicted.helps,
    routes: [
      direct(
        "E_d over that of isotropic noise, the covariance stepped t times, at four angles",
        measured.gain
      )
    ],
    criterion: atLeast(0),
    mutant: {description: "noise that leans to the flat direction", measure: measured.gainFlat}
  })
];
