import {martingales, tails} from "../cases/lemma.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atMost, equal} from "../ledger/criterion.js";
import {bisection, direct, enumeration} from "../ledger/route.js";
import * as measured from "./lemmas.measured.js";
import * as predicted from "./lemmas.predicted.js";

const id = "FG-LemA.5";

export const claims: readonly Claim[] = [
  forCases({
    cases: tails,
    id,
    part: "tail",
    fixed: "walks whose law is enumerated",
    statement:
      "$\\Pr(M_T\\ge\\lambda \\text{ and } V_T\\le v) \\le \\exp\\Bigl(-\\frac{\\lambda^2}{2v+2R\\lambda/3}\\Bigr)$",
    assumptions: ["a martingale from 0 with increments at most R"],
    note: "Only the upper bound on the increments is needed, not |ΔM| ≤ R.",
    predicted: predicted.freedmanTails,
    routes: [
      enumeration(
        "binomial sums, and the joint law of M and V for a walk whose step depends on the last",
        measured.exactTails
      )
    ],
    criterion: atMost(0),
    mutant: {description: "exp(−λ²/2v), without R", predicted: predicted.gaussianTails}
  }),
  forCases({
    cases: martingales,
    id,
    part: "implied",
    fixed: "numbers v, R and δ",
    statement:
      "With probability at least $1-\\delta$, where $V_T\\le v$: $M_T \\le \\sqrt{2v\\log\\frac1\\delta} + \\frac{2R}3\\log\\frac1\\delta$",
    assumptions: ["as the tail bound, which implies it"],
    note: "2/3 is the least constant of this shape: at v → 0 the tail bound is δ at (2R/3) log(1/δ).",
    predicted: predicted.printedQuantile,
    routes: [bisection("the λ at which the tail bound is δ lies below", measured.invertedTail)],
    criterion: atMost(1e-12),
    mutant: {description: "R/3 for 2R/3", predicted: predicted.halfQuantile}
  }),
  forCases({
    cases: martingales,
    id,
    part: "equivalent",
    fixed: "numbers v, R and δ: one refutes it",
    statement:
      "The tail bound is $\\delta$ at $\\lambda = \\frac R3\\log\\frac1\\delta + \\sqrt{\\bigl(\\frac R3\\log\\frac1\\delta\\bigr)^2 + 2v\\log\\frac1\\delta}$",
    assumptions: [],
    note: "The printed form is implied by the tail bound and does not imply it: √(a²+b²) < a + b for a, b > 0. It is up to a quarter larger.",
    predicted: predicted.exactQuantile,
    printed: {
      weight: "formula",
      formula: "“Equivalently” $\\sqrt{2v\\log\\frac1\\delta} + \\frac{2R}3\\log\\frac1\\delta$",
      predicted: predicted.printedQuantile
    },
    routes: [
      bisection("the λ at which the tail bound passes δ", measured.invertedTail),
      direct("the same as a fixed point", measured.iteratedTail)
    ],
    criterion: equal(1e3),
    mutant: {description: "R/3 log(1/δ) + √(2v log(1/δ))", predicted: predicted.halfQuantile}
  })
];
