import {log} from "../../elementary/log.js";
import {openUniform} from "../../random/openUniform.js";
import {uniforms} from "../../random/uniforms.js";
import {kolmogorovSmirnov} from "../../statistics/kolmogorovSmirnov.js";
import {symmetricStableCdf} from "../../statistics/symmetricStableCdf.js";
import {number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {type ExperimentHead, headOf} from "../experimentHead.js";
import {settingIn, wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

export interface SumNormalitySpec extends ExperimentHead {
  /** Batches per cell. */
  readonly replicates: number;
  /** 1 for exponential gradients, below it the share of samples whose gradient is not zero. */
  readonly shares: readonly number[];
  readonly batchSizes: readonly number[];
}

interface Job {
  readonly share: number;
  readonly batchSize: number;
  readonly replicates: number;
}

/**
 * How far batch noise is from normal: one row per share and batch size, `distance` the
 * Kolmogorov–Smirnov distance between the standardised batch sums and the normal law. Its exact value is
 * `sumNormality`; sampling adds some 0.5/√replicates.
 */
export function sumNormalityExperiment(spec: SumNormalitySpec): Experiment<Job, number> {
  const {name, seed, replicates, shares, batchSizes} = spec;
  const cells = shares.flatMap(share => batchSizes.map(batchSize => ({share, batchSize})));
  const sizes = (scale: number) => Math.max(100, Math.floor(replicates * scale));
  return {
    ...headOf(spec),
    spec: {replicates, shares: [...shares], batchSizes: [...batchSizes]},
    jobs: scale => cells.map(cell => ({...cell, replicates: sizes(scale)})),
    describe: ({share, batchSize}) => `share ${share}, B = ${batchSize}`,
    cost: ({batchSize, replicates}) => replicates * batchSize,
    run: ({share: p, batchSize: B, replicates}) => {
      const next = uniforms({seed, experiment: name, cell: `share=${p} B=${B}`, replicate: 0});
      const one = p === 1 ? () => -log(openUniform(next)) : () => (next.next() < p ? 1 : 0);
      const mean = B * p;
      const deviation = p === 1 ? Math.sqrt(B) : Math.sqrt(B * p * (1 - p));
      const sums = Float64Array.from({length: replicates}, () => {
        let sum = 0;
        for (let i = 0; i < B; i++) sum += one();
        return (sum - mean) / deviation;
      });
      const normal = symmetricStableCdf(2);
      return kolmogorovSmirnov(sums, z => normal(z * Math.SQRT2)).distance;
    },
    table: (results, scale) =>
      table(
        cells.map((cell, c) => ({...cell, distance: results[c]})),
        {
          share: number(row => row.share),
          batchSize: number(row => row.batchSize),
          replicates: number(() => sizes(scale)),
          distance: number(row => row.distance)
        }
      ),
    vary: changes =>
      sumNormalityExperiment(
        withSettings(spec, changes, {
          short: {b: "batchSizes"},
          ranges: {
            replicates: wholeFrom(100),
            shares: settingIn("(0, 1]", share => share > 0 && share <= 1)
          }
        })
      )
  };
}
