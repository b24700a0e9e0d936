import {integer, UnstableError} from "../check.js";
import {gaussianRegression} from "../problems/gaussianRegression.js";
import {
  type DatasetRegression,
  datasetRegressionCovariance
} from "./datasetRegressionCovariance.js";

/** What data sets of one law make of a printed variance. */
export interface OverDataSets {
  /** Share of the data sets that have no stationary covariance. */
  readonly none: number;
  /**
   * Along each axis: the median of exact over printed variance, the share of data sets below 1, and the
   * share in which λ/(2b), continuous time, is nearer by ratio.
   */
  readonly axes: readonly {
    readonly median: number;
    readonly below: number;
    readonly continuous: number;
  }[];
}

/** A step, and whether a batch may hold a row twice. */
export interface BatchDrawing {
  readonly learningRate: number;
  readonly replacement: boolean;
}

/**
 * Exact stationary variances of mini-batch SGD over λ/(b(2 − λh)), the formula with C = K/b, on `sets` data
 * sets of `size` rows x ~ N(0, diag(h)), h (`variances`), labels of variance 1, for each of `runs`. A set
 * without covariance counts as infinite. Rows are drawn anew at each step. Source: finite-rate,
 * Figure 3(d)–(f).
 *
 * @throws RangeError on fewer than one set, and as `datasetRegressionCovariance`
 * @example
 * const runs = [{learningRate: 0.5, replacement: false}];
 * overDataSets({variances: [1], size: 1000, batchSize: 100, sets: 9, seed: 1, runs})[0].none; // 0
 */
export function overDataSets({
  variances,
  size,
  batchSize,
  sets,
  seed,
  runs
}: {
  variances: readonly number[];
  size: number;
  batchSize: number;
  sets: number;
  seed: number;
  runs: readonly BatchDrawing[];
}): OverDataSets[] {
  integer("sets", sets, 1);
  const ratios: (number[] | null)[][] = runs.map(() => []);
  for (let k = 0; k < sets; k++) {
    const name = `data set ${k}`;
    const data = gaussianRegression({variances, size, labelDeviation: 1, seed, name});
    for (const [r, run] of runs.entries())
      ratios[r].push(ratiosOf({...data, ...run, batchSize}, variances));
  }
  return ratios.map((all, r) => ({
    none: all.filter(each => each === null).length / sets,
    axes: variances.map((h, i) => {
      const middle = Math.sqrt(1 - (runs[r].learningRate * h) / 2);
      const sorted = all.map(each => each?.[i] ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
      return {
        median: (sorted[(sets - 1) >> 1] + sorted[sets >> 1]) / 2,
        below: sorted.filter(x => x < 1).length / sets,
        continuous: sorted.filter(x => x < middle).length / sets
      };
    })
  }));
}

/** Exact over printed variance along each axis, or null where there is no covariance. */
function ratiosOf(problem: DatasetRegression, variances: readonly number[]): number[] | null {
  const {batchSize, learningRate} = problem;
  try {
    const sigma = datasetRegressionCovariance(problem);
    return variances.map(
      (h, i) => (sigma.get(i, i) * batchSize * (2 - learningRate * h)) / learningRate
    );
  } catch (error) {
    if (error instanceof UnstableError) return null;
    throw error;
  }
}
