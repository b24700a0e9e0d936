import {rotatedFactor} from "../linalg/rotatedCovariance.js";
import type {Experiment} from "./experiment.js";
import {estimate, secondMoment, timeSecondMomentOf} from "./summary.js";
import {sweepExperiment} from "./sweepExperiment.js";

/** An Ornstein–Uhlenbeck process in the plane by Euler–Maruyama, its noise turned angle by angle. */
export interface AngleSweepSpec {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly seed: number;
  readonly replicates: number;
  readonly settings: {
    readonly curvatures: readonly number[];
    /** Eigenvalues of F. */
    readonly noiseVariances: readonly number[];
    readonly learningRate: number;
    readonly timeStep: number;
    /** φ in degrees. */
    readonly angles: readonly number[];
    readonly batchSize: number;
    /** The batch sizes at which one angle is run once more. */
    readonly otherBatchSizes: readonly number[];
    readonly otherAngle: number;
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
 * Stationary covariance of dθ = −ηHθ dt + √(2η/b) F(φ)^{1/2} dW stepped by Δt (Fisher, eq. (47) with
 * Experiment 2's F(φ) = R(φ) diag(v) R(φ)ᵀ): one row per batch size, angle and entry (1 1, 1 2, 2 2).
 * `measured` ± `standardError` is the time average of θᵢθⱼ after the burn-in over replicates, `spread`
 * its standard deviation from one replicate to the next; `final` ± `finalError` uses last states alone.
 */
export function angleSweepExperiment(spec: AngleSweepSpec): Experiment {
  return sweepExperiment({
    ...spec,
    settings: {...spec.settings},
    cells: (settings, scale) => {
      const {angles, batchSize, otherBatchSizes, otherAngle, noiseVariances, burnIn} = settings;
      const runs = [
        ...angles.map(angle => ({angle, b: batchSize})),
        ...otherBatchSizes.map(b => ({angle: otherAngle, b}))
      ];
      return runs.map(({angle, b}) => ({
        parameters: {angle, b},
        form: "eulerMaruyama" as const,
        hessianEigenvalues: settings.curvatures,
        noiseFactor: {dense: rotatedFactor([noiseVariances[0], noiseVariances[1]], angle)},
        batchSize: b,
        learningRate: settings.learningRate,
        timeStep: settings.timeStep,
        steps: burnIn + Math.max(2, Math.floor((settings.steps - burnIn) * scale)),
        burnIn,
        moments: "full" as const
      }));
    },
    columns: (results, cells) => {
      const rows = results.flatMap((result, c) =>
        entries.map(([i, j]) => ({
          angle: Number(cells[c].parameters["angle"]),
          b: Number(cells[c].parameters["b"]),
          i,
          j,
          overTime: estimate(timeSecondMomentOf(result, i, j)),
          last: secondMoment(result, i, j)
        }))
      );
      const number = (f: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, f);
      return {
        angle: number(row => row.angle),
        b: Int32Array.from(rows, row => row.b),
        row: Int32Array.from(rows, row => row.i + 1),
        column: Int32Array.from(rows, row => row.j + 1),
        measured: number(row => row.overTime.mean),
        standardError: number(row => row.overTime.standardError),
        spread: number(row => row.overTime.standardError * Math.sqrt(row.overTime.replicates)),
        final: number(row => row.last.mean),
        finalError: number(row => row.last.standardError)
      };
    }
  }) as Experiment;
}
