import {walkFamily} from "../cases/families/walks.js";
import {rememberingWalks, walks} from "../cases/walks.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {drawn, equal} from "../ledger/criterion.js";
import {direct, enumeration} from "../ledger/route.js";
import * as measured from "./walks.measured.js";
import * as predicted from "./walks.predicted.js";
import * as second from "./walks.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: walks,
    search: {family: walkFamily, criterion: drawn, cases: 8},
    id: "LZU-4.1-mean",
    statement:
      "$\\mathbb E[w'] = w^*$ in the end: $\\mathbb E\\,w'_t - w^* = (I-\\lambda K)^t(w'_0-w^*)$",
    assumptions: ["the quadratic loss (4)", "noise of mean zero, of any law", "0 < λ < 2/k*"],
    predicted: predicted.mean,
    routes: [enumeration("every sequence of kicks, by its chance", measured.mean)],
    criterion: equal(1000),
    mutant: {description: "one step fewer", predicted: predicted.meanLate}
  }),
  forCases({
    cases: walks,
    search: {family: walkFamily, criterion: drawn, cases: 8},
    id: "LZU-Rem-Thm1b",
    statement:
      "The covariance depends on the covariance of the noise alone: the noise need not be Gaussian",
    assumptions: ["noise of mean zero with two moments"],
    predicted: predicted.anyLaw,
    condition: {
      text: "Noise of different steps is uncorrelated. The remark says that the theorem “only requires the existence of a finite stationary noise covariance”; (28) has dropped $\\mathbb E[w_{t-1}\\eta_{t-1}^\\top]$ without a word.",
      cases: rememberingWalks,
      routes: [
        enumeration("the same with kicks that repeat with chance ½", measured.everySequence),
        direct("responses to single kicks, multiplied in pairs", second.responses)
      ]
    },
    routes: [
      enumeration("every sequence of kicks of a skewed law, by its chance", measured.everySequence),
      direct("responses to single kicks, squared and summed", second.responses)
    ],
    criterion: equal(5000),
    mutant: {
      description: "a tenth of the third moments added to the variances",
      predicted: predicted.anyLawSkewed
    }
  })
];
