import {type Chart, curve, type Mark, type Series} from "../../components/chart/declaration.js";
import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {principalAngle, rotatedCovariance} from "../../lib/linalg/rotatedCovariance.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {diagonal} from "../diagonal.js";
import {ring} from "../ring.js";
import {score} from "../scores.js";

/** What the sweep ran. */
export interface TurnedRun {
  readonly curvatures: readonly number[];
  readonly noiseVariances: readonly number[];
  readonly learningRate: number;
  readonly timeStep: number;
  readonly batchSize: number;
}

/** An entry of the covariance at one angle and batch size, as the sweep measured it. */
export interface SweptRow
  extends Readonly<
    Record<
      | "angle"
      | "b"
      | "row"
      | "column"
      | "measured"
      | "standardError"
      | "expected"
      | "spread"
      | "final"
      | "finalError",
      number
    >
  > {}

/** The last angle of the paper's text, in degrees. */
export const printedAngle = 60;
/** The lowest tick of the paper's Figure 7 for the stiff variance. */
export const printedTick = 0.012;

/** The variances of the noise along its axes. */
export const noiseAxes = ({noiseVariances: [along, across]}: TurnedRun): [number, number] => [
  along,
  across
];

/** The rate of one step. */
export const rateOf = ({learningRate, timeStep}: TurnedRun) => learningRate * timeStep;

const problemOf = (run: TurnedRun, noise: ReturnType<typeof rotatedCovariance>, b: number) => ({
  hessian: diagonal(run.curvatures),
  noise: noise.mul(2 / (rateOf(run) * b)),
  learningRate: rateOf(run)
});

const turned = (run: TurnedRun, angle: number, b = run.batchSize) =>
  problemOf(run, rotatedCovariance(noiseAxes(run), angle), b);

/** The stationary covariance with the noise at an angle. */
export const exactAt = (run: TurnedRun, angle: number, b?: number) =>
  sgdCovariance(turned(run, angle, b));

/** The same in continuous time. */
export const continuousAt = (run: TurnedRun, angle: number, b?: number) =>
  ouCovariance(turned(run, angle, b));

/** The stationary covariance under isotropic noise of the same trace. */
export function isotropic(run: TurnedRun) {
  const [along, across] = noiseAxes(run);
  const mean = (along + across) / 2;
  return sgdCovariance(problemOf(run, rotatedCovariance([mean, mean], 0), run.batchSize));
}

/** The name of an entry, by the sum of its indices from zero. */
export const entryNames = [
  "stiff variance, $Σ_{11}$",
  "covariance, $Σ_{12}$",
  "flat variance, $Σ_{22}$"
] as const;
const entrySymbols = ["$Σ_{11}$", "$Σ_{12}$", "$Σ_{22}$"];

/** An entry as a mark, with what the continuous equation has for it. */
export const sweptMarks = (rows: readonly SweptRow[], run: TurnedRun) =>
  rows.map(({angle, b, row, column, measured, standardError, expected, ...rest}) => ({
    ...rest,
    x: angle,
    y: measured,
    standardError,
    expected,
    b,
    entry: row + column - 2,
    continuous: continuousAt(run, angle, b).get(row - 1, column - 1)
  }));

export type SweptMark = ReturnType<typeof sweptMarks>[number];

/** The entries at the batch size of the paper's figures. */
export const ofPrintedBatch = (marks: readonly SweptMark[], {batchSize}: TurnedRun): SweptMark[] =>
  marks.filter(({b}) => b === batchSize);

/** The distance of a mark from the continuous equation, in standard errors. */
export const fromContinuous = (mark: SweptMark): number =>
  score({...mark, expected: mark.continuous});

const ends: [number, number] = [0, 90];

/** The three entries of the covariance over those of isotropic noise, as the noise turns. */
export function overIsotropic(rows: readonly SweptRow[], run: TurnedRun): Chart {
  const white = isotropic(run);
  const [stiff, flat] = [white.get(0, 0), white.get(1, 1)];
  const units = [stiff, Math.sqrt(stiff * flat), flat];
  const [along, across] = noiseAxes(run);
  const marks = ofPrintedBatch(sweptMarks(rows, run), run);
  const exact = (entry: number) =>
    curve(angle => exactAt(run, angle).get(entry >> 1, (entry + 1) >> 1) / units[entry], ends, {
      points: 91
    });
  const mixed = Math.max(...exact(1).map(({y = 0}) => y));
  const measured = (entry: number): Mark[] =>
    marks
      .filter(mark => mark.entry === entry)
      .map(({x, y, standardError, expected}) => ({
        x,
        y: y / units[entry],
        standardError: standardError / units[entry],
        expected: expected / units[entry]
      }));
  return {
    title: "Stationary covariance over that of isotropic noise",
    caption:
      "Dots: measured, error bars within them; solid: exact; dotted: isotropic noise of the same trace, for which nothing depends on $φ$. The covariance is divided by the root of the two isotropic variances. The variances mirror each other: what one direction loses relative to isotropic noise the other gains. The covariance is zero at 0° and at 90°.",
    description: `Against the angle of the noise the stiff variance falls from ${along} to ${across}, the flat one rises from ${across} to ${along}, crossing at 45 degrees, and the covariance makes an arch up to ${fixed(mixed, 2)}.`,
    shape: 0.5,
    x: {
      label: "noise turned by $φ$, degrees",
      column: "angle",
      domain: ends,
      ticks: [0, 15, 30, 45, 60, 75, 90]
    },
    y: {label: "over isotropic", column: "ratio", domain: [-0.06, 1.62], ticks: 5},
    panels: [
      {
        series: [
          {
            is: "surrogate",
            name: "isotropic",
            as: "rule",
            label: false,
            marks: [{y: 0}, {y: 1}]
          },
          {
            is: "reference",
            name: `the text ends at ${printedAngle}°`,
            marks: [{x: printedAngle}],
            near: 0.02
          },
          ...entryNames.flatMap((name, entry): Series[] => [
            {is: "exact", name, marks: exact(entry), near: [0.85, 0.5, 0.85][entry]},
            {
              is: "measured",
              name: `measured ${plainName(entry)}`,
              label: false,
              marks: measured(entry)
            }
          ])
        ]
      }
    ]
  };
}

const plainName = (entry: number) => entryNames[entry].replace(/,.*/, "");

/** The angles whose ellipses are drawn. */
const shown = [0, 30, printedAngle];

/** 95 % ellipses at three angles, the flat direction upright. */
export function ellipses(rows: readonly SweptRow[], run: TurnedRun): Chart {
  const marks = ofPrintedBatch(sweptMarks(rows, run), run);
  const measured = (angle: number) => {
    const [stiff, mixed, flat] = [0, 1, 2].map(
      entry => marks.find(({x, entry: e}) => x === angle && e === entry)?.y ?? 0
    );
    return [
      [stiff, mixed],
      [mixed, flat]
    ];
  };
  const arrow = (angle: number): Mark[] => [
    {x: 0, y: 0},
    {
      x: 0.44 * Math.cos((angle * Math.PI) / 180),
      y: 0.44 * Math.sin((angle * Math.PI) / 180)
    }
  ];
  return {
    title: `95 % ellipses at three angles, $b = ${run.batchSize}$`,
    caption: `Dots: from the measured covariance; solid: exact; dotted: isotropic surrogate; arrow: direction of the strong noise. Both axes have the same scale. The noise turns by ${printedAngle}°; the cloud changes its width and tilts by a few degrees.`,
    description:
      "Three panels with an upright ellipse each. It widens from left to right by little and leans slightly in the second and the third panel, the dotted ellipse is the same upright one in all panels.",
    square: true,
    x: {label: "stiff direction", short: "stiff", column: "stiff", domain: [-0.5, 0.5], ticks: 3},
    y: {label: "flat direction", short: "flat", column: "flat", domain: [-1.15, 1.15], ticks: 5},
    panels: shown.map(angle => ({
      name: `$φ$ = ${angle}°`,
      series: [
        {
          is: "exact",
          name: "direction of the strong noise",
          as: "arrow",
          second: true,
          label: false,
          marks: arrow(angle)
        },
        {
          is: "surrogate",
          name: "isotropic",
          as: "loop",
          label: false,
          marks: ring(isotropic(run))
        },
        {is: "exact", name: "exact", as: "loop", label: false, marks: ring(exactAt(run, angle))},
        {
          is: "measured",
          name: "measured",
          as: "points",
          label: false,
          marks: ring(measured(angle), {points: 12})
        }
      ]
    }))
  };
}

/** The angle at which the long axis of the cloud leaves the flat direction most, and by how much, in degrees. */
export function mostLean(run: TurnedRun): {readonly angle: number; readonly lean: number} {
  const all = Array.from({length: 91}, (_, angle) => ({
    angle,
    lean: 90 - principalAngle(exactAt(run, angle))
  }));
  return all.reduce((p, q) => (q.lean > p.lean ? q : p));
}

/** The first angle at which the stiff variance is as low as the lowest tick of the paper's figure. */
export const angleOfTick = (run: TurnedRun): number | undefined =>
  Array.from({length: 91}, (_, angle) => angle).find(
    angle => exactAt(run, angle).get(0, 0) <= printedTick
  );

/** Rows of the one angle that ran at several batch sizes, entry by entry. */
export const otherBatches = (
  marks: readonly SweptMark[],
  {otherAngle}: {readonly otherAngle: number}
): SweptMark[] =>
  marks.filter(({x}) => x === otherAngle).toSorted((p, q) => p.entry - q.entry || p.b - q.b);

export const batchColumns: readonly TableColumn<SweptMark>[] = [
  {header: "entry", value: ({entry}) => entryNames[entry], text: true},
  {header: "$b$", value: ({b}) => String(b)},
  {header: "predicted × $b$", value: ({expected, b}) => fixed(expected * b, 4)},
  {
    header: "measured × $b$ ± s.e.",
    value: ({y, standardError, b}) => withError(y * b, standardError * b, 4)
  },
  {header: "$z$", value: mark => signed(score(mark))}
];

/** The two variances every 15 degrees. */
export const varianceLines = (marks: readonly SweptMark[], run: TurnedRun): SweptMark[] =>
  ofPrintedBatch(marks, run)
    .filter(({x, entry}) => x % 15 === 0 && entry !== 1)
    .toSorted((p, q) => p.entry - q.entry || p.x - q.x);

export const varianceLabel = "Experiment 2, in units of $10^{−3}$";

export const varianceColumns: readonly TableColumn<SweptMark>[] = [
  {header: "entry", value: ({entry}) => entrySymbols[entry], text: true},
  {header: "$φ$, degrees", value: ({x}) => String(x)},
  {header: "continuous", value: ({continuous}) => fixed(1e3 * continuous, 3)},
  {header: "exact (49)", value: ({expected}) => fixed(1e3 * expected, 3)},
  {
    header: "measured ± s.e.",
    value: ({y, standardError}) => withError(1e3 * y, 1e3 * standardError, 3)
  },
  {header: "$z$, exact", value: mark => signed(score(mark))},
  {header: "$z$, continuous", value: mark => signed(fromContinuous(mark))},
  {
    header: "last states only",
    value: ({final, finalError}) => withError(1e3 * final, 1e3 * finalError, 1)
  }
];
