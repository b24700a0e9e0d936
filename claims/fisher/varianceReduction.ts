import {pairFamily} from "../cases/families/pairs.js";
import {driftFamily} from "../cases/families/sections.js";
import {concentrated, drifts, evenDrift, heated, unevenDrift} from "../cases/lemma.js";
import {grid} from "../cases/named.js";
import {pairs} from "../cases/pairs.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, atMost, equal} from "../ledger/criterion.js";
import {augmented, bisection, direct} from "../ledger/route.js";
import * as measured from "./varianceReduction.measured.js";
import * as predicted from "./varianceReduction.predicted.js";
import * as second from "./varianceReduction.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: pairs,
    id: "FG-Rem9.1",
    part: "discrete",
    search: {family: pairFamily},
    tame: "a difference is compared with zero, which has no slack",
    statement:
      "$\\tilde G \\preceq G$ implies $\\tilde\\Sigma_\\eta \\preceq \\Sigma_\\eta$ and $\\operatorname{Tr}F\\tilde\\Sigma_\\eta \\le \\operatorname{Tr}F\\Sigma_\\eta$ for every stable step",
    assumptions: ["the same H ≻ 0, η and b", "ηλmax < 2"],
    note: "Each term of Σ_η = (η²/b) Σₖ (I − ηH)ᵏG(I − ηH)ᵏ is monotone in G.",
    predicted: predicted.nothingNegative,
    routes: [
      augmented(
        "the smallest eigenvalue of the difference of two steady states at ηTr H = 1.7",
        measured.afterReduction
      )
    ],
    criterion: atLeast(1e-12),
    mutant: {
      description: "Tr G̃ < Tr G alone: variance is moved between directions",
      measure: measured.afterTraceReduction
    }
  }),
  forCases({
    cases: drifts,
    id: "FG-Sec9.3",
    part: "bound",
    search: {family: driftFamily, criterion: atMost(1e-9)},
    statement:
      "$\\|F(\\theta)-F^\\star\\| = \\delta_F\\|F^\\star\\|$ implies $(1-\\kappa_F\\delta_F)F^\\star \\preceq F(\\theta) \\preceq (1+\\kappa_F\\delta_F)F^\\star$",
    assumptions: ["F⋆ ≻ 0"],
    predicted: predicted.driftBound,
    routes: [
      bisection(
        "the least ε with (1 − ε)F⋆ ⪯ F ⪯ (1 + ε)F⋆, on Cholesky factors",
        measured.leastDrift
      )
    ],
    criterion: atMost(1e-12),
    mutant: {description: "δ_F without κ_F", predicted: predicted.driftMonitor}
  }),
  forCases({
    cases: evenDrift,
    id: "FG-Sec9.3",
    part: "monitor",
    fixed: "one metric refutes it",
    statement:
      "$\\delta_F(t) = \\|F(\\theta_t)-F^\\star\\|/\\|F^\\star\\|$ tells how well the frozen metric stands for $F(\\theta_t)$",
    assumptions: [],
    note: "F⋆ = diag(1, 0.01) and a change of 0.012 in the second entry: δ_F is about 0.01, and lengths along that axis have more than doubled. In the paper's own experiments F is a constant matrix, and δ_F is zero throughout.",
    predicted: predicted.driftMonitor,
    condition: {
      text: "κ_F δ_F is small, not δ_F alone",
      cases: unevenDrift,
      routes: [
        bisection("the least ε with (1 − ε)F⋆ ⪯ F ⪯ (1 + ε)F⋆", measured.leastDrift),
        direct("the same by powers of F⋆⁻¹(F − F⋆)", measured.driftByPowers)
      ]
    },
    routes: [
      bisection("the least ε for F⋆ ∝ I", measured.leastDrift),
      direct("the same by powers of F⋆⁻¹(F − F⋆)", measured.driftByPowers)
    ],
    criterion: equal(1e4),
    mutant: {description: "half of δ_F", predicted: predicted.monitorHalved}
  }),
  forCases({
    cases: grid({b: heated.small}),
    id: "FG-Sec9.4",
    part: "temperature",
    fixed: "one direction and a large batch refute it",
    statement:
      "$\\tau = c/\\lambda_{\\max}(H)$ keeps $h\\operatorname{Var}\\theta \\le 2\\cdot\\tfrac\\tau2G$ in stiff directions",
    assumptions: ["noise of one sample G, a quadratic"],
    note: "In continuous time every direction has the heat (τ/2)G and none is hotter than another. What overheats a stiff direction is ηh → 2, and η = τb: it is η that must be held below 1/λmax.",
    predicted: predicted.cool,
    condition: {
      text: "b ≤ 1/c, so that ηλmax = cb ≤ 1",
      cases: grid({b: heated.large}),
      routes: [
        direct("the kicks of a settled run added up", measured.heat),
        augmented("the covariance after 3000 steps", second.heat)
      ]
    },
    routes: [
      direct("the kicks of a settled run added up", measured.heat),
      augmented("the covariance after 3000 steps", second.heat)
    ],
    criterion: atMost(0),
    mutant: {description: "the heat of continuous time", predicted: predicted.continuousHeat}
  }),
  forCases({
    cases: [{name: "even", curvatures: concentrated.round}],
    id: "FG-Sec9.4",
    part: "natural-gradient",
    fixed: "one spectrum refutes it",
    statement:
      "Where $d_{\\mathrm{eff}}\\ll d$, plain SGD contracts alike in all directions of the leading subspace",
    assumptions: ["F = H, a quadratic"],
    note: "A natural gradient contracts at one rate in all directions; SGD at the rates ηhᵢ, however small d_eff is. Section 9.2 says so itself: “SGD does not precondition the drift”.",
    predicted: predicted.alike,
    condition: {
      text: "the leading eigenvalues are equal: diag(5, ½, 0.001, 0.001) has d_eff = 1.1 and two rates",
      cases: [{name: "uneven", curvatures: concentrated.uneven}],
      routes: [
        direct("30 steps, the second direction over the first", measured.contraction),
        augmented("the same, turned", second.contraction)
      ]
    },
    routes: [
      direct("30 steps, the second direction over the first", measured.contraction),
      augmented("the same, turned", second.contraction)
    ],
    criterion: equal(1e3),
    mutant: {description: "the rates of an uneven spectrum", predicted: predicted.asCurvature}
  })
];
