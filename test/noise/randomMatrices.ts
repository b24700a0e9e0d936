import {Matrix} from "ml-matrix";
import {uniformSource} from "../statistics/uniformSource.js";

/** A random symmetric positive definite matrix XᵀX/d + shift·I. */
export function randomDefinite(d: number, seed: number, shift = 0.3): Matrix {
  const source = uniformSource(seed);
  const x = Matrix.zeros(d, d);
  for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) x.set(i, j, source.normal());
  const s = x.transpose().mmul(x).div(d);
  for (let i = 0; i < d; i++) s.set(i, i, s.get(i, i) + shift);
  return Matrix.add(s, s.transpose()).div(2);
}
