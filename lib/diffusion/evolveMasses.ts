import {numberIn} from "../check.js";
import type {FokkerPlanck} from "./fokkerPlanck.js";
import {massRate} from "./massRate.js";

/**
 * The probabilities of the cells after a time t, m(t) = e^{tA} m(0), A the rates of the equation.
 *
 * No discretisation of time: e^{tA} = Σₖ Poisson(k; qt) (I + A/q)ᵏ with q the largest rate of leaving a
 * cell, a sum of non-negative terms, cut where a term weighs less than 1e-17. Positive and conservative.
 * About qt + 8√qt applications of A; q is some 2(Q₁₁ + Q₂₂)/h².
 *
 * Method: uniformisation (Jensen 1953), in pieces of qt ≤ 500 so that no weight underflows.
 *
 * @throws RangeError if time < 0, or masses have another length or a negative or non-finite entry.
 * @example evolveMasses(equation, start, 0.5).reduce((sum, m) => sum + m) // 1
 */
export function evolveMasses(
  equation: FokkerPlanck,
  masses: ArrayLike<number>,
  time: number
): Float64Array {
  numberIn("time", time, "[0, ∞)", t => t >= 0);
  if (masses.length !== equation.size)
    throw new RangeError(`masses must have length ${equation.size}; got ${masses.length}`);
  let m = Float64Array.from(masses);
  const bad = m.findIndex(x => !(x >= 0 && x < Infinity));
  if (bad >= 0) throw new RangeError(`masses[${bad}] must lie in [0, ∞); got ${m[bad]}`);
  const q = fastestExit(equation);
  const pieces = Math.ceil((q * time) / 500);
  const rate = new Float64Array(equation.size);
  for (let piece = 0; piece < pieces; piece++) {
    const mean = (q * time) / pieces;
    let weight = Math.exp(-mean);
    let power = m;
    m = power.map(x => weight * x);
    power = Float64Array.from(power);
    let sum = weight;
    for (let k = 1; k <= mean || weight > 1e-17; k++) {
      massRate(equation, power, rate);
      weight *= mean / k;
      for (let c = 0; c < m.length; c++) {
        power[c] = Math.max(0, power[c] + rate[c] / q);
        m[c] += weight * power[c];
      }
      sum += weight;
    }
    for (let c = 0; c < m.length; c++) m[c] /= sum;
  }
  return m;
}

/** The largest rate at which a cell is left. */
function fastestExit({size, offsets, forward, backward}: FokkerPlanck): number {
  const exit = new Float64Array(size);
  offsets.forEach((o, k) => {
    for (let c = 0; c + o < size; c++) {
      exit[c] += forward[k][c];
      exit[c + o] += backward[k][c];
    }
  });
  return exit.reduce((a, b) => Math.max(a, b));
}
