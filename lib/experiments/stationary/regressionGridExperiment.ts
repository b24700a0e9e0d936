import {gaussianRegression} from "../../problems/gaussianRegression.js";
import type {RegressionCell} from "../../simulate/spec.js";
import {estimate, timeSecondMomentOf} from "../../simulate/summary.js";
import {cellMoments} from "../cellMoments.js";
import {integer, number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {checkBatches} from "../relations.js";
import {scaledSteps} from "../scaledSteps.js";
import {positiveSetting} from "../settingRanges.js";
import {sweepExperiment} from "../sweepExperiment.js";
import {withSettings} from "../withSettings.js";

/** Mini-batch regression as it is, over learning rates, momenta and ways of drawing a batch. */
export interface RegressionGridSpec extends ReplicatedHead {
  readonly settings: {
    /** Variances of the inputs, which are independent. */
    readonly inputVariances: readonly number[];
    readonly labelDeviation: number;
    /** n, the size of the fixed data set. */
    readonly size: number;
    readonly batchSize: number;
    /** `fresh`: new samples at each step; `with` and `without`: replacement, from the fixed data. */
    readonly schemes: readonly string[];
    readonly learningRates: readonly number[];
    readonly momenta: readonly number[];
    readonly steps: number;
    readonly burnIn: number;
  };
}

/**
 * Second moments of heavy ball on ½(wᵀx − y)² with batches of b: one row per scheme, learning rate,
 * momentum and pair of coordinates i ≤ j. `secondMoment` ± `standardError` is the time average of
 * wᵢwⱼ after the burn-in over replicates, w measured from the minimum of the loss that is run (of the
 * data set, or of the population for fresh data). The data set is that of `gaussianRegression` with
 * this name and seed.
 *
 * @throws RangeError on a batch without replacement that is larger than the data set
 */
export function regressionGridExperiment(spec: RegressionGridSpec): Experiment {
  const {name, seed} = spec;
  const {schemes: kinds, batchSize: b, size: n} = spec.settings;
  if (kinds.includes("without")) checkBatches("batchSize", b, {most: n, bound: "size"});
  return sweepExperiment({
    ...spec,
    cells: ({inputVariances, labelDeviation, size, batchSize, schemes, ...grid}, scale) => {
      const fixed = gaussianRegression({
        variances: inputVariances,
        size,
        labelDeviation,
        seed,
        name
      });
      return schemes.flatMap(scheme =>
        grid.learningRates.flatMap(eta =>
          grid.momenta.map(
            (mu): RegressionCell => ({
              kind: "regression",
              parameters: {scheme, eta, mu},
              data:
                scheme === "fresh"
                  ? {
                      inputFactor: {diagonal: inputVariances.map(v => Math.sqrt(v))},
                      labelDeviation
                    }
                  : {...fixed, replacement: scheme === "with"},
              batchSize,
              learningRate: eta,
              momentum: mu,
              steps: scaledSteps(grid, scale),
              burnIn: grid.burnIn,
              moments: "full"
            })
          )
        )
      );
    },
    columns: (results, cells) => {
      const rows = results.flatMap((result, c) =>
        result.layout.pairs.map(([i, j]) => ({
          parameters: cells[c].parameters,
          i,
          j,
          ...estimate(timeSecondMomentOf(result, i, j))
        }))
      );
      return table(rows, {
        scheme: text(row => String(row.parameters["scheme"])),
        learningRate: number(row => Number(row.parameters["eta"])),
        momentum: number(row => Number(row.parameters["mu"])),
        first: integer(row => row.i + 1),
        second: integer(row => row.j + 1),
        secondMoment: number(row => row.mean),
        standardError: number(row => row.standardError)
      });
    },
    expected: (_, __, cells) => {
      const of = cellMoments(cells);
      return {
        secondMoment: {
          standardError: "standardError",
          replicates: spec.replicates,
          value: ({scheme, learningRate: eta, momentum: mu, first, second}) => {
            const moments = of({scheme, eta, mu});
            // Where the second moment grows without end, no sample mean comes near it.
            return moments.growth < 1.01 ? moments.overTime(first - 1, second - 1) : Number.NaN;
          }
        }
      };
    },
    vary: changes =>
      regressionGridExperiment(
        withSettings(spec, changes, {
          words: {schemes: ["fresh", "with", "without"]},
          ranges: {labelDeviation: positiveSetting}
        })
      )
  });
}
