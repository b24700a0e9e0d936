import {rotatedFactor} from "../../linalg/rotatedCovariance.js";
import {gaussianStream} from "../../random/gaussianStream.js";
import {streamState} from "../../random/stream.js";
import {estimate} from "../../simulate/summary.js";
import {number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {headOf, type ReplicatedHead} from "../experimentHead.js";
import {checkRates} from "../relations.js";
import {replicateBlocks} from "../replicateBlocks.js";
import {scaledSteps} from "../scaledSteps.js";
import {settingIn} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** SGD on a quadratic in the plane, watched from every place it passes. */
export interface CurrentFieldSpec extends ReplicatedHead {
  readonly settings: {
    readonly curvatures: readonly [number, number];
    /** Variances of the batch noise along the turned axes. */
    readonly noiseVariances: readonly [number, number];
    readonly angle: number;
    readonly learningRate: number;
    readonly steps: number;
    readonly burnIn: number;
    /** The square (−reach, reach)² is cut into cells². */
    readonly reach: number;
    readonly cells: number;
  };
}

const blocks = 8;
interface Job {
  readonly from: number;
  readonly to: number;
  readonly steps: number;
}
/** Per replicate and cell: visits, Σθ₁, Σθ₂, Σv₁, Σv₂. */
type Result = Float64Array[];

/**
 * Mean velocity of SGD by place, (θₖ₊₁ − θₖ₋₁)/(2η) over the steps with θₖ in a cell: the current over the
 * density, with no equation for either. One row per cell: its share of the visits, the mean place, and
 * both components ± standard errors from independent replicates. Scale shortens the run.
 *
 * @throws RangeError unless 0 < η < 2/λmax
 */
export function currentFieldExperiment(spec: CurrentFieldSpec): Experiment<Job, Result> {
  const {name, seed, replicates, settings} = spec;
  const {curvatures, noiseVariances, angle, learningRate: eta, burnIn, reach, cells} = settings;
  checkRates("learningRate", eta, curvatures);
  return {
    ...headOf(spec),
    spec: {replicates, ...settings},
    jobs: scale =>
      replicateBlocks(replicates, blocks).map(block => ({
        ...block,
        steps: scaledSteps(settings, scale, 2000)
      })),
    describe: ({from, to}) => `replicates ${from} to ${to - 1}`,
    cost: ({from, to, steps}) => (to - from) * steps,
    run: ({from, to, steps}) => {
      const [first, second] = rotatedFactor(noiseVariances, angle);
      return Array.from({length: to - from}, (_, r) => {
        const z = gaussianStream(
          streamState({seed, experiment: name, cell: "", replicate: from + r})
        );
        const sums = new Float64Array(5 * cells * cells);
        let [x0, y0, x, y] = [0, 0, 0, 0];
        for (let k = 0; k < steps; k++) {
          const [u, v] = [z(), z()];
          const x1 = x - eta * (curvatures[0] * x + first[0] * u + first[1] * v);
          const y1 = y - eta * (curvatures[1] * y + second[0] * u + second[1] * v);
          const i = Math.floor(((x + reach) * cells) / (2 * reach));
          const j = Math.floor(((y + reach) * cells) / (2 * reach));
          if (k >= burnIn && i >= 0 && i < cells && j >= 0 && j < cells) {
            const c = 5 * (i + cells * j);
            sums[c]++;
            sums[c + 1] += x;
            sums[c + 2] += y;
            sums[c + 3] += (x1 - x0) / (2 * eta);
            sums[c + 4] += (y1 - y0) / (2 * eta);
          }
          [x0, y0, x, y] = [x, y, x1, y1];
        }
        return sums;
      });
    },
    table: results => {
      const rows = results.flat();
      const width = (2 * reach) / cells;
      const places = Array.from({length: cells * cells}, (_, c) => c);
      const mean = (c: number, k: number) =>
        rows.reduce((sum, row) => sum + row[5 * c + k], 0) / rows.length;
      const ratio = (c: number, k: number) => mean(c, k) / mean(c, 0);
      // The error of a ratio of means: that of the mean of (sum − ratio·visits)/visits.
      const error = (c: number, k: number) => {
        const r = ratio(c, k);
        const visits = mean(c, 0);
        return estimate(rows.map(row => (row[5 * c + k] - r * row[5 * c]) / visits)).standardError;
      };
      const visits = places.reduce((sum, c) => sum + mean(c, 0), 0);
      return table(places, {
        x: number(c => (c % cells) * width + width / 2 - reach),
        y: number(c => Math.floor(c / cells) * width + width / 2 - reach),
        share: number(c => mean(c, 0) / visits),
        meanX: number(c => ratio(c, 1)),
        meanY: number(c => ratio(c, 2)),
        vx: number(c => ratio(c, 3)),
        vxError: number(c => error(c, 3)),
        vy: number(c => ratio(c, 4)),
        vyError: number(c => error(c, 4))
      });
    },
    vary: changes =>
      currentFieldExperiment(
        withSettings(spec, changes, {
          ofFixedLength: ["curvatures", "noiseVariances"],
          afterBurnIn: 2000,
          ranges: {cells: settingIn("[1, 500]", n => Number.isInteger(n) && n >= 1 && n <= 500)}
        })
      )
  };
}
