import {type Chart, curve} from "../../components/chart/declaration.js";
import {fixed, percent, scientific, whole} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {timeAverage} from "../../lib/stationary/timeAverage.js";
import {probabilityWithin} from "../../lib/statistics/probabilityWithin.js";
import {directions, type ScalingRow, type ScalingRun} from "../diffusion/batch-scaling.js";

/** What Experiment 1 ran. */
export interface PromiseRun extends ScalingRun {
  readonly timeStep: number;
  readonly b: readonly number[];
  readonly steps: number;
  readonly burnIn: number;
  readonly replicates: number;
}

/** What is promised: "to <1 %". */
export const printedTolerance = 0.01;

/** How often and how long a variance is measured, and what it is compared with. */
export interface Reading {
  readonly replicates: number;
  readonly steps: number;
  readonly continuous: boolean;
}

const replicateCounts = [
  20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000
];
const stepCounts = [1, 10, 100, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 195_000];
const benchmarks = ["discrete (49)", "continuous (48)"];

/** The controls of the promise. */
export const promiseControls = {
  replicates: {
    label: "Replicates",
    min: 0,
    max: replicateCounts.length - 1,
    step: 1,
    value: 4,
    format: (k: number) => whole(replicateCounts[k])
  },
  steps: {
    label: "Steps averaged",
    min: 0,
    max: stepCounts.length - 1,
    step: 1,
    value: stepCounts.length - 1,
    format: (k: number) => whole(stepCounts[k])
  },
  benchmark: {label: "Compared with", options: benchmarks, value: benchmarks[0]},
  tolerance: {
    label: "Promise, %",
    min: 0.2,
    max: 5,
    step: 0.1,
    value: 100 * printedTolerance,
    format: (x: number) => fixed(x, 1)
  }
};

/** What the controls say. */
export interface Chosen extends Readonly<Record<"replicates" | "steps" | "tolerance", number>> {
  readonly benchmark: string;
}

const readingOf = ({replicates, steps, benchmark}: Chosen): Reading => ({
  replicates: replicateCounts[replicates],
  steps: stepCounts[steps],
  continuous: benchmark === benchmarks[1]
});

/** The relative bias and standard error of a measured variance, by the direction; both predictions have the batch size in common. */
function estimates({replicates, steps, continuous}: Reading, run: PromiseRun) {
  const rate = run.learningRate * run.timeStep;
  return run.hessianEigenvalues.map(h => {
    const ratio = 1 / (1 - (rate * h) / 2);
    const {standardDeviation} = timeAverage({
      decays: [1 - rate * h],
      covariance: [[1]],
      steps,
      entry: [0, 0]
    });
    const relative = standardDeviation / Math.sqrt(replicates);
    return {bias: continuous ? ratio - 1 : 0, error: (continuous ? ratio : 1) * relative};
  });
}

/** The probability that the variances at all batch sizes lie within the tolerance. */
export const probabilityKept = (reading: Reading, tolerance: number, run: PromiseRun): number =>
  probabilityWithin(tolerance, estimates(reading, run)) ** run.b.length;

/** A probability as a sentence has it. */
const probability = (p: number) => (p > 0 && p < 1e-4 ? scientific(p, 0) : fixed(p, 3));

/** The law of one measured variance relative to its prediction, and what the promise allows. */
export function lawOfDeviation(chosen: Chosen, run: PromiseRun): Chart {
  const reading = readingOf(chosen);
  const allowed = chosen.tolerance / 100;
  const laws = estimates(reading, run);
  const widest =
    1.15 * Math.max(allowed, ...laws.map(({bias, error}) => Math.abs(bias) + 3 * error));
  // Room for a label above the curves.
  const highest = 1.2;
  return {
    title: "Where one measured variance will lie, relative to its prediction",
    caption: `Solid: the law of the relative deviation in the stiff and in the flat direction, exact standard errors, scaled to height 1. Shaded: what the promise allows. The probability that all ${laws.length * run.b.length} variances keep it is ${probability(probabilityKept(reading, allowed, run))}.`,
    description: "Two bell curves over the relative deviation with a shaded band around zero.",
    shape: 0.38,
    x: {
      label: "relative deviation",
      column: "deviation",
      domain: [-widest, widest],
      ticks: 5,
      format: "percent"
    },
    y: {
      label: "density over its highest value",
      column: "height",
      domain: [0, highest],
      ticks: [0, 0.5, 1]
    },
    panels: [
      {
        series: [
          {
            is: "reference",
            name: "what the promise allows",
            as: "band",
            label: false,
            marks: [-allowed, allowed].map(x => ({x, low: 0, high: highest}))
          },
          {is: "reference", name: "prediction", label: false, marks: [{x: 0}]},
          ...laws.map(
            ({bias, error}, i) =>
              ({
                is: "exact",
                name: directions[i],
                near: i === 0 ? 0.5 : 0.65,
                marks: curve(
                  x => Math.exp((-0.5 * (x - bias) ** 2) / error ** 2),
                  [bias - 4.5 * error, bias + 4.5 * error],
                  {points: 121}
                )
              }) as const
          )
        ]
      }
    ]
  };
}

/** A reading of the promise, and the largest deviation that our sweep has under it. */
export interface ReadingLine extends Reading {
  readonly how: string;
  readonly laws: ReturnType<typeof estimates>;
  readonly kept: number;
  readonly largest: number;
}

/** The four readings: time averages or last states, against either prediction. */
export function fourReadings(rows: readonly ScalingRow[], run: PromiseRun): ReadingLine[] {
  return [false, true].flatMap(last =>
    [false, true].map(continuous => {
      const {replicates, steps, burnIn} = run;
      const reading = {replicates, steps: last ? 1 : steps - burnIn, continuous};
      const deviation = (row: ScalingRow) => {
        const limit = continuous
          ? 1 - (run.learningRate * run.timeStep * run.hessianEigenvalues[row.coordinate - 1]) / 2
          : 1;
        return Math.abs((last ? row.finalVariance : row.variance) / (limit * row.expected) - 1);
      };
      return {
        ...reading,
        how: `${last ? "last states" : "time averages"}, against ${continuous ? "the continuous (48)" : "the discrete (49)"}`,
        laws: estimates(reading, run),
        kept: probabilityKept(reading, printedTolerance, run),
        largest: Math.max(...rows.map(deviation))
      };
    })
  );
}

/** The columns of the four readings. */
export const readingColumns = ({
  replicates
}: Pick<PromiseRun, "replicates">): readonly TableColumn<ReadingLine>[] => [
  {header: `reading, ${replicates} replicates`, value: row => row.how, text: true},
  {header: "s.e. stiff", value: row => percent(row.laws[0].error, 2)},
  {header: "s.e. flat", value: row => percent(row.laws[1].error, 2)},
  {header: "bias stiff", value: row => percent(row.laws[0].bias, 2)},
  {header: `P(all < ${percent(printedTolerance, 0)})`, value: row => scientific(row.kept)},
  {header: "largest measured", value: row => percent(row.largest, 2)}
];
