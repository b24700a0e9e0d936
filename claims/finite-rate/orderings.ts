import {plainFamily} from "../cases/families/runs.js";
import {grownFamily} from "../cases/families/slowRuns.js";
import {grownRuns, leaningRuns, plainRuns} from "../cases/optimisers.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast} from "../ledger/criterion.js";
import {augmented, quadrature} from "../ledger/route.js";
import * as measured from "./orderings.measured.js";
import * as predicted from "./orderings.predicted.js";
import * as second from "./orderings.second.js";

const rounding = atLeast(1e-8);

export const claims: readonly Claim[] = [
  forCases({
    cases: leaningRuns,
    search: {family: plainFamily, cases: 6},
    tame: "the mutant fails for noise that leans between two curvatures, which few of the drawn do",
    id: "LZU-Fig3a-c",
    part: "underestimates",
    statement:
      "“the continuous-time approximation always underestimates the fluctuation in the learning, and the discrepancy is larger as the learning rate gets larger”: in every direction $u$, $u^\\top\\Sigma u \\ge u^\\top\\Sigma_cu$, and their ratio grows with λ",
    assumptions: ["µ = 0; C need not commute with K", "0 < λ < 2/k*"],
    note: "With momentum it is not so: for curvatures 1 and 0.6, µ = 0.97, λ = 0.125 and noise along the diagonal the finite step has less variance in one direction. In the mean with weights $K$ it never has: see Theorem 5.",
    predicted: predicted.notBelow,
    routes: [
      augmented(
        "the least ratio over all u, and that of Σ/λ over the same at 0.9λ, Σ by the sum of what each past step leaves behind, Σ_c by quadrature",
        measured.leastRatios
      ),
      quadrature(
        "the same with Σ = Σ_c + Δ, Δ the integral of λKΣK under the flow",
        second.leastRatios
      )
    ],
    criterion: rounding,
    mutant: {description: "µ = 0.97", measure: measured.leastRatiosWithMomentum}
  }),
  forCases({
    cases: grownRuns,
    search: {family: grownFamily, criterion: rounding},
    id: "LZU-Thm5",
    part: "larger",
    statement:
      "a larger Hessian causes a larger training error, and the discrete theory a larger one than the continuous",
    assumptions: ["the noise C stays the same", "K + uuᵀ for K, in any direction u"],
    predicted: predicted.larger,
    routes: [
      augmented(
        "½ Tr KΣ of K + uuᵀ over that of K, and of K over ½ Tr KΣ_c, Σ by the sum of what each past step leaves behind, Σ_c by quadrature",
        measured.growth
      )
    ],
    criterion: atLeast(0),
    mutant: {description: "noise that shrinks like K⁻²", measure: measured.growthOfQuieter}
  }),
  forCases({
    cases: plainRuns,
    search: {family: plainFamily, criterion: rounding},
    id: "LZU-7-enhanced",
    statement:
      "“this anisotropy is enhanced when the dynamics is discrete-time; this gives stronger mobility to model parameters along the sharper directions”: over the variance of continuous time, that along the stiffest axis grows more than that along the flattest",
    assumptions: ["µ = 0", "any C; for C ∝ K the cloud of continuous time is round"],
    note: "For white noise the same growth rounds a cloud that is long along the flat axis, until $\\lambda(k_1+k_2) = 2$, where both variances are equal.",
    predicted: predicted.enhanced,
    routes: [
      augmented(
        "both ratios, one over the other; then for white noise at that rate, with the curvatures of the two axes, the variance along one over that along the other, and its inverse",
        measured.enhancement
      )
    ],
    criterion: rounding,
    mutant: {description: "the axes exchanged", measure: measured.enhancementSwapped}
  })
];
