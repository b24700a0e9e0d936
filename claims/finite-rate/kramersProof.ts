import {barriers, coarseBarriers, coarseFamily, tops} from "../cases/escape.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, highBarriers, sampled} from "../ledger/criterion.js";
import {direct, enumeration, identity, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./kramersProof.measured.js";
import * as predicted from "./kramersProof.predicted.js";
import * as second from "./kramersProof.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: coarseBarriers,
    search: {family: coarseFamily, criterion: close(1e-5, "two quadratures"), cases: 8},
    tame: "one dimension is the theorem’s",
    id: "LZU-Eq66-71",
    part: "mass",
    statement:
      "$\\int_{-\\sqrt{\\Delta L/k}}^{\\sqrt{\\Delta L/k}} P\\,dw = P(a)\\sqrt{\\frac{2\\pi C}{\\lambda k(2-\\lambda k)}}\\operatorname{erf}\\sqrt{\\frac{\\lambda(2-\\lambda k)\\Delta L}{2C}}$",
    assumptions: ["$P \\propto e^{-w^2/2\\Sigma}$ with $\\Sigma = C/(\\lambda k(2-\\lambda k))$"],
    note: "$\\int_{-h}^h e^{-w^2/2\\Sigma}dw = \\sqrt{2\\pi\\Sigma}\\operatorname{erf}(h/\\sqrt{2\\Sigma})$. The printed argument belongs to $h = \\sqrt{2\\Delta L/k}$, where a parabola has climbed $\\Delta L$: the limits are what went wrong, and (23) has the argument that it should have.",
    predicted: predicted.massInside,
    printed: {
      weight: "slip",
      formula: "$\\operatorname{erf}\\sqrt{\\lambda(2-\\lambda k)\\Delta L/C}$",
      predicted: predicted.massPrinted
    },
    routes: [
      quadrature("the integral by Simpson's rule", measured.massQuadrature),
      identity("the same mass by inverting the characteristic function", second.massInverted)
    ],
    criterion: close(1e-6, "two quadratures"),
    mutant: {description: "half the width once more", predicted: predicted.massQuarter}
  }),
  forCases({
    cases: barriers,
    tame: "a limit of high barriers, which a walk on a fine grid reaches on few paths",
    id: "LZU-Eq66-71",
    part: "saddle",
    statement:
      "$\\int_a^b\\mathcal D^{-1}e^{(L-L(l))/T}dw \\approx \\frac12\\mathcal D_b^{-1}e^{(L(b)-L(l))/T_b}\\sqrt{\\frac{2\\pi T_b}{|k_b|}}$",
    assumptions: ["$\\Delta L \\gg T$, $\\mathcal D = T$"],
    note: "The integrand peaks at the end $b$ of the range, and half of the peak lies beyond. The whole Gaussian is right for a path that ends well beyond $b$; only there may (68) drop $P_c$ at the end, too: at the top of a barrier that can be crossed back it is half of what Boltzmann's law says, not 0. With both ends moved, what follows from (68) and (69) stands.",
    predicted: predicted.saddleToTop,
    printed: {
      weight: "slip",
      formula: "$-J\\int_a^b \\approx -J\\mathcal D_b^{-1}\\int_{-\\infty}^\\infty$",
      predicted: predicted.saddleWhole
    },
    routes: [
      quadrature("the integral from a to b by Simpson's rule", measured.saddleQuadrature),
      direct("P(a)/J of a walk on 60 000 sites that is absorbed at b", second.walkToTop)
    ],
    criterion: highBarriers,
    mutant: {description: "a quarter", predicted: predicted.saddleQuarter}
  }),
  forCases({
    cases: coarseBarriers,
    id: "LZU-Eq66-71",
    part: "units",
    statement:
      "$\\mathcal D_b = \\lambda T_b = \\frac{\\lambda^2}{2S}|k_b|$ in the time of (21), which counts updates",
    assumptions: [
      "$C = \\frac1S|k_b|$ is the covariance of $\\eta$, so that $T_b = \\frac\\lambda{2S}|k_b|$"
    ],
    note: "$e^{-L/T}$ carries no current if $\\mathcal D$ is $T$ times the factor of $\\nabla L$, which is λ in (21). $\\mathcal D_b = T_b$ belongs to flow time, of which an update takes λ: so the rates (23) and (24) are per unit of flow time, and λ times as large per update.",
    predicted: predicted.diffusionAtTop,
    printed: {
      formula: "“$\\mathcal D_b = T_b$”, beside the current of (21)",
      weight: "slip",
      predicted: predicted.temperature
    },
    routes: [
      enumeration("half the variance of one update", measured.topPerUpdate),
      identity("λT, with T from the balance of a fine walk", second.exponentPerUpdate)
    ],
    criterion: close(1e-5, "the walk has sites"),
    fixed: "one formula, in one dimension",
    mutant: {description: "without λ", predicted: predicted.noiseAlone}
  }),
  forCases({
    cases: barriers,
    tame: "a limit of high barriers, which a walk on a fine grid reaches on few paths",
    id: "LZU-Eq66-71",
    part: "current",
    statement:
      "$J \\approx P(a)\\,T_b\\exp\\Bigl(\\frac{L(a)-L(l)}{T_a}-\\frac{L(b)-L(l)}{T_b}\\Bigr)\\sqrt{\\frac{|k_b|}{2\\pi T_b}}$",
    assumptions: ["$T_a = \\frac\\lambda{2S}\\frac{k_a}{1-\\lambda k_a/2}$", "$\\Delta L \\gg T$"],
    note: "(69) divides by $\\mathcal D_b = T_b$, and (70) has lost it; without it $J$ is no rate times a probability, and (71) could not begin with $|k_b|$. The factor $e^{-\\frac12w^\\top\\Sigma^{-1}w}$ is to be taken at $w = a$, where it is 1.",
    predicted: predicted.currentWithDiffusion,
    printed: {
      weight: "slip",
      formula:
        "$P(a)\\,e^{-\\frac12w^\\top\\Sigma^{-1}w}\\exp(\\dots)\\sqrt{|k_b|/(2\\pi T_b)}$, at $w = a$",
      predicted: predicted.currentPrinted
    },
    routes: [
      quadrature(
        "J/P(a) of the stationary current with two temperatures",
        measured.currentQuadrature
      ),
      direct(
        "the same of a walk on 60 000 sites, fed at a and absorbed beyond b",
        second.walkCurrent
      )
    ],
    criterion: highBarriers,
    mutant: {description: "√T_b for T_b", predicted: predicted.currentRoot}
  }),
  forCases({
    cases: tops,
    fixed: "a parabola, whose curvature is a unit, at three steps",
    id: "LZU-Rem-E2.5",
    statement:
      "the corrections are not precise: around $b$ a run stays beyond with probability $\\Phi\\bigl(\\frac{w-b}{s}\\bigr)$, $s^2 = \\frac{\\lambda}{S(2+\\lambda|k_b|)}$, the law of a temperature $T_b/(1+\\frac12\\lambda|k_b|)$, where (69)–(71) keep $T_b$",
    assumptions: ["$L = \\Delta L - \\frac12|k_b|(w-b)^2$, Gaussian noise, $C = |k_b|/S$"],
    note: "Lowering $T_b$ costs in the exponent $S\\Delta L(1-l)$; raising $T_a$, which is all that (71) does, gains $S\\Delta L\\,l$. For $l = \\frac12$ they cancel.",
    predicted: predicted.committorDiscrete,
    routes: [
      simulation(
        "40 000 runs from each of three starts, at λ|k_b| = 0.5, 1, 1.6, until they are far away",
        measured.staysBeyond
      )
    ],
    criterion: sampled(),
    mutant: {
      description: "the temperature T_b of continuous time",
      predicted: predicted.committorContinuous
    }
  })
];
