import {estimate, stateOf, timeSecondMomentOf} from "../../simulate/summary.js";
import {integer, number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {checkLengths} from "../relations.js";
import {scaledSteps} from "../scaledSteps.js";
import {sweepExperiment} from "../sweepExperiment.js";
import {withSettings} from "../withSettings.js";
import {expectedVariances} from "./stationaryVariance.expected.js";

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
 *
 * @throws RangeError unless there is a variance for each curvature
 */
export function stationaryVarianceExperiment(spec: StationaryVarianceSpec): Experiment {
  const {
    replicates,
    settings: {hessianEigenvalues, noiseVariances}
  } = spec;
  checkLengths({hessianEigenvalues, noiseVariances});
  return sweepExperiment({
    ...spec,
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
        cells[c].hessianEigenvalues.map((h, i) => ({
          b: Number(cells[c].parameters["b"]),
          i,
          h,
          overTime: estimate(timeSecondMomentOf(result, i, i)),
          last: estimate(stateOf(result, i).map(x => x * x))
        }))
      );
      return table(rows, {
        b: integer(row => row.b),
        coordinate: integer(row => row.i + 1),
        curvature: number(row => row.h),
        variance: number(row => row.overTime.mean),
        standardError: number(row => row.overTime.standardError),
        finalVariance: number(row => row.last.mean),
        finalStandardError: number(row => row.last.standardError)
      });
    },
    expected: (settings, scale) => {
      const steps = scaledSteps(settings, scale);
      return {
        variance: {
          standardError: "standardError",
          replicates,
          value: row => expectedVariances(settings, row, steps).overTime
        },
        finalVariance: {
          standardError: "finalStandardError",
          replicates,
          value: row => expectedVariances(settings, row, steps).last
        }
      };
    },
    vary: changes => stationaryVarianceExperiment(withSettings(spec, changes))
  });
}
