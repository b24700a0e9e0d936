import {numberIn} from "../../check.js";
import {sin} from "../../elementary/sin.js";
import {
  descend,
  type Errors,
  flow,
  type Task,
  tangentKernelFlow
} from "../../problems/trainingRun.js";
import {wideNetwork} from "../../problems/wideNetwork.js";
import {gaussianStream} from "../../random/gaussianStream.js";
import {streamState} from "../../random/stream.js";
import {number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {type ExperimentHead, headOf} from "../experimentHead.js";
import {wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** Small networks trained for one flow time at several rates, beside the two limits of small rates. */
export interface GeneralisationSpec extends ExperimentHead {
  /** Data sets, each with its own start. */
  readonly replicates: number;
  readonly settings: {
    readonly widths: readonly number[];
    readonly rates: readonly number[];
    /** η times the number of updates. */
    readonly time: number;
    readonly samples: number;
    /** Standard deviation of the labels around sin 2x. */
    readonly noise: number;
  };
}

interface Job {
  readonly width: number;
  readonly replicate: number;
}

interface Result {
  readonly flow: Errors;
  readonly kernel: Errors & {readonly edge: number};
  readonly runs: readonly Errors[];
}

const range = 5;
const testPoints = 100;

/**
 * Rows (width, replicate, rate): `test` and `train`, mean squared errors after the time, of gradient
 * descent at the rate; `flow`, the same test error of the gradient flow; `kernel` that of the flow linearised at the
 * start; `edge` = 2/λmax of the linearisation. x ~ N(0, 1.5²), y = sin 2x + noise; tested on even points of
 * (−2.5, 2.5), without noise. All rates of a replicate share data and start. Scale shortens the
 * list of replicates, never below 4.
 *
 * @throws RangeError on a rate at which not one update fits in the time
 */
export function generalisationExperiment(spec: GeneralisationSpec): Experiment<Job, Result> {
  const {name, seed, replicates, settings} = spec;
  const {rates, time, samples, noise} = settings;
  for (const rate of rates)
    numberIn("rates", rate, `(0, time] = (0, ${time}]`, x => x > 0 && x <= time);
  const jobsAt = (scale: number): Job[] =>
    settings.widths.flatMap(width =>
      Array.from({length: Math.max(4, Math.floor(replicates * scale))}, (_, replicate) => ({
        width,
        replicate
      }))
    );
  const setting = ({width, replicate}: Job) => {
    const normal = gaussianStream(
      streamState({seed, experiment: name, cell: `width=${width}`, replicate})
    );
    const inputs = Array.from({length: samples}, () => 1.5 * normal());
    const targets = inputs.map(x => sin(2 * x) + noise * normal());
    const testInputs = Array.from(
      {length: testPoints},
      (_, i) => -range / 2 + (range * (i + 0.5)) / testPoints
    );
    const task: Task = {inputs, targets, testInputs, testTargets: testInputs.map(x => sin(2 * x))};
    const start = Float64Array.from(
      {length: 3 * width},
      (_, j) => (j < width ? 1.5 : 1) * normal()
    );
    return {task, start, network: wideNetwork(width)};
  };
  return {
    ...headOf(spec),
    spec: {replicates, ...settings},
    jobs: jobsAt,
    describe: ({width, replicate}) => `width ${width}, replicate ${replicate}`,
    cost: ({width}) => width * samples * rates.reduce((sum, rate) => sum + time / rate, 12 * time),
    run: job => {
      const {task, start, network} = setting(job);
      const limit = {time, steps: 3 * time};
      return {
        flow: flow(network, start, task, limit),
        kernel: tangentKernelFlow(network, start, task, limit),
        runs: rates.map(learningRate => descend(network, start, task, {learningRate, time}))
      };
    },
    table: (results, scale) => {
      const jobs = jobsAt(scale);
      const rows = results.flatMap(({runs, ...limits}, i) =>
        rates.map((rate, k) => ({...jobs[i], ...limits, rate, run: runs[k]}))
      );
      return table(rows, {
        width: number(row => row.width),
        replicate: number(row => row.replicate),
        rate: number(row => row.rate),
        test: number(row => row.run.test),
        train: number(row => row.run.train),
        flow: number(row => row.flow.test),
        kernel: number(row => row.kernel.test),
        edge: number(row => row.kernel.edge)
      });
    },
    vary: changes =>
      generalisationExperiment(withSettings(spec, changes, {ranges: {replicates: wholeFrom(4)}}))
  };
}
