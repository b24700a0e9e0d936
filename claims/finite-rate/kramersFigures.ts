import {
  barriers,
  coarseBarriers,
  coarseFamily,
  growingFamily,
  growingPaths,
  rescaledPaths,
  shrinkingPaths
} from "../cases/escape.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, close, equal, highBarriers} from "../ledger/criterion.js";
import {bisection, direct, identity, quadrature} from "../ledger/route.js";
import * as measured from "./kramersFigures.measured.js";
import * as predicted from "./kramersFigures.predicted.js";
import * as second from "./kramersFigures.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: coarseBarriers,
    search: {family: coarseFamily, criterion: close(1e-6, "two quadratures"), cases: 8},
    tame: "one dimension is the theorem’s",
    id: "LZU-Fig6a",
    part: "width",
    statement: "a parabola has climbed $\\Delta L$ at $w = \\sqrt{2\\Delta L/k_a}$",
    assumptions: ["$L = \\frac12k_aw^2$"],
    note: "$\\frac12k_a w^2$ at $w = \\sqrt{\\Delta L/k_a}$ is $\\frac12\\Delta L$. The erf of (23) belongs to $\\sqrt{2\\Delta L/k_a}$; only the figure and the limits of (66) have the other.",
    predicted: predicted.halfWidth,
    printed: {
      weight: "slip",
      formula: "“we approximate half of the width of the valley $a$ by $\\sqrt{\\Delta L/k_a}$”",
      predicted: predicted.halfWidthPrinted
    },
    routes: [
      bisection("where ½k_a w² = ΔL", measured.bisected),
      identity("the half-width h of erf(h/√(2Σ)) for the argument in (23)", second.widthOfErf)
    ],
    criterion: equal(100),
    mutant: {description: "√(3ΔL/k_a)", predicted: predicted.halfWidthWide}
  }),
  forCases({
    cases: coarseBarriers,
    search: {family: coarseFamily, criterion: close(1e-6, "two quadratures"), cases: 8},
    tame: "one dimension is the theorem’s",
    id: "LZU-Fig6a",
    part: "spread",
    statement:
      "the discrete law has the share $\\operatorname{erf}\\sqrt{S(2-\\lambda k_a)\\Delta L/(\\lambda k_a)} < 1$ inside the well, less than the continuous one",
    assumptions: ["half-width $\\sqrt{2\\Delta L/k_a}$"],
    predicted: predicted.spread,
    routes: [
      quadrature(
        "the mass of the recursion's law, its variance summed kick by kick",
        measured.massOfLaw
      )
    ],
    criterion: close(1e-8, "a quadrature"),
    mutant: {description: "the continuous law's share", predicted: predicted.spreadContinuous}
  }),
  forCases({
    cases: barriers,
    tame: "a limit of high barriers, which a walk on a fine grid reaches on few paths",
    id: "LZU-Fig6b",
    part: "continuous",
    statement:
      "$\\gamma_c/|k_b|$ does not change under $L \\to rL$: “the escape rate of continuous-time dynamics is invariant to the multiplication of the loss function by a constant”",
    assumptions: ["as (24), $C = |k|/S$ for $rL$ as for $L$"],
    note: "$C = |k|/S$ is the noise of the section, and what is plotted is $\\gamma/|k_b|$; γ itself is multiplied by $r$. That the noise is right for a negative log-likelihood alone, which $rL$ is not, is charged at 4.3. A gradient of $rL$ is $r$ times that of $L$ on the same batch, $C$ goes up by $r^2$, and the continuous rate grows with $r$, too.",
    predicted: predicted.unscaled,
    routes: [
      quadrature("J/P of the stationary current for r = 1, 2, 4, 8", measured.scaledFlow),
      direct("the same of a walk on 60 000 sites", second.scaledWalk)
    ],
    criterion: highBarriers,
    mutant: {
      description: "mini-batches of rL, whose gradients are multiplied with the loss",
      measure: measured.scaledGradients
    }
  }),
  forCases({
    cases: rescaledPaths,
    tame: "the law of the recursion on a fine grid takes long; its nine paths span all three numbers that enter",
    id: "LZU-Fig6b",
    part: "discrete",
    statement: "the escape rate over $|k_b|$ grows with $r$ under $L \\to rL$, $C \\to rC$",
    assumptions: [
      "two parabolas, $|k_b|/k_a = \\frac12, 1, 2$, barriers of 4, 6 and 10 temperatures",
      "λk_a = 0.2 at r = 1 to 1.6 at r = 8"
    ],
    note: "The text states neither potential nor λ nor $S$. On two parabolas all of them enter by three numbers, λk_a, the barrier in temperatures and $|k_b|/k_a$; the growth is there at every one that was tried. That the printed curve meets the measured one “up to a constant coefficient” cannot be checked, since the constant is not stated either; on this path the ratio of the two is no constant.",
    predicted: predicted.noLess,
    routes: [
      direct(
        "the law of the recursion on a grid, update by update, for r = 1, 2, 4, 8",
        measured.growthExact
      )
    ],
    criterion: atLeast(0),
    mutant: {
      description: "noise that is not scaled with the loss",
      measure: measured.growthLossOnly
    }
  }),
  forCases({
    cases: growingPaths,
    search: {family: growingFamily},
    id: "LZU-Fig6b",
    part: "theory",
    statement:
      "“the discrete theory expects a monotonic increase as $r$ becomes large”: $\\gamma/|k_b|$ of (23) grows over all of $r\\lambda k_a < 2$, as printed, and with its prefactor put right where $l \\ge \\frac13$",
    assumptions: ["$L \\to rL$, $C \\to rC$"],
    note: "The printed prefactor grows for every $l$. The other falls, and outweighs the exponent's $S\\Delta L\\,l\\,r$ near the edge if $l < \\frac13$: its slope there is $\\frac13S\\Delta L$.",
    predicted: predicted.neverFalls,
    routes: [
      quadrature(
        "the least growth of ln γ between neighbours of 60 values of r, the well's mass by Simpson's rule",
        measured.leastGrowthOfTheory
      )
    ],
    criterion: atLeast(1e-9),
    tame: "one dimension is the theorem's",
    mutant: {description: "l = 0.2", cases: shrinkingPaths}
  })
];
