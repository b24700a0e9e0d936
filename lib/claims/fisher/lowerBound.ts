import type {Claim} from "../claim.js";
import * as measured from "./lowerBound.measured.js";
import * as predicted from "./lowerBound.predicted.js";
import * as second from "./lowerBound.second.js";

const document = "fisher";
const page = "/budgets/lower-bound";

export const claims: readonly Claim[] = [
  {
    id: "FG-Ass6.7",
    label: "Assumption 6.7",
    document,
    section: "6.3",
    statement:
      "On every cube of half-width $\\delta$ there is a prior as (iv) wants it; the least $J_\\pi$ is $\\pi^2/\\delta^2$ per coordinate",
    assumptions: ["π smooth on all of ℝ^d: zero at the border of Θ_loc"],
    page,
    note: "J_π cannot be had below π²/δ²: it grows without limit as Θ_loc shrinks. (iii) follows from (ii) on compact sets. The uniform prior has no gradient inside, but jumps at the border; with J_π = 0 van Trees' inequality would be false.",
    predicted: predicted.leastInformation,
    routes: [
      {
        method: "minimisation",
        how: "the least 4∫(√π)′² on a grid, by inverse iteration, extrapolated",
        measure: measured.leastPriors
      }
    ],
    criterion: {kind: "close", relative: 1e-6, because: "differences of fourth order are left"},
    mutant: {description: "∫(√π)′² without its 4", predicted: predicted.leastInformationOfRoot}
  },
  {
    id: "FG-Thm6.8",
    label: "Theorem 6.8",
    document,
    section: "6.3",
    statement:
      "$\\inf\\sup\\operatorname{E}\\|\\hat\\theta_N-\\theta\\|_F^2\\ge c\\,d/N$ for $N\\ge\\frac c{1-c}\\frac{\\pi^2}{\\delta^2}$, any $c<1$",
    assumptions: ["Gaussian location of unit information on a cube of half-width δ"],
    page,
    note: "No c > 0 serves all N: below N = c/((1 − c)δ²) the estimator that is best among the linear ones has a smaller worst risk. With N → ∞ at fixed Θ_loc, c → 1; with Θ_loc → θ⋆ at fixed N, as the proof's ε → 0 wants it, c → 0. The data are printed as drawn from P_θ⋆; P_θ is meant.",
    predicted: predicted.enough,
    condition: {
      text: "N δ² large: N after Θ_loc",
      predicted: predicted.tooFew,
      routes: [
        {
          method: "enumeration",
          how: "the worst risk of the best linear estimator over 401 θ",
          measure: measured.linearRisks
        },
        {
          method: "identity",
          how: "δ², the worst risk of the guess in the middle",
          measure: second.guessRisks
        }
      ]
    },
    routes: [
      {
        method: "quadrature",
        how: "the Bayes risk under the prior cos², which no worst risk can be below: the posterior's variance",
        measure: measured.bayesRisks
      },
      {
        method: "identity",
        how: "the same by Brown's identity, from the information of the marginal law",
        measure: second.brownRisks
      }
    ],
    criterion: {kind: "atLeast", slack: 0},
    mutant: {description: "c = 1", predicted: predicted.sharp}
  },
  {
    id: "FG-Ass6.9",
    part: "queries",
    label: "Assumption 6.9, (ii) and (iii)",
    document,
    section: "6.3",
    statement:
      "A call at the query $\\theta^\\star$ has $\\operatorname{E}Y=0$ and $\\operatorname{E}YY^\\top=F$",
    assumptions: ["a correctly specified likelihood"],
    page,
    note: "SGD asks at θ_t, where E Y = ∇L(θ_t). Remark 6.11's “satisfies Assumption 6.9 with equality in (iii)” is about θ⋆ alone.",
    predicted: predicted.atTheOptimum,
    condition: {
      text: "the query is θ⋆",
      predicted: predicted.atTheOptimum,
      routes: [
        {
          method: "enumeration",
          how: "all inputs and labels of a logistic regression, asked elsewhere",
          measure: measured.askedElsewhere
        },
        {
          method: "identity",
          how: "the labels averaged by hand",
          measure: second.averagedElsewhere
        }
      ]
    },
    routes: [
      {
        method: "enumeration",
        how: "all inputs and labels of a logistic regression",
        measure: measured.askedAtOptimum
      },
      {method: "identity", how: "the labels averaged by hand", measure: second.averagedAtOptimum}
    ],
    criterion: {kind: "equal", c: 100},
    mutant: {description: "E xxᵀ/4 for F", predicted: predicted.atTheOptimumLargest}
  },
  {
    id: "FG-Ass6.9",
    part: "information",
    label: "Assumption 6.9, what it bounds",
    document,
    section: "6.3",
    statement:
      "$N$ answers $H(\\theta_t-\\theta)+\\zeta_t$ with $\\operatorname{Cov}\\zeta=G$ tell $N\\,HG^{-1}H$ about $\\theta$, whatever the queries",
    assumptions: ["Gaussian ζ"],
    page,
    note: "A second moment bounds an information from below, not from above: the less an oracle scatters, the more it tells. h = 1, g = 0.01: E Y² = 0.01 at θ⋆, well under I₁ = 1; each call tells 100. Proposition 6.10 adds I_t ⪯ F as an assumption of its own, and needs it.",
    predicted: predicted.informations,
    printed: {
      formula:
        "“Under Assumption 6.9 … the total information available to any $\\mathcal F_N$-measurable estimator is bounded by $NI_1$”",
      predicted: predicted.budgets,
      criterion: {kind: "atMost", slack: 0}
    },
    routes: [
      {
        method: "quadrature",
        how: "the integral of (∂p)²/p over two answers, the second query chosen by the first answer",
        measure: measured.transcriptIntegrals
      },
      {
        method: "direct recursion",
        how: "the inverse of the risk of Newton steps after two answers",
        measure: measured.attained
      }
    ],
    criterion: {kind: "close", relative: 1e-5, because: "differences over 10⁻³ leave 10⁻⁶"},
    mutant: {description: "h²g", predicted: predicted.informationsUpsideDown}
  },
  {
    id: "FG-Prop6.10",
    part: "information",
    label: "Proposition 6.10, adaptivity",
    document,
    section: "6.3",
    statement:
      "Queries chosen by earlier answers do not add information: $I_N(\\theta)=N\\,I_1(\\theta)$ if the data are independent draws from $P_\\theta$",
    assumptions: ["answers are functions of the query and of a fresh draw"],
    page,
    note: "This is data processing, and needs neither (ii) nor (iii) of Assumption 6.9.",
    predicted: predicted.transcriptInformation,
    routes: [
      {
        method: "enumeration",
        how: "all 256 transcripts of eight steps of SGD on labels",
        measure: measured.transcriptSums
      }
    ],
    criterion: {kind: "close", relative: 1e-6, because: "differences over 10⁻⁴ leave 10⁻⁸"},
    mutant: {
      description: "the information at the query in place of that at θ",
      predicted: predicted.transcriptInformationAtQuery
    }
  },
  {
    id: "FG-Prop6.10",
    part: "bound",
    label: "Proposition 6.10, the bound",
    document,
    section: "6.3",
    statement:
      "$\\inf\\sup\\operatorname{E}\\|\\hat\\theta_N-\\theta\\|^2_{F(\\theta)}\\ge c\\,d/N$",
    assumptions: ["coins of bias ½ ± δ, F(p) = 1/(p(1 − p))"],
    page,
    note: "As Theorem 6.8: c = ½ holds for δ = 0.45 and N = 12, and fails for δ = 0.05 and N = 10, where guessing ½ is better than the bound.",
    predicted: predicted.coinEnough,
    condition: {
      text: "N after Θ_loc: N F δ² ≥ π²c/(1 − c)",
      predicted: predicted.coinTooFew,
      routes: [
        {method: "identity", how: "the worst risk of the guess ½", measure: measured.coinGuess},
        {
          method: "enumeration",
          how: "the worst risk of a share of heads shrunk towards ½, over all counts",
          measure: second.shrunkRisk
        }
      ]
    },
    routes: [
      {
        method: "enumeration",
        how: "the Bayes risk under the prior cos², over all 4 096 transcripts",
        measure: measured.coinRisk
      },
      {
        method: "quadrature",
        how: "the same over the number of heads",
        measure: second.headsRisk
      }
    ],
    criterion: {kind: "atLeast", slack: 0},
    mutant: {description: "c = 1", predicted: predicted.coinSharp}
  },
  {
    id: "FG-Rem6.11",
    label: "Remark 6.11",
    document,
    section: "6.3",
    statement:
      "For a mixture of independent draws the conditional informations add up to that of all: $N/(1+N\\tau^2)\\le N\\,I_1$",
    assumptions: ["exchangeable normals of variance 1 + τ² and covariance τ²"],
    page,
    note: "Its first sentence, equality in (iii) for independent draws, is true at the query θ⋆ only: FG-Ass6.9. Draws without replacement have negative covariance, and the later ones tell more than the first.",
    predicted: predicted.mixtureInformation,
    routes: [
      {
        method: "enumeration",
        how: "regressions of each draw on those before it",
        measure: measured.chainRule
      },
      {method: "identity", how: "1ᵀC⁻¹1", measure: second.jointInformation}
    ],
    criterion: {kind: "equal", c: 1000},
    mutant: {
      description: "N I₁, as for independent draws",
      predicted: predicted.independentInformation
    }
  },
  {
    id: "FG-Rem6.12",
    part: "what-enters",
    label: "Remark 6.12, what enters",
    document,
    section: "6.3",
    statement: "For a likelihood the least $N\\cdot$risk in the metric $F$ is $d$, whatever $F$",
    assumptions: ["G = H = F"],
    page,
    predicted: predicted.dimensions,
    routes: [
      {
        method: "direct recursion",
        how: "Newton steps from a start away from θ⋆, 40 calls",
        measure: measured.likelihoods
      }
    ],
    criterion: {kind: "equal", c: 1000},
    mutant: {description: "d_eff for d", predicted: predicted.effectiveDimensions}
  },
  {
    id: "FG-Rem6.12",
    part: "gap",
    label: "Remark 6.12, the gap",
    document,
    section: "6.3",
    statement:
      "With $F=H$ the best $\\eta_0$ leaves the risk $\\min_{\\eta_0}\\frac1d\\sum_i\\frac{(\\eta_0\\lambda_i)^2}{2\\eta_0\\lambda_i-1}\\ge\\frac{\\kappa_Fd_{\\mathrm{eff}}}{4d}$ times the bound: 1 at $d_{\\mathrm{eff}}=d$, and growing as $d_{\\mathrm{eff}}$ falls",
    assumptions: ["G = H = F = diag(κ, 1, …, 1), d = 100"],
    page,
    note: "d_eff ≪ d forces κ_F ≥ (d − 1)/(d_eff − 1). The ratio of the two printed bounds, κ_F²d_eff/d at the best C₁ = 1/µ_F, is at least κ_F, and no valid upper bound is below the exact risk; it is proportional to d_eff at fixed κ_F, the only reading under which the gap tightens.",
    predicted: predicted.gaps,
    printed: {
      formula:
        "“When $d_{\\mathrm{eff}}\\ll d$, the gap between upper and lower bounds tightens correspondingly”",
      predicted: predicted.gapsPrinted,
      criterion: {kind: "atMost", slack: 1e-3}
    },
    routes: [
      {
        method: "direct recursion",
        how: "T times the exact risk at T = 60 000, the least over η₀",
        measure: measured.recursionGaps
      },
      {
        method: "quadrature",
        how: "the limit's integral, the least over η₀",
        measure: second.integralGaps
      }
    ],
    criterion: {kind: "close", relative: 1e-3, because: "T^−(2η₀ − 1) is left at finite T"},
    mutant: {
      description: "the bound from below, κd_eff/4d, as the value",
      predicted: predicted.gapsFromBelow
    }
  },
  {
    id: "FG-Rem6.13",
    label: "Remark 6.13",
    document,
    section: "6.3",
    statement:
      "Information $J=HG^{-1}H$ bounds $N\\cdot$risk in a metric $M$ by $\\operatorname{Tr}MJ^{-1}=\\operatorname{Tr}MH^{-1}GH^{-1}$: $d$ in the metric $J$, $\\operatorname{Tr}(GH^{-1})^2$ in the metric $G$",
    assumptions: ["Gaussian noise of covariance G in the answers Hθ − Hθ⋆ + ζ"],
    page,
    note: "H = I, G = gI: in the metric G the mean of N answers has N·risk = g²d, below cd for small g. Multiplying the loss by s multiplies the risk in the metric G by s² and leaves d/N where it is; a universal c, as in (40), cannot exist; one that depends on H and G says 1/N and no more.",
    predicted: predicted.localBounds,
    printed: {
      formula:
        "“the same lower-bound form $\\Omega(d/N)$ … with $F^\\star$ replaced by $G^\\star(\\theta^\\star)$”",
      predicted: predicted.dimensionBounds,
      criterion: {kind: "atLeast", slack: 1e-9}
    },
    routes: [
      {
        method: "direct recursion",
        how: "Newton steps from a start away from θ⋆, 40 calls",
        measure: measured.newtonSteps
      },
      {
        method: "enumeration",
        how: "the root of the mean gradient of two draws, over all pairs",
        measure: second.roots
      }
    ],
    criterion: {kind: "equal", c: 1000},
    mutant: {description: "Tr MH⁻¹, with H for G", predicted: predicted.curvatureBounds}
  },
  {
    id: "FG-Rem3.6",
    part: "substitution",
    label: "Remark 3.6, G for F",
    document,
    section: "3.5",
    statement: "With $G^\\star$ for $F^\\star$ Theorem 6.5 holds where $\\mu_G>0$",
    assumptions: ["noise of covariance G/b: (34) is then true by construction"],
    page: "/noise/geometry",
    note: "“Every theorem statement holds with G⋆ in the general case”: the upper bound's own assumption fails for the matrices of the paper's Experiments 4 to 6, where µ_G = −1.09, and the lower bound's d/N fails in the metric G (FG-Rem6.13).",
    predicted: predicted.coercive,
    condition: {
      text: "H and G⋆ commute, or nearly: Assumption 6.2 with G⋆, which the paper's experiments do not satisfy",
      predicted: predicted.coerciveInExperiments,
      routes: [
        {
          method: "bisection",
          how: "the largest µ with (GH + HG)/2 − µG ⪰ 0, on Cholesky factors",
          measure: measured.coercivityInExperiments
        },
        {
          method: "direct recursion",
          how: "the least eigenvalue of the symmetrised G^½HG^−½, by power iteration",
          measure: second.coercivityInExperiments
        }
      ]
    },
    routes: [
      {
        method: "bisection",
        how: "the largest µ for pairs that commute",
        measure: measured.coercivities
      },
      {method: "direct recursion", how: "by power iteration", measure: second.coercivities}
    ],
    criterion: {kind: "atLeast", slack: 0},
    mutant: {
      description: "pairs that do not commute",
      measure: measured.coercivitiesTilted
    }
  }
];
