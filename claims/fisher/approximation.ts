import * as cases from "../cases/approximation.js";
import {exchangeableFamily} from "../cases/families/laws.js";
import {cubicFamily, lindebergFamily} from "../cases/families/lindeberg.js";
import {diffusionFamily, pairFamily} from "../cases/families/pairs.js";
import {named} from "../cases/named.js";
import {pairs} from "../cases/pairs.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, atMost, close, drawn, equal, sampled} from "../ledger/criterion.js";
import {augmented, direct, enumeration, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./approximation.measured.js";
import * as predicted from "./approximation.predicted.js";
import * as second from "./approximation.second.js";

const extrapolated = close(1e-7, "the learning rate is extrapolated to zero");
const exact = equal(100);

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.heated,
    search: {family: diffusionFamily, criterion: drawn, cases: 6},
    id: "FG-Eq26",
    statement:
      "$\\tau = \\eta/b$ is the only factor of the diffusion covariance in the limit: $\\Sigma \\to \\tau X$ with $HX+XH = G$",
    assumptions: ["noise of covariance $\\tau G/\\eta$ as $\\eta\\downarrow0$", "linear drift"],
    note: "A batch has b ≥ 1, so τ ≤ η: at a smaller η the same τ needs noise that no batch supplies.",
    predicted: predicted.temperature,
    routes: [
      augmented(
        "covariances at rest at fixed τ, the learning rate extrapolated to zero",
        measured.sameTemperature
      )
    ],
    criterion: extrapolated,
    mutant: {description: "√τ for τ", predicted: predicted.temperatureRoot}
  }),
  forCases({
    cases: cases.cubics,
    search: {family: cubicFamily},
    id: "FG-Ass5.1",
    part: "regularity",
    statement:
      "(ii) contains (i): on a ball of radius $r$, $\\|h(\\theta)-h(\\theta')\\| \\le (\\|H^\\star\\|+L_Hr)\\|\\theta-\\theta'\\|$",
    assumptions: ["the Hessian is Lipschitz with constant $L_H$ on the ball"],
    note: "For Theorem 5.4 (i) is enough; (ii) and (iv) are used from Theorem 5.6 on.",
    predicted: predicted.regularity,
    routes: [
      enumeration(
        "‖h(θ) − h(θ′)‖ of L = ½θᵀHθ + c(uᵀθ)³/6 at pairs of points of a ball",
        measured.increments
      )
    ],
    criterion: atMost(1e-12),
    mutant: {description: "‖H⋆‖ alone", predicted: predicted.regularityWithout}
  }),
  forCases({
    cases: [{name: "b = 4"}],
    id: "FG-Ass5.1",
    part: "localization",
    statement:
      "$\\Pr(\\theta_t\\in U\\ \\forall t\\le T/\\eta)\\to1$ as $\\eta\\downarrow0$, for $b$ fixed",
    assumptions: ["the gradient flow stays inside U", "b fixed, as in Theorem 5.4"],
    note: "An assumption; for b fixed it follows from the rest. Where τ is held fixed instead, as in §1.3, it contradicts (27): the diffusion leaves U = (−1, 1) with positive probability.",
    fixed: "one gradient flow and one U show what the assumption asks for",
    predicted: predicted.stays,
    routes: [
      quadrature(
        "the probability of staying inside, step by step, already at η = 1/16",
        measured.staysInside
      ),
      enumeration("every path of 16 steps with noise ±1", second.everyPath)
    ],
    criterion: close(1e-6, "the exit has a probability at every learning rate"),
    mutant: {description: "τ fixed at ½ in the place of b", measure: measured.leaves}
  }),
  forCases({
    cases: cases.lindeberg,
    search: {family: lindebergFamily},
    id: "FG-Ass5.2",
    statement:
      "$\\sum_{k<S/\\eta}\\mathbb E\\bigl[\\|\\eta\\zeta_k\\|^2;\\|\\eta\\zeta_k\\|>\\varepsilon\\bigr] \\le 3S\\eta^3m_4/(\\varepsilon b)^2$, and $\\le S\\eta^{1+\\delta}m_{2+\\delta}/\\varepsilon^\\delta$ from $2+\\delta$ moments: Lindeberg's condition holds",
    assumptions: ["finite moment m₄, or m₂₊δ (Remark 5.3)", "independent samples within a batch"],
    note: "An assumption; checked is that the moments give it. At fixed b even the sum without the indicator, SηTr G/b, vanishes: for increments ηζ the condition is empty, and so is their limit.",
    predicted: predicted.lindebergSum,
    routes: [
      enumeration("the sum over every batch of a skewed law on two points", measured.lindebergSum)
    ],
    criterion: atMost(0),
    mutant: {description: "η⁴ for η³", predicted: predicted.lindebergSumQuartic}
  }),
  forCases({
    cases: [cases.oneLaw, cases.oneOfTwo],
    search: {family: exchangeableFamily, criterion: drawn},
    id: "FG-Rem5.3",
    statement:
      "$\\operatorname{Cov}(\\xi_t\\mid\\mathcal F_t) = G^\\star_\\mu/b$ for batches of an exchangeable sequence, $\\mu$ its directing law",
    assumptions: ["fresh samples in every step and µ held fixed, as §4.2 has both"],
    note: "(21) defines G⋆ given µ, and a run has one µ. Without µ held fixed there is the second term of Proposition 4.5 (iii) besides. Lindeberg's condition from 2 + δ moments is with Assumption 5.2.",
    predicted: predicted.batchNoise,
    routes: [enumeration("every batch of four from a law on three points", measured.everyBatch)],
    criterion: exact,
    mutant: {description: "1/b² for 1/b", predicted: predicted.batchNoiseSquared}
  }),
  forCases({
    cases: [cases.drifting],
    fixed: "a limit, and one linear drift that refutes the printed one",
    id: "FG-Thm5.4",
    part: "limit",
    statement:
      "With $b$ fixed, $\\bar\\theta^\\eta$ tends to the gradient flow $\\dot\\theta = -h(\\theta)$ as $\\eta\\downarrow0$",
    assumptions: ["h Lipschitz", "finite variance"],
    note: "τ = η/b goes to zero with η; (27) at any fixed τ > 0 is not approached. Smallest counterexample: L = θ²/2 and gradients θ ± 1, from the minimum: the variance is below η/b at every T and every η ≤ 1.",
    predicted: predicted.gradientFlow,
    printed: {
      weight: "conclusion",
      formula:
        "“For fixed batch size b ≥ 1 […] converges weakly […] as η ↓ 0 to the solution” of $d\\theta_s = -h\\,ds+\\sqrt\\tau\\,C^\\star dW_s$",
      predicted: predicted.diffusionAtFirstRate
    },
    routes: [
      direct(
        "mean and covariance at time T with b fixed, the learning rate extrapolated to zero",
        measured.vanishingRate
      ),
      simulation(
        "30 000 runs with skewed batches at each of three learning rates, extrapolated",
        second.extrapolatedRuns,
        sampled("what is predicted is zero; what is printed is many standard errors away")
      )
    ],
    criterion: extrapolated,
    mutant: {description: "a flow at half the speed", predicted: predicted.slowFlow}
  }),
  forCases({
    cases: named([cases.wave]),
    fixed: "a limit, seen on one loss that is not quadratic",
    id: "FG-Thm5.4",
    part: "fluctuations",
    statement:
      "$(\\bar\\theta^\\eta-\\theta)/\\sqrt\\tau$ has the limit $dU = -\\nabla h(\\theta)U\\,ds+C^\\star(\\theta)\\,dW$ along the flow, in variance",
    assumptions: ["b fixed", "as for (27)"],
    note: "What (27) keeps at fixed b: the covariance, to its leading order.",
    predicted: predicted.fluctuations,
    routes: [
      quadrature(
        "exact steps on L = 1 − cos θ with skewed batches of one, the learning rate extrapolated to zero",
        measured.scaledSpread
      )
    ],
    criterion: close(1e-5, "the learning rate is extrapolated to zero"),
    mutant: {description: "C⋆ for G⋆", predicted: predicted.fluctuationsByRoot}
  }),
  forCases({
    cases: cases.fixings,
    fixed: "an order, seen on one loss that is not quadratic",
    id: "FG-Thm5.4",
    part: "order",
    statement:
      "$|\\operatorname{\\mathbb E}\\varphi(\\theta_{T/\\eta})-\\operatorname{\\mathbb E}\\varphi(X_T)| = O(\\eta)$ for (27) at $\\tau=\\eta/b$",
    assumptions: ["h, C⋆ and φ smooth", "b fixed; or τ fixed and Gaussian noise"],
    note: "At fixed b the gradient flow has the same order. At fixed τ skewed noise leaves the order ½.",
    predicted: predicted.firstOrder,
    routes: [
      quadrature(
        "the slope of the exact weak error on L = 1 − cos θ, extrapolated from six learning rates",
        measured.order
      )
    ],
    criterion: close(1e-3, "a slope from six learning rates"),
    mutant: {description: "the strong order, ½", predicted: predicted.strongOrder}
  }),
  forCases({
    cases: pairs,
    search: {family: pairFamily},
    id: "FG-Ass5.5",
    statement:
      "$H^\\star\\succ0$ and $G^\\star\\succ0$ give $\\Sigma_\\infty \\succeq \\frac{\\tau\\lambda_{\\min}(G^\\star)}{2\\lambda_{\\max}(H^\\star)}I$",
    assumptions: ["linear drift"],
    note: "For a law at rest H⋆ ≻ 0 is enough; G⋆ ≻ 0 is one way to have it in all directions.",
    predicted: predicted.nondegenerate,
    routes: [
      quadrature(
        "the smallest eigenvalue of ∫e^{−Hs}Ge^{−Hs}ds, by bisection",
        measured.smallestSpread
      )
    ],
    criterion: atLeast(1e-12),
    mutant: {description: "λmin(H) for λmax(H)", predicted: predicted.nondegenerateFlat}
  })
];
