import {grid} from "../cases/named.js";
import {bounded, plateau, unbounded} from "../cases/neighbourhood.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost} from "../ledger/criterion.js";
import {direct, enumeration, identity, simulation} from "../ledger/route.js";
import * as measured from "./neighbourhood.measured.js";
import * as predicted from "./neighbourhood.predicted.js";
import * as second from "./neighbourhood.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: bounded,
    id: "FG-Thm6.5",
    part: "remainder",
    fixed: "one sequence ρ refutes what the theorem asks for",
    statement:
      "With $\\|r_t\\|\\le c_r\\rho_t/b$ (38) holds, its last term with $C_3=2^aC_2\\eta_0^2\\frac a{a-1}\\,c_1$, $a=2\\mu_F\\eta_0$",
    assumptions: ["L quadratic, noise of covariance (1 + ρ_t)F/b"],
    note: "That Σ η_t²ρ_t < ∞, as the theorem asks, is neither needed then nor enough: ρ = (K, 0, 0, …) has a finite sum, E V₂ grows in proportion to K, and no C₃ that depends on η₀, µ_F, c₀ and c₁ alone can follow.",
    predicted: predicted.remainderBounds,
    condition: {
      text: "ρ_t ≤ 1 for all t; otherwise C₃ is to be multiplied by the largest ρ_t",
      cases: unbounded,
      routes: [
        direct("the second moment, step by step", measured.recursion),
        identity("what is left of each kick, added backwards in time", second.unrolled)
      ]
    },
    routes: [
      direct("the second moment, step by step to T = 100 000", measured.recursion),
      identity("what is left of each kick, added backwards in time", second.unrolled)
    ],
    criterion: atMost(0),
    mutant: {description: "T^−3/2 for 1/T", predicted: predicted.remainderBoundsFaster}
  }),
  forCases({
    cases: grid({T: [plateau.horizon]}),
    id: "FG-Thm6.5",
    part: "local",
    fixed: "one loss refutes it",
    statement:
      "(38) holds for all $T$, the expectation being taken over all runs, if $L$ is quadratic wherever they go",
    assumptions: ["noise ±5, η₀ = 0.6, curvature 1, start at the minimum"],
    note: "Lemma 6.4 speaks of a step “as long as θ_t stays in the local neighborhood”; the theorem's proof takes total expectations, as if it always did. Theorem 5.4 lists that its runs stay near (Assumption 5.1 (v)), this one does not. Smallest: L′ = θ up to 1, 2 − θ up to 2, then 0. L is 1-smooth and least at 0 alone; the first step goes to ±3, where nothing pulls, and most such runs never come back. The risk does not tend to 0.",
    predicted: predicted.bowl,
    condition: {
      text: "no run leaves the neighbourhood (a projection onto it would do, or a drift that holds everywhere)",
      routes: [
        simulation("4 000 runs of 1 000 steps on a loss that is flat beyond 2", measured.runs),
        enumeration(
          "a number below the risk at every T ≥ 12: all beginnings of eleven steps, those beyond 2 that can come back taken off by Cantelli's inequality",
          second.everyBeginning
        )
      ]
    },
    routes: [
      direct("the second moment on the quadratic, step by step", measured.bowl),
      identity("what is left of each kick, added backwards in time", second.bowl)
    ],
    criterion: atMost(0),
    mutant: {description: "T^−3/2 for 1/T", predicted: predicted.bowlFaster}
  })
];
