import {curveFamily} from "../cases/families/walks.js";
import * as cases from "../cases/noise.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {atLeast, atMost, close} from "../ledger/criterion.js";
import {direct, identity} from "../ledger/route.js";
import * as measured from "./batchFigures.measured.js";
import * as predicted from "./batchFigures.predicted.js";
import * as second from "./batchFigures.second.js";

const printedRows = [
  "N = 1000 rows, normal inputs, residuals of variance 1",
  "S = 100 rows without replacement, anew at each step",
  "loss with ½, without which the printed numbers do not fit together"
];
const inEverySet = (what: string) =>
  `the furthest of 200 data sets: misfit ln(exact/formula) of the one over that of the other${what}, exact second moments of each set by its own recursion`;
const oneFigure = "one printed figure, on 200 data sets like its own";
const exchanged = {
  description: "the two formulas exchanged",
  measure: measured.nearnessSwapped
};

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.lineFigure,
    id: "LZU-Fig2b",
    fixed: oneFigure,
    statement:
      "$\\Sigma = \\frac\\lambda S\\frac1{2-\\lambda k}$ is nearer the experiment than $\\frac\\lambda{2S}$, over the rates together",
    assumptions: printedRows,
    predicted: predicted.nearer,
    routes: [direct(inEverySet(", root of the sum of squares over the rates"), measured.nearness)],
    criterion: atMost(0),
    mutant: exchanged
  }),
  forCases({
    cases: cases.planeFigure,
    id: "LZU-Fig3d-f",
    part: "agreement",
    fixed: oneFigure,
    statement:
      "“an overall agreement with the experiment is much better for the proposed theory”: with $C \\approx K/S$, $\\frac\\lambda S(2I-\\lambda K)^{-1}$ is nearer than $\\frac\\lambda{2S}I$, over both axes and panels together",
    assumptions: [...printedRows, "λ = 0.5 and 1.8, where the data set has a covariance"],
    predicted: predicted.nearer,
    routes: [
      direct(inEverySet(", root of the sum of squares over axes and rates"), measured.nearness)
    ],
    criterion: atMost(0),
    mutant: exchanged
  }),
  forCases({
    cases: cases.panelsFarFromEdge,
    id: "LZU-Fig3d-f",
    part: "overestimates",
    fixed: oneFigure,
    statement:
      "with $C \\approx K/S$ “the proposed theory slightly overestimates the variance of the parameters”",
    assumptions: printedRows.filter((_, i) => i !== 1),
    note: "The text takes it for a limitation of $C \\sim K$; it is the finite population, whose batches have $\\frac{N-S}{N-1}$ of the noise of fresh ones.",
    predicted: predicted.noMore,
    condition: {
      text: "Batches are drawn without replacement, anew at each step, and $\\lambda$ is far enough from the edge, as 0.5 and 1.5 are, that the noise which grows with the distance adds less than the finite population takes; at the 1.8 of the next panel it adds more. How they are drawn is not stated.",
      cases: cases.otherPanels,
      routes: [
        direct(
          "the same with fresh batches at λ = 0.5, with and without replacement at 1.8",
          measured.overPrinted
        ),
        identity("the same in closed form", second.overPrinted)
      ]
    },
    routes: [
      direct(
        "exact over printed variance along both axes, median of 200 data sets",
        measured.overPrinted
      ),
      identity("the same in closed form for the moments of the law", second.overPrinted)
    ],
    criterion: atMost(0),
    mutant: {description: "a theory 20 % lower", predicted: predicted.noMoreOfLess}
  }),
  forCases({
    cases: cases.momentumFigure,
    id: "LZU-Fig4b",
    part: "nearer",
    fixed: oneFigure,
    statement:
      "mini-batch noise, $\\lambda k = 2.75$: the discrete theory with $C = K/S$ is nearer than the continuous one",
    assumptions: [...printedRows, "µ = 0.5, 0.7, 0.9, where the data set has a variance"],
    predicted: predicted.nearer,
    routes: [direct(inEverySet(""), measured.nearness)],
    criterion: atMost(0),
    mutant: exchanged
  }),
  forCases({
    cases: cases.growingFigures,
    id: "LZU-Fig4b",
    part: "worse",
    fixed: "two printed figures, on 200 data sets like theirs",
    statement:
      "“the agreement becomes worse as the fluctuation in $w$ becomes large”: $|\\ln(\\text{exact}/(8))|$ grows with the fluctuation",
    assumptions: [...printedRows, "$k$ in (8) the curvature of the data set"],
    predicted: predicted.growing,
    routes: [
      direct(
        "medians of 200 data sets at µ = 0.7, 0.8, 0.5, 0.9 and at 0.5, 0.2, 0.8, 0.9, in the order of the fluctuation, each over the one before",
        measured.growth
      )
    ],
    criterion: atLeast(0),
    mutant: {description: "the opposite order", measure: measured.growthReversed}
  }),
  forCases({
    cases: cases.batchFigures,
    search: {family: curveFamily, cases: 10},
    tame: "one parameter is the statement",
    id: "LZU-Fig4b",
    part: "curve",
    statement:
      "the exact variance is $\\Sigma_p/(1-2\\Sigma_p)$, with $\\Sigma_p$ that of (8) and $C = K/S$; none exists from $\\Sigma_p = \\frac12$ on",
    assumptions: [
      "one parameter, $k = 1$, fresh batches of normal inputs, residuals of variance 1"
    ],
    note: "λ, µ and $S$ enter through $\\Sigma_p$ alone.",
    predicted: predicted.exact,
    routes: [
      direct(
        "the second moments of (w, m) over batches of the regression, step by step, and the S below which they grow, by powers of the step and bisection",
        measured.secondMoments
      )
    ],
    criterion: close(1e-9, "iterated until it stands still"),
    mutant: {description: "Σ_p/(1 − Σ_p), none from Σ_p = 1 on", predicted: predicted.exactOther}
  }),
  forCases({
    cases: cases.milderFigure,
    id: "LZU-Fig9b",
    fixed: oneFigure,
    statement:
      "mini-batch noise, $\\lambda k = 2$: the discrete theory with $C = K/S$ is nearer than the continuous one",
    assumptions: [...printedRows, "µ = 0.2, 0.5, 0.9"],
    predicted: predicted.nearer,
    routes: [direct(inEverySet(""), measured.nearness)],
    criterion: atMost(0),
    mutant: exchanged
  })
];
