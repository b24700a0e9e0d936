import {rotatedFactor} from "../../linalg/rotatedCovariance.js";
import {timeSecondMoment} from "../../simulate/summary.js";
import {cellMoments} from "../cellMoments.js";
import {integer, number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {checkRates} from "../relations.js";
import {sweepExperiment} from "../sweepExperiment.js";
import {withSettings} from "../withSettings.js";
import {planeEntries, type TurnedNoiseSettings, turnedNoiseCell} from "./turnedNoise.js";

/** SGD on a quadratic in the plane with noise turned against the curvature, at several steps. */
export interface RotatedNoiseSpec extends ReplicatedHead {
  readonly settings: TurnedNoiseSettings & {readonly learningRates: readonly number[]};
}

/**
 * Stationary covariance of θ ← θ − η(Hθ + ζ), Cov ζ = R(φ) diag(v) R(φ)ᵀ/b (Fisher, eq. (33)): one row
 * per angle, learning rate and entry (1 1, 1 2, 2 2). `measured` ± `standardError` is the time average
 * of θᵢθⱼ after the burn-in over independent replicates.
 *
 * @throws RangeError unless 0 < η < 2/λmax
 */
export function rotatedNoiseExperiment(spec: RotatedNoiseSpec): Experiment {
  checkRates("learningRates", spec.settings.learningRates, spec.settings.curvatures);
  return sweepExperiment({
    ...spec,
    cells: (settings, scale) =>
      settings.angles.flatMap(angle =>
        settings.learningRates.map(learningRate => ({
          parameters: {angle, eta: learningRate},
          ...turnedNoiseCell(settings, scale),
          noiseFactor: {
            dense: rotatedFactor([settings.noiseVariances[0], settings.noiseVariances[1]], angle)
          },
          batchSize: settings.batchSize,
          learningRate
        }))
      ),
    columns: (results, cells) => {
      const rows = results.flatMap((result, c) =>
        planeEntries.map(([i, j]) => ({
          parameters: cells[c].parameters,
          i,
          j,
          ...timeSecondMoment(result, i, j)
        }))
      );
      return table(rows, {
        angle: number(row => Number(row.parameters["angle"])),
        learningRate: number(row => Number(row.parameters["eta"])),
        row: integer(row => row.i + 1),
        column: integer(row => row.j + 1),
        measured: number(row => row.mean),
        standardError: number(row => row.standardError)
      });
    },
    expected: (_, __, cells) => {
      const of = cellMoments(cells);
      return {
        measured: {
          standardError: "standardError",
          replicates: spec.replicates,
          value: ({angle, learningRate, row, column}) =>
            of({angle, eta: learningRate}).overTime(row - 1, column - 1)
        }
      };
    },
    vary: changes =>
      rotatedNoiseExperiment(
        withSettings(spec, changes, {ofFixedLength: ["curvatures", "noiseVariances"]})
      )
  });
}
