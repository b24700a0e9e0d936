import {averagedIterate} from "../../budgets/averagedIterate.js";
import {symmetricEigen} from "../../linalg/symmetricEigen.js";
import {sandwichCovariance} from "../../noise/sandwichCovariance.js";
import type {UniformSource} from "../../random/source.js";
import {uniforms} from "../../random/uniforms.js";
import {type HeatingCosts, type HeatingDay, heatingPlan} from "../../sampling/heating.js";
import {heatingProblem, scenarioOracle} from "../../sampling/heatingProblem.js";
import {runPlan} from "../../sampling/runPlan.js";
import type {SamplingProblem} from "../../sampling/samplingProblem.js";
import {type Estimate, estimate} from "../../simulate/summary.js";
import {integer, number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {headOf, type ReplicatedHead} from "../experimentHead.js";
import {positiveSetting, settingIn} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** One two-stage programme from n scenarios that are used again and again, and from fresh ones. */
export interface ReusedScenariosSpec extends ReplicatedHead {
  readonly settings: {
    /** n, from 32 up to the number of days; at all days every call is a fresh scenario. */
    readonly scenarios: readonly number[];
    /** Calls of the runs. */
    readonly budgets: readonly number[];
    readonly batchSize: number;
    /** η as a share of 2/λmax(H). */
    readonly share: number;
    readonly capacity: HeatingCosts["capacity"];
    readonly shortage: number;
  };
}

interface Job {
  readonly scenarios: number;
  readonly replicates: number;
}

interface Result {
  readonly job: Job;
  readonly solved: Estimate;
  readonly seasons: Estimate;
  readonly runs: readonly Estimate[];
  readonly floor: number;
  readonly predicted: readonly number[];
}

/**
 * One row per number of scenarios n and calls: `risk` ± `standardError`, the mean excess over all days of SGD's
 * average (second half of a run) on n scenarios drawn without replacement, batches with replacement from them. Each
 * row repeats what its n scenarios leave when their programme is solved exactly, `solved` ± `solvedError`, and the
 * theory's value for it
 *
 *     floor = ½ tr(H⁻¹G) (1/n − 1/N),   N days in all, G with 1/(N − 1)
 *
 * and `predicted`, the floor and the risk of an average on the quadratic (`averagedIterate`) with the noise of batches
 * from n scenarios, (1 − 1/n) G/b as they are drawn with replacement (NF-S3). `seasons` ±
 * `seasonsError` is the exact solution's from n days in a row instead. Scale shortens the replicates, never below 2.
 */
export function reusedScenariosExperiment(
  spec: ReusedScenariosSpec,
  days: readonly HeatingDay[]
): Experiment<Job, Result> {
  const {name, seed, replicates, settings} = spec;
  const {scenarios, budgets, batchSize, share, capacity, shortage} = settings;
  const plan = heatingPlan(days, {capacity, shortage});
  const whole = heatingProblem(plan, "all days");
  const {values} = symmetricEigen(whole.hessian);
  const learningRate = (2 * share) / values[values.length - 1];
  const all = Int32Array.from(days, (_, t) => t);
  const solve = (chosen: Int32Array) =>
    whole.excess(Float64Array.from(plan.minimum(whole.optimum, chosen)));
  return {
    ...headOf(spec),
    spec: {replicates, ...settings},
    jobs: scale =>
      scenarios.map(n => ({scenarios: n, replicates: Math.max(2, Math.floor(replicates * scale))})),
    describe: job => `n = ${job.scenarios}`,
    cost: job =>
      job.replicates * (40 * job.scenarios + budgets.reduce((sum, budget) => sum + budget, 0)),
    run: job => {
      const n = job.scenarios;
      const stream = (part: string, replicate: number) =>
        uniforms({seed, experiment: name, cell: `n=${n}, ${part}`, replicate});
      const each = Array.from({length: job.replicates}, (_, r) => {
        const chosen = drawn(all, n, stream("scenarios", r));
        const first = Math.floor(stream("season", r).next() * days.length);
        return {
          solved: solve(chosen),
          season: solve(Int32Array.from({length: n}, (_, k) => (first + k) % days.length)),
          runs: budgets.map(budget => {
            const oracle = scenarioOracle(plan, chosen, stream(`calls=${budget}`, r));
            const {averaged} = runPlan(whole, oracle, {learningRate, batchSize}, budget);
            return whole.excess(averaged);
          })
        };
      });
      const floor = floorOf(whole, n, days.length);
      return {
        job,
        solved: estimate(each.map(({solved}) => solved)),
        seasons: estimate(each.map(({season}) => season)),
        runs: budgets.map((_, k) => estimate(each.map(({runs}) => runs[k]))),
        floor,
        predicted: budgets.map(budget => {
          const noise = withinSets(whole.noise, n, days.length);
          return floor + averageRisk({...whole, noise}, {learningRate, batchSize, budget});
        })
      };
    },
    table: results =>
      table(
        results.flatMap(({runs, predicted, ...cell}) =>
          budgets.map((calls, k) => ({...cell, calls, run: runs[k], predicted: predicted[k]}))
        ),
        {
          scenarios: integer(row => row.job.scenarios),
          calls: integer(row => row.calls),
          risk: number(row => row.run.mean),
          standardError: number(row => row.run.standardError),
          predicted: number(row => row.predicted),
          solved: number(row => row.solved.mean),
          solvedError: number(row => row.solved.standardError),
          floor: number(row => row.floor),
          seasons: number(row => row.seasons.mean),
          seasonsError: number(row => row.seasons.standardError)
        }
      ),
    vary: changes =>
      reusedScenariosExperiment(
        withSettings(spec, changes, {
          ranges: {
            scenarios: {
              wanted: `an integer in [32, ${days.length}]`,
              holds: x => Number.isSafeInteger(x) && x >= 32 && x <= days.length
            },
            capacity: positiveSetting,
            shortage: positiveSetting,
            share: settingIn("(0, 1)", x => x > 0 && x < 1)
          },
          ofFixedLength: ["capacity"]
        }),
        days
      )
  };
}

/** n of the indices, without replacement: the first steps of a shuffle. */
function drawn(all: Int32Array, n: number, stream: UniformSource): Int32Array {
  const left = all.slice();
  for (let k = 0; k < n; k++) {
    const other = k + Math.floor(stream.next() * (left.length - k));
    [left[k], left[other]] = [left[other], left[k]];
  }
  return left.slice(0, n);
}

/** ½ tr(H⁻¹G)(1/n − 1/N) with the N-day covariance G scaled to 1/(N − 1). */
function floorOf({hessian, noise}: SamplingProblem, n: number, days: number): number {
  return (
    (half(hessian, sandwichCovariance(hessian as number[][], noise as number[][]).to2DArray()) *
      (days / n - 1)) /
    (days - 1)
  );
}

/**
 * The mean of the covariances, 1/n, of sets of n of N days: (1 − 1/n) G with G scaled to 1/(N − 1), from the
 * covariance of all days, 1/N.
 */
const withinSets = (noise: SamplingProblem["noise"], n: number, days: number): number[][] =>
  noise.map(row => row.map(x => (x * (1 - 1 / n) * days) / (days - 1)));

/** ½ E δᵀHδ of the second half's average on the quadratic, from the problem's start. */
function averageRisk(
  {hessian, noise, start, optimum}: SamplingProblem,
  run: {learningRate: number; batchSize: number; budget: number}
): number {
  const steps = Math.floor(run.budget / run.batchSize);
  const {mean, covariance} = averagedIterate({
    hessian,
    noise: noise.map(row => row.map(x => x / run.batchSize)),
    learningRate: run.learningRate,
    steps,
    burnIn: Math.floor(steps / 2),
    initial: start.map((x, i) => x - optimum[i])
  });
  return half(
    hessian,
    covariance.to2DArray().map((row, i) => row.map((x, j) => x + mean[i] * mean[j]))
  );
}

/** ½ tr(HS). */
const half = (H: readonly (readonly number[])[], S: readonly (readonly number[])[]): number =>
  H.reduce((sum, row, i) => sum + row.reduce((s, h, j) => s + (h * S[j][i]) / 2, 0), 0);
