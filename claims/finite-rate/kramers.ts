import {barriers, coarseBarriers, coarseFamily} from "../cases/escape.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, highBarriers} from "../ledger/criterion.js";
import {direct, identity, quadrature} from "../ledger/route.js";
import * as measured from "./kramers.measured.js";
import * as predicted from "./kramers.predicted.js";
import * as second from "./kramers.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: coarseBarriers,
    search: {family: coarseFamily, criterion: close(1e-6, "two quadratures"), cases: 8},
    tame: "one dimension is the theorem’s",
    id: "LZU-Thm9",
    statement:
      "$\\gamma \\approx \\frac{|k_b|}{2\\pi}\\sqrt{\\frac{2-\\lambda k_a}2}\\,\\frac{\\exp\\bigl[-\\frac{2S\\Delta L}\\lambda\\bigl(\\frac{l(1-\\lambda k_a/2)}{k_a}+\\frac{1-l}{|k_b|}\\bigr)\\bigr]}{\\operatorname{erf}\\sqrt{S(2-\\lambda k_a)\\Delta L/(\\lambda k_a)}}$",
    assumptions: [
      "the approximations of §E.2.5: a Gaussian law in the well of half-width $\\sqrt{2\\Delta L/k_a}$, continuous time on the barrier",
      "$C = |k(w)|/S$, flow time"
    ],
    note: "$\\gamma = J/P$, and $P = P(a)\\sqrt{2\\pi\\Sigma}\\operatorname{erf}(\\cdot)$ stands in the denominator: the printed prefactor is its reciprocal. This is what the paper's own steps give, not the exact rate: see the remark of §E.2.5.",
    predicted: predicted.kramers,
    printed: {
      weight: "formula",
      formula:
        "$\\frac1{2\\pi}|k_b|\\sqrt{\\frac2{2-\\lambda k_a}}\\operatorname{erf}\\Bigl(\\sqrt{\\frac{S(2-\\lambda k_a)\\Delta L}{\\lambda k_a}}\\Bigr)\\exp[\\dots]$",
      predicted: predicted.kramersPrinted
    },
    routes: [
      quadrature(
        "J and P of §E.2.5, the well's variance summed kick by kick, both integrals by Simpson's rule",
        measured.kramersQuadrature
      ),
      identity(
        "the same with the variance from w ← (1 − λk)w + λη and both integrals by power series",
        second.kramersSeries
      )
    ],
    criterion: close(1e-8, "two quadratures"),
    mutant: {
      description: "the root put right, erf still above",
      predicted: predicted.kramersTimesErf
    }
  }),
  forCases({
    cases: barriers,
    tame: "a limit of high barriers, which a walk on a fine grid reaches on few paths",
    id: "LZU-Eq24",
    part: "outside",
    statement:
      "$\\gamma_c = \\frac{|k_b|}{2\\pi}\\exp\\bigl[-\\frac{2S\\Delta L}\\lambda\\bigl(\\frac l{k_a}+\\frac{1-l}{|k_b|}\\bigr)\\bigr]$",
    assumptions: [
      "the current of (21), $-P\\nabla L-T\\nabla P$ in flow time",
      "$C = |k(w)|/S$, $\\Delta L \\gg T$"
    ],
    note: "That SGD has another current where its noise changes is charged at (21).",
    predicted: predicted.continuousRate,
    routes: [
      quadrature(
        "J/P of the stationary current from the well to where it is absorbed beyond b",
        measured.outside
      ),
      direct("the same of a walk on 60 000 sites", second.walkOutside)
    ],
    criterion: highBarriers,
    mutant: {
      description: "√(k_a|k_b|), right for one temperature",
      predicted: predicted.oneTemperature
    }
  }),
  forCases({
    cases: barriers,
    tame: "a limit of high barriers, which a walk on a fine grid reaches on few paths",
    id: "LZU-Eq24",
    part: "inside",
    statement:
      "$\\gamma_c = \\frac{k_a}{2\\pi}\\exp\\bigl[-\\frac{2S\\Delta L}\\lambda\\bigl(\\frac l{k_a}+\\frac{1-l}{|k_b|}\\bigr)\\bigr]$ for the current $-P\\nabla L-\\nabla(TP)$",
    assumptions: ["$C = |k(w)|/S$, drawn where the run stands; flow time, $\\Delta L \\gg T$"],
    note: "$J = -PL'-(TP)'$: $TP$ is continuous where the noise steps, $P$ is not, and the well holds $|k_b|/k_a$ times as much. The exact rate of the recursion goes to this form as the step shrinks.",
    predicted: predicted.insideRate,
    printed: {
      formula:
        "$\\frac{|k_b|}{2\\pi}\\exp[\\dots]$ as the rate of SGD, whose noise is drawn where it stands",
      weight: "formula",
      consequenceOf: "LZU-Eq21-22/current",
      predicted: predicted.continuousRate
    },
    routes: [
      quadrature(
        "J/P of the stationary current with the temperature inside the derivative",
        measured.itoOnly
      ),
      direct(
        "the same of a walk on 60 000 sites that draws its move where it stands",
        second.walkIto
      )
    ],
    criterion: highBarriers,
    mutant: {
      description: "√(k_a|k_b|), right for one temperature",
      predicted: predicted.oneTemperature
    }
  })
];
