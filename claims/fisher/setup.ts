import {dataSets} from "../cases/dataSets.js";
import {lawFamily, logisticFamily} from "../cases/families/laws.js";
import {grid} from "../cases/named.js";
import {binaryModel, population} from "../cases/problems.js";
import {budgets, equalTraces, positions} from "../cases/setup.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, drawn, equal, sampled} from "../ledger/criterion.js";
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
    assumptions: [
      "h(·, ξ) Lipschitz with an integrable constant, as Assumption 3.8 makes it near θ⋆"
    ],
    note: "A cost that jumps, such as a penalty for each demand not met, has a mean slope that its own slopes do not see: their average is the holding cost alone. Assumption 3.8, two bounded derivatives, excludes it.",
    fixed: "one cost with a kink and one with a jump",
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
    criterion: close(1e-9, "costs are read 10⁻¹² from their kinks and jumps"),
    mutant: {
      description: "a cost that jumps: its own slopes for the slope of its mean",
      predicted: predicted.meanSlopeOfJump,
      measure: measured.slopesOfMeanJump
    }
  }),
  forCases({
    cases: [2, 3, 4].map(b => ({name: `b = ${b}`, law: population, n: b, b})),
    search: {family: lawFamily, criterion: drawn},
    id: "FG-Eq2",
    statement:
      "$g_B = \\frac1b\\sum_{i\\le b}\\nabla h(\\theta,\\xi_i)$ has mean $\\mathbb E\\,\\nabla h$ and covariance $\\frac1b\\operatorname{Cov}\\nabla h$",
    assumptions: ["independent replications with two moments"],
    predicted: predicted.replicated,
    routes: [enumeration("every b-tuple from a three-point law", measured.everyReplication)],
    criterion: equal(50),
    mutant: {description: "b + 1 for b", predicted: predicted.replicatedMore}
  }),
  forCases({
    cases: [{name: "spacing halved twice"}],
    id: "FG-Sec1.1",
    statement:
      "The theory covers those problems of the three classes whose losses satisfy Assumption 3.8. The newsvendor's does not: over a spacing $s$ its second differences reach $(o+u)/s$, and no $M$ bounds them",
    assumptions: ["cost o per unit left over, u per unit missing"],
    note: "Little hangs on (a): (22) asks for two moments. What does hang on it is the slope where a cost jumps, see (1). Scenarios of a finite set, class (ii), are level (i) of Proposition 4.5, and Sections 5 to 7 are for level (ii).",
    fixed: "one member of a class refutes “uniformly”",
    predicted: predicted.kinkGrowth,
    printed: {
      weight: "conclusion",
      formula: "“The theory developed below applies uniformly to all three classes”",
      predicted: predicted.boundedGrowth
    },
    routes: [
      enumeration(
        "the largest second difference over orders and demands on a grid, at three spacings",
        measured.kinkGrowth
      ),
      direct(
        "the change of the slope from one side of a demand to the other, over the spacing",
        second.slopeChanges
      )
    ],
    criterion: equal(1e4),
    mutant: {description: "a quadratic cost", measure: measured.quadraticGrowth}
  }),
  forCases({
    cases: positions.map(theta => ({name: `θ = (${theta.join(", ")})`, theta})),
    fixed: "definitions, and what they imply on one regression",
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
    fixed: "a count; the schedules are the paper's, and one that grows",
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
    fixed: "one figure, without numbers",
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
    cases: [binaryModel],
    search: {family: logisticFamily, criterion: close(1e-5, "H is a Richardson difference")},
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
    cases: dataSets,
    search: {family: lawFamily, criterion: drawn},
    id: "FG-MainRes",
    part: "identification",
    statement: "$b\\operatorname{Cov}(g_B) = G$: the $o(b^{-1})$ of the list is zero",
    assumptions: [
      "given µ, as in Theorem 4.3, which the line names",
      "G⋆ = G; Remark 3.7 has the condition"
    ],
    predicted: predicted.identified,
    routes: [
      enumeration(
        "every data set of four and every subset of it, by its probability",
        measured.identification
      )
    ],
    criterion: equal(1000),
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
