import {type Chart, curve, type Mark, type Panel} from "../../components/chart/declaration.js";
import {fixed, percent, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {score} from "../scores.js";
import {shareWithin} from "../shareWithin.js";

/** A direction of a cell of the sweeps in the plane, with the exact variance after its own steps. */
export interface PlaneRow
  extends Readonly<
    Record<
      | "learningRate"
      | "coordinate"
      | "curvature"
      | "exact"
      | "continuous"
      | "variance"
      | "standardError"
      | "insideExact"
      | "insideContinuous"
      | "replicates",
      number
    >
  > {
  readonly noise: string;
  /** Nothing where the second moment grows without end. */
  readonly expected: number | null;
}

/** What those sweeps ran. */
export interface PlaneRun {
  readonly curvatures: readonly number[];
  readonly learningRates: readonly number[];
  readonly batchSize: number;
}

/** The kinds of noise by their names in the sweep. */
const kinds = {white: "white", hessian: "Hessian-shaped"} as const;

const kindOf = ({noise}: PlaneRow): string => kinds[noise as keyof typeof kinds];

/** Variance of the stiff direction over that of the flat one. */
const ratios = {
  white: (rate: number, [h, k]: readonly number[]) => (k * (2 - rate * k)) / (h * (2 - rate * h)),
  hessian: (rate: number, [h, k]: readonly number[]) => (2 - rate * k) / (2 - rate * h)
} as const;

/** The same in continuous time. */
const limits = {white: ([h, k]: readonly number[]) => k / h, hessian: () => 1} as const;

/** The step at which the long axis changes sides under white noise. */
export const turningStep = (curvatures: readonly number[]): number =>
  2 / curvatures.reduce((a, b) => a + b);

/** How much of the slowest variance the steps of a run from the minimum have built up. */
export function slowestShare({curvatures, learningRates}: PlaneRun, steps: number): number {
  const left = learningRates.flatMap(rate => curvatures.map(h => (1 - rate * h) ** (2 * steps)));
  return 1 - Math.max(...left);
}

/** Both directions of each cell. */
function pairs(rows: readonly PlaneRow[]): [PlaneRow, PlaneRow][] {
  return rows
    .filter(({coordinate}) => coordinate === 1)
    .map(stiff => {
      const flat = rows.find(
        ({coordinate, noise, learningRate}) =>
          coordinate === 2 && noise === stiff.noise && learningRate === stiff.learningRate
      );
      if (!flat) throw new RangeError(`no flat direction at the rate ${stiff.learningRate}`);
      return [stiff, flat];
    });
}

/** The measured ratio of a cell, whose directions are independent. */
function ratioMark([stiff, flat]: [PlaneRow, PlaneRow]): Mark {
  const y = stiff.variance / flat.variance;
  const relative = [stiff, flat].map(({standardError, variance}) => standardError / variance);
  return {
    x: stiff.learningRate,
    y,
    standardError: y * Math.hypot(...relative),
    expected: Number(stiff.expected) / Number(flat.expected)
  };
}

/** Variance of the stiff direction over that of the flat one against the step, a panel for each kind of noise. */
export function shape(rows: readonly PlaneRow[], {curvatures}: PlaneRun): Chart {
  const [h] = curvatures;
  const edge = 2 / h;
  const turn = turningStep(curvatures);
  return {
    title: "Variance of the stiff direction over that of the flat one, against the step",
    caption: `Curvatures ${curvatures.join(" and ")}. Dots: measured, with 95 % bars, smaller than the dots; solid: exact; dashed: continuous time, in which the step does not matter. Above 1 the stiff direction has more noise than the flat one: for white noise from $η = ${fixed(turn, 3)}$ on, for noise shaped like the Hessian at every step.`,
    description:
      "Two panels of a ratio that stays at its continuous limit for short steps and diverges at the edge of stability, with measured dots on the exact curve.",
    shape: 0.85,
    x: {label: "learning rate $η$", column: "learningRate", domain: [0, edge], ticks: 4},
    y: {
      label: "stiff variance over flat variance",
      short: "stiff over flat variance",
      column: "ratio",
      scale: "log",
      domain: [0.05, 300]
    },
    panels: (["white", "hessian"] as const).map(
      (noise): Panel => ({
        name: noise === "white" ? "white noise" : "Hessian-shaped noise",
        series: [
          ...(noise === "white"
            ? [{is: "reference", name: "round", label: false, marks: [{y: 1}]} as const]
            : []),
          {
            is: "continuous",
            name: "continuous time",
            marks: curve(() => limits[noise](curvatures), [0, edge]),
            near: 0.4
          },
          {
            is: "exact",
            name: "exact",
            // Closer and closer points towards the edge.
            marks: curve(x => x, [1e-3, 1], {points: 120, log: true}).map(({x: room = 0}) => {
              const x = edge * (1 - room);
              return {x, y: ratios[noise](x, curvatures)};
            }),
            near: 0.4
          },
          {
            is: "measured",
            name: "measured",
            label: false,
            marks: pairs(rows.filter(row => row.noise === noise)).map(ratioMark)
          }
        ]
      })
    )
  };
}

/** Share of a Gaussian in the plane within three standard deviations. */
export const withinThreeSigma = 1 - Math.exp(-(3 ** 2) / 2);

/** The cells with what their three-sigma ellipses hold, and what they should after as many steps. */
export function coverage(rows: readonly PlaneRow[]) {
  return pairs(rows).map(([stiff, flat]) => {
    const settled = [stiff, flat].map(axis => Number(axis.expected) / axis.exact);
    const expected = shareWithin(settled, 3);
    return {
      ...stiff,
      share: expected,
      mark: {
        x: stiff.learningRate,
        y: stiff.insideExact / stiff.replicates,
        expected,
        standardError: Math.sqrt((expected * (1 - expected)) / stiff.replicates)
      },
      inContinuous: stiff.insideContinuous / stiff.replicates
    };
  });
}

type Covered = ReturnType<typeof coverage>[number];

/** The white noise at the longest step. */
export function atEdge(cells: readonly Covered[]): Covered {
  return cells
    .filter(({noise}) => noise === "white")
    .reduce((last, cell) => (cell.learningRate > last.learningRate ? cell : last));
}

/** The measured variances as marks. */
export const planeMarks = (rows: readonly PlaneRow[]): Mark[] =>
  rows.map(({learningRate, variance, standardError, expected}) => ({
    x: learningRate,
    y: variance,
    standardError,
    expected: Number(expected)
  }));

export const coverageColumns: readonly TableColumn<Covered>[] = [
  {header: "noise", value: kindOf, text: true},
  {header: "$η$", value: row => fixed(row.learningRate, 2)},
  {header: "predicted, %", value: row => fixed(100 * row.share, 2)},
  {
    header: "in the exact ellipse ± s.e., %",
    value: ({mark}) => withError(100 * mark.y, 100 * mark.standardError, 2)
  },
  {header: "$z$", value: ({mark}) => signed(score(mark))},
  {header: "in the continuous one, %", value: row => fixed(100 * row.inContinuous, 1)}
];

/** Variances in units of the noise: times b where that is shaped like the Hessian. */
export function planeColumns({batchSize}: PlaneRun): readonly TableColumn<PlaneRow>[] {
  const times = (row: PlaneRow) => (row.noise === "white" ? 1 : batchSize);
  return [
    {header: "noise", value: kindOf, text: true},
    {header: "$η$", value: row => fixed(row.learningRate, 2)},
    {header: "$h$", value: row => fixed(row.curvature, 1)},
    {header: "continuous time", value: row => fixed(times(row) * row.continuous, 3)},
    {header: "exact", value: row => fixed(times(row) * row.exact, 3)},
    {
      header: "measured ± s.e.",
      value: row => withError(times(row) * row.variance, times(row) * row.standardError, 3)
    },
    {header: "$z$, exact", value: row => signed(score(planeMarks([row])[0]))},
    {
      header: "$z$, continuous",
      value: row => signed((row.variance - row.continuous) / row.standardError)
    }
  ];
}

/** What a study with more runs counts. */
export interface Counted {
  readonly inside: number;
  readonly draws: number;
}

/** The counted share within the exact ellipse, and how far it lies from two claims, in standard errors. */
export function countedShare({inside, draws}: Counted, printedShare: number) {
  const share = inside / draws;
  const law = withinThreeSigma;
  const standardError = Math.sqrt((law * (1 - law)) / draws);
  const [toLaw, toPrinted] = [law, printedShare].map(p => (share - p) / standardError);
  return {
    text: withError(100 * share, 100 * standardError, 4),
    toLaw: signed(toLaw),
    toPrinted: signed(toPrinted),
    apart: percent(printedShare - law, 2)
  };
}
