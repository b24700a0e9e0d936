import type {Matrix} from "ml-matrix";
import {eye, plus, times} from "./algebra.js";

/** exp(A) by sixty terms of its series, for ‖A‖ of a few units. */
export function exponential(a: Matrix): Matrix {
  let [sum, term] = [eye(a.rows), eye(a.rows)];
  for (let k = 1; k < 60; k++) {
    term = times(1 / k, times(term, a));
    sum = plus(sum, term);
  }
  return sum;
}
