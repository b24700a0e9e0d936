import {
  aligned,
  alignedFamily,
  lateLeans,
  leanFamily,
  leaningFamily,
  leaningFlat,
  leaningStiff,
  leans
} from "../cases/anisotropy.js";
import {coloured, figureFive, givenKicks, questions} from "../cases/escape.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, atMost, equal, sampled} from "../ledger/criterion.js";
import {direct, enumeration, identity, simulation} from "../ledger/route.js";
import * as measured from "./anisotropy.measured.js";
import * as predicted from "./anisotropy.predicted.js";
import * as second from "./anisotropy.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: questions,
    id: "LZU-Eq17",
    statement: "$P(L(w_t)-L(w_0)\\ge\\delta) \\le \\frac{E(t)}\\delta$",
    assumptions: ["$w_0$ is the exact minimum, so that $L(w_t) \\ge L(w_0)$"],
    fixed: "Markov's inequality, which holds for every law: tried where it is attained",
    predicted: predicted.markovBound,
    routes: [
      enumeration(
        "every outcome of a rare kick, for which the bound is attained, and normal tails by quadrature",
        measured.tails
      )
    ],
    criterion: atMost(1e-12),
    mutant: {description: "E/(2δ)", predicted: predicted.markovHalf}
  }),
  forCases({
    cases: givenKicks,
    id: "LZU-Eq56-58",
    part: "sign",
    statement: "$w_t = -\\lambda\\sum_{i<t}(I-\\lambda K)^i\\eta_{t-1-i}$",
    assumptions: ["$w_0 = 0$, equation (5) with µ = 0"],
    fixed: "a sign",
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
      "the cross-terms vanish in the mean and $E(t) = \\frac{\\lambda^2}2\\sum_{i<t}\\operatorname{Tr}[CK(I-\\lambda K)^{2i}]$ if kicks at different times are uncorrelated, of any law; Gaussian kicks with $\\mathbb E\\eta_i\\eta_j = \\rho^{|i-j|}$ have them",
    assumptions: ["$w_0 = 0$", "one dimension"],
    note: "The formula stands: that noise of different steps is uncorrelated is charged at the remark on Theorem 1. The reason that is given for it is neither needed (skewed white noise has the same $E$) nor enough (Gaussian AR(1) noise has another).",
    predicted: predicted.crossTerms,
    printed: {
      formula: "“the cross-terms vanish due to the Gaussian property of the noise”",
      weight: "slip",
      predicted: predicted.crossTermsPrinted
    },
    routes: [
      enumeration(
        "every sequence of skewed kicks; for AR(1) noise, ρ = ½, second moments of (w, η) carried step by step",
        measured.bothNoises
      ),
      identity(
        "responses to single kicks and the noise's covariances, summed",
        second.bothBySuperposition
      )
    ],
    criterion: equal(1000),
    fixed: "a counterexample to a reason",
    mutant: {description: "half of it", predicted: predicted.crossTermsHalf}
  }),
  forCases({
    cases: figureFive,
    id: "LZU-Fig5",
    statement: "$C = K = I$, λ = 0.2 and 1.85: the mean loss of the runs follows (18), not (19)",
    assumptions: ["one dimension; another multiplies both curves alike"],
    fixed: "one printed experiment",
    predicted: predicted.figure,
    routes: [simulation("60 000 runs at both rates, after 1, 5 and 20 steps", measured.figure)],
    criterion: sampled(),
    mutant: {description: "(19)", predicted: predicted.figureContinuous}
  }),
  forCases({
    cases: leans,
    search: {family: leanFamily},
    id: "LZU-Thm8",
    part: "one-step",
    statement:
      "$\\frac{a}{(l+1)^2}D^{\\min(2d-1,\\,1)} \\le \\frac{\\operatorname{Tr}KC}{\\operatorname{Tr}K\\bar C} \\le D$",
    assumptions: ["one step", "$d > \\frac12$, alignment with the factor a"],
    note: "Read as the lower bound that (62)–(64) derive, (20) asks for more than $D$ where $d > 1$: in (64) the bracket tends to $l^2$ then, not to $D^{2-2d}$. Read as the upper bound that $\\mathcal O$ says, it fails where $d < 1$ and the flat eigenvalues are much smaller than they must be: the ratio is nearly $D$. That it is never above $D$ is $\\operatorname{Tr}KC \\le k_1\\operatorname{Tr}C$ and $\\operatorname{Tr}K \\ge k_1$.",
    predicted: predicted.growth,
    printed: {
      formula: "$= \\mathcal O(aD^{2d-1})$",
      weight: "formula",
      predicted: predicted.growthPrinted,
      readings: [predicted.growthAsUpper]
    },
    routes: [
      enumeration("the ratio and D over it, summed axis by axis", measured.ratios),
      identity(
        "one plus the covariance of curvature and noise over their means",
        second.ratiosByCovariance
      )
    ],
    criterion: atLeast(1e-9),
    mutant: {description: "the exponent d", predicted: predicted.growthOther}
  }),
  forCases({
    cases: aligned,
    search: {family: alignedFamily},
    id: "LZU-Thm8",
    part: "alignment",
    statement:
      "if $c_1/\\operatorname{Tr}C \\ge a_1k_1/\\operatorname{Tr}K$ and $\\langle u_1, v_1\\rangle^2 \\ge a_2$, then $u_1^\\top Cu_1 \\ge a_1a_2k_1\\operatorname{Tr}C/\\operatorname{Tr}K$",
    assumptions: ["$v_1$ the axis of the largest eigenvalue $c_1$ of $C$"],
    note: "Section 6.2 names the eigenvalues alone; the angle, which “aligned” means there, is in E.2.4, and without it nothing follows: at a right angle $u_1^\\top Cu_1$ may be next to nothing.",
    predicted: predicted.byAngle,
    routes: [direct("the entry of C along the stiffest axis", measured.alongStiffest)],
    criterion: atLeast(1e-12),
    mutant: {
      description: "the eigenvalues alone, as in section 6.2",
      predicted: predicted.byEigenvaluesAlone
    }
  }),
  forCases({
    cases: lateLeans,
    search: {family: leanFamily},
    id: "LZU-Thm8",
    part: "long-time",
    statement:
      "for $t \\to \\infty$ the ratio is at most $\\frac{2}{2-\\lambda k_1}$ in every dimension",
    assumptions: ["$0 < \\lambda < 2/k_1$"],
    note: "All eigenvalues of $(2I-\\lambda K)^{-1}$ lie between $\\frac12$ and $\\frac1{2-\\lambda k_1}$, however small those of $K$ are: this matrix is not ill-conditioned, and the derivation is not “the same as above”.",
    predicted: predicted.bounded,
    printed: {
      formula:
        "“the final ratio should contain $a'$” in place of $a$; “the remaining derivation is the same as above”",
      weight: "conclusion",
      predicted: predicted.unbounded,
      criterion: atLeast(0)
    },
    routes: [
      enumeration("the ratio at λk₁ = 1.5 in 10 to 10 000 dimensions", measured.lateRatios),
      identity(
        "one plus the covariance of gain and noise over their means",
        second.lateByCovariance
      )
    ],
    criterion: atMost(1e-9),
    mutant: {description: "a quarter of the bound", predicted: predicted.boundedHalf}
  }),
  forCases({
    cases: leaningStiff,
    search: {family: leaningFamily, cases: 10},
    id: "LZU-Rem-Thm8",
    statement:
      "noise whose variances along the axes of $K$ are in the order of its curvatures escapes better than isotropic noise of the same trace, at every rate and time",
    assumptions: ["$0 < \\lambda < 2/k_1$"],
    note: "At long times the advantage is at most that of Theorem 8 as corrected, and in continuous time there is none: by (19) $E_c \\to \\frac\\lambda4\\operatorname{Tr}C$.",
    predicted: predicted.helps,
    routes: [
      direct("E_d over that of isotropic noise, the covariance stepped t times", measured.gain)
    ],
    criterion: atLeast(1e-9),
    mutant: {description: "noise that leans to the flat directions", cases: leaningFlat}
  })
];
