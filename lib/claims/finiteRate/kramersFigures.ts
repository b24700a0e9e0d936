import type {Claim} from "../claim.js";
import {close} from "../route.js";
import * as measured from "./kramersFigures.measured.js";
import * as predicted from "./kramersFigures.predicted.js";
import * as second from "./kramersFigures.second.js";

const document = "finite-rate";
const page = "/finite-rate/kramers";
const asymptotic = close(
  1e-3,
  "Kramers' rate is the limit of high barriers; here they are 28 temperatures and more"
);

export const claims: readonly Claim[] = [
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
  }
];
