import type {Rows} from "../cases/matrices.js";
import {product, type Square, scale, trace} from "./arrays.js";

/** The largest eigenvalue of a matrix with real ones, by its powers. */
export function largestByPowers(a: Rows): number {
  let power: Square = a.map(row => [...row]);
  let logarithm = 0;
  let squarings = 0;
  for (; squarings < 60; squarings++) {
    const size = trace(power);
    logarithm += Math.log(size) / 2 ** squarings;
    power = scale(power, 1 / size);
    power = product(power, power);
  }
  return Math.exp(logarithm + Math.log(trace(power)) / 2 ** squarings);
}
