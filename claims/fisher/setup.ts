import {grid} from "../cases/named.js";
import {budgets, equalTraces, positions} from "../cases/setup.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, equal, sampled} from "../ledger/criterion.js";
import {direct, enumeration, quadrature, simulation} from "../ledger/route.js";
import * as measured from "./setup.measured.js";
import * as predicted from "./setup.predicted.js";
import * as second from "./setup.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: [{name: "θ = ½, 1, 1½"}],
    id: "FG-Eq1",
    statement:
      "$\\nabla\\,\\mathbb E\\,h(\\theta,\\xi) = \\mathbb E\\,\\nabla h(\\theta,\\xi)$: what (2) averages is the slope of the objective (1)",
    assumptions: ["h(·, ξ) Lipschitz with an integrable constant"],
    note: "§1.1 says that the theory applies uniformly to queues, inventories and revenue management. Assumption 3.8, two bounded derivatives, would exclude the counterexample, and the newsvendor too.",
    predicted: predicted.meanSlope,
    routes: [
      quadrature(
        "differences of the mean cost of a newsvendor, for uniform demand",
        measured.slopesOfMeanCost
      ),
      simulation(
        "differences of simulated costs, 400 000 common demands",
        second.simulatedCosts,
        sampled("the slope at θ = 1½ is small beside its spread")
      )
    ],
    condition: {
      text: "h must be Lipschitz in θ. A cost that jumps, such as a penalty for each demand not met, has a mean slope that its own slopes do not see: their average is the holding cost alone.",
      predicted: predicted.meanSlopeOfJump,
      routes: [
        quadrature("differences of the mean of a cost with a jump", measured.slopesOfMeanJump),
        simulation(
          "differences of simulated costs, 400 000 common demands",
          second.simulatedJumps,
          sampled("each resolves 6 %")
        )
      ]
    },
    criterion: close(1e-9, "costs are read 10⁻¹² from their kinks and jumps"),
    mutant: {description: "the two costs exchanged", predicted: predicted.meanSlopeExchanged}
  }),
  forCases({
    cases: grid({b: [2, 3, 4]}),
    id: "FG-Eq2",
    statement:
      "$g_B = \\frac1b\\sum_{i\\le b}\\nabla h(\\theta,\\xi_i)$ has mean $\\mathbb E\\,\\nabla h$ and covariance $\\frac1b\\operatorname{Cov}\\nabla h$",
    assumptions: ["independent replications with two moments"],
    predicted: predicted.replicated,
    routes: [enumeration("every b-tuple from a three-point law", measured.everyReplication)],
    criterion: equal(50),
    mutant: {description: "b−1 for b", predicted: predicted.replicatedUnbiased}
  }),
  forCases({
    cases: positions.map(theta => ({name: `θ = (${theta.join(", ")})`, theta})),
    id: "FG-Eq5-7",
    statement:
      "Over subsets of size $b_t$ the mean of $g_t = \\frac1{b_t}\\sum_{i\\in B_t}\\psi_i$ is $\\nabla L_n$: given the data, a step follows the data set's loss and not (5)",
    assumptions: ["the batch is a uniform subset"],
    note: "Definitions; checked is what they imply for a step.",
    predicted: predicted.fullGradients,
    routes: [
      enumeration(
        "all subsets of seven samples of a regression, gradients by central differences of the losses",
        measured.meansOverSubsets
      )
    ],
    criterion: equal(500),
    mutant: {description: "the batch's sum over n", predicted: predicted.fullGradientsOverN}
  }),
  forCases({
    cases: budgets,
    id: "FG-Eq8",
    statement: "$N_T = \\sum_{t<T}b_t$; in experiment 5, $N = 64\\,T$ from 38 400 to 614 400",
    assumptions: ["a call is one sample's gradient at one θ"],
    predicted: predicted.budget,
    routes: [direct("runs that count their gradients one by one", measured.callsMade)],
    criterion: equal(1),
    mutant: {description: "t ≤ T for t < T", predicted: predicted.budgetIncluded}
  }),
  forCases({
    cases: grid({b: equalTraces.batchSizes}),
    id: "FG-Fig1",
    statement:
      "At equal trace $\\mathbb E\\|\\xi\\|^2$ is the same for both clouds and every direction differs; $b$ divides all of it and turns nothing",
    assumptions: ["fresh data"],
    note: "A schematic without numbers; ours has eigenvalues 1.8 and 0.2 against 1 and 1.",
    predicted: predicted.clouds,
    routes: [enumeration("every batch from two four-point laws", measured.everyCloud)],
    criterion: equal(50),
    mutant: {
      description: "equal determinants for equal traces",
      predicted: predicted.cloudsOfEqualArea
    }
  }),
  {
    id: "FG-Tab1",
    statement: "Where the paper places itself",
    assumptions: [],
    reason: "A positioning against the literature, with pointers and no number."
  },
  forCases({
    cases: [{name: "G, H, J"}],
    id: "FG-Tab2",
    statement: "For a correctly specified likelihood its rows agree: $G = H = H^\\top G^{-1}H = F$",
    assumptions: ["the model contains the truth", "F ≻ 0"],
    predicted: predicted.notation,
    routes: [
      enumeration(
        "G from every input and label, H from differences of the mean gradient",
        measured.tableRows
      )
    ],
    criterion: close(1e-8, "H is a Richardson difference"),
    mutant: {
      description: "the sandwich H⁻¹GH⁻¹ for its inverse",
      predicted: predicted.notationInverted
    }
  }),
  forCases({
    cases: grid({n: [4], b: [1, 2, 3, 4]}),
    id: "FG-MainRes",
    part: "identification",
    statement: "$b\\operatorname{Cov}(g_B) = G$: the $o(b^{-1})$ of the list is zero",
    assumptions: ["the data set is drawn anew as well"],
    predicted: predicted.identified,
    routes: [
      enumeration(
        "every data set of four and every subset of it, by its probability",
        measured.identification
      )
    ],
    criterion: equal(50),
    mutant: {
      description: "the factor 1 − b/n as a remainder",
      predicted: predicted.identifiedWithRemainder
    }
  }),
  {
    id: "FG-MainRes",
    part: "pointers",
    statement: "Theorems 5.4 to 7.3 in a line each",
    assumptions: [],
    reason: "A list of theorems, each of which has its own claim."
  }
];
