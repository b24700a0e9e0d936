import * as cases from "../cases/drifts.js";
import {type Claim, forCases} from "../ledger/claim.js";
import {close, equal} from "../ledger/criterion.js";
import {direct, enumeration, minimisation} from "../ledger/route.js";
import * as measured from "./stream.measured.js";
import * as predicted from "./stream.predicted.js";

export const claims: readonly Claim[] = [
  forCases({
    cases: cases.wanderings,
    id: "NF-D1",
    fixed: "two problems in three dimensions, in none of which matrices commute",
    statement:
      "Where $\\theta^\\star$ wanders by independent steps of covariance $Q$ a transaction, $\\eta H\\Sigma + \\eta\\Sigma H - \\eta^2H\\Sigma H = \\eta^2\\frac Gb + bQ$ for the distance to it",
    assumptions: ["windows of b", "independent transactions", "rates below 2/λmax"],
    predicted: predicted.tracked,
    routes: [direct("Σ ← AΣA + η²G/b + bQ", measured.recursion)],
    criterion: equal(2000),
    mutant: {
      description: "a drift that hardly waits for the window",
      predicted: predicted.trackedOnce
    }
  }),
  forCases({
    cases: cases.lines,
    id: "NF-D2",
    fixed: "one dimension; its numbers go through the cases",
    statement:
      "In one dimension the variance about a wandering optimum is least at $\\eta/b = \\sqrt{q/g}$, where it is $\\sqrt{qg}/h$, to first order in $\\eta h$",
    assumptions: ["b = 1", "√(q/g) h small"],
    predicted: predicted.bestTemperature,
    routes: [minimisation("of the variance at rest, by thirds over η", measured.leastVariance)],
    criterion: close(1e-3, "first order in ηh; of the rates tried the least deviates most"),
    mutant: {description: "half of the variance", predicted: predicted.bestTemperatureHalved}
  }),
  forCases({
    cases: cases.windows,
    id: "NF-D3",
    fixed: "one formula of two numbers",
    statement:
      "Gradients with correlation $\\varphi^k$ at distance $k$ give a window's mean $\\frac{1+\\varphi}{1-\\varphi} - \\frac{2\\varphi(1-\\varphi^b)}{b(1-\\varphi)^2}$ times the variance $G/b$",
    assumptions: ["−1 < φ < 1"],
    predicted: predicted.windowNoise,
    routes: [enumeration("all pairs of a window", measured.pairs)],
    criterion: equal(2000),
    mutant: {description: "its limit for long windows", predicted: predicted.longWindowNoise}
  })
];
