import {integerPower} from "../../elementary/integerPower.js";
import {
  type ConditionalCovariances,
  dataSetLimit,
  enumerateMixture,
  mixtureCovariances,
  type Population
} from "../../noise/finiteMixture.js";
import {integer, number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {withSettings} from "../withSettings.js";

/** An exact enumeration of the three conditioning levels of a mixture. */
export interface ConditioningSpec {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly datasetSize: number;
  readonly populations: readonly Population[];
}

const levels = ["givenData", "givenPopulation", "unconditional"] as const;

interface Result {
  readonly enumerated: number[][];
  readonly visited: number;
}

/**
 * The covariance of a mini-batch mean at the three levels for b = 1 … n, from every population, data
 * set and subset (`enumerated`, the first diagonal entry) beside the formula (`exact`), and the
 * largest difference of any entry over the largest entry of G/b (`difference`).
 *
 * @throws RangeError as `enumerateMixture`
 */
export function conditioningExperiment(spec: ConditioningSpec): Experiment<number, Result> {
  const {name, title, source, datasetSize, populations} = spec;
  // Refuses weights and data sets that no batch can be drawn from.
  mixtureCovariances(populations, datasetSize, 1);
  const most = Math.max(...populations.map(({points}) => points.length));
  if (integerPower(most, datasetSize) > dataSetLimit)
    throw new RangeError(
      `datasetSize must leave at most ${dataSetLimit} data sets of ${most} points to visit; got ${datasetSize}`
    );
  const sizes = Array.from({length: datasetSize}, (_, i) => i + 1);
  return {
    name,
    title,
    source,
    seed: 0,
    spec: {
      datasetSize,
      populations: populations.map(({weight, points, probabilities}) => ({
        weight,
        points: points.map(point => [...point]),
        probabilities: [...probabilities]
      }))
    },
    jobs: () => sizes,
    describe: b => `b = ${b}`,
    cost: () => 1,
    run: b => {
      const all = enumerateMixture(populations, datasetSize, b);
      return {enumerated: levels.map(level => all[level].to1DArray()), visited: all.visited};
    },
    table: results => {
      const rows = results.flatMap(({enumerated, visited}, k) => {
        const exact: ConditionalCovariances = mixtureCovariances(
          populations,
          datasetSize,
          sizes[k]
        );
        const scale = exact.givenPopulation.max();
        return levels.map((level, l) => {
          const predicted = exact[level].to1DArray();
          const gaps = predicted.map((x, i) => Math.abs(x - enumerated[l][i]) / scale);
          return {
            level,
            b: sizes[k],
            visited,
            enumerated: enumerated[l][0],
            exact: predicted[0],
            difference: gaps.reduce((a, x) => (x > a ? x : a))
          };
        });
      });
      return table(rows, {
        level: text(row => row.level),
        b: integer(row => row.b),
        visited: integer(row => row.visited),
        enumerated: number(row => row.enumerated),
        exact: number(row => row.exact),
        difference: number(row => row.difference)
      });
    },
    vary: changes => conditioningExperiment(withSettings(spec, changes))
  };
}
