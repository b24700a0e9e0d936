import {uniforms} from "../../random/uniforms.js";
import {meanSojourn} from "../../sampling/finiteQueue.js";
import {exponential, type QueueEstimator, queueOracle} from "../../sampling/queueGradients.js";
import {integer, number, table, text} from "../columns.js";
import type {Expectation} from "../expectation.js";
import type {Experiment} from "../experiment.js";
import {headOf, type ReplicatedHead} from "../experimentHead.js";
import {settingIn, wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** Gradients of a queue's mean sojourn time, from samples that begin empty and from one long run. */
export interface QueueGradientsSpec extends ReplicatedHead {
  readonly settings: {
    /** μ > 1, arrivals having the rate 1. */
    readonly serviceRates: readonly number[];
    /** n: customers of a sample. */
    readonly customers: readonly number[];
    /** b: samples whose gradients are averaged. */
    readonly b: readonly number[];
    /** Customers of a long run before its first sample. */
    readonly warmUp: number;
  };
}

type Scheme = "begins empty" | "one long run";

interface Cell {
  readonly estimator: QueueEstimator;
  readonly scheme: Scheme;
  readonly serviceRate: number;
  readonly customers: number;
  readonly b: number;
}

interface Job extends Cell {
  readonly replicates: number;
}

interface Result {
  readonly mean: number;
  readonly standardError: number;
  /** b times the variance of the mean of b gradients. */
  readonly noise: number;
  readonly noiseError: number;
}

const ranges = {
  serviceRates: settingIn("(1, ∞)", x => x > 1),
  customers: wholeFrom(1),
  warmUp: wholeFrom(1)
};

/**
 * One row per estimator, scheme, rate, n and b: `mean` of the gradient by μ, and `noise`, b Var of the mean of b
 * gradients, each ± its standard error over replicates. For independent samples `noise` does not depend on b. The
 * likelihood ratio begins anew with each sample, and is tried on samples that begin empty. Scale shortens the
 * replicates, never below 8.
 */
export function queueGradientsExperiment(spec: QueueGradientsSpec): Experiment<Job, Result> {
  const {name, seed, replicates, settings} = spec;
  const pairs: readonly [QueueEstimator, Scheme][] = [
    ["perturbation", "begins empty"],
    ["perturbation", "one long run"],
    ["likelihood ratio", "begins empty"]
  ];
  const cells = pairs.flatMap(([estimator, scheme]) =>
    settings.serviceRates.flatMap(serviceRate =>
      settings.customers.flatMap(customers =>
        settings.b.map((b): Cell => ({estimator, scheme, serviceRate, customers, b}))
      )
    )
  );
  const count = (scale: number) => Math.max(8, Math.floor(replicates * scale));
  return {
    ...headOf(spec),
    spec: {replicates, ...settings},
    jobs: scale => cells.map(cell => ({...cell, replicates: count(scale)})),
    describe: cell => nameOf(cell),
    cost: ({customers, b}) => replicates * (customers * b + settings.warmUp),
    run: job => runCell(job, {name, seed, warmUp: settings.warmUp}),
    table: results => {
      const rows = cells.map((cell, k) => ({...cell, ...results[k]}));
      return table(rows, {
        estimator: text(row => row.estimator),
        scheme: text(row => row.scheme),
        serviceRate: number(row => row.serviceRate),
        customers: integer(row => row.customers),
        b: integer(row => row.b),
        mean: number(row => row.mean),
        standardError: number(row => row.standardError),
        noise: number(row => row.noise),
        noiseError: number(row => row.noiseError)
      });
    },
    expected: scale => ({mean: expectedMean(count(scale))}),
    vary: changes => queueGradientsExperiment(withSettings(spec, changes, {ranges}))
  };
}

/** The slope of the mean over the first n customers, or of 1/(μ − 1) at rest. */
const expectedMean = (replicates: number): Expectation => ({
  standardError: "standardError",
  replicates,
  value: row => {
    const mu = Number(row["serviceRate"]);
    return row["scheme"] === "one long run"
      ? -1 / ((mu - 1) * (mu - 1))
      : meanSojourn({rate: 1}, Number(row["customers"]), mu).slope;
  }
});

const nameOf = ({estimator, scheme, serviceRate, customers, b}: Cell): string =>
  `${estimator}, ${scheme}, rate=${serviceRate}, n=${customers}, b=${b}`;

function runCell(
  job: Job,
  {name, seed, warmUp}: {name: string; seed: number; warmUp: number}
): Result {
  const {estimator, scheme, serviceRate, customers, b, replicates} = job;
  const continued = scheme === "one long run";
  const theta = Float64Array.of(serviceRate);
  const rows = new Float64Array(Math.max(b, Math.ceil(warmUp / customers)));
  const means = Array.from({length: replicates}, (_, replicate) => {
    const stream = uniforms({seed, experiment: name, cell: nameOf(job), replicate});
    const oracle = queueOracle(
      {
        estimator,
        customers,
        cost: 0,
        continued,
        gaps: (source, out) => {
          for (let k = 0; k < out.length; k++) out[k] = exponential(source);
        }
      },
      stream
    );
    if (continued) oracle.gradients(theta, Math.ceil(warmUp / customers), rows);
    oracle.gradients(theta, b, rows);
    let sum = 0;
    for (let k = 0; k < b; k++) sum += rows[k];
    return sum / b;
  });
  const mean = means.reduce((sum, x) => sum + x, 0) / replicates;
  let [second, fourth] = [0, 0];
  for (const x of means) {
    const square = (x - mean) * (x - mean);
    second += square;
    fourth += square * square;
  }
  const variance = second / (replicates - 1);
  const spread = Math.max(0, fourth / replicates - variance * variance);
  return {
    mean,
    standardError: Math.sqrt(variance / replicates),
    noise: b * variance,
    noiseError: b * Math.sqrt(spread / replicates)
  };
}
