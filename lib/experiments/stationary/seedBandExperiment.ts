import {rotatedFactor} from "../../linalg/rotatedCovariance.js";
import {estimate, timeAverageOf, timeSecondMomentOf} from "../../simulate/summary.js";
import {cellMoments} from "../cellMoments.js";
import {integer, number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {checkMultiple} from "../relations.js";
import {sweepExperiment} from "../sweepExperiment.js";
import {withSettings} from "../withSettings.js";
import {type TurnedNoiseSettings, turnedNoiseCell} from "./turnedNoise.js";

/** Short runs of the turned process, a handful of seeds at a time. */
export interface SeedBandSpec extends ReplicatedHead {
  /** A multiple of `seeds`. */
  readonly replicates: number;
  /** The variances of the noise are the eigenvalues of F; the surrogate has their mean in every direction. */
  readonly settings: TurnedNoiseSettings & {
    readonly learningRate: number;
    readonly timeStep: number;
    /** How many runs make one figure. */
    readonly seeds: number;
  };
}

/**
 * What a figure of `seeds` runs shows of Σ₁₂ (Fisher, Figure 6), over many such figures: one row per
 * angle. `mean` ± `standardError` and `spread` are those of single runs' time averages of θ₁θ₂;
 * `centred` ± `centredError` the same with each run's own means subtracted; `surrogate` ±
 * `surrogateError` and `surrogateSpread` under isotropic noise of the same trace. `apart` is the share
 * of figures in which the two bands, mean ± one standard deviation over the seeds, do not touch.
 *
 * @throws RangeError unless replicates is a multiple of seeds
 */
export function seedBandExperiment(spec: SeedBandSpec): Experiment {
  const {seeds} = spec.settings;
  checkMultiple(["replicates", spec.replicates], ["seeds", seeds]);
  const [v1, v2] = spec.settings.noiseVariances;
  const root = Math.sqrt((v1 + v2) / 2);
  return sweepExperiment({
    ...spec,
    cells: (settings, scale) =>
      settings.angles.flatMap(angle =>
        [rotatedFactor([v1, v2], angle), rotatedFactor([root * root, root * root], 0)].map(
          (dense, k) => ({
            parameters: {angle, noise: k === 0 ? "turned" : "isotropic"},
            form: "eulerMaruyama" as const,
            ...turnedNoiseCell(settings, scale),
            noiseFactor: {dense},
            batchSize: settings.batchSize,
            learningRate: settings.learningRate,
            timeStep: settings.timeStep
          })
        )
      ),
    columns: (results, cells) => {
      const rows = spec.settings.angles.map((_, a) => {
        const [turned, isotropic] = [results[2 * a], results[2 * a + 1]];
        const [x, y] = [turned, isotropic].map(result => timeSecondMomentOf(result, 0, 1));
        const [first, second] = [timeAverageOf(turned, 0), timeAverageOf(turned, 1)];
        return {
          angle: Number(cells[2 * a].parameters["angle"]),
          turned: estimate(x),
          centred: estimate(x.map((value, r) => value - first[r] * second[r])),
          surrogate: estimate(y),
          apart: apart(x, y, seeds)
        };
      });
      const spread = ({standardError, replicates}: {standardError: number; replicates: number}) =>
        standardError * Math.sqrt(replicates);
      return table(rows, {
        angle: number(row => row.angle),
        mean: number(row => row.turned.mean),
        standardError: number(row => row.turned.standardError),
        spread: number(row => spread(row.turned)),
        centred: number(row => row.centred.mean),
        centredError: number(row => row.centred.standardError),
        surrogate: number(row => row.surrogate.mean),
        surrogateError: number(row => row.surrogate.standardError),
        surrogateSpread: number(row => spread(row.surrogate)),
        apart: number(row => row.apart),
        figures: integer(row => row.turned.replicates / seeds)
      });
    },
    expected: (_, __, cells) => {
      const of = cellMoments(cells);
      const {replicates} = spec;
      return {
        mean: {
          standardError: "standardError",
          replicates,
          value: ({angle}) => of({angle, noise: "turned"}).overTime(0, 1)
        },
        centred: {
          standardError: "centredError",
          replicates,
          value: ({angle}) => {
            const moments = of({angle, noise: "turned"});
            return moments.overTime(0, 1) - moments.average(0, 1);
          }
        },
        surrogate: {
          standardError: "surrogateError",
          replicates,
          value: ({angle}) => of({angle, noise: "isotropic"}).overTime(0, 1)
        }
      };
    },
    vary: changes =>
      seedBandExperiment(
        withSettings(spec, changes, {ofFixedLength: ["curvatures", "noiseVariances"]})
      )
  });
}

/** The share of groups of `size` whose intervals mean ± s do not overlap. */
function apart(x: Float64Array, y: Float64Array, size: number): number {
  const groups = x.length / size;
  let count = 0;
  for (let g = 0; g < groups; g++) {
    const [p, q] = [x, y].map(values => {
      const {mean, standardError} = estimate(values.subarray(g * size, (g + 1) * size));
      return {mean, deviation: standardError * Math.sqrt(size)};
    });
    if (Math.abs(p.mean - q.mean) > p.deviation + q.deviation) count++;
  }
  return count / groups;
}
