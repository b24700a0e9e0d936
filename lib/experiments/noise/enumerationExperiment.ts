import {
  type EnumeratedBatches,
  enumerateOrderedBatches,
  enumerateSubsets,
  enumerationLimit
} from "../../noise/enumeration.js";
import {finitePopulationCovariance} from "../../noise/finitePopulationCovariance.js";
import {integer, number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {withSettings} from "../withSettings.js";

/** What an exact enumeration over all batches of a small table is told. */
export interface EnumerationSpec {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  /** n×d per-sample gradients, n small. */
  readonly gradients: readonly (readonly number[])[];
}

interface Job {
  readonly scheme: "without" | "with";
  readonly batchSize: number;
  readonly visited: number;
}

/**
 * The law of a mini-batch gradient by visiting every batch: all C(n, b) subsets for b = 1 … n, and all
 * nᵇ ordered batches while nᵇ ≤ 10⁶. `difference` is max |enumerated − formula| over the entries,
 * divided by the largest entry of G/b, so that b = n (covariance zero) can be judged like the rest.
 *
 * @throws RangeError where there are too many batches to visit, or all rows are alike
 */
export function enumerationExperiment(spec: EnumerationSpec): Experiment<Job, number> {
  const {gradients, name, title, source} = spec;
  const n = gradients.length;
  if (n < 2 || Math.max(...jobs(n).map(({visited}) => visited)) > enumerationLimit)
    throw new RangeError(
      `gradients must have at least 2 rows, and leave at most ${enumerationLimit} batches to visit; got ${n} rows`
    );
  if (gradients.every(row => row.every((x, j) => x === gradients[0][j])))
    throw new RangeError(`gradients must not all be alike; got ${n} equal rows`);
  return {
    name,
    title,
    source,
    seed: 0,
    spec: {gradients: gradients.map(row => [...row])},
    jobs: () => jobs(n),
    describe: ({scheme, batchSize}) => `scheme ${scheme}, b = ${batchSize}`,
    cost: job => job.visited,
    run: ({scheme, batchSize}) => {
      const enumerated: EnumeratedBatches =
        scheme === "without"
          ? enumerateSubsets(gradients, batchSize)
          : enumerateOrderedBatches(gradients, batchSize);
      const formula = finitePopulationCovariance(gradients, batchSize, {
        replacement: scheme === "with"
      });
      const scale = finitePopulationCovariance(gradients, batchSize, {replacement: true}).max();
      return enumerated.covariance.clone().sub(formula).abs().max() / scale;
    },
    table: results =>
      table(
        jobs(n).map((job, k) => ({...job, difference: results[k]})),
        {
          scheme: text(row => row.scheme),
          b: integer(row => row.batchSize),
          batches: integer(row => row.visited),
          difference: number(row => row.difference)
        }
      ),
    vary: changes => enumerationExperiment(withSettings(spec, changes))
  };
}

function jobs(n: number): Job[] {
  const without: Job[] = [];
  let subsets = 1;
  for (let b = 1; b <= n; b++) {
    subsets = (subsets * (n - b + 1)) / b;
    without.push({scheme: "without", batchSize: b, visited: Math.round(subsets)});
  }
  const ordered: Job[] = [];
  for (let b = 1, visited = n; visited <= enumerationLimit; b++, visited *= n)
    ordered.push({scheme: "with", batchSize: b, visited});
  return [...without, ...ordered];
}
