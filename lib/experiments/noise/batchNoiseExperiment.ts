import {Matrix} from "ml-matrix";
import {type BatchCovariance, batchCovariance} from "../../noise/batchCovariance.js";
import {batchFourthMoment} from "../../noise/batchFourthMoment.js";
import {type BatchScheme, batchGradients} from "../../noise/batchGradients.js";
import {finitePopulationCovariance} from "../../noise/finitePopulationCovariance.js";
import {frobeniusError} from "../../noise/frobeniusError.js";
import {gradientCovariance} from "../../noise/gradientCovariance.js";
import {uniforms} from "../../random/uniforms.js";
import {integer, number, table, text} from "../columns.js";
import type {Column, Experiment} from "../experiment.js";
import {type ExperimentHead, headOf} from "../experimentHead.js";
import {checkBatches} from "../relations.js";
import {withSettings} from "../withSettings.js";

/** What a sweep over batch sizes and sampling schemes is told. */
export interface BatchNoiseSpec extends ExperimentHead {
  /** n×d per-sample gradients. */
  readonly gradients: readonly (readonly number[])[];
  /** Names of the d parameters. */
  readonly parameters: readonly string[];
  readonly batchSizes: readonly number[];
  readonly schemes: readonly BatchScheme[];
  /** Mini-batches per batch size and scheme at scale 1. */
  readonly batches: number;
}

interface Job {
  readonly scheme: BatchScheme;
  readonly batchSize: number;
  readonly batches: number;
}

interface Result {
  readonly job: Job;
  readonly measured: number[][];
  readonly standardErrors: number[][];
  readonly effectiveDegrees: number;
}

/**
 * Covariance of mini-batch gradients, measured and exact, one row per scheme, batch size and pair of
 * parameters (i ≤ j): `measured` ± `standardError`, `exact` (Fisher, Lemma 4.1; notes, Proposition 1;
 * under `fresh`, Theorem 4.3 with the table as the population) and `surrogate` = G/b, G with 1/(n−1).
 * Each row repeats its cell's relative Frobenius errors: `error` against the exact law, with its
 * expectation `expectedError`, 95 % point `errorQuantile95` and `pValue`, and `surrogateError`, the
 * distance of the measurement from G/b.
 *
 * @throws RangeError on a batch that is larger than the table, except with replacement; on a table whose rows are
 * all alike or not as long as the list of parameters
 */
export function batchNoiseExperiment(spec: BatchNoiseSpec): Experiment<Job, Result> {
  const {gradients, parameters, batchSizes, schemes, batches, name, seed} = spec;
  checkGradients(gradients, parameters);
  if (schemes.some(scheme => scheme !== "with"))
    checkBatches("b", batchSizes, {most: gradients.length, bound: "rows of gradients"});
  const batchesAt = (scale: number) => Math.max(2, Math.floor(batches * scale));
  return {
    ...headOf(spec),
    spec: {
      gradients: gradients.map(row => [...row]),
      parameters: [...parameters],
      batchSizes: [...batchSizes],
      schemes: [...schemes],
      batches
    },
    jobs: scale =>
      schemes.flatMap(scheme =>
        batchSizes.map(batchSize => ({
          scheme,
          batchSize,
          batches: batchesAt(scale)
        }))
      ),
    describe: ({scheme, batchSize}) => `scheme ${scheme}, b = ${batchSize}`,
    cost: job => job.batches,
    run: job => {
      const address = {
        seed,
        experiment: name,
        cell: `${job.scheme} b=${job.batchSize}`,
        replicate: 0
      };
      const measured: BatchCovariance = batchCovariance(
        batchGradients(gradients, {...job, source: uniforms(address)})
      );
      return {
        job,
        measured: measured.covariance.to2DArray(),
        standardErrors: measured.standardErrors.to2DArray(),
        effectiveDegrees: measured.effectiveDegrees
      };
    },
    table: results => combine(spec, results),
    expected: scale => {
      const laws = new Map(
        schemes.flatMap(scheme =>
          batchSizes.map(b => {
            const options = {replacement: scheme !== "without"};
            return [
              `${scheme} ${b}` as string,
              finitePopulationCovariance(gradients, b, options)
            ] as const;
          })
        )
      );
      return {
        measured: {
          standardError: "standardError",
          replicates: batchesAt(scale),
          value: ({scheme, b, first, second}) =>
            laws
              .get(`${scheme} ${b}`)!
              .get(parameters.indexOf(String(first)), parameters.indexOf(String(second)))
        }
      };
    },
    vary: changes =>
      batchNoiseExperiment(
        withSettings(spec, changes, {
          short: {b: "batchSizes"},
          words: {schemes: ["with", "without", "fresh"]}
        })
      )
  };
}

function checkGradients(
  gradients: readonly (readonly number[])[],
  parameters: readonly string[]
): void {
  const [first] = gradients;
  if (gradients.some(row => row.length !== parameters.length))
    throw new RangeError(
      `gradients must have rows of ${parameters.length} numbers, one per parameter; got rows of ${[...new Set(gradients.map(row => row.length))].join(", ")}`
    );
  if (gradients.every(row => row.every((x, j) => x === first[j])))
    throw new RangeError(`gradients must not all be alike; got ${gradients.length} equal rows`);
}

function combine(spec: BatchNoiseSpec, results: Result[]): Record<string, Column> {
  const {gradients, parameters} = spec;
  const perSample = gradientCovariance(gradients);
  const rows = results.flatMap(({job, measured, standardErrors, effectiveDegrees}) => {
    const {scheme, batchSize, batches} = job;
    const replacement = scheme !== "without";
    const exact = finitePopulationCovariance(gradients, batchSize, {replacement});
    const surrogate = perSample.clone().div(batchSize);
    const covariance = new Matrix(measured);
    const errors = frobeniusError({
      measured: covariance,
      predicted: exact,
      fourthMoment: batchFourthMoment(gradients, batchSize, {replacement}),
      batches,
      effectiveDegrees
    });
    const cell = {
      scheme,
      batchSize,
      batches,
      error: errors.relative,
      expectedError: errors.expected,
      errorQuantile95: errors.quantile95,
      pValue: errors.pValue,
      surrogateError: covariance.clone().sub(surrogate).norm() / surrogate.norm()
    };
    return parameters.flatMap((first, i) =>
      parameters.slice(i).map((second, k) => ({
        ...cell,
        first,
        second,
        measured: measured[i][i + k],
        standardError: standardErrors[i][i + k],
        exact: exact.get(i, i + k),
        surrogate: surrogate.get(i, i + k)
      }))
    );
  });
  return table(rows, {
    scheme: text(row => row.scheme),
    b: integer(row => row.batchSize),
    batches: integer(row => row.batches),
    first: text(row => row.first),
    second: text(row => row.second),
    measured: number(row => row.measured),
    standardError: number(row => row.standardError),
    exact: number(row => row.exact),
    surrogate: number(row => row.surrogate),
    error: number(row => row.error),
    expectedError: number(row => row.expectedError),
    errorQuantile95: number(row => row.errorQuantile95),
    pValue: number(row => row.pValue),
    surrogateError: number(row => row.surrogateError)
  });
}
