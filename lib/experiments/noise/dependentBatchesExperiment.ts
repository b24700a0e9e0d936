import {type Dependence, dependentBatches} from "../../noise/dependentBatches.js";
import {uniforms} from "../../random/uniforms.js";
import {type Estimate, estimate} from "../../simulate/summary.js";
import {integer, number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {type ExperimentHead, headOf} from "../experimentHead.js";
import {withSettings} from "../withSettings.js";

/** SGD on a quadratic in the plane with batches of dependent samples. */
export interface DependentBatchesSpec extends ExperimentHead {
  readonly dependences: readonly Dependence[];
  readonly curvatures: readonly [number, number];
  readonly learningRate: number;
  readonly batchSize: number;
  readonly replicates: number;
  /** Steps after the burn-in, at scale 1. */
  readonly steps: number;
  readonly burnIn: number;
}

interface Job {
  readonly dependence: Dependence;
  readonly steps: number;
}

interface Result {
  readonly noise: Estimate[];
  readonly variance: Estimate[];
}

/**
 * Stationary variances of θ ← θ − η(hθ + g), g the mean of a batch by `dependentBatches`: one row per
 * kind of dependence and coordinate. `noise` ± `noiseError` is b·E gᵢ², `variance` ± `standardError` the
 * time average of θᵢ² after the burn-in, both over independent replicates.
 *
 * @throws RangeError on an unknown setting in `vary`.
 */
export function dependentBatchesExperiment(spec: DependentBatchesSpec): Experiment<Job, Result> {
  const {name, seed, dependences, curvatures, learningRate, batchSize} = spec;
  const {replicates, burnIn} = spec;
  return {
    ...headOf(spec),
    spec: {
      dependences: dependences.map(dependence => ({...dependence})),
      curvatures: [...curvatures],
      learningRate,
      batchSize,
      replicates,
      steps: spec.steps,
      burnIn
    },
    jobs: scale =>
      dependences.map(dependence => ({
        dependence,
        steps: Math.max(2, Math.floor(spec.steps * scale))
      })),
    describe: ({dependence}) => JSON.stringify(dependence),
    cost: ({steps}) => replicates * (steps + burnIn),
    run: ({dependence, steps}) => {
      const noise = curvatures.map(() => new Float64Array(replicates));
      const variance = curvatures.map(() => new Float64Array(replicates));
      const g = new Float64Array(2);
      for (let r = 0; r < replicates; r++) {
        const address = {seed, experiment: name, cell: JSON.stringify(dependence), replicate: r};
        const batches = dependentBatches(dependence, {batchSize, source: uniforms(address)});
        const theta = new Float64Array(2);
        for (let t = 0; t < burnIn + steps; t++) {
          batches.next(g);
          for (let i = 0; i < 2; i++) {
            theta[i] -= learningRate * (curvatures[i] * theta[i] + g[i]);
            if (t < burnIn) continue;
            noise[i][r] += (batchSize * g[i] * g[i]) / steps;
            variance[i][r] += (theta[i] * theta[i]) / steps;
          }
        }
      }
      return {noise: noise.map(estimate), variance: variance.map(estimate)};
    },
    table: results => {
      const rows = results.flatMap(({noise, variance}, c) =>
        curvatures.map((h, i) => ({
          h,
          i,
          dependence: dependences[c],
          noise: noise[i],
          variance: variance[i]
        }))
      );
      return table(rows, {
        kind: text(row => row.dependence.kind),
        inflation: number(({dependence}) => ("inflation" in dependence ? dependence.inflation : 0)),
        keep: number(({dependence}) => ("keep" in dependence ? dependence.keep : 0)),
        uses: integer(({dependence}) => ("uses" in dependence ? dependence.uses : 1)),
        coordinate: integer(row => row.i + 1),
        curvature: number(row => row.h),
        noise: number(row => row.noise.mean),
        noiseError: number(row => row.noise.standardError),
        variance: number(row => row.variance.mean),
        standardError: number(row => row.variance.standardError)
      });
    },
    vary: changes =>
      dependentBatchesExperiment(withSettings(spec, changes, {short: {b: "batchSize"}}))
  };
}
