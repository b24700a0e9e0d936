import {square} from "../../elementary/square.js";
import {averagedBatchCovariance} from "../../noise/averagedBatchCovariance.js";
import {enumeratedMeans} from "../../noise/enumeratedMeans.js";
import {checkOutcomes, type SamplingScheme, samplingSchemes} from "../../noise/sampleCounts.js";
import {integer, number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {checkBatches} from "../relations.js";
import {withSettings} from "../withSettings.js";

/** An exact enumeration of what successive mini-batches add up to. */
export interface SamplingSchemesSpec {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** n×d. */
  readonly gradients: readonly (readonly number[])[];
  readonly batchSize: number;
  /** The longest run; all shorter ones are visited too. */
  readonly steps: number;
}

interface Job {
  readonly scheme: SamplingScheme;
  readonly steps: number;
}

interface Result {
  readonly outcomes: number;
  readonly enumerated: number;
  readonly exact: number;
}

/**
 * Tr Cov(Σ_{k≤t} g_k) of the gradients of t successive mini-batches, over Tr Σ_emp/b, which is one
 * batch's drawn with replacement: over every outcome (`enumerated`) and by the formula (`exact`).
 */
export function samplingSchemesExperiment(spec: SamplingSchemesSpec): Experiment<Job, Result> {
  const {name, title, source, batchSize, steps} = spec;
  const gradients = spec.gradients.map(row => [...row]);
  checkBatches("b", batchSize, {most: gradients.length, bound: "rows of gradients"});
  checkOutcomes({samples: gradients.length, draws: batchSize * steps});
  const jobs = samplingSchemes.flatMap(scheme =>
    Array.from({length: steps}, (_, k): Job => ({scheme, steps: k + 1}))
  );
  return {
    name,
    title,
    source,
    seed: 0,
    spec: {gradients, batchSize, steps},
    jobs: () => jobs,
    describe: job => `${job.scheme}, t = ${job.steps}`,
    cost: () => 1,
    run: job => {
      const options = {batchSize, ...job};
      const unit = averagedBatchCovariance(gradients, {batchSize, scheme: "with"}).trace();
      const {outcomes, covariance} = enumeratedMeans(gradients, options);
      return {
        outcomes: outcomes.length,
        enumerated: (square(job.steps) * covariance.trace()) / unit,
        exact: (square(job.steps) * averagedBatchCovariance(gradients, options).trace()) / unit
      };
    },
    table: results =>
      table(
        jobs.map((job, k) => ({...job, ...results[k]})),
        {
          scheme: text(row => row.scheme),
          steps: integer(row => row.steps),
          outcomes: integer(row => row.outcomes),
          enumerated: number(row => row.enumerated),
          exact: number(row => row.exact)
        }
      ),
    vary: changes =>
      samplingSchemesExperiment(withSettings(spec, changes, {short: {b: "batchSize"}}))
  };
}
