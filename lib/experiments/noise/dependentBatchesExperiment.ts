import {integerPower} from "../../elementary/integerPower.js";
import {type Dependence, dependentBatches} from "../../noise/dependentBatches.js";
import {uniforms} from "../../random/uniforms.js";
import {type Estimate, estimate} from "../../simulate/summary.js";
import {colouredNoiseVariance} from "../../stationary/colouredNoiseVariance.js";
import {integer, number, table, text} from "../columns.js";
import type {Row} from "../expectation.js";
import type {Experiment} from "../experiment.js";
import {type ExperimentHead, headOf} from "../experimentHead.js";
import {checkRates} from "../relations.js";
import {wholeFrom} from "../settingRanges.js";
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

const nothing = {next: () => 0};

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
 * @throws RangeError unless 0 < η < 2/λmax, and as `dependentBatches`
 */
export function dependentBatchesExperiment(spec: DependentBatchesSpec): Experiment<Job, Result> {
  const {name, seed, dependences, curvatures, learningRate, batchSize} = spec;
  const {replicates, burnIn} = spec;
  checkRates("learningRate", learningRate, curvatures);
  // Refuses a dependence that no batch of this size can have.
  for (const dependence of dependences) dependentBatches(dependence, {batchSize, source: nothing});
  const dependenceOf = (row: Row) =>
    dependences.find(
      each =>
        each.kind === row["kind"] &&
        ("inflation" in each ? each.inflation : 0) === row["inflation"] &&
        ("keep" in each ? each.keep : 0) === row["keep"] &&
        ("uses" in each ? each.uses : 1) === row["uses"]
    )!;
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
    expected: () => ({
      noise: {
        standardError: "noiseError",
        replicates,
        value: row => batchSize * autocovariance(dependenceOf(row), row, batchSize)(0)
      },
      variance: {
        standardError: "standardError",
        replicates,
        value: row =>
          colouredNoiseVariance({
            curvature: Number(row["curvature"]),
            learningRate,
            autocovariance: autocovariance(dependenceOf(row), row, batchSize)
          })
      }
    }),
    vary: changes =>
      dependentBatchesExperiment(
        withSettings(spec, changes, {
          short: {b: "batchSize"},
          ofFixedLength: ["curvatures"],
          words: {kind: ["shared", "stiff", "contaminated", "lasting", "reused"]},
          ranges: {steps: wholeFrom(2), batchSize: wholeFrom(2)},
          afterBurnIn: undefined
        })
      )
  };
}

/** Cov(g_t, g_{t+k}) of a coordinate of the batch mean, as a function of k. */
function autocovariance(
  dependence: Dependence,
  {coordinate}: Row,
  b: number
): (lag: number) => number {
  if (dependence.kind === "reused") {
    const {uses} = dependence;
    return lag => (lag < uses ? (uses - lag) / (uses * b) : 0);
  }
  const inflation = dependence.kind === "stiff" && coordinate === 2 ? 0 : dependence.inflation;
  if (dependence.kind !== "lasting") return lag => (lag === 0 ? (1 + inflation) / b : 0);
  // The shared part has variance ρ = ε/(b − 1) and is kept from one batch to the next.
  const shared = inflation / (b - 1);
  return lag => shared * integerPower(dependence.keep, lag) + (lag === 0 ? (1 - shared) / b : 0);
}
