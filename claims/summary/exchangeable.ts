import {biasedCoins} from "../cases/summary.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {equal} from "../ledger/criterion.js";
import {enumeration, identity} from "../ledger/route.js";
import * as measured from "./exchangeable.measured.js";
import * as predicted from "./exchangeable.predicted.js";
import * as second from "./exchangeable.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: biasedCoins,
    id: "SM-3",
    part: "subsuming",
    fixed: "one coin refutes it",
    statement:
      "A martingale condition contains independent sampling; exchangeable sampling it does not: for tosses $\\pm1$ of one coin of unknown mean $a$ or $-a$, $\\operatorname{E}[Y_2\\mid Y_1=1]=a^2$",
    assumptions: ["both means equally likely, so that E Y = 0"],
    note: "In a mixture the past tells which law is being sampled. Given the law, the tosses are centred only once its mean is taken off, which is another oracle. The paper's Remark 6.11 asks for a bounded conditional information instead, “provided” it is there.",
    predicted: predicted.remembered,
    printed: {
      weight: "conclusion",
      formula:
        "“a martingale oracle condition …, strictly subsuming i.i.d. and exchangeable sampling”: $\\operatorname{E}[Y_2\\mid Y_1]=0$",
      predicted: predicted.forgotten
    },
    routes: [
      enumeration(
        "1 + the mean of the second toss, over both coins and all pairs of tosses",
        measured.everyPair
      ),
      identity("1 + the posterior mean of the coin after one head", second.posterior)
    ],
    criterion: equal(100),
    mutant: {description: "a for a²", predicted: predicted.known}
  })
];
