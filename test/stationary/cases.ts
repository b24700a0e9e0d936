import fc from "fast-check";
import type {Matrix} from "ml-matrix";
import {randomMatrix, randomSpd, uniforms} from "../linalg/random.js";

/** A random pair of non-commuting matrices and where in the stability region to test it. */
export interface Case {
  n: number;
  hessian: Matrix;
  noise: Matrix;
  preconditioner: Matrix;
  momentum: number;
  nu: number;
  /** The learning rate as a fraction of the largest stable one. */
  fraction: number;
}

const unit = fc.integer({min: 1, max: 9999}).map(x => x / 10000);

/** Fractions of an interval that crowd towards both of its ends, as near as 0.5e-5. */
const crowded = fc
  .integer({min: -5000, max: 5000})
  .map(x => (x < 0 ? 0.5 * 10 ** -(5 + x / 1000) : 1 - 0.5 * 10 ** (x / 1000 - 5)));

export const cases = fc
  .record({
    n: fc.integer({min: 1, max: 6}),
    seed: fc.integer({min: 1, max: 1e6}),
    decades: unit.map(x => 5 * x),
    momentum: fc.oneof(
      unit.map(x => 0.999 * x),
      fc.constant(0)
    ),
    nu: fc.oneof(unit, fc.constantFrom(0, 1)),
    fraction: fc.oneof(crowded, unit)
  })
  .map(({n, seed, decades, ...rest}): Case => {
    const uniform = uniforms(seed);
    return {
      n,
      hessian: randomSpd(n, 10 ** decades, uniform).mul(0.1 + 10 * uniform()),
      noise: randomSpd(n, 100, uniform),
      preconditioner: randomSpd(n, 100, uniform),
      ...rest
    };
  });

/** The largest eigenvalue of a matrix with a real positive spectrum, by the power method. */
export function largestEigenvalue(A: Matrix): number {
  let power = A.clone().div(A.norm());
  for (let i = 0; i < 60; i++) {
    power = power.mmul(power);
    power.div(power.norm());
  }
  const v = power.mmul(randomMatrix(A.rows, uniforms(1))).subMatrix(0, A.rows - 1, 0, 0);
  return A.mmul(v).norm() / v.norm();
}
