import type {FokkerPlanck} from "./fokkerPlanck.js";

/**
 * dm/dt of the probabilities m of the cells, written into `rate`.
 *
 * @example massRate(equation, stationaryMasses(equation), rate); // zeros, to rounding
 */
export function massRate(
  {size, offsets, forward, backward}: FokkerPlanck,
  masses: Float64Array,
  rate: Float64Array
): Float64Array {
  rate.fill(0);
  for (let k = 0; k < offsets.length; k++) {
    const o = offsets[k];
    const ahead = forward[k];
    const back = backward[k];
    for (let c = 0; c + o < size; c++) {
      const flow = ahead[c] * masses[c] - back[c] * masses[c + o];
      rate[c] -= flow;
      rate[c + o] += flow;
    }
  }
  return rate;
}
