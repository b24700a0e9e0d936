import type {Claim, Criterion} from "../claim.js";
import * as measured from "./kramers.measured.js";
import * as predicted from "./kramers.predicted.js";
import * as second from "./kramers.second.js";

const document = "finite-rate";
const page = "/finite-rate/kramers";
const asymptotic: Criterion = {
  kind: "close",
  relative: 1e-3,
  because: "Kramers' rate is the limit of high barriers; here they are 28 temperatures and more"
};

export const claims: readonly Claim[] = [
  {
    id: "LZU-Eq21-22",
    part: "current",
    label: "Equation (21), the current",
    document,
    section: "6.3",
    statement:
      "$J = -\\lambda P\\nabla L - \\nabla(\\mathcal D P)$ with $\\mathcal D = \\frac12\\lambda^2C$, for the recursion (5)",
    assumptions: ["$C$ is the covariance of the gradient noise of one update; time counts updates"],
    page,
    note: "One update moves $w$ by $-\\lambda(\\nabla L+\\eta)$, whose variance is $\\lambda^2C$; and with $\\mathcal D = \\frac12C$ a parabola holds $\\Sigma = \\mathcal D/(\\lambda k) = C/(2\\lambda k)$, where (1) has $\\lambda C/(2k)$. (66) is in the units of (21) as well, where $C$ is the covariance of $\\lambda\\eta$; “$C = \\frac1Sk_a$” and $T_a = \\frac\\lambda{2S}k_a$ are in those of (5).",
    predicted: predicted.diffusionPerUpdate,
    printed: {
      formula:
        "$J := -\\lambda P_c\\nabla L - \\mathcal D\\nabla P_c$, “$\\mathcal D := \\frac12C$ is the diffusion matrix”",
      predicted: predicted.diffusionPrinted,
      readings: [predicted.diffusionOfFlow]
    },
    routes: [
      {
        method: "enumeration",
        how: "half the variance of one update, both signs of its noise",
        measure: measured.oneUpdate
      },
      {
        method: "direct recursion",
        how: "λk times the variance at which the diffusion of section 2, dw = −λKw dt + λ√C dW, settles",
        measure: second.relaxed
      }
    ],
    criterion: {kind: "close", relative: 1e-9, because: "the second route relaxes for 25 times"},
    mutant: {description: "𝒟 per unit of flow time, λC/2", predicted: predicted.diffusionOfFlow}
  },
  {
    id: "LZU-Eq21-22",
    part: "rate",
    label: "Equation (22), the rate",
    document,
    section: "6.3",
    statement: "$\\gamma = \\int_{\\partial a}J\\cdot dS\\big/P(w\\in V_a)$",
    assumptions: ["what leaves starts anew"],
    page,
    note: "A walker that leaves with probability 0.1 at each move: $P = 1$, $J = 0.1$, the rate is 0.1 and not 10. (23) and (71) are rates, $J/P$ in their exponential, and the title of Figure 6(b) is “escape rate”.",
    predicted: predicted.currentOverInside,
    printed: {
      formula: "$\\gamma := P(w\\in V_a)\\big/\\int_{\\partial a}J\\cdot dS$",
      predicted: predicted.insideOverCurrent
    },
    routes: [
      {
        method: "enumeration",
        how: "one over the mean number of moves that a walk stays, its law move by move",
        measure: measured.exitRate
      },
      {
        method: "identity",
        how: "the same from the mean times of gaining one site",
        measure: second.exitRate
      }
    ],
    criterion: {kind: "equal", c: 1e5},
    mutant: {
      description: "the probability of the last site for the current",
      predicted: predicted.siteOverInside
    }
  },
  {
    id: "LZU-Eq66-71",
    part: "mass",
    label: "Equation (66)",
    document,
    section: "E.2.5",
    statement:
      "$\\int_{-\\sqrt{\\Delta L/k}}^{\\sqrt{\\Delta L/k}} P\\,dw = P(a)\\sqrt{\\frac{2\\pi C}{\\lambda k(2-\\lambda k)}}\\operatorname{erf}\\sqrt{\\frac{\\lambda(2-\\lambda k)\\Delta L}{2C}}$",
    assumptions: ["$P \\propto e^{-w^2/2\\Sigma}$ with $\\Sigma = C/(\\lambda k(2-\\lambda k))$"],
    page,
    note: "$\\int_{-h}^h e^{-w^2/2\\Sigma}dw = \\sqrt{2\\pi\\Sigma}\\operatorname{erf}(h/\\sqrt{2\\Sigma})$. The printed argument belongs to $h = \\sqrt{2\\Delta L/k}$, where a parabola has climbed $\\Delta L$: the limits are what went wrong, and (23) has the argument that it should have.",
    predicted: predicted.massInside,
    printed: {
      formula: "$\\operatorname{erf}\\sqrt{\\lambda(2-\\lambda k)\\Delta L/C}$",
      predicted: predicted.massPrinted
    },
    routes: [
      {
        method: "quadrature",
        how: "the integral by Simpson's rule",
        measure: measured.massQuadrature
      },
      {
        method: "identity",
        how: "the same mass by inverting the characteristic function",
        measure: second.massInverted
      }
    ],
    criterion: {kind: "close", relative: 1e-6, because: "two quadratures"},
    mutant: {description: "half the width once more", predicted: predicted.massQuarter}
  },
  {
    id: "LZU-Eq66-71",
    part: "saddle",
    label: "Equation (69), the integral",
    document,
    section: "E.2.5",
    statement:
      "$\\int_a^b\\mathcal D^{-1}e^{(L-L(l))/T}dw \\approx \\frac12\\mathcal D_b^{-1}e^{(L(b)-L(l))/T_b}\\sqrt{\\frac{2\\pi T_b}{|k_b|}}$",
    assumptions: ["$\\Delta L \\gg T$, $\\mathcal D = T$"],
    page,
    note: "The integrand peaks at the end $b$ of the range, and half of the peak lies beyond. The whole Gaussian is right for a path that ends well beyond $b$; only there may (68) drop $P_c$ at the end, too: at the top of a barrier that can be crossed back it is half of what Boltzmann's law says, not 0. With both ends moved, what follows from (68) and (69) stands.",
    predicted: predicted.saddleToTop,
    printed: {
      formula: "$-J\\int_a^b \\approx -J\\mathcal D_b^{-1}\\int_{-\\infty}^\\infty$",
      predicted: predicted.saddleWhole
    },
    routes: [
      {
        method: "quadrature",
        how: "the integral from a to b by Simpson's rule",
        measure: measured.saddleQuadrature
      },
      {
        method: "direct recursion",
        how: "P(a)/J of a walk on 60 000 sites that is absorbed at b",
        measure: second.walkToTop
      }
    ],
    criterion: asymptotic,
    mutant: {description: "a quarter", predicted: predicted.saddleQuarter}
  },
  {
    id: "LZU-Eq66-71",
    part: "units",
    label: "Equation (69), 𝒟_b = T_b",
    document,
    section: "E.2.5",
    statement: "$\\mathcal D_b = T_b = \\frac{\\lambda}{2S}|k_b|$",
    assumptions: ["$C = \\frac1S|k_b|$"],
    page,
    note: "$e^{-L/T}$ carries no current if $\\mathcal D = T$ times the factor of $\\nabla L$. That factor is λ in (21). So the rates (23) and (24) are per unit of flow time; per update they are λ times as large.",
    predicted: predicted.temperature,
    condition: {
      text: "The drift is $-\\nabla L$: time is flow time, of which an update takes λ, and not the time of (21).",
      predicted: predicted.temperature,
      routes: [
        {
          method: "enumeration",
          how: "half the variance of one update",
          measure: measured.topPerUpdate
        },
        {
          method: "identity",
          how: "λT, with T from the balance of a fine walk",
          measure: second.exponentPerUpdate
        }
      ]
    },
    routes: [
      {
        method: "enumeration",
        how: "half the variance of one update, over λ",
        measure: measured.topPerFlowTime
      },
      {
        method: "identity",
        how: "T from the balance of a fine walk with drift −L′ and variance λC per unit of time",
        measure: second.exponentOfFlow
      }
    ],
    criterion: {kind: "close", relative: 1e-5, because: "the walk has sites"},
    mutant: {description: "without λ", predicted: predicted.noiseAlone}
  },
  {
    id: "LZU-Eq66-71",
    part: "current",
    label: "Equation (70)",
    document,
    section: "E.2.5",
    statement:
      "$J \\approx P(a)\\,T_b\\exp\\Bigl(\\frac{L(a)-L(l)}{T_a}-\\frac{L(b)-L(l)}{T_b}\\Bigr)\\sqrt{\\frac{|k_b|}{2\\pi T_b}}$",
    assumptions: ["$T_a = \\frac\\lambda{2S}\\frac{k_a}{1-\\lambda k_a/2}$", "$\\Delta L \\gg T$"],
    page,
    note: "(69) divides by $\\mathcal D_b = T_b$, and (70) has lost it; without it $J$ is no rate times a probability, and (71) could not begin with $|k_b|$. The factor $e^{-\\frac12w^\\top\\Sigma^{-1}w}$ is to be taken at $w = a$, where it is 1.",
    predicted: predicted.currentWithDiffusion,
    printed: {
      formula:
        "$P(a)\\,e^{-\\frac12w^\\top\\Sigma^{-1}w}\\exp(\\dots)\\sqrt{|k_b|/(2\\pi T_b)}$, at $w = a$",
      predicted: predicted.currentPrinted
    },
    routes: [
      {
        method: "quadrature",
        how: "J/P(a) of the stationary current with two temperatures",
        measure: measured.currentQuadrature
      },
      {
        method: "direct recursion",
        how: "the same of a walk on 60 000 sites, fed at a and absorbed beyond b",
        measure: second.walkCurrent
      }
    ],
    criterion: asymptotic,
    mutant: {description: "√T_b for T_b", predicted: predicted.currentRoot}
  },
  {
    id: "LZU-Thm9",
    label: "Theorem 9",
    document,
    section: "6.3, E.2.5",
    statement:
      "$\\gamma \\approx \\frac{|k_b|}{2\\pi}\\sqrt{\\frac{2-\\lambda k_a}2}\\,\\frac{\\exp\\bigl[-\\frac{2S\\Delta L}\\lambda\\bigl(\\frac{l(1-\\lambda k_a/2)}{k_a}+\\frac{1-l}{|k_b|}\\bigr)\\bigr]}{\\operatorname{erf}\\sqrt{S(2-\\lambda k_a)\\Delta L/(\\lambda k_a)}}$",
    assumptions: [
      "the approximations of §E.2.5: a Gaussian law in the well of half-width $\\sqrt{2\\Delta L/k_a}$, continuous time on the barrier",
      "$C = |k(w)|/S$, flow time"
    ],
    page,
    note: "$\\gamma = J/P$, and $P = P(a)\\sqrt{2\\pi\\Sigma}\\operatorname{erf}(\\cdot)$ stands in the denominator: the printed prefactor is its reciprocal. This is what the paper's own steps give, not the exact rate: see the remark of §E.2.5.",
    predicted: predicted.kramers,
    printed: {
      formula:
        "$\\frac1{2\\pi}|k_b|\\sqrt{\\frac2{2-\\lambda k_a}}\\operatorname{erf}\\Bigl(\\sqrt{\\frac{S(2-\\lambda k_a)\\Delta L}{\\lambda k_a}}\\Bigr)\\exp[\\dots]$",
      predicted: predicted.kramersPrinted
    },
    routes: [
      {
        method: "quadrature",
        how: "J and P of §E.2.5, the well's variance summed kick by kick, both integrals by Simpson's rule",
        measure: measured.kramersQuadrature
      },
      {
        method: "identity",
        how: "the same with the variance from w ← (1 − λk)w + λη and both integrals by power series",
        measure: second.kramersSeries
      }
    ],
    criterion: {kind: "close", relative: 1e-8, because: "two quadratures"},
    mutant: {
      description: "the root put right, erf still above",
      predicted: predicted.kramersTimesErf
    }
  },
  {
    id: "LZU-Eq24",
    label: "Equation (24)",
    document,
    section: "6.3",
    statement:
      "$\\gamma_c = \\frac{|k_b|}{2\\pi}\\exp\\bigl[-\\frac{2S\\Delta L}\\lambda\\bigl(\\frac l{k_a}+\\frac{1-l}{|k_b|}\\bigr)\\bigr]$",
    assumptions: ["$C = |k(w)|/S$, flow time, $\\Delta L \\gg T$"],
    page,
    note: "$J = -PL'-(TP)'$: $TP$ is continuous where the noise steps, $P$ is not, and the well holds $|k_b|/k_a$ times as much. The exact rate of the recursion at λk_a = 0.05 is near the second form, see the page.",
    predicted: predicted.continuousRate,
    condition: {
      text: "The current is $-\\mathcal D\\nabla P$, as in (21). SGD draws its noise where it stands, so that the current is $-\\nabla(\\mathcal DP)$, and then $|k_b|$ in front becomes $k_a$.",
      predicted: predicted.continuousRate,
      routes: [
        {
          method: "quadrature",
          how: "J/P of the current with the temperature inside the derivative",
          measure: measured.itoOnly
        },
        {
          method: "direct recursion",
          how: "the same of a walk that draws its move where it stands",
          measure: second.walkIto
        }
      ]
    },
    routes: [
      {
        method: "quadrature",
        how: "J/P of the stationary current from the well to where it is absorbed beyond b",
        measure: measured.outside
      },
      {
        method: "direct recursion",
        how: "the same of a walk on 60 000 sites",
        measure: second.walkOutside
      }
    ],
    criterion: asymptotic,
    mutant: {
      description: "√(k_a|k_b|), right for one temperature",
      predicted: predicted.oneTemperature
    }
  },
  {
    id: "LZU-Fig6a",
    part: "width",
    label: "Figure 6(a), the width of the well",
    document,
    section: "6.3",
    statement: "a parabola has climbed $\\Delta L$ at $w = \\sqrt{2\\Delta L/k_a}$",
    assumptions: ["$L = \\frac12k_aw^2$"],
    page,
    note: "$\\frac12k_a w^2$ at $w = \\sqrt{\\Delta L/k_a}$ is $\\frac12\\Delta L$. The erf of (23) belongs to $\\sqrt{2\\Delta L/k_a}$; only the figure and the limits of (66) have the other.",
    predicted: predicted.halfWidth,
    printed: {
      formula: "“we approximate half of the width of the valley $a$ by $\\sqrt{\\Delta L/k_a}$”",
      predicted: predicted.halfWidthPrinted
    },
    routes: [
      {method: "bisection", how: "where ½k_a w² = ΔL", measure: measured.bisected},
      {
        method: "identity",
        how: "the half-width h of erf(h/√(2Σ)) for the argument in (23)",
        measure: second.widthOfErf
      }
    ],
    criterion: {kind: "equal", c: 100},
    mutant: {description: "√(3ΔL/k_a)", predicted: predicted.halfWidthWide}
  },
  {
    id: "LZU-Fig6a",
    part: "spread",
    label: "Figure 6(a), what the well holds",
    document,
    section: "6.3, E.2.5",
    statement:
      "the discrete law has the share $\\operatorname{erf}\\sqrt{S(2-\\lambda k_a)\\Delta L/(\\lambda k_a)} < 1$ inside the well, less than the continuous one",
    assumptions: ["half-width $\\sqrt{2\\Delta L/k_a}$"],
    page,
    predicted: predicted.spread,
    routes: [
      {
        method: "quadrature",
        how: "the mass of the recursion's law, its variance summed kick by kick",
        measure: measured.massOfLaw
      }
    ],
    criterion: {kind: "close", relative: 1e-8, because: "a quadrature"},
    mutant: {description: "the continuous law's share", predicted: predicted.spreadContinuous}
  },
  {
    id: "LZU-Fig6b",
    part: "continuous",
    label: "Figure 6(b), the continuous theory",
    document,
    section: "6.3",
    statement: "$\\gamma_c/|k_b|$ does not change under $L \\to rL$",
    assumptions: ["$C = |k|/S$ is scaled with the loss"],
    page,
    predicted: predicted.unscaled,
    routes: [
      {
        method: "quadrature",
        how: "J/P of the stationary current for r = 1, 2, 4, 8",
        measure: measured.scaledFlow
      }
    ],
    criterion: asymptotic,
    mutant: {
      description: "noise that is not scaled with the loss",
      measure: measured.scaledLossOnly
    }
  },
  {
    id: "LZU-Fig6b",
    part: "discrete",
    label: "Figure 6(b), finite steps",
    document,
    section: "6.3",
    statement: "the escape rate over $|k_b|$ grows with $r$ under $L \\to rL$",
    assumptions: ["$k_a = |k_b|$, λk_a = 0.2 at r = 1 to 1.6 at r = 8, six temperatures"],
    page,
    note: "The exact rate of the recursion on two parabolas grows. That the printed curve meets the measured one “up to a constant coefficient” cannot be checked: the potential, λ, S and the constant are not stated. On two parabolas the ratio of the two is no constant.",
    predicted: predicted.noLess,
    routes: [
      {
        method: "direct recursion",
        how: "the law of the recursion on a grid, update by update, for r = 1, 2, 4, 8",
        measure: measured.growthExact
      }
    ],
    criterion: {kind: "atLeast", slack: 0},
    mutant: {
      description: "noise that is not scaled with the loss",
      measure: measured.growthLossOnly
    }
  },
  {
    id: "LZU-Rem-E2.5",
    label: "Remark on Theorem 9",
    document,
    section: "E.2.5",
    statement:
      "the corrections are not precise: around $b$ a run stays beyond with probability $\\Phi\\bigl(\\frac{w-b}{s}\\bigr)$, $s^2 = \\frac{\\lambda}{S(2+\\lambda|k_b|)}$, the law of a temperature $T_b/(1+\\frac12\\lambda|k_b|)$, where (69)–(71) keep $T_b$",
    assumptions: ["$L = \\Delta L - \\frac12|k_b|(w-b)^2$, Gaussian noise, $C = |k_b|/S$"],
    page,
    note: "Lowering $T_b$ costs in the exponent $S\\Delta L(1-l)$; raising $T_a$, which is all that (71) does, gains $S\\Delta L\\,l$. For $l = \\frac12$ they cancel, and the first effect of the step on the exponent is of second order.",
    predicted: predicted.committorDiscrete,
    routes: [
      {
        method: "simulation",
        how: "40 000 runs from each of three starts, at λ|k_b| = 0.5, 1, 1.6, until they are far away",
        measure: measured.staysBeyond
      }
    ],
    criterion: {kind: "sampled"},
    mutant: {
      description: "the temperature T_b of continuous time",
      predicted: predicted.committorContinuous
    }
  }
];
