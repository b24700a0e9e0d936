import {integer, optionsOf, positive} from "../check.js";
import {heavyBallGain} from "../stationary/heavyBallGain.js";
import {heavyBallLimit, heavyBallRoom, momentumIn} from "../stationary/stability.js";
import {type Curvature, weighted} from "./curvature.js";
import {absent, exactly} from "./measure.js";
import {measureOf, traceAndMean} from "./quadratic.js";
import {argumentNames, type QuestionNames} from "./questionNames.js";
import type {Sample} from "./sample.js";
import type {Measure, RunQuestion, StationaryNumbers} from "./types.js";

/** Holds a run to what its argument may be. */
export function checkRun(
  run: RunQuestion,
  size: number | undefined,
  names: QuestionNames = argumentNames
): void {
  optionsOf("run", run, ["learningRate", "batchSize", "momentum", "replacement"]);
  positive(names.learningRate, run.learningRate);
  const without = run.replacement === false && size !== undefined;
  integer(names.batchSize, run.batchSize, 1, without ? size : Infinity);
  momentumIn(run.momentum ?? 0, names.momentum);
}

/**
 * By which the covariance G of a single sample is multiplied to be that of a batch's mean: 1/b with
 * replacement or where N is unknown; (N−b)/(b(N−1)) without.
 */
export function batchShare(b: number, replacement: boolean, size: number | undefined): number {
  return replacement || size === undefined ? 1 / b : (size - b) / (b * (size - 1));
}

/**
 * The stationary law of heavy ball on the quadratic of H, along its positive directions
 *
 *     Σₐₐ = Cₐₐ·gain(hₐ, hₐ),   Tr Σ,   floor = ½ Σ hₐΣₐₐ
 *
 * in the eigenbasis of H, with C the covariance of a batch's mean and the gain of `momentumCovariance`: exact
 * for noise of any law that does not depend on the state. Both are linear in G, with the influence of
 * Tr W G, W = gain, or ½h·gain. `limit` is 2(1+µ)/λmax(H). Parameters squared for Tr Σ, units of the
 * loss for the floors.
 */
export function stationaryNumbers(
  sample: Sample,
  curvature: Curvature,
  run: RunQuestion,
  size: number | undefined
): StationaryNumbers {
  const {learningRate: eta, batchSize, momentum = 0, replacement = true} = run;
  const h = curvature.values;
  const largest = h[h.length - 1];
  const limit = heavyBallLimit(largest, momentum);
  const share = batchShare(batchSize, replacement, size);
  const linear = (weights: readonly number[]): Measure => {
    const {trace} = traceAndMean(
      sample,
      weighted(
        curvature,
        weights.map(w => w * share)
      )
    );
    return sample.whole ? exactly(trace.value) : measureOf(sample, {...trace, bias: undefined});
  };
  const continuousFloor = linear(h.map(() => eta / (4 * (1 - momentum))));
  if (!(eta < limit && heavyBallRoom(largest, eta, momentum) > 0)) {
    const none = absent(
      `η = ${eta} is not below ${limit}, the largest stable one: nothing settles`
    );
    return {limit: exactly(limit), traceCovariance: none, floor: none, continuousFloor};
  }
  const gains = h.map(x => heavyBallGain(x, x, eta, momentum));
  return {
    limit: exactly(limit),
    traceCovariance: linear(gains),
    floor: linear(gains.map((gain, a) => (h[a] * gain) / 2)),
    continuousFloor
  };
}
