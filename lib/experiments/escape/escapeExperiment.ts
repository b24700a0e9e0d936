import {estimate, weightedSquaresOf} from "../../simulate/summary.js";
import {cellMoments, expectedSquares} from "../cellMoments.js";
import {integer, number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {checkAscending, checkLengths, checkRates} from "../relations.js";
import {wholeFrom} from "../settingRanges.js";
import {sweepExperiment} from "../sweepExperiment.js";
import {withSettings} from "../withSettings.js";

/** Mean loss of runs that start at the minimum, over learning rates and times. */
export interface EscapeSpec extends ReplicatedHead {
  readonly settings: {
    readonly curvatures: readonly number[];
    /** Variance of the gradient noise along each eigenvector. */
    readonly noise: readonly number[];
    readonly learningRates: readonly number[];
    /** Numbers of steps, ascending. */
    readonly times: readonly number[];
  };
}

/**
 * E(t) = E[L(θ_t) − L(θ_0)] of finite-rate (17), L = ½ Σ hᵢθᵢ²: one row per learning rate and time,
 * `loss` ± `standardError` over replicates. The times of one learning rate share their runs.
 *
 * @throws RangeError unless there is a variance for each curvature, 0 < η < 2/λmax, and times ascend
 */
export function escapeExperiment(spec: EscapeSpec): Experiment {
  checkLengths({curvatures: spec.settings.curvatures, noise: spec.settings.noise});
  checkRates("learningRates", spec.settings.learningRates, spec.settings.curvatures);
  checkAscending("times", spec.settings.times);
  return sweepExperiment({
    ...spec,
    cells: ({curvatures, noise, learningRates, times}) =>
      learningRates.map(eta => ({
        parameters: {eta},
        hessianEigenvalues: curvatures,
        noiseFactor: {diagonal: noise.map(c => Math.sqrt(c))},
        learningRate: eta,
        steps: times[times.length - 1],
        snapshots: times
      })),
    columns: (results, cells) => {
      const {curvatures, times} = spec.settings;
      const weights = curvatures.map(h => h / 2);
      const rows = results.flatMap((result, c) =>
        times.map((t, at) => ({
          eta: Number(cells[c].parameters["eta"]),
          t,
          ...estimate(weightedSquaresOf(result, weights, at))
        }))
      );
      return table(rows, {
        learningRate: number(row => row.eta),
        steps: integer(row => row.t),
        loss: number(row => row.mean),
        standardError: number(row => row.standardError)
      });
    },
    expected: ({curvatures, times}, _, cells) => {
      const of = cellMoments(cells);
      const weights = curvatures.map(h => h / 2);
      return {
        loss: {
          standardError: "standardError",
          replicates: spec.replicates,
          value: ({learningRate, steps}) =>
            expectedSquares(of({eta: learningRate}), weights, times.indexOf(steps))
        }
      };
    },
    vary: changes => escapeExperiment(withSettings(spec, changes, {ranges: {times: wholeFrom(1)}}))
  });
}
