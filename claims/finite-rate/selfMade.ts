import {
  bothFamily,
  newtonFamily,
  ownScaleFamily,
  quietFamily,
  smallStepFamily
} from "../cases/families/secondOrder.js";
import {secondRuns, smallSecondRuns} from "../cases/secondOrder.js";
import * as cases from "../cases/selfMade.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, close, drawn, equal, iterated} from "../ledger/criterion.js";
import {augmented, bisection, direct, simulation} from "../ledger/route.js";
import * as measured from "./selfMade.measured.js";
import * as predicted from "./selfMade.predicted.js";
import * as second from "./selfMade.second.js";

const exact = equal(1e4);
const settled = close(1e-9, "the map approaches its fixed point geometrically, in so many steps");
const inSteps = close(1e-7, "the map approaches its fixed point geometrically, in so many steps");
const manySteps = "½ Tr KΣ after 120 steps of Adam's covariance map, Λ remade from Σ at each";

export const claims: readonly Claim[] = [
  forCases({
    cases: secondRuns,
    search: {family: ownScaleFamily, criterion: inSteps, cases: 4},
    id: "LZU-Eq117",
    statement: "$L_{\\text{train}} = \\frac{\\lambda^2(1+c)}8\\operatorname{Tr}K$",
    assumptions: ["as Theorem 10"],
    predicted: predicted.adamError,
    routes: [direct(manySteps, measured.adamError)],
    criterion: exact,
    mutant: {description: "D for Tr K", predicted: predicted.adamErrorDimension}
  }),
  forCases({
    cases: secondRuns,
    search: {family: newtonFamily, criterion: drawn, cases: 4},
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
    assumptions: ["µ = 0", "Λ = λ(KΣK)⁻¹", "from a covariance that commutes with nothing"],
    predicted: predicted.reached,
    condition: {
      text: "The preconditioner is a running average with a weight below 2/3 on the newest statistic, and the run starts near enough; without memory the point repels, by a factor 3 per step.",
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
      direct("the covariance map with ρ = ½ and 0.65, 260 and 700 steps", measured.noiselessEnd),
      simulation(
        "as many steps of d + 3 iterates that share a preconditioner of their own",
        second.crowd
      )
    ],
    criterion: settled,
    tame: "in units of λK⁻¹ the map is the same for every K and λ",
    mutant: {description: "λK⁻¹, where ΛK = 1", predicted: predicted.reachedOther}
  }),
  forCases({
    cases: cases.sizedRuns,
    search: {family: ownScaleFamily, criterion: inSteps, cases: 8},
    id: "LZU-Rem-NGD1",
    part: "divergence",
    statement:
      "$\\Sigma/\\lambda$ is the same for every $\\lambda$: no divergence as $\\lambda k^*\\to2$",
    assumptions: ["as Corollary 6, µ = 0", "ρ = ½, from $\\Sigma = \\lambda K^{-1}$"],
    predicted: predicted.anyStep,
    routes: [direct("260 steps of the covariance map at λ Tr K = 0.2, 2 and 20", measured.anyStep)],
    criterion: settled,
    mutant: {
      description: "c/2 for (1+c)/2, without the noiseless share",
      predicted: predicted.anyStepNoise
    }
  }),
  forCases({
    cases: secondRuns,
    search: {family: bothFamily, criterion: iterated, cases: 3},
    id: "LZU-Rem-NGD2",
    part: "shape",
    statement:
      "$\\Sigma\\propto K^{-1}$ for the damped Newton method and for the natural gradient: “up to the coefficients” both have the law of SGD in continuous time under white noise, and “need no correction even in the discrete-time case”",
    assumptions: [
      "mini-batch noise, C = (N−S)/(NS) K and (N−S)/(NS) KΣK",
      "of the shape, as the remark says"
    ],
    predicted: predicted.shape,
    routes: [augmented("Σ over its trace, the steady state of each", measured.shape)],
    criterion: close(1e-10, "the damped iteration for the natural gradient stops there"),
    mutant: {description: "K⁻²", predicted: predicted.shapeSquare}
  }),
  forCases({
    cases: smallSecondRuns,
    search: {
      family: bothFamily,
      criterion: close(1e-5, "small steps stand for the continuous limit"),
      cases: 2
    },
    id: "LZU-Rem-NGD2",
    part: "size",
    statement:
      "what “up to the coefficients” leaves out: by (25) and (26) the discrete $\\Sigma$ over its continuous limit is $\\frac{2(1+\\mu)}{2(1+\\mu)-\\lambda}$ for Newton and $1+\\frac{1-\\mu}{(1+\\mu)c}$ for the natural gradient, $c = \\frac{N-S}{NS}$",
    assumptions: ["as Corollaries 5 and 6"],
    note: "The second does not go away with the step: both terms of (26) are of first order in λ.",
    predicted: predicted.corrections,
    routes: [
      augmented(
        "Tr KΣ of the steady state over that of the same method as the rate tends to 0",
        measured.corrections
      )
    ],
    criterion: close(1e-5, "small steps stand for the continuous limit"),
    mutant: {description: "1/c for (1−µ)/((1+µ)c)", predicted: predicted.correctionsPlain}
  }),
  {
    id: "LZU-Rem-Cor9",
    statement:
      "the law under a constant C does not “seem quite satisfactory”, as it does not seem to reduce to any meaningful distribution, and “one is not recommended to use NGD” with such noise",
    assumptions: [],
    reason:
      "What is meaningful, and what to recommend, are judgements. For a small step the law is a geometric mean, as the page says; a test computes it."
  },
  forCases({
    cases: cases.smallSteps,
    search: {
      family: smallStepFamily,
      criterion: close(1e-3, "c and λk* are small, not zero"),
      cases: 3
    },
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
  }),
  forCases({
    cases: cases.smallSteps,
    search: {
      family: smallStepFamily,
      criterion: close(1e-3, "λk* is small, not zero"),
      cases: 3
    },
    id: "LZU-Rem-Adam",
    part: "isotropic",
    statement: "similar to SGD, $\\Sigma_{\\text{Adam}}$ is isotropic",
    assumptions: ["C = K/S and λk* ≪ 1 for SGD, as section 4.3 says; any λ for Adam"],
    predicted: predicted.isotropic,
    routes: [augmented("Σ over its trace; Adam by its covariance map", measured.isotropic)],
    criterion: close(1e-3, "λk* is small, not zero"),
    mutant: {description: "SGD under white noise", predicted: predicted.isotropicWhite}
  }),
  forCases({
    cases: cases.belowCrossing,
    search: {family: quietFamily, cases: 6},
    id: "LZU-Rem-Adam",
    part: "smaller",
    statement: "“and so Adam has much smaller fluctuation than SGD”",
    assumptions: ["C = K/S for SGD, c = 1/S for Adam"],
    note: "Along an axis of K the one variance is λ²(1+1/S)/4, the other λ/(S(2−λk)): the condition is the whole truth, and “much” asks for much less. At small λk and the S = 100 of section 5 it is λ < 0.02.",
    predicted: predicted.smaller,
    condition: {
      text: "λ(2 − λk) < 4/(S+1), where k is the curvature along which one looks: at small steps λ < 2/(S+1).",
      cases: cases.beyondCrossing,
      routes: [
        bisection("along each axis the variance that an update keeps", measured.smaller),
        direct("120 steps of Adam's covariance map, ρ = ½", second.smaller)
      ]
    },
    routes: [
      bisection("along each axis the variance that an update keeps", measured.smaller),
      direct("120 steps of Adam's covariance map, ρ = ½", second.smaller)
    ],
    criterion: atMost(1e-9),
    tame: "C = K/S has the axes of K, and along them nothing is coupled",
    mutant: {description: "C = K/S² for SGD", predicted: predicted.smallerQuiet}
  })
];
