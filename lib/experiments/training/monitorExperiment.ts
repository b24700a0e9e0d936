import {Matrix} from "ml-matrix";
import {driftFrom} from "../../budgets/metricDrift.js";
import {fitLogisticRegression} from "../../problems/fitLogisticRegression.js";
import {logisticRegression} from "../../problems/logisticRegression.js";
import {logisticRun} from "../../problems/logisticRun.js";
import {logisticSample} from "../../problems/logisticSample.js";
import {normals} from "../../random/normals.js";
import {uniforms} from "../../random/uniforms.js";
import {estimate} from "../../simulate/summary.js";
import {integer, number, table} from "../columns.js";
import type {Experiment, Json} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {checkAscending} from "../relations.js";
import {wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** Runs of SGD on one logistic regression from random starts. */
export interface MonitorSpec extends ReplicatedHead {
  readonly settings: {
    readonly size: number;
    readonly weights: readonly number[];
    /** Standard deviations of the inputs besides the constant one. */
    readonly scales: readonly number[];
    readonly learningRates: readonly number[];
    readonly batchSize: number;
    /** Numbers of steps to look after, at scale 1. */
    readonly snapshots: readonly number[];
    /** θ₀ = θ⋆ + spread·z/√F⋆ᵢᵢ, entry by entry, z standard normal. */
    readonly spread: number;
  };
}

interface Job {
  readonly rate: number;
  readonly from: number;
  readonly to: number;
  readonly scale: number;
}

/** By replicate and snapshot: δ_F, ε and the squared Fisher error. */
type Result = readonly (readonly (readonly [number, number, number])[])[];

const blockSize = 50;

/** The sample, its fit and the metric there. */
function prepare({seed, settings: {size, weights, scales}}: MonitorSpec) {
  const sample = logisticSample({size, seed, weights, scales});
  const problem = logisticRegression(sample.features, sample.labels);
  const fit = fitLogisticRegression(sample.features, sample.labels).weights;
  const frozen = problem.hessian(fit);
  return {sample, problem, fit, frozen, drift: driftFrom(frozen)};
}

/**
 * Means over replicates by learning rate and snapshot: `monitor` δ_F, `drift` the least ε of
 * `metricDrift`, `risk` = (θ − θ⋆)ᵀF⋆(θ − θ⋆), each with its standard error. F is the Fisher
 * information of the fitted inputs, F⋆ the one at the fit; batches are drawn with replacement.
 * Scale shortens the runs: `steps` is where each snapshot was taken.
 *
 * @throws RangeError unless snapshots ascend, and there is a scale for each weight but the first
 */
export function monitorExperiment(spec: MonitorSpec): Experiment<Job, Result> {
  const {settings, seed, replicates, name} = spec;
  const {weights, scales, learningRates, batchSize, spread} = settings;
  checkAscending("snapshots", settings.snapshots);
  if (scales.length !== weights.length - 1)
    throw new RangeError(
      `weights must hold one number more than scales, which holds ${scales.length}; got ${weights.length}`
    );
  let prepared: ReturnType<typeof prepare> | undefined;
  const snapshotsAt = (scale: number) => {
    let last = -1;
    return settings.snapshots.map(t => {
      const at = Math.floor(t * scale);
      last = at > last ? at : last + 1;
      return last;
    });
  };
  return {
    name,
    title: spec.title,
    source: spec.source,
    seed,
    spec: {replicates, ...(settings as unknown as Record<string, Json>)},
    jobs: scale =>
      learningRates.flatMap((_, rate) =>
        Array.from({length: Math.ceil(replicates / blockSize)}, (_, k) => ({
          rate,
          from: k * blockSize,
          to: Math.min(replicates, (k + 1) * blockSize),
          scale
        }))
      ),
    describe: ({rate, from, to}) => `η=${learningRates[rate]}, replicates ${from} to ${to - 1}`,
    cost: ({from, to, scale}) => (to - from) * (snapshotsAt(scale).at(-1) ?? 0),
    run: ({rate, from, to, scale}) => {
      prepared ??= prepare(spec);
      const {sample, problem, fit, frozen, drift} = prepared;
      const scaled = frozen.to2DArray().map((row, i) => Math.sqrt(row[i]));
      return Array.from({length: to - from}, (_, k) => {
        const address = {seed, experiment: name, cell: `η=${learningRates[rate]}`};
        const z = normals(
          uniforms({...address, cell: `${address.cell}, start`, replicate: from + k})
        );
        const iterates = logisticRun(sample, {
          learningRate: learningRates[rate],
          batchSize,
          snapshots: snapshotsAt(scale),
          start: fit.map((x, j) => x + (spread * z.next()) / scaled[j]),
          source: uniforms({...address, replicate: from + k})
        });
        return iterates.map(theta => {
          const {monitor, least} = drift(problem.hessian(theta));
          const delta = Matrix.columnVector(theta.map((x, j) => x - fit[j]));
          return [monitor, least, delta.transpose().mmul(frozen).mmul(delta).get(0, 0)] as const;
        });
      });
    },
    table: (results, scale) => {
      const perRate = results.length / learningRates.length;
      const rows = learningRates.flatMap((eta, rate) => {
        const runs = results.slice(rate * perRate, (rate + 1) * perRate).flat();
        return snapshotsAt(scale).map((steps, s) => {
          const of = (k: number) => estimate(runs.map(run => run[s][k]));
          return {eta, steps, monitor: of(0), drift: of(1), risk: of(2)};
        });
      });
      return table(rows, {
        learningRate: number(row => row.eta),
        steps: integer(row => row.steps),
        monitor: number(row => row.monitor.mean),
        monitorError: number(row => row.monitor.standardError),
        drift: number(row => row.drift.mean),
        driftError: number(row => row.drift.standardError),
        risk: number(row => row.risk.mean),
        riskError: number(row => row.risk.standardError)
      });
    },
    vary: changes => {
      const varied = withSettings(spec, changes, {
        short: {b: "batchSize"},
        ranges: {size: wholeFrom(weights.length)}
      });
      const experiment = monitorExperiment(varied);
      // Refuses a sample that has no fit before a run begins.
      prepare(varied);
      return experiment;
    }
  };
}
