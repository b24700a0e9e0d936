import {newtonFamily, ownScaleFamily} from "../cases/families/secondOrder.js";
import {secondRuns} from "../cases/secondOrder.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {drawn, equal, iterated} from "../ledger/criterion.js";
import {augmented} from "../ledger/route.js";
import * as measured from "./secondOrder.measured.js";
import * as predicted from "./secondOrder.predicted.js";

const exact = equal(1e4);

const newtonSum = "heavy ball with Λ = λK⁻¹: the sum of what each past step leaves behind";
const naturalPoint =
  "the Σ that is the steady state of heavy ball with Λ = λ(KΣK)⁻¹, by damped iteration";
const fixed = "Σ is the fixed point of its stationarity equation, attracting or not";

export const claims: readonly Claim[] = [
  forCases({
    cases: secondRuns,
    search: {family: newtonFamily, criterion: drawn},
    id: "LZU-Thm12",
    statement: "$\\Sigma = \\frac{1+\\mu}{1-\\mu}\\frac\\lambda{2(1+\\mu)-\\lambda}K^{-1}CK^{-1}$",
    assumptions: ["Λ = λK⁻¹", "0 < λ < 2(1+µ)"],
    predicted: [predicted.newton, predicted.libraryNewton],
    routes: [augmented(newtonSum, measured.newton)],
    criterion: exact,
    mutant: {description: "2(1+µ) for 2(1+µ) − λ", predicted: predicted.newtonContinuous}
  }),
  forCases({
    cases: secondRuns,
    search: {family: newtonFamily, criterion: drawn},
    id: "LZU-Cor5",
    statement:
      "$\\Sigma = \\frac{1+\\mu}{1-\\mu}\\frac\\lambda{2(1+\\mu)-\\lambda}\\frac{N-S}{NS}K^{-1}$",
    assumptions: ["as Theorem 12, C = (N−S)/(NS) K"],
    predicted: predicted.newtonMinibatch,
    routes: [augmented(newtonSum, measured.newtonMinibatch)],
    criterion: exact,
    mutant: {description: "1/S for (N−S)/(NS)", predicted: predicted.newtonMinibatchFresh}
  }),
  forCases({
    cases: secondRuns,
    search: {family: newtonFamily, criterion: drawn},
    id: "LZU-Cor8",
    statement:
      "$L_{\\text{train}} = \\frac{1+\\mu}{1-\\mu}\\frac\\lambda{4(1+\\mu)-2\\lambda}\\operatorname{Tr}[K^{-1}C]$, and $D\\frac{N-S}{NS}$ for the trace with mini-batches",
    assumptions: ["as Theorem 12"],
    predicted: predicted.newtonError,
    routes: [augmented(`½ Tr KΣ, ${newtonSum}`, measured.newtonError)],
    criterion: exact,
    mutant: {description: "4(1+µ) for 4(1+µ) − 2λ", predicted: predicted.newtonErrorContinuous}
  }),
  forCases({
    cases: secondRuns,
    search: {family: ownScaleFamily, criterion: iterated, cases: 3},
    id: "LZU-Thm13",
    statement:
      "$(K\\Sigma)^2 - \\frac\\lambda{2(1+\\mu)}K\\Sigma - \\frac\\lambda{2(1-\\mu)}CK^{-1} = 0$",
    assumptions: ["Λ = λ(KΣK)⁻¹ at the steady state", fixed],
    predicted: predicted.naturalEquation,
    routes: [augmented(naturalPoint, measured.naturalEquation)],
    criterion: exact,
    mutant: {description: "K⁻¹C for CK⁻¹", predicted: predicted.naturalEquationTransposed}
  }),
  forCases({
    cases: secondRuns,
    search: {family: ownScaleFamily, criterion: iterated, cases: 3},
    id: "LZU-Cor9",
    statement:
      "$\\Sigma = \\frac12K^{-1}\\left[Q + \\frac\\lambda{2(1+\\mu)}I\\right]$, $Q = \\left[\\frac{\\lambda^2}{4(1+\\mu)^2}I + \\frac{2\\lambda}{1-\\mu}CK^{-1}\\right]^{1/2}$",
    assumptions: ["constant C, which need not commute with K", fixed],
    predicted: [predicted.natural, predicted.libraryNatural],
    routes: [augmented(naturalPoint, measured.natural)],
    criterion: exact,
    mutant: {description: "1+µ for 1−µ under the root", predicted: predicted.naturalOther}
  }),
  forCases({
    cases: secondRuns,
    search: {family: ownScaleFamily, criterion: iterated, cases: 3},
    id: "LZU-Cor10",
    statement:
      "$L_{\\text{train}} = \\frac14\\operatorname{Tr}\\left[Q + \\frac\\lambda{2(1+\\mu)}I\\right]$, and $\\lambda\\frac{(1+\\mu)\\frac{N-S}{NS}+1-\\mu}{4(1-\\mu^2)}D$ with mini-batch noise",
    assumptions: ["as Corollary 9; with mini-batches as Corollary 6"],
    predicted: predicted.naturalError,
    routes: [augmented(`½ Tr KΣ, ${naturalPoint}`, measured.naturalError)],
    criterion: exact,
    mutant: {
      description: "Q alone, without λ/(2(1+µ)) I",
      predicted: predicted.naturalErrorNoiseless
    }
  }),
  forCases({
    cases: secondRuns,
    search: {family: ownScaleFamily, criterion: iterated, cases: 3},
    id: "LZU-Cor6",
    statement: "$\\Sigma = \\lambda\\frac{(1+\\mu)\\frac{N-S}{NS}+1-\\mu}{2(1-\\mu^2)}K^{-1}$",
    assumptions: ["C = (N−S)/(NS) KΣK", "Λ = λ(KΣK)⁻¹", fixed],
    predicted: predicted.naturalMinibatch,
    routes: [augmented(naturalPoint, measured.naturalMinibatch)],
    criterion: exact,
    mutant: {description: "(1−µ)² for 1−µ²", predicted: predicted.naturalMinibatchOther}
  }),
  forCases({
    cases: secondRuns,
    search: {family: ownScaleFamily, criterion: iterated, cases: 3},
    id: "LZU-Thm10",
    part: "point",
    statement:
      "$\\Sigma = \\frac{\\lambda^2(1+c)}4I$, and $L_{\\text{train}} = \\frac{\\lambda^2(1+c)}8\\operatorname{Tr}K$ (117)",
    assumptions: ["Λ = λ(KΣK + C)^−½, a full matrix", "C = cKΣK, c > 0", "µ = 0", fixed],
    predicted: [predicted.adam, predicted.libraryAdam],
    routes: [
      augmented(
        "the Σ that is the steady state of SGD with Λ = λ(KΣK + C)^−½, by damped iteration",
        measured.adam
      )
    ],
    criterion: exact,
    mutant: {description: "λ for λ², the scaling of SGD", predicted: predicted.adamFirstOrder}
  }),
  forCases({
    cases: secondRuns,
    search: {family: ownScaleFamily, criterion: iterated, cases: 3},
    id: "LZU-Thm10",
    part: "equation",
    statement: "$\\Lambda^{-1}K^{-1} + K^{-1}\\Lambda^{-1} = (1+c)I$",
    assumptions: ["as Theorem 10"],
    note: "A Lyapunov equation for $\\Lambda^{-1}$: $\\frac{1+c}2K$ is its one solution, so that Λ commutes with K though nothing was assumed of it.",
    predicted: predicted.adamEquation,
    routes: [
      augmented(
        "its left side at the Σ that is the steady state of SGD with Λ = λ(KΣK + C)^−½, by damped iteration",
        measured.adamEquation
      )
    ],
    criterion: exact,
    mutant: {
      description: "cI, without the gradient's own share",
      predicted: predicted.adamEquationNoise
    }
  })
];
