import {dependentTosses, gaussianRuns, persistentTosses, quietTosses} from "../cases/noiseLaw.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, equal} from "../ledger/criterion.js";
import {direct, enumeration, identity, quadrature} from "../ledger/route.js";
import * as measured from "./noiseLaw.measured.js";
import * as predicted from "./noiseLaw.predicted.js";
import * as second from "./noiseLaw.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: gaussianRuns,
    fixed: "two runs show how the distance falls, and two how it does not",
    id: "FG-Prop5.9",
    part: "ergodic",
    statement:
      "Two runs of (32) have laws whose distance in total variation falls as $\\rho(I-\\eta H)^t$: the iterates are geometrically ergodic",
    assumptions: ["Gaussian noise"],
    note: "The proposition asks for a conditional covariance and nothing else of the noise. If its law changes with t, there need be no limit even in distribution; the covariance (33) does not care.",
    predicted: predicted.approach,
    condition: {
      text: "the noise has a density, and one law: ηh = ½ and ξ = ±1 put θ_t on 2ᵗ points, while the limit is uniform on an interval. Two runs that start ⅓ apart never share a point, and their distance stays 1.",
      cases: [{...gaussianRuns[0], name: "coin tosses"}],
      predicted: predicted.approachOfTosses,
      routes: [
        enumeration(
          "all sequences of tosses of two runs, and the mass that they share",
          measured.tossedRuns
        ),
        identity("the same in whole numbers, modulo 3", second.tossedRuns)
      ]
    },
    routes: [
      quadrature("½∫|p − q| after nine and ten steps", measured.gaussianRuns),
      identity("the mass between the two means, by the series of erf", second.gaussianRuns)
    ],
    criterion: close(1e-4, "the next term falls with the square of the first"),
    mutant: {description: "(1 − ηh)², as for covariances", predicted: predicted.approachOfSquares}
  }),
  forCases({
    cases: [{name: "after 10 and 11 steps"}],
    fixed: "one alternating law is enough",
    id: "FG-Prop5.9",
    part: "one-law",
    statement:
      "Noise of one covariance whose law alternates leaves the covariance (33) and no limit law: the fourth cumulant of $\\theta_t$ alternates too",
    assumptions: ["ηh = ½, kicks ±1 at even and ±√3 or 0 at odd times"],
    predicted: predicted.alternatingCumulants,
    routes: [enumeration("all sequences of kicks", measured.alternatingCumulants)],
    criterion: equal(1000),
    mutant: {
      description: "the mean of the two laws at all times",
      predicted: predicted.averagedCumulants
    }
  }),
  forCases({
    cases: [dependentTosses, quietTosses],
    id: "FG-Ass6.9",
    part: "stationary",
    fixed: "one oracle whose answers depend on one another, and one quieter than its bound",
    statement:
      "(33) needs no independence: noises that are martingale differences with $\\operatorname{E}\\xi_t\\xi_t^\\top=\\frac1bG$ will do",
    assumptions: ["the covariance G/b of (25), on average over the past", "d = 1, ηh = 0.2"],
    note: "§5 says that “a martingale-difference oracle (Assumption 6.9) suffices”, in the place of independence. What it needs of the assumption is (ii). (iii) does not give (25), as it bounds the covariance from one side: tosses of half the size satisfy it, and leave a quarter of the variance.",
    predicted: predicted.balance,
    routes: [
      enumeration(
        "all sequences of twelve tosses: of size ½ after heads and √1.75 after tails; all of size ½",
        measured.everySequence
      ),
      direct("the second moment, step by step", second.moments)
    ],
    criterion: equal(1000),
    mutant: {
      description:
        "other noises of variance 1: tosses that repeat the last with probability ¾, no martingale differences",
      cases: [persistentTosses]
    }
  }),
  forCases({
    cases: [{name: "d → 4 d, T → 4 T"}],
    id: "FG-ThmProofSteps7.3",
    part: "noise-sum-dimension",
    fixed: "one law of the noise refutes it",
    statement:
      "Noise with $\\operatorname{E}e^{\\lambda v^\\top\\xi}\\le e^{\\lambda^2\\|F\\|/(2b)}$ for all $\\|v\\|=1$ can give $Q_T$ the standard deviation $\\frac12\\sqrt T\\,d\\,\\|F\\|/b$: in proportion to $d$",
    assumptions: [
      "ξ = 0 or (±1, …, ±1), each with probability ½: E e^{λvᵀξ} = ½ + ½Πcosh λvᵢ ≤ e^{λ²/2}",
      "F = diag(1, ½, …, ½), b = 1"
    ],
    note: "At an ordinary δ, and for the assumption as it is printed, direction by direction: the squares of the coordinates of one ξ need not be independent of one another. With E e^{vᵀξ} ≤ e^{vᵀFv/(2b)} the deviation is √(T Tr F²)/b, as the other claim on this step has it.",
    predicted: predicted.burstDeviations,
    printed: {
      weight: "formula",
      formula: "$c\\sqrt{T\\,d}\\,\\frac{\\|F\\|}b\\sqrt{\\log\\frac1\\delta}$",
      predicted: predicted.printedDeviations
    },
    routes: [
      enumeration(
        "the number of bursts in T steps, by binomial probabilities",
        measured.burstDeviations
      ),
      direct("its law, one step after another", second.burstDeviations)
    ],
    criterion: close(1e-10, "a difference of large squares"),
    mutant: {description: "growth as T", predicted: predicted.linearDeviations}
  })
];
