import {type Chart, curve} from "../../components/chart/declaration.js";
import {fixed} from "../../components/format.js";
import type {LiveCell} from "../../lib/simulate/liveRun.js";
import type {SweepSpec} from "../../lib/simulate/spec.js";
import {estimate} from "../../lib/simulate/summary.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";

/** The control of the many runs. */
export const runsControls = {
  rate: {
    label: "Learning rate $η$",
    min: 0.05,
    max: 1.95,
    step: 0.05,
    value: 1.5,
    format: (x: number) => fixed(x, 2)
  }
};

type Asked = Readonly<Record<keyof typeof runsControls, number>>;

/** Where the runs settle, exactly and in continuous time. */
export function settledVariance({rate: learningRate}: Asked) {
  const problem = {hessian: [[1]], noise: [[1]], learningRate};
  return {
    exact: sgdCovariance(problem).get(0, 0),
    continuous: ouCovariance(problem).get(0, 0)
  };
}

const replicates = 10_000;

/** Runs that start at three standard deviations. */
export function runsSpec(asked: Asked): SweepSpec {
  return {
    experiment: "one-dimension: live",
    seed: 1,
    replicates,
    cells: [
      {
        parameters: {eta: asked.rate},
        hessianEigenvalues: [1],
        noiseFactor: {diagonal: [1]},
        learningRate: asked.rate,
        initial: [3 * Math.sqrt(settledVariance(asked).exact)],
        steps: 100
      }
    ]
  };
}

/** Bars reach so many standard deviations to both sides. */
const [bins, reach] = [48, 4];

/** What a frame of the runs says: how many lie in each bar, and their second moment. */
export function runsFrame(asked: Asked) {
  const spread = Math.sqrt(settledVariance(asked).exact);
  return ([{step, states}]: readonly LiveCell[]) => {
    const counts = new Array<number>(bins).fill(0);
    for (const x of states) {
      const bin = Math.floor(((x / spread + reach) / (2 * reach)) * bins);
      if (bin >= 0 && bin < bins) counts[bin]++;
    }
    return {step, counts, variance: estimate(Float64Array.from(states, x => x * x))};
  };
}

/** Where the runs are now, over the two stationary laws. */
export function manyRuns(
  asked: Asked,
  now: ReturnType<ReturnType<typeof runsFrame>> | undefined
): Chart {
  const {exact, continuous} = settledVariance(asked);
  const end = reach * Math.sqrt(exact);
  const width = (2 * end) / bins;
  const bell = (variance: number) =>
    curve(
      x => Math.exp((-x * x) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance),
      [-end, end],
      {points: 161}
    );
  const bars = (now?.counts ?? []).flatMap((count, k) =>
    [k, k + 1].map(edge => ({x: edge * width - end, low: 0, high: count / replicates / width}))
  );
  return {
    title: "Many runs at once",
    caption: `Shaded: where the runs are now${now ? ` (step ${now.step})` : ""}; solid: the exact stationary law; dashed: that of continuous time. All start at three standard deviations: above $η = 1$ the whole cloud jumps from side to side while it settles.`,
    description: "A histogram of runs that settles into the wider of two bell curves.",
    x: {label: "parameter $θ$", column: "theta", domain: [-end, end], ticks: 5},
    y: {
      label: "density",
      column: "density",
      domain: [0, 1.15 / Math.sqrt(2 * Math.PI * continuous)],
      ticks: 4
    },
    panels: [
      {
        series: [
          ...(now
            ? ([{is: "measured", name: "runs now", as: "band", label: false, marks: bars}] as const)
            : []),
          {is: "continuous", name: "continuous time", marks: bell(continuous), near: 0.6},
          {is: "exact", name: "exact", marks: bell(exact), near: 0.3}
        ]
      }
    ]
  };
}
