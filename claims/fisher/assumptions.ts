import {flatRunFamily, insideFamily, shortFamily, singleFamily} from "../cases/families/setup.js";
import {boundedLosses, stable} from "../cases/fisher.js";
import {flatRun, insideRange, outsideRange, shortRun, singleDirections} from "../cases/setup.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, drawn, equal, sampled} from "../ledger/criterion.js";
import {bisection, enumeration, minimisation, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./assumptions.measured.js";
import * as predicted from "./assumptions.predicted.js";
import * as second from "./assumptions.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: [shortRun],
    search: {family: shortFamily, criterion: drawn, cases: 10},
    id: "FG-Rem3.7",
    part: "matrix",
    statement:
      "Of the law of the noise, the covariance of the iterates sees $\\frac1bG$ and nothing else",
    assumptions: ["a quadratic loss", "noise that does not depend on θ"],
    predicted: predicted.fromCovariance,
    routes: [
      enumeration(
        "every sequence of four batches from a skewed three-point law",
        measured.everyPath
      )
    ],
    criterion: equal(500),
    mutant: {
      description: "the second moment of ψ for its covariance",
      predicted: predicted.fromSecondMoment
    }
  }),
  forCases({
    cases: [insideRange],
    search: {family: insideFamily, criterion: drawn},
    id: "FG-Rem3.7",
    part: "projection",
    statement: "$\\operatorname{Cov}g_B = \\frac1b\\,\\Pi G\\Pi^\\top$ exactly",
    assumptions: ["fresh data"],
    note: "Equation (22) has G without the star, and no such condition.",
    predicted: predicted.projected,
    routes: [
      enumeration(
        "every data set of three and every pair of it, for gradients in range(H)",
        measured.batchCovariance
      ),
      enumeration("every tuple of b new samples", second.everyTuple)
    ],
    condition: {
      text: "There must be no noise along directions in which the loss is flat, range(G) ⊆ range(H). A likelihood has none; a general loss can, and then plain SGD diffuses along them although G⋆ says that it does not. Assumption 3.9, H ≻ 0, would do; but then Π = I and there is nothing to project, and §3.5 is about the other case.",
      cases: [outsideRange],
      routes: [
        enumeration(
          "the same for gradients anywhere in ℝ³, with the same H of rank two",
          measured.batchCovariance
        ),
        enumeration("every tuple of two new samples", second.everyTuple)
      ]
    },
    criterion: equal(1000),
    mutant: {description: "b² for b", predicted: predicted.projectedSquared}
  }),
  forCases({
    cases: boundedLosses,
    id: "FG-Ass3.8",
    part: "bounded",
    fixed: "the paper's experiments, and one regression",
    statement:
      "For logistic losses $\\sup_\\theta\\|\\nabla^2\\ell(\\theta;z)\\| = \\frac14\\|x\\|^2$: bounded inputs have an $M$. In experiments 4–6, $M = 100$",
    assumptions: ["bounded inputs, or a quadratic with additive noise"],
    predicted: predicted.curvatureBounds,
    routes: [
      minimisation(
        "the largest second difference of each sample's loss along its input",
        measured.largestCurvatures
      )
    ],
    criterion: close(1e-5, "second differences of step 0.002"),
    mutant: {
      description: "‖x‖², a linear regression's",
      predicted: predicted.curvatureBoundsOfSquares
    }
  }),
  forCases({
    cases: [{name: "M = ¼, ½, 1"}],
    fixed: "one law of inputs, for which no M will do",
    id: "FG-Ass3.8",
    part: "gaussian-inputs",
    statement:
      "For two standard normal inputs no $M$ will do: $P\\bigl(\\|\\nabla^2\\ell(0;z)\\| > M\\bigr) = e^{-2M}$ for the logistic loss",
    assumptions: ["x ∼ N(0, I₂)"],
    note: "(b) holds, with m₄ ≤ E‖x‖⁴ = 8. That (a) is not needed for a stationary law is shown by regressions with Gaussian inputs, where it is known exactly.",
    predicted: predicted.gaussianTail,
    routes: [simulation("the largest eigenvalue of 400 000 Hessians", second.gaussianInputs)],
    criterion: sampled(),
    mutant: {
      description: "the tail of ‖x‖², a linear regression's",
      predicted: predicted.gaussianTailOfSquares
    }
  }),
  forCases({
    cases: stable,
    id: "FG-Ass3.9",
    fixed: "numbers of the paper's experiments",
    statement:
      "$H^\\star \\succeq \\mu I$: $\\mu = 0.1$ in experiments 1–3 and 1 in 4–6; and wherever it holds, $\\Pi = I$",
    assumptions: [],
    note: "With (16) in force the projection of Definition 3.5 is the identity: the two are never needed together.",
    predicted: predicted.stable,
    routes: [
      bisection(
        "the largest µ for which H − µI has a Cholesky factor; Π from the normal equations",
        measured.stability
      )
    ],
    criterion: equal(2000),
    mutant: {description: "geometric means of the spectra", predicted: predicted.stableOnAverage}
  }),
  forCases({
    cases: [{name: "λmin(G)"}],
    fixed: "numbers of the paper's experiments",
    id: "FG-Ass3.10",
    statement:
      "$G^\\star \\succeq \\lambda_{\\min}I$: 1 in experiment 1, ½ in experiment 2, ½ in experiments 4–6",
    assumptions: ["on the identifiable directions, which are all of them by Assumption 3.9"],
    predicted: predicted.nondegenerate,
    routes: [
      bisection(
        "the largest λ for which G − λI has a Cholesky factor; in ten dimensions G is the paper's own, replayed",
        measured.nondegeneracy
      )
    ],
    criterion: equal(1e4),
    mutant: {description: "Tr G/d", predicted: predicted.nondegenerateOnAverage}
  }),
  forCases({
    cases: [flatRun],
    search: {family: flatRunFamily, criterion: drawn},
    id: "FG-Rem3.11",
    part: "stability",
    statement:
      "A direction with $\\lambda_{\\min}(H) = 0$ has no equilibrium: its variance is $t\\,\\eta^2G/b$, where others reach a plateau",
    assumptions: ["η < 2/λmax(H), which Assumption 3.9 does not give"],
    predicted: predicted.flatGrowth,
    routes: [enumeration("all 2¹⁰ sequences of coin tosses", measured.everyToss)],
    criterion: equal(100),
    mutant: {description: "a plateau along both axes", predicted: predicted.flatPlateau}
  }),
  forCases({
    cases: singleDirections,
    search: {family: singleFamily, criterion: drawn},
    id: "FG-Rem3.11",
    part: "nondegeneracy",
    statement:
      "(17) makes the diffusion coefficient definite. The stationary covariance can be definite without it: $G = vv^\\top$ gives $\\det\\Sigma > 0$ exactly if $v$ meets every eigenvector of $H$ and no two curvatures agree",
    assumptions: ["H ≻ 0"],
    predicted: predicted.rankOne,
    routes: [quadrature("∫ e^{−Hs} τG e^{−Hs} ds", measured.integral)],
    criterion: equal(1000),
    mutant: {
      description: "definite on what v meets is definite",
      predicted: predicted.rankOneMet
    }
  })
];
