import {rotatedFactor} from "../linalg/rotatedCovariance.js";
import type {Experiment} from "../simulate/experiment.js";
import {timeSecondMoment} from "../simulate/summary.js";
import {sweepExperiment} from "../simulate/sweepExperiment.js";

/** SGD on a quadratic in the plane with noise turned against the curvature, at several steps. */
export interface RotatedNoiseSpec {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly seed: number;
  readonly replicates: number;
  readonly settings: {
    readonly curvatures: readonly number[];
    /** Per sample, along the turned axes. */
    readonly noiseVariances: readonly number[];
    /** φ in degrees. */
    readonly angles: readonly number[];
    readonly learningRates: readonly number[];
    readonly batchSize: number;
    readonly steps: number;
    /** Steps before averaging begins. */
    readonly burnIn: number;
  };
}

const entries = [
  [0, 0],
  [0, 1],
  [1, 1]
] as const;

/**
 * Stationary covariance of θ ← θ − η(Hθ + ζ), Cov ζ = R(φ) diag(v) R(φ)ᵀ/b (Fisher, eq. (33)): one row
 * per angle, learning rate and entry (1 1, 1 2, 2 2). `measured` ± `standardError` is the time average
 * of θᵢθⱼ after the burn-in over independent replicates.
 */
export function rotatedNoiseExperiment(spec: RotatedNoiseSpec): Experiment {
  return sweepExperiment({
    ...spec,
    settings: {...spec.settings},
    cells: (settings, scale) =>
      settings.angles.flatMap(angle =>
        settings.learningRates.map(learningRate => ({
          parameters: {angle, eta: learningRate},
          hessianEigenvalues: settings.curvatures,
          noiseFactor: {
            dense: rotatedFactor([settings.noiseVariances[0], settings.noiseVariances[1]], angle)
          },
          batchSize: settings.batchSize,
          learningRate,
          steps:
            settings.burnIn + Math.max(2, Math.floor((settings.steps - settings.burnIn) * scale)),
          burnIn: settings.burnIn,
          moments: "full" as const
        }))
      ),
    columns: (results, cells) => {
      const rows = results.flatMap((result, c) =>
        entries.map(([i, j]) => ({
          ...cells[c].parameters,
          i,
          j,
          ...timeSecondMoment(result, i, j)
        }))
      ) as {
        angle: number;
        eta: number;
        i: number;
        j: number;
        mean: number;
        standardError: number;
      }[];
      return {
        angle: Float64Array.from(rows, row => row.angle),
        learningRate: Float64Array.from(rows, row => row.eta),
        row: Int32Array.from(rows, row => row.i + 1),
        column: Int32Array.from(rows, row => row.j + 1),
        measured: Float64Array.from(rows, row => row.mean),
        standardError: Float64Array.from(rows, row => row.standardError)
      };
    }
  }) as Experiment;
}
