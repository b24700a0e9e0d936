import type {Matrix} from "ml-matrix";
import {exponentOf, scale} from "../elementary/bits.js";

/** The matrix times the power of two that brings its largest entry near 1, in place: squares stay in range. */
export function scaledToOne(m: Matrix): Matrix {
  let largest = 0;
  for (let i = 0; i < m.rows; i++)
    for (let j = 0; j < m.columns; j++) largest = Math.max(largest, Math.abs(m.get(i, j)));
  if (largest === 0) return m;
  const power = -exponentOf(largest);
  for (let i = 0; i < m.rows; i++)
    for (let j = 0; j < m.columns; j++) m.set(i, j, scale(m.get(i, j), power));
  return m;
}
