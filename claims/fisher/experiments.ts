import {decayingLimits, tilted} from "../cases/problems.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, sampled} from "../ledger/criterion.js";
import {direct, simulation} from "../ledger/route.js";
import * as measured from "./experiments.measured.js";
import * as predicted from "./experiments.predicted.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: [tilted],
    id: "FG-Eq49",
    fixed: "one printed simulation; for all matrices see Proposition 5.9",
    statement:
      "$\\Sigma = A\\Sigma A^\\top + Q$ with $A = I-\\eta H\\Delta t$ and $Q = \\frac{2\\eta}b F(\\varphi)\\Delta t$ is the covariance of the Euler–Maruyama scheme",
    assumptions: ["ηΔt λmax(H) < 2", "checked at φ = π/6 and ηΔt = 0.6, far from the limit"],
    predicted: predicted.eulerMaruyama,
    routes: [simulation("512 runs of 8 000 steps after the burn-in", measured.simulatedAngle)],
    criterion: sampled(),
    mutant: {
      description: "the continuous equation (48), Σᵢⱼ = (2/b)Fᵢⱼ/(hᵢ+hⱼ)",
      predicted: predicted.continuous
    }
  }),
  forCases({
    cases: decayingLimits,
    id: "FG-Sec8.2-SACLT",
    fixed: "one pair that does not commute",
    statement:
      "$(\\eta_0H-\\tfrac12I)V + V(\\eta_0H-\\tfrac12I) = \\frac{\\eta_0^2}b G$, $T\\operatorname{Cov}\\theta_T \\to V$ and $N\\cdot\\text{Risk} \\to b\\operatorname{Tr}(FV)$",
    assumptions: ["ηₜ = η₀/(t + t₀) with η₀λmin(H) > ½", "N = bT"],
    predicted: [predicted.decayingSteps, predicted.libraryDecayingSteps],
    routes: [
      direct("the covariance step by step to T = 2¹⁹, extrapolated in 1/T", measured.exactRecursion)
    ],
    criterion: close(1e-7, "what extrapolation leaves of the 1/T approach to the limit"),
    mutant: {description: "the shift −½I left out", predicted: predicted.decayingStepsUnshifted}
  })
];
