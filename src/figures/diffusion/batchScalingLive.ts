import {atSteps, type Chart, type Mark, type Series} from "../../components/chart/declaration.js";
import type {LiveCell} from "../../lib/simulate/liveRun.js";
import type {SweepSpec} from "../../lib/simulate/spec.js";
import {type Estimate, estimate} from "../../lib/simulate/summary.js";
import {modeVariance, ouModeVariance} from "../../lib/stationary/modeVariance.js";
import {directions, type ScalingRun} from "./batch-scaling.js";

/** The controls of the live run; the flat curvature begins at that of the sweep. */
export const liveControls = ({hessianEigenvalues}: ScalingRun) => ({
  rate: {label: "Learning rate $η$", min: 0.05, max: 1.95, step: 0.05, value: 1},
  batch: {
    label: "Batch size $b$",
    min: 0,
    max: 9,
    step: 1,
    value: 5,
    format: (k: number) => String(2 ** k)
  },
  flat: {
    label: "Flat curvature $h_2$",
    min: 0.02,
    max: 1,
    step: 0.02,
    value: hessianEigenvalues[1]
  }
});

/** What the controls say. */
type Asked = Readonly<Record<"rate" | "batch" | "flat", number>>;

/** Runs of the live sweep. */
export const liveReplicates = 1000;

/** The live run: from the minimum, until the flat direction has settled. */
export function liveSpec({rate, batch, flat}: Asked, run: ScalingRun): SweepSpec {
  const b = 2 ** batch;
  return {
    experiment: "batch-scaling: live",
    seed: 1,
    replicates: liveReplicates,
    cells: [
      {
        parameters: {b, eta: rate, h: flat},
        form: "eulerMaruyama",
        hessianEigenvalues: [run.hessianEigenvalues[0], flat],
        noiseFactor: {diagonal: [1, 1]},
        batchSize: b,
        learningRate: rate,
        steps: 100 * Math.max(1, Math.ceil(2.5 / (rate * flat) / 100))
      }
    ]
  };
}

/** Variances over the replicates after so many steps, times bh. */
interface LiveFrame {
  readonly step: number;
  readonly variances: readonly Estimate[];
}

/** What a frame of the live run says of its variances. */
export const frameOf =
  ({cells: [{hessianEigenvalues: curvatures, batchSize = 1}]}: SweepSpec) =>
  ([{step, states}]: readonly LiveCell[]): LiveFrame => ({
    step,
    variances: curvatures.map((h, i) =>
      estimate(
        Float64Array.from(
          {length: states.length / curvatures.length},
          (_, r) => batchSize * h * states[curvatures.length * r + i] ** 2
        )
      )
    )
  });

/** The variance of both directions as it grows: live frames on the exact curves, times bh. */
export function growth(
  {cells: [{hessianEigenvalues, steps}]}: SweepSpec,
  {rate: learningRate}: Pick<Asked, "rate">,
  frames: readonly LiveFrame[]
): Chart {
  const modeOf = (curvature: number) => ({
    curvature,
    noise: (2 * curvature) / learningRate,
    learningRate
  });
  const along = (law: typeof modeVariance, h: number): Mark[] =>
    atSteps(step => law(modeOf(h), step), steps);
  const lines = hessianEigenvalues.map(h => ({
    exact: along(modeVariance, h),
    continuous: along(ouModeVariance, h)
  }));
  const highest = Math.max(
    ...lines.flatMap(({exact, continuous}) => [...exact, ...continuous].map(({y = 0}) => y))
  );
  return {
    title: "The variance as it grows",
    caption:
      "Dots: the variance over the replicates now, with 95 % bars; solid: exact after as many steps; dashed: the diffusion after the same time. All times $bh$.",
    description:
      "Two rising curves, stiff and flat, with the simulated variances on the exact ones.",
    x: {label: "steps", column: "steps", domain: [0, steps], ticks: 5},
    y: {label: "variance times $bh$", column: "variance", domain: [0, 1.25 * highest]},
    panels: [
      {
        series: lines.flatMap(({exact, continuous}, i): Series[] => [
          {
            is: "continuous",
            name: `diffusion, ${directions[i]}`,
            label: false,
            marks: continuous
          },
          {is: "exact", name: directions[i], marks: exact, near: i === 0 ? 0.3 : 0.15},
          {
            is: "measured",
            name: `now, ${directions[i]}`,
            label: false,
            second: i === 1,
            marks: frames.map(({step, variances}) => ({
              x: step,
              y: variances[i].mean,
              standardError: variances[i].standardError,
              expected: modeVariance(modeOf(hessianEigenvalues[i]), step)
            }))
          }
        ])
      }
    ]
  };
}
