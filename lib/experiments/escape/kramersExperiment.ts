import {exitTime} from "../../escape/exitTime.js";
import {
  type BarrierProblem,
  barrierRun,
  quadraticBarrierExit
} from "../../escape/quadraticBarrierExit.js";
import {gaussianStream} from "../../random/gaussianStream.js";
import {streamState} from "../../random/stream.js";
import {estimate} from "../../simulate/summary.js";
import type {Experiment} from "../experiment.js";
import {type ExperimentHead, headOf} from "../experimentHead.js";
import {noSettings} from "../withSettings.js";

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
  return {
    ...headOf(spec),
    spec: {replicates, ...settings, simulated: {...simulated}},
    jobs: scale =>
      problems.map(problem => ({
        problem,
        runs: isSimulated(problem) ? Math.max(20, Math.floor(replicates * scale)) : 0,
        refine: scale >= 0.1
      })),
    describe: ({problem}) => keyOf(problem),
    cost: ({problem, runs}) => 1e6 + (runs * 7 * 2.8 ** problem.height) / problem.step,
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
      const number = (f: (result: Result, problem: BarrierProblem) => number) =>
        Float64Array.from(results, (result, i) => f(result, problems[i]));
      const sampled = results.map(({times}) => (times.length ? estimate(times) : null));
      return {
        step: number((_, problem) => problem.step),
        ratio: number((_, problem) => problem.ratio),
        height: number((_, problem) => problem.height),
        rate: number(({rate}) => rate),
        meanTime: number(({meanTime}) => meanTime),
        refined: number(({refined}) => refined),
        mean: Float64Array.from(sampled, s => s?.mean ?? 0),
        standardError: Float64Array.from(sampled, s => s?.standardError ?? 0),
        runs: Int32Array.from(results, ({times}) => times.length)
      };
    },
    vary: noSettings(name)
  };
}
