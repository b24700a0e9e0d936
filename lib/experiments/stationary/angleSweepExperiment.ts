import {rotatedFactor} from "../../linalg/rotatedCovariance.js";
import {estimate, secondMoment, timeSecondMomentOf} from "../../simulate/summary.js";
import {integer, number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {scaledSteps} from "../scaledSteps.js";
import {sweepExperiment} from "../sweepExperiment.js";
import {withSettings} from "../withSettings.js";
import {expectedEntries} from "./angleSweep.expected.js";
import {planeEntries, type TurnedNoiseSettings, turnedNoiseCell} from "./turnedNoise.js";

/** An Ornstein–Uhlenbeck process in the plane by Euler–Maruyama, its noise turned angle by angle. */
export interface AngleSweepSpec extends ReplicatedHead {
  /** The variances of the noise are the eigenvalues of F. */
  readonly settings: TurnedNoiseSettings & {
    readonly learningRate: number;
    readonly timeStep: number;
    /** The batch sizes at which one angle is run once more. */
    readonly otherBatchSizes: readonly number[];
    readonly otherAngle: number;
  };
}

/**
 * Stationary covariance of dθ = −ηHθ dt + √(2η/b) F(φ)^{1/2} dW stepped by Δt (Fisher, eq. (47) with
 * Experiment 2's F(φ) = R(φ) diag(v) R(φ)ᵀ): one row per batch size, angle and entry (1 1, 1 2, 2 2).
 * `measured` ± `standardError` is the time average of θᵢθⱼ after the burn-in over replicates, `spread`
 * its standard deviation from one replicate to the next; `final` ± `finalError` uses last states alone.
 *
 * @throws RangeError where a run of the other batch sizes is one of the sweep's
 */
export function angleSweepExperiment(spec: AngleSweepSpec): Experiment {
  const {replicates, settings} = spec;
  const {angles, batchSize, otherBatchSizes, otherAngle} = settings;
  if (angles.includes(otherAngle) && otherBatchSizes.includes(batchSize))
    throw new RangeError(
      `otherBatchSizes must not hold batchSize = ${batchSize} where otherAngle is one of angles; got ${otherAngle}`
    );
  return sweepExperiment({
    ...spec,
    cells: (settings, scale) => {
      const {angles, batchSize, otherBatchSizes, otherAngle, noiseVariances} = settings;
      const runs = [
        ...angles.map(angle => ({angle, b: batchSize})),
        ...otherBatchSizes.map(b => ({angle: otherAngle, b}))
      ];
      return runs.map(({angle, b}) => ({
        parameters: {angle, b},
        form: "eulerMaruyama" as const,
        ...turnedNoiseCell(settings, scale),
        noiseFactor: {dense: rotatedFactor([noiseVariances[0], noiseVariances[1]], angle)},
        batchSize: b,
        learningRate: settings.learningRate,
        timeStep: settings.timeStep
      }));
    },
    columns: (results, cells) => {
      const rows = results.flatMap((result, c) =>
        planeEntries.map(([i, j]) => ({
          angle: Number(cells[c].parameters["angle"]),
          b: Number(cells[c].parameters["b"]),
          i,
          j,
          overTime: estimate(timeSecondMomentOf(result, i, j)),
          last: secondMoment(result, i, j)
        }))
      );
      return table(rows, {
        angle: number(row => row.angle),
        b: integer(row => row.b),
        row: integer(row => row.i + 1),
        column: integer(row => row.j + 1),
        measured: number(row => row.overTime.mean),
        standardError: number(row => row.overTime.standardError),
        spread: number(row => row.overTime.standardError * Math.sqrt(row.overTime.replicates)),
        final: number(row => row.last.mean),
        finalError: number(row => row.last.standardError)
      });
    },
    expected: (settings, scale) => {
      const steps = scaledSteps(settings, scale);
      return {
        measured: {
          standardError: "standardError",
          replicates,
          value: row => expectedEntries(settings, row, steps).overTime
        },
        final: {
          standardError: "finalError",
          replicates,
          value: row => expectedEntries(settings, row, steps).last
        }
      };
    },
    vary: changes =>
      angleSweepExperiment(
        withSettings(spec, changes, {ofFixedLength: ["curvatures", "noiseVariances"]})
      )
  });
}
