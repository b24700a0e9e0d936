import {momentumFamily} from "../cases/families/runs.js";
import {calmFamily} from "../cases/families/slowRuns.js";
import {momentumRuns} from "../cases/optimisers.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {drawn, equal} from "../ledger/criterion.js";
import {augmented, direct, identity} from "../ledger/route.js";
import * as measured from "./unrolledMomentum.measured.js";
import * as predicted from "./unrolledMomentum.predicted.js";
import * as second from "./unrolledMomentum.second.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: momentumRuns,
    search: {family: momentumFamily, criterion: drawn},
    id: "LZU-Lem1",
    part: "iteration",
    statement: "$w_t = g_{t-1}w_1 - Xg_{t-2}w_0 - \\lambda\\sum_{i=0}^{t-2}g_i\\eta_{t-1-i}$",
    assumptions: ["heavy ball (5)", "$X = \\mu I$, $g$ of (41)–(42)"],
    note: "The kick $\\eta_0$ is in $w_1$ already: at $t = 2$ the printed sum adds $g_1\\eta_0$ once more. And a step goes against the gradient: $w_2 = (X+Y)w_1 - Xw_0 - \\lambda\\eta_1$. Neither matters for (43), where only squares and the limit count.",
    predicted: predicted.unrolled,
    printed: {
      weight: "slip",
      formula: "$g_{t-1}w_1 - Xg_{t-2}w_0 + \\lambda\\sum_{i=0}^{t-1}g_i\\eta_{t-1-i}$",
      predicted: predicted.unrolledAsPrinted,
      readings: [predicted.unrolledSignAlone, predicted.unrolledRangeAlone]
    },
    routes: [
      direct("six steps of (5) from any w₀ with given kicks", measured.stepped),
      identity("the same by powers of the matrix of (w, m)", second.powers)
    ],
    criterion: equal(1000),
    mutant: {description: "g_{t−1} for g_{t−2} beside w₀", predicted: predicted.unrolledShifted}
  }),
  forCases({
    cases: momentumRuns,
    search: {family: calmFamily, criterion: drawn, cases: 4},
    id: "LZU-Lem1",
    part: "series",
    statement: "$\\Sigma = \\lambda^2\\sum_{i=0}^\\infty g_iCg_i$",
    assumptions: ["as Theorem 2", "$X = \\mu I$; C need not commute with K"],
    note: "Normal, as (43) has it, is the law only for normal noise; the lemma needs the covariance alone.",
    predicted: predicted.series,
    routes: [
      augmented(
        "the state (w, m) stepped as in (5): the sum of what each past step leaves behind",
        measured.steady
      )
    ],
    criterion: equal(1000),
    mutant: {description: "without the newest kick, i = 0", predicted: predicted.seriesLate}
  })
];
