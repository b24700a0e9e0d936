import {scale} from "../elementary/bits.js";
import {type Dense, frobenius} from "./dense.js";

/** What a sweep must take off ‖row‖ + ‖column‖ to be worth it, as in LAPACK. */
const worthwhile = 0.95;
const mostPasses = 100;
/** Exponents of D: entries that are further apart are nothing beside one another, and must not underflow. */
const mostExponent = 128;

/**
 * D⁻¹AD with rows and columns of like norm, for D = diag(2^exponents), so that nothing is rounded.
 *
 * Method: Parlett and Reinsch 1969 with the 2-norm (James, Langou and Lowery 2014).
 */
export function balance(a: Dense, n: number): {balanced: Dense; exponents: Int32Array} {
  const balanced = a.slice();
  const exponents = new Int32Array(n);
  const line = new Float64Array(n);
  const norm = (first: number, stride: number) => {
    for (let k = 0; k < n; k++) line[k] = balanced[first + k * stride];
    return frobenius(line);
  };
  for (let pass = 0, changed = true; changed && pass < mostPasses; pass++) {
    changed = false;
    for (let i = 0; i < n; i++) {
      let column = norm(i, n);
      let row = norm(i * n, 1);
      const before = column + row;
      let power = 0;
      for (; column > 0 && column < row / 2; power++) [column, row] = [column * 2, row / 2];
      for (; row > 0 && row < column / 2; power--) [column, row] = [column / 2, row * 2];
      power = Math.max(-mostExponent, Math.min(mostExponent, exponents[i] + power)) - exponents[i];
      if (power === 0 || !(column + row < worthwhile * before)) continue;
      exponents[i] += power;
      changed = true;
      for (let k = 0; k < n; k++) {
        if (k === i) continue;
        balanced[k * n + i] = scale(balanced[k * n + i], power);
        balanced[i * n + k] = scale(balanced[i * n + k], -power);
      }
    }
  }
  return {balanced, exponents};
}
