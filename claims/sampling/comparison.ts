import * as cases from "../cases/queues.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close} from "../ledger/criterion.js";
import {enumeration} from "../ledger/route.js";
import * as measured from "./comparison.measured.js";
import * as predicted from "./comparison.predicted.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.singleSteps,
    id: "NF-C1",
    fixed: "one dimension; its numbers go through the cases",
    statement:
      "On a quadratic of one dimension a single step of rate $1/h$ with all $N$ calls leaves the risk $G/(2hN)$, wherever it begins",
    assumptions: ["curvature and noise do not change along the way"],
    note: "It is what the mean of $N$ calls can reach. So an advice that trusts the quadratic takes as few steps as there are directions.",
    predicted: [predicted.singleStep, predicted.librarySingleStep],
    routes: [enumeration("every sequence of $N$ tosses", measured.everyToss)],
    criterion: close(1e-7, "the library's best rate is found to 10⁻⁸ of itself"),
    mutant: {description: "G/(hN)", predicted: predicted.singleStepDoubled}
  })
];
