import {type Chart, curve, type Series} from "../../components/chart/declaration.js";
import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {rotatedCovariance} from "../../lib/linalg/rotatedCovariance.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {diagonal} from "../diagonal.js";
import {score} from "../scores.js";

/** What the sweep ran. */
export interface TiltedRun {
  readonly curvatures: readonly number[];
  readonly noiseVariances: readonly number[];
  readonly batchSize: number;
}

/** An entry of the covariance at one angle and step. */
export interface EntryRow
  extends Readonly<
    Record<
      "angle" | "learningRate" | "row" | "column" | "measured" | "standardError" | "expected",
      number
    >
  > {}

const entries = ["stiff", "mixed", "flat"] as const;

/** Entries as marks over the step, with what the continuous limit has for them. */
export const entryMarks = (
  rows: readonly EntryRow[],
  {curvatures, noiseVariances: [along, across], batchSize}: TiltedRun
) =>
  rows.map(({angle, learningRate, row, column, measured, standardError, expected}) => ({
    x: learningRate,
    y: measured,
    standardError,
    expected,
    angle,
    entry: row + column - 2,
    continuous: ouCovariance({
      hessian: diagonal(curvatures),
      noise: rotatedCovariance([along, across], angle).div(batchSize),
      learningRate
    }).get(row - 1, column - 1)
  }));

export type EntryMark = ReturnType<typeof entryMarks>[number];

/** The marks with the continuous limit for what is expected. */
export const againstLimit = (marks: readonly EntryMark[]): EntryMark[] =>
  marks.map(mark => ({...mark, expected: mark.continuous}));

/** The largest standard error in units of its entry. */
export const coarsest = (marks: readonly EntryMark[]): number =>
  Math.max(...marks.map(({standardError, expected}) => standardError / Math.abs(expected)));

/** What an entry gains over its continuous limit at a step, from its two curvatures. */
const gain = (h: number, g: number) => (step: number) => (h + g) / (h + g - step * h * g);

/** The measured covariance over its continuous limit, against the step. */
export function overLimit(rows: readonly EntryRow[], run: TiltedRun): Chart {
  const [stiff, flat] = run.curvatures;
  const pairs = [
    [stiff, stiff],
    [stiff, flat],
    [flat, flat]
  ];
  const marks = entryMarks(rows, run);
  const ends: [number, number] = [0.05, 1.95];
  return {
    title: "Measured covariance over its continuous limit",
    caption:
      "Dots: three angles of the noise at each step, 95 % bars mostly hidden by them; solid: the exact ratio; dashed: where everything would lie if the continuous limit were the law. Only the stiff entry diverges at the edge.",
    description:
      "Three rising curves on a logarithmic axis: the stiff one reaches many times the continuous value at the last step, the flat and the mixed one hardly leave it.",
    x: {label: "step $ηλ_{max}$", column: "step", domain: [0, 2], ticks: 5},
    y: {
      label: "measured over continuous",
      column: "ratio",
      scale: "log",
      domain: [0.9, 60],
      ticks: [1, 2, 5, 10, 20, 50]
    },
    panels: [
      {
        series: [
          {
            is: "continuous",
            name: "continuous limit",
            marks: curve(() => 1, [0, 2], {points: 2}),
            near: 0.12
          },
          ...entries.flatMap((name, entry): Series[] => [
            {
              is: "exact",
              name,
              marks: curve(gain(pairs[entry][0], pairs[entry][1]), ends, {points: 191}),
              near: 0.93
            },
            {
              is: "measured",
              name: `measured, ${name}`,
              label: false,
              marks: marks
                .filter(mark => mark.entry === entry)
                .map(({x, y, standardError, expected, continuous, angle}) => ({
                  x,
                  y: y / continuous,
                  standardError: standardError / Math.abs(continuous),
                  expected: expected / continuous,
                  angle
                }))
            }
          ])
        ]
      }
    ]
  };
}

/** The angle that the table shows. */
export const tableAngle = 40;

/** Its entries, step by step. */
export const tableLines = (marks: readonly EntryMark[]): EntryMark[] =>
  marks
    .filter(({angle}) => angle === tableAngle)
    .toSorted((p, q) => p.x - q.x || p.entry - q.entry);

export const tableColumns: readonly TableColumn<EntryMark>[] = [
  {header: "$ηλ_{max}$", value: ({x}) => fixed(x, 2)},
  {header: "entry", value: ({entry}) => entries[entry], text: true},
  {header: "continuous", value: ({continuous}) => fixed(1e3 * continuous, 3)},
  {header: "exact", value: ({expected}) => fixed(1e3 * expected, 3)},
  {
    header: "measured ± s.e.",
    value: ({y, standardError}) => withError(1e3 * y, 1e3 * standardError, 3)
  },
  {header: "$z$, exact", value: mark => signed(score(mark))},
  {
    header: "$z$, continuous",
    value: mark => signed(score({...mark, expected: mark.continuous}))
  }
];

/** What the table is. */
export const tableLabel = `Stationary covariance at $φ$ = ${tableAngle}°, in units of $10^{−3}$`;
