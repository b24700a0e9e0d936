import {around} from "./measure.js";
import {type FourthMoments, influenceError, squareOfTrace, traceOfSquare} from "./moments.js";
import type {Estimated} from "./quadratic.js";
import type {Sample} from "./sample.js";
import type {Measure} from "./types.js";

/**
 * (Tr G)²/Tr G² of unbiased estimates of both; influence by that of each, from xᵢᵀKxᵢ of the rows and their scatter K,
 * with or without its eigenvalues.
 */
export function participation(
  sample: Sample,
  quadratics: Float64Array,
  {trace, moments}: {trace: Estimated; moments: FourthMoments}
): Measure {
  const {n, d, quantile, factor} = sample;
  const rank = Math.min(d, n - 1);
  const square = traceOfSquare(n, moments, rank);
  const value = Math.min(d, Math.max(1, squareOfTrace(n, moments) / square));
  const influence = quadratics.map((quadratic, i) => {
    const relative = ((factor * factor) / (n - 1)) * (quadratic / moments.square);
    return 2 * value * (trace.influence[i] / trace.value - (relative - 1));
  });
  const mean = influence.reduce((sum, x) => sum + x / n, 0);
  const bias = moments.trace ** 2 / moments.square - value;
  return around(
    value,
    influenceError(
      sample,
      influence.map(x => x - mean)
    ),
    quantile,
    {least: 1, most: d, bias}
  );
}
