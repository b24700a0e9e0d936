import {pow} from "../../elementary/pow.js";
import {exitTime} from "../../escape/exitTime.js";
import {
  type BarrierProblem,
  barrierRun,
  quadraticBarrierExit
} from "../../escape/quadraticBarrierExit.js";
import {gaussianStream} from "../../random/gaussianStream.js";
import {streamState} from "../../random/stream.js";
import {estimate} from "../../simulate/summary.js";
import {integer, number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {type ExperimentHead, headOf} from "../experimentHead.js";
import {settingIn, wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** Exits over a quadratic barrier: every combination solved, those of `simulated` run as well. */
export interface KramersSpec extends ExperimentHead {
  /** Runs per simulated cell. */
  readonly replicates: number;
  readonly settings: {
    readonly steps: readonly number[];
    readonly ratios: readonly number[];
    readonly heights: readonly number[];
    readonly simulated: {
      readonly steps: readonly number[];
      readonly ratios: readonly number[];
      readonly heights: readonly number[];
    };
  };
}

interface Job {
  readonly problem: BarrierProblem;
  /** 0 where nothing is simulated. */
  readonly runs: number;
  readonly refine: boolean;
}

interface Result {
  readonly rate: number;
  readonly meanTime: number;
  /** Relative change of the rate when the nodes become 1.4 times as dense. */
  readonly refined: number;
  readonly times: readonly number[];
}

const keyOf = ({step, ratio, height}: BarrierProblem) =>
  `step=${step}, ratio=${ratio}, height=${height}`;

/**
 * One row per problem: `rate` per update and `meanTime` in updates from the well's bottom, exact;
 * `refined`, what a denser grid changes; `mean` ± `standardError` over `runs` simulated exits, both 0
 * where there are none. Scale shortens the list of runs, never below 20, and below
 * 0.1 leaves out the denser grid (`refined` is 0).
 */
export function kramersExperiment(spec: KramersSpec): Experiment<Job, Result> {
  const {name, seed, replicates, settings} = spec;
  const {steps, ratios, heights, simulated} = settings;
  const problems = heights.flatMap(height =>
    ratios.flatMap(ratio => steps.map(step => ({step, ratio, height})))
  );
  const isSimulated = ({step, ratio, height}: BarrierProblem) =>
    simulated.steps.includes(step) &&
    simulated.ratios.includes(ratio) &&
    simulated.heights.includes(height);
  const runsAt = (scale: number) => Math.max(20, Math.floor(replicates * scale));
  return {
    ...headOf(spec),
    spec: {replicates, ...settings, simulated: {...simulated}},
    jobs: scale =>
      problems.map(problem => ({
        problem,
        runs: isSimulated(problem) ? runsAt(scale) : 0,
        refine: scale >= 0.1
      })),
    describe: ({problem}) => keyOf(problem),
    cost: ({problem, runs}) => 1e6 + (runs * 7 * pow(2.8, problem.height)) / problem.step,
    run: ({problem, runs, refine}) => {
      const {rate, meanTime} = quadraticBarrierExit(problem);
      const run = barrierRun(problem);
      const times = Array.from({length: runs}, (_, replicate) =>
        exitTime(
          run,
          gaussianStream(streamState({seed, experiment: name, cell: keyOf(problem), replicate}))
        )
      );
      const refined = refine ? quadraticBarrierExit(problem, 1.4 * 3.5).rate / rate - 1 : 0;
      return {rate, meanTime: meanTime(0), refined, times};
    },
    table: results => {
      const rows = results.map((result, i) => ({
        ...problems[i],
        ...result,
        sampled: result.times.length ? estimate(result.times) : {mean: 0, standardError: 0}
      }));
      return table(rows, {
        step: number(row => row.step),
        ratio: number(row => row.ratio),
        height: number(row => row.height),
        rate: number(row => row.rate),
        meanTime: number(row => row.meanTime),
        refined: number(row => row.refined),
        mean: number(row => row.sampled.mean),
        standardError: number(row => row.sampled.standardError),
        runs: integer(row => row.times.length)
      });
    },
    expected: scale => ({
      mean: {
        standardError: "standardError",
        replicates: runsAt(scale),
        value: row => (Number(row["runs"]) > 0 ? Number(row["meanTime"]) : Number.NaN)
      }
    }),
    vary: changes =>
      kramersExperiment(
        withSettings(spec, changes, {
          ranges: {steps: settingIn("(0, 2)", x => x > 0 && x < 2), replicates: wholeFrom(20)}
        })
      )
  };
}
