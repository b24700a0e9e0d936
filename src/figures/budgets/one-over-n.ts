import type {Chart, Mark, Series} from "../../components/chart/declaration.js";
import {fixed, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {averagedIterate} from "../../lib/budgets/averagedIterate.js";
import {robbinsMonroProduct} from "../../lib/budgets/robbinsMonroProduct.js";
import {iterateCovariance} from "../../lib/stationary/iterateCovariance.js";
import {score} from "../scores.js";
import {curvatures, steepest} from "./curvatures.js";
import {
  batchSize,
  type DecayingRun,
  perUpdate,
  printedBound,
  sharpConstant,
  table5
} from "./decayingSteps.js";

/** What the sweep of three estimators ran. */
export interface CallsRun {
  readonly distances: readonly number[];
  /** ηλmax of the averaged run, and the share of it that is dropped. */
  readonly rateTimesCurvature: number;
  readonly dropped: number;
}

/** The risk of an estimator. */
export interface CalledRow
  extends Readonly<Record<"distance" | "steps" | "risk" | "standardError" | "expected", number>> {
  readonly estimator: keyof typeof estimators;
}

/** What is made of the same gradients, in words. */
export const estimators = {
  last: "last iterate",
  average: "average of iterates",
  newton: "Newton steps"
} as const;

/** The controls of the schedule. */
export const scheduleControls = {
  eta0: {
    label: "$η_0$ of the steps $η_0/(t + t_0)$",
    min: 0.1,
    max: 3,
    step: 0.05,
    value: 1.2,
    format: (x: number) => fixed(x, 2)
  },
  offset: {label: "$t_0$", min: 10, max: 200, step: 10, value: 50},
  start: {
    label: "Start, from the minimum",
    min: 0,
    max: 0.3,
    step: 0.05,
    value: 0,
    format: (x: number) => fixed(x, 2)
  }
};

/** What the controls say. */
export type Asked = Readonly<Record<keyof typeof scheduleControls, number>>;

/** Steps at which the curves are drawn, four to an octave. */
const shown = Array.from({length: 22}, (_, k) => Math.round(300 * 2 ** (k / 4)));
const noise = perUpdate("anisotropic");
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const scaled = (T: number, risk: number): Mark => ({x: batchSize * T, y: batchSize * T * risk});

/** N times risk of the last iterate: its variances along the axes of H obey recursions of their own. */
function lastIterate({eta0, offset, start}: Asked): Mark[] {
  const learningRate = (t: number) => eta0 / (t + offset);
  const parts = curvatures.map((h, i) => {
    const variances = iterateCovariance({
      curvatures: [h],
      noise: [[noise[i][i]]],
      learningRate,
      steps: shown
    });
    // Factors 1 − η₀h/(t + t₀) from t = 0 on are those of the product from t₀ on.
    const means = robbinsMonroProduct({
      a: eta0 * h,
      c0: 0,
      from: offset,
      to: shown.map(T => T + offset)
    });
    return shown.map((_, k) => h * (variances[k].get(0, 0) + (means[k] * start) ** 2));
  });
  return shown.map((T, k) => scaled(T, sum(parts.map(part => part[k]))));
}

type Averages = readonly {readonly spread: number; readonly offset: number}[];
const known = new Map<string, Averages>();

/** Risk of the average by where it comes from: the noise, and a start at distance one. */
function averages({rateTimesCurvature, dropped}: CallsRun): Averages {
  const key = `${rateTimesCurvature} ${dropped}`;
  const made =
    known.get(key) ??
    shown.map(T => {
      const {mean, covariance} = averagedIterate({
        curvatures,
        noise,
        learningRate: rateTimesCurvature / steepest,
        steps: T,
        burnIn: Math.floor(T * dropped),
        initial: curvatures.map(() => 1)
      });
      return {
        spread: sum(curvatures.map((h, i) => h * covariance.get(i, i))),
        offset: sum(curvatures.map((h, i) => h * mean[i] ** 2))
      };
    });
  known.set(key, made);
  return made;
}

/** A row as a mark, N times risk. */
function markOf({steps, risk, standardError, expected}: CalledRow) {
  const N = batchSize * steps;
  return {x: N, y: N * risk, standardError: N * standardError, expected: N * expected};
}

/** N times risk of three estimators from the same oracle calls. */
export function threeEstimators(
  rows: readonly CalledRow[],
  asked: Asked,
  {calls, decaying}: {readonly calls: CallsRun; readonly decaying: DecayingRun}
): Chart {
  const asPrinted = asked.eta0 === decaying.eta0 && asked.offset === decaying.offset;
  const [low, high] = [2e4, 8e5];
  const own = rows
    .filter(row => row.distance === asked.start && (asPrinted || row.estimator !== "last"))
    .map(markOf)
    .filter(({x}) => x >= low && x <= high);
  const lines = table5([], decaying).filter(line => line.noise === "anisotropic");
  const measured: Series = {is: "measured", name: "measured", marks: own, label: false};
  const printed: Series = {
    is: "printed",
    name: "Table 5",
    // Beside our own at the same N.
    marks: lines.map(({N, printed: y}) => ({x: 1.07 * N, y, N})),
    near: 0.3
  };
  return {
    title: "$N$ times risk, three estimators from the same oracle calls",
    caption: `Solid: exact expectations; dots with 95 % bars: measured (for the starts ${calls.distances.join(" and ")}, and the printed schedule); diamonds: Table 5, anisotropic, and the lower bound that the paper sets beside it. The average of iterates and Newton steps lie below that bound.`,
    description:
      "On logarithmic axes the last iterate lies above the printed lower bound, the average of iterates and Newton steps below it.",
    shape: 0.54,
    x: {
      label: "oracle calls $N$",
      column: "calls",
      scale: "log",
      domain: [low, high],
      ticks: [2e4, 5e4, 1e5, 2e5, 5e5]
    },
    y: {
      label: "$N$ × risk",
      column: "scaledRisk",
      scale: "log",
      domain: [2.5, 40],
      ticks: [3, 5, 10, 20, 30]
    },
    panels: [
      {
        series: [
          {is: "exact", name: estimators.last, marks: lastIterate(asked), near: 0.85},
          {
            is: "exact",
            name: estimators.average,
            marks: averages(calls).map(({spread, offset}, k) =>
              scaled(shown[k], spread + offset * asked.start ** 2)
            ),
            near: 0.85
          },
          {
            is: "exact",
            name: estimators.newton,
            marks: [low, high].map(x => ({x, y: sharpConstant})),
            near: 0.85
          },
          ...(own.length > 0 ? [measured] : []),
          {
            is: "printed",
            name: "printed lower bound, $d$",
            marks: lines.map(({N}) => ({x: N, y: printedBound})),
            near: 0
          },
          ...(asPrinted ? [printed] : [])
        ]
      }
    ]
  };
}

export const estimatorColumns: readonly TableColumn<CalledRow>[] = [
  {header: "estimator", value: row => estimators[row.estimator], text: true},
  {header: "start", value: row => fixed(row.distance, 1)},
  {header: "$N$", value: row => whole(batchSize * row.steps)},
  {header: "predicted", value: row => fixed(markOf(row).expected, 3)},
  {
    header: "measured ± s.e.",
    value: row => withError(markOf(row).y, markOf(row).standardError, 3)
  },
  {header: "$z$", value: row => signed(scoreOf(row))}
];

const scoreOf = (row: CalledRow) => score(markOf(row));

/** The largest |z| of all rows. */
export const worstScore = (rows: readonly CalledRow[]): number =>
  Math.max(...rows.map(row => Math.abs(scoreOf(row))));
