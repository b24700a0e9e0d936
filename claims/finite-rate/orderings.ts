import {momentumRuns} from "../cases/optimisers.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast} from "../ledger/criterion.js";
import {augmented} from "../ledger/route.js";
import * as measured from "./orderings.measured.js";
import * as predicted from "./orderings.predicted.js";

export const claims: readonly Claim[] = [
  {
    id: "LZU-Fig3a-c",
    part: "underestimates",
    statement:
      "the continuous-time covariance is below that of the recursion in every direction: $\\Sigma - \\Sigma_c \\succeq 0$",
    assumptions: ["µ = 0; C need not commute with K", "0 < λ < 2/k*"],
    note: "$\\Delta = \\Sigma-\\Sigma_c$ solves $\\Delta K + K\\Delta = \\lambda K\\Sigma K \\succeq 0$. With momentum it is so for noise that commutes with $K$ alone: for curvatures 1 and 0.6, µ = 0.97, λ = 0.2 and noise along the diagonal the finite step has *less* variance in one direction. In the mean with weights $K$ it never has, by Theorem 5.",
    predicted: predicted.notBelow,
    routes: [
      augmented(
        "the least eigenvalue of Σ − Σ_c, Σ by the sum of what each past step leaves behind, Σ_c by quadrature",
        measured.leastExcess
      )
    ],
    criterion: atLeast(1e-9),
    mutant: {description: "momentum", measure: measured.leastExcessWithMomentum}
  },
  forCases({
    cases: momentumRuns,
    id: "LZU-Thm5",
    part: "larger",
    statement:
      "a larger Hessian causes a larger training error, and the discrete theory a larger one than the continuous",
    assumptions: ["the noise C stays the same", "K + uuᵀ for K, in any direction u"],
    note: "$(I-xK)^{-1}$ is operator monotone: it grows with $K$ in the order of matrices, so that nothing need commute.",
    predicted: predicted.larger,
    routes: [
      augmented(
        "½ Tr KΣ of K + uuᵀ over that of K, and of K over that at a rate of 10⁻⁴ for as long, Σ by the sum of what each past step leaves behind",
        measured.growth
      )
    ],
    criterion: atLeast(0),
    mutant: {description: "noise that shrinks like K⁻²", measure: measured.growthOfQuieter}
  })
];
