import {pairs, smallPairs} from "../cases/problems.js";
import * as cases from "../cases/selfMade.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, close, equal} from "../ledger/criterion.js";
import {augmented, bisection, direct, simulation} from "../ledger/route.js";
import * as measured from "./selfMade.measured.js";
import * as predicted from "./selfMade.predicted.js";
import * as second from "./selfMade.second.js";

const exact = equal(1e4);
const settled = close(1e-9, "the map approaches its fixed point geometrically, in so many steps");

export const claims: readonly Claim[] = [
  forCases({
    cases: pairs,
    id: "LZU-Eq117",
    statement: "$L_{\\text{train}} = \\frac{\\lambda^2(1+c)}8\\operatorname{Tr}K$",
    assumptions: ["as Theorem 10"],
    predicted: predicted.adamError,
    routes: [
      direct(
        "½ Tr KΣ after 120 steps of Adam's covariance map, Λ remade from Σ at each",
        measured.adamError
      )
    ],
    criterion: exact,
    mutant: {description: "D for Tr K", predicted: predicted.adamErrorDimension}
  }),
  forCases({
    cases: pairs,
    id: "LZU-Rem-NGD1",
    part: "point",
    statement: "without noise $\\Sigma = \\frac\\lambda{2(1+\\mu)}K^{-1}$ is stationary",
    assumptions: ["Λ = λ(KΣK)⁻¹"],
    note: "The scale at which heavy ball without noise turns from growth to decay: it stands exactly at its stability limit ΛK = 2(1+µ).",
    predicted: predicted.noiselessPoint,
    routes: [
      bisection(
        "the s at which heavy ball with Λ = λ(K sK⁻¹ K)⁻¹ neither grows nor decays",
        measured.bounce
      )
    ],
    criterion: exact,
    mutant: {description: "λ/2 whatever µ", predicted: predicted.noiselessPointPlain}
  }),
  forCases({
    cases: cases.withMemory,
    id: "LZU-Rem-NGD1",
    part: "reached",
    statement: "a run without noise and without momentum goes to $\\Sigma = \\frac\\lambda2K^{-1}$",
    assumptions: ["µ = 0", "from a covariance that commutes with nothing"],
    predicted: predicted.reached,
    condition: {
      text: "The preconditioner is a running average with a weight below 2/3 on the newest statistic; without memory the point repels, by a factor 3 per step. Attraction is local: at ρ = 0.3 a cycle of period 14 attracts beside it.",
      cases: cases.withoutMemory,
      routes: [
        direct("40 steps of the covariance map without a memory", measured.noiselessEnd),
        simulation(
          "40 steps of d + 3 iterates that share a preconditioner without a memory",
          second.crowd
        )
      ]
    },
    routes: [
      direct("260 steps of the covariance map with ρ = ½", measured.noiselessEnd),
      simulation(
        "260 steps of d + 3 iterates that share a preconditioner of their own, ρ = ½",
        second.crowd
      )
    ],
    criterion: settled,
    mutant: {description: "λK⁻¹, where ΛK = 1", predicted: predicted.reachedOther}
  }),
  forCases({
    cases: cases.sizedPairs,
    id: "LZU-Rem-NGD1",
    part: "divergence",
    statement:
      "$\\Sigma/\\lambda$ is the same for every $\\lambda$: no divergence as $\\lambda k^*\\to2$",
    assumptions: ["as Corollary 6, µ = 0", "ρ = ½"],
    predicted: predicted.anyStep,
    routes: [direct("260 steps of the covariance map at λ Tr K = 0.2, 2 and 20", measured.anyStep)],
    criterion: settled,
    mutant: {
      description: "c/2 for (1+c)/2, without the noiseless share",
      predicted: predicted.anyStepNoise
    }
  }),
  forCases({
    cases: pairs,
    id: "LZU-Rem-NGD2",
    part: "shape",
    statement:
      "$\\Sigma\\propto K^{-1}$ for the damped Newton method and for the natural gradient: they “need no correction even in the discrete-time case”",
    assumptions: ["mini-batch noise, C = (N−S)/(NS) K and (N−S)/(NS) KΣK"],
    predicted: predicted.shape,
    condition: {
      text: "Read of the shape, “up to the coefficients”. The coefficients do need one, for the natural gradient at every step however small: both terms of its Σ are of first order in λ.",
      cases: smallPairs,
      predicted: predicted.noCorrections,
      routes: [
        augmented(
          "Tr KΣ of the steady state over that of the same method at a millionth of the rate",
          measured.corrections
        ),
        direct(
          "Tr KΣ of responses to single kicks added up over that of the flow dΣ/ds at rest",
          second.corrections
        )
      ]
    },
    routes: [
      augmented("Σ over its trace, the steady state of each", measured.shape),
      direct(
        "Σ over its trace, Newton by the responses to single kicks, the natural gradient's covariance map from anywhere",
        second.shape,
        close(1e-8, "stepped some hundred times, not for ever")
      )
    ],
    criterion: close(1e-10, "the damped iteration for the natural gradient stops there"),
    mutant: {description: "K⁻²", predicted: predicted.shapeSquare}
  }),
  forCases({
    cases: smallPairs,
    id: "LZU-Rem-NGD2",
    part: "size",
    statement:
      "the discrete $\\Sigma$ over its continuous limit is $\\frac{2(1+\\mu)}{2(1+\\mu)-\\lambda}$ for Newton and $1+\\frac{1-\\mu}{(1+\\mu)c}$ for the natural gradient, $c = \\frac{N-S}{NS}$",
    assumptions: ["as Corollaries 5 and 6"],
    predicted: predicted.corrections,
    routes: [
      augmented(
        "Tr KΣ of the steady state over that of the same method at a millionth of the rate",
        measured.corrections
      ),
      direct(
        "Tr KΣ of responses to single kicks added up over that of the flow dΣ/ds at rest",
        second.corrections
      )
    ],
    criterion: close(1e-5, "a small step stands for the continuous limit"),
    mutant: {description: "1/c for (1−µ)/((1+µ)c)", predicted: predicted.correctionsPlain}
  }),
  forCases({
    cases: pairs,
    id: "LZU-Rem-Cor9",
    statement:
      "$\\Sigma/\\sqrt\\lambda \\to (2(1-\\mu))^{-1/2}\\,K^{-1}\\#K^{-1}CK^{-1}$ as $\\lambda\\to0$, the geometric mean of the inverse curvature and the sandwich",
    assumptions: ["constant C, not commuting with K"],
    note: "“Does not seem to reduce to any meaningful distribution” and “not recommended” are judgements; what is checked is the law that it reduces to.",
    predicted: predicted.geometricMean,
    routes: [augmented("Σ/√λ at λ = 10⁻⁸, by damped iteration", measured.smallStep)],
    criterion: close(1e-3, "the difference is of order √λ"),
    mutant: {description: "1+µ for 1−µ", predicted: predicted.geometricMeanOther}
  }),
  {
    id: "LZU-Rem-Adam",
    part: "orders",
    statement:
      "$\\Sigma_{\\text{Adam}}$ is of order $\\lambda^2$ and stays finite as $S\\to\\infty$; $\\Sigma_{\\text{SGD}}$ is of order $\\lambda$ and vanishes like $1/S$",
    assumptions: ["C = K/S for SGD, c = 1/S for Adam", "small λk*"],
    predicted: predicted.orders,
    routes: [
      augmented(
        "ratios of Tr Σ at 10λ and λ, and at S a million times larger; Adam by its covariance map",
        measured.orders
      )
    ],
    criterion: close(1e-3, "c and λk* are small, not zero"),
    mutant: {description: "λ for Adam, too", predicted: predicted.ordersFirst}
  },
  forCases({
    cases: cases.smallSteps,
    id: "LZU-Rem-Adam",
    part: "isotropic",
    statement: "similar to SGD, $\\Sigma_{\\text{Adam}}$ is isotropic",
    assumptions: ["C = K/S for SGD"],
    predicted: predicted.isotropic,
    condition: {
      text: "λk* ≪ 1 for SGD: its Σ = (λ/S)(2I − λK)⁻¹ is isotropic to first order only. Adam's is at any λ.",
      cases: cases.largeSteps,
      routes: [
        augmented("Σ₁₁/Σ₂₂ at λk* = 1.5", measured.isotropic),
        direct(
          "the same, responses to single kicks added up, and Adam by its covariance map",
          second.isotropic
        )
      ]
    },
    routes: [
      augmented("Σ₁₁/Σ₂₂ of SGD and of Adam at λk* = 0.002", measured.isotropic),
      direct(
        "the same, responses to single kicks added up, and Adam by its covariance map",
        second.isotropic
      )
    ],
    criterion: close(1e-3, "λk* is small, not zero"),
    mutant: {description: "SGD under white noise", predicted: predicted.isotropicWhite}
  }),
  forCases({
    cases: cases.belowCrossing,
    id: "LZU-Rem-Adam",
    part: "smaller",
    statement: "“and so Adam has much smaller fluctuation than SGD”",
    assumptions: ["C = K/S for SGD, c = 1/S for Adam"],
    predicted: predicted.smaller,
    condition: {
      text: "λ < 2/(S+1), for small λk*: beyond, λ²(1+1/S)/4 exceeds λ/(2S).",
      cases: cases.beyondCrossing,
      routes: [
        augmented("Tr Σ of Adam at λ = 4/(S+1), by damped iteration", measured.smaller),
        direct("200 steps of Adam's covariance map, ρ = ½", second.smaller)
      ]
    },
    routes: [
      augmented("Tr Σ of Adam at λ = 1/(S+1), by damped iteration", measured.smaller),
      direct("200 steps of Adam's covariance map, ρ = ½", second.smaller)
    ],
    criterion: atMost(1e-9),
    mutant: {description: "C = K/S² for SGD", predicted: predicted.smallerQuiet}
  })
];
