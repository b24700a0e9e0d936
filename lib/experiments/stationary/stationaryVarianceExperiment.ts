import {estimate, stateOf, timeSecondMomentOf} from "../../simulate/summary.js";
import type {Experiment} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {scaledSteps} from "../scaledSteps.js";
import {sweepExperiment} from "../sweepExperiment.js";

/** An Ornstein–Uhlenbeck process run by Euler–Maruyama to stationarity, over a grid of batch sizes. */
export interface StationaryVarianceSpec extends ReplicatedHead {
  readonly settings: {
    readonly hessianEigenvalues: readonly number[];
    /** Diagonal of F. */
    readonly noiseVariances: readonly number[];
    readonly learningRate: number;
    readonly timeStep: number;
    /** Batch sizes. */
    readonly b: readonly number[];
    readonly steps: number;
    /** Steps before averaging begins. */
    readonly burnIn: number;
  };
}

/**
 * Variances of dθ = −ηHθ dt + √(2η/b) F^{1/2} dW, H and F diagonal, stepped by Δt (Fisher, eq. (47)):
 * one row per batch size and coordinate. `variance` ± `standardError` is the time average of θᵢ² after
 * the burn-in, averaged over replicates (E θ = 0 exactly, since every replicate starts there);
 * `finalVariance` ± `finalStandardError` uses the last state of each replicate alone. Standard errors
 * come from the spread over independent replicates.
 */
export function stationaryVarianceExperiment(spec: StationaryVarianceSpec): Experiment {
  return sweepExperiment({
    ...spec,
    settings: {...spec.settings},
    cells: (settings, scale) =>
      settings.b.map(b => ({
        parameters: {b},
        form: "eulerMaruyama" as const,
        hessianEigenvalues: settings.hessianEigenvalues,
        noiseFactor: {diagonal: settings.noiseVariances.map(v => Math.sqrt(v))},
        batchSize: b,
        learningRate: settings.learningRate,
        timeStep: settings.timeStep,
        steps: scaledSteps(settings, scale),
        burnIn: settings.burnIn,
        moments: "diagonal" as const
      })),
    columns: (results, cells) => {
      const rows = results.flatMap((result, c) =>
        cells[c].hessianEigenvalues.map((h, i) => {
          const overTime = estimate(timeSecondMomentOf(result, i, i));
          const last = estimate(stateOf(result, i).map(x => x * x));
          return {b: Number(cells[c].parameters["b"]), i, h, overTime, last};
        })
      );
      return {
        b: Int32Array.from(rows, row => row.b),
        coordinate: Int32Array.from(rows, row => row.i + 1),
        curvature: Float64Array.from(rows, row => row.h),
        variance: Float64Array.from(rows, row => row.overTime.mean),
        standardError: Float64Array.from(rows, row => row.overTime.standardError),
        finalVariance: Float64Array.from(rows, row => row.last.mean),
        finalStandardError: Float64Array.from(rows, row => row.last.standardError)
      };
    }
  }) as Experiment;
}
