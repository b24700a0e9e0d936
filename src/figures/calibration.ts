import {type ClaimCalibration, calibration, type Score} from "../claims/ledger/calibration.js";
import {standardScore} from "../claims/ledger/freshScores.js";
import {type Chart, curve, type Mark} from "../components/chart/declaration.js";
import {documentNames} from "../components/documents.js";
import {fixed, percent, scientific, signed, whole} from "../components/format.js";
import type {TableColumn} from "../components/table.js";
import {normalCdf} from "../lib/statistics/normal.js";

/** A simulation behind a claim under another seed, and what was predicted. */
export interface FreshRow
  extends Readonly<Record<"seed" | "predicted" | "value" | "standardError" | "positive", number>> {
  readonly claim: string;
}

/** The control of the predictions. */
export const errorControls = {
  error: {
    label: "Predictions raised by",
    min: 0,
    max: 5,
    step: 0.25,
    value: 0,
    format: (x: number) => `${fixed(x, 2)} %`
  }
};

/** What the control says. */
export type Asked = Readonly<Record<keyof typeof errorControls, number>>;

/** The scores of all simulations, every prediction raised by so many percent. */
export const scoresOf = (rows: readonly FreshRow[], {error}: Asked): Score[] =>
  rows.map(row => ({
    claim: row.claim,
    z: standardScore({
      ...row,
      positive: row.positive === 1,
      predicted: row.predicted * (1 + error / 100)
    })
  }));

/** Half units from −5 to 5; the outermost hold what lies beyond them. */
const [farthest, width] = [5, 0.5];
const bins = Array.from({length: (2 * farthest) / width}, (_, k) => {
  const left = -farthest + k * width;
  const right = left + width;
  return {
    middle: left + width / 2,
    from: k === 0 ? Number.NEGATIVE_INFINITY : left,
    to: right === farthest ? Number.POSITIVE_INFINITY : right
  };
});

/** The probability of an interval under the standard normal law. */
const shareWithin = (from: number, to: number): number =>
  (to === Number.POSITIVE_INFINITY ? 1 : normalCdf(to)) -
  (from === Number.NEGATIVE_INFINITY ? 0 : normalCdf(from));

/** A p-value to two digits. */
export const pValue = (p: number): string => (p < 1e-4 ? scientific(p, 1) : fixed(p, 4));

/** How many scores fall into each half unit, against the standard normal law. */
export function scoreCounts(rows: readonly FreshRow[], asked: Asked): Chart {
  const scores = scoresOf(rows, asked);
  const {kolmogorovSmirnov, chiSquare, cells} = calibration(scores);
  const counted = bins.map(({middle, from, to}): Mark & {expected: number; deviation: number} => {
    const p = shareWithin(from, to);
    return {
      x: middle,
      y: scores.filter(({z}) => z >= from && z < to).length,
      expected: p * scores.length,
      deviation: Math.sqrt(scores.length * p * (1 - p))
    };
  });
  return {
    title: "Scores of all simulations under fresh seeds, against the standard normal law",
    caption: `Dots: how many of the ${scores.length} scores fell into each half unit; line: how many a standard normal law puts there; band: ± one standard deviation. The outermost dots count all that lies beyond. Kolmogorov–Smirnov $p = ${pValue(kolmogorovSmirnov.pValue)}$, $χ^2$ over ${cells} equally likely cells $p = ${pValue(chiSquare.pValue)}$.`,
    description:
      "Counts of scores between minus five and five with the bell curve expected of them; they leave the curve when the predictions are made too large.",
    shape: 0.46,
    x: {
      label: "score $z$, standard errors",
      column: "score",
      domain: [-farthest, farthest],
      ticks: [-4, -2, 0, 2, 4]
    },
    y: {label: "number of scores", column: "count"},
    panels: [
      {
        series: [
          {
            is: "exact",
            name: "one standard deviation",
            as: "band",
            label: false,
            marks: counted.map(({x, expected, deviation}) => ({
              x,
              low: Math.max(0, expected - deviation),
              high: expected + deviation
            }))
          },
          {
            is: "exact",
            name: "standard normal",
            marks: curve(
              z => scores.length * shareWithin(z - width / 2, z + width / 2),
              [-farthest, farthest],
              {points: 101}
            ),
            near: 0.62
          },
          {
            is: "measured",
            name: "scores",
            marks: counted.map(({x, y, expected}) => ({x, y, expected})),
            near: 0.35
          }
        ]
      }
    ]
  };
}

/** The scores claim by claim, the least likely first. */
export const byLikelihood = (scores: readonly Score[]): ClaimCalibration[] =>
  [...calibration(scores).byClaim].sort((a, b) => a.pValue - b.pValue);

export const claimColumns: readonly TableColumn<ClaimCalibration>[] = [
  {header: "claim", value: row => row.claim, text: true},
  {header: "seeds", value: row => whole(row.seeds)},
  {header: "mean score", value: row => signed(row.mean, 2)},
  {header: "furthest", value: row => signed(row.extreme, 2)},
  {header: "$p$", value: row => pValue(row.pValue)},
  {header: "$p$, Bonferroni", value: row => pValue(row.adjusted)}
];

/** What lies beyond three standard errors, how many a normal law puts there, and claims whose p is too small. */
export function outliers(scores: readonly Score[]) {
  const worth = 0.01;
  return {
    worth,
    expected: 2 * normalCdf(-3) * scores.length,
    beyond: scores.filter(({z}) => Math.abs(z) > 3),
    outside: calibration(scores)
      .byClaim.filter(({adjusted}) => adjusted < worth)
      .map(({claim}) => claim)
  };
}

/** Claims of a document with the mutants and scaled predictions that its checks were given, and refused. */
export interface Kills
  extends Readonly<
    Record<"claims" | "mutants" | "refused" | "scaled" | "scaledRefused", number | bigint>
  > {
  readonly document: string;
}

export const killColumns: readonly TableColumn<Kills>[] = [
  {header: "document", value: row => documentNames[row.document], text: true},
  {header: "claims", value: row => String(row.claims)},
  {header: "mutants", value: row => String(row.mutants)},
  {header: "refused", value: row => String(row.refused)},
  {header: "scaled up", value: row => String(row.scaled)},
  {header: "refused", value: row => String(row.scaledRefused)}
];

/** A claim whose printed number of replicates resolves less, and the factor that it does resolve. */
export interface Coarse {
  readonly label: string;
  readonly document: string;
  readonly scaledBy: number;
}

export const coarseColumns: readonly TableColumn<Coarse>[] = [
  {header: "claim", value: row => row.label, text: true},
  {header: "document", value: row => documentNames[row.document], text: true},
  {header: "$f$", value: row => percent(row.scaledBy - 1)}
];

/** A kind of independent route, and how many there are. */
export interface Method {
  readonly route: string;
  readonly claims: number | bigint;
}

export const methodColumns: readonly TableColumn<Method>[] = [
  {header: "route", value: row => row.route, text: true},
  {header: "routes of this kind", value: row => String(row.claims)}
];
