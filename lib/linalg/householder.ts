import type {Dense} from "./dense.js";

/** I − β v vᵀ, which maps the vector it was made for to a multiple of the first unit vector. */
export interface Reflector {
  v: number[];
  beta: number;
}

export function reflector(x: number[]): Reflector {
  const scale = Math.max(...x.map(Math.abs));
  if (scale === 0) return {v: x, beta: 0};
  const v = x.map(y => y / scale);
  const length = Math.sqrt(v.reduce((sum, y) => sum + y * y, 0));
  v[0] += v[0] < 0 ? -length : length;
  return {v, beta: 2 / v.reduce((sum, y) => sum + y * y, 0)};
}

/** Rows `first`, `first` + 1, … of `a` become (I − βvvᵀ) times themselves, in columns [from, to). */
export function applyLeft(
  a: Dense,
  n: number,
  first: number,
  {v, beta}: Reflector,
  from: number,
  to: number
): void {
  if (beta === 0) return;
  for (let j = from; j < to; j++) {
    let sum = 0;
    for (let i = 0; i < v.length; i++) sum += v[i] * a[(first + i) * n + j];
    sum *= beta;
    for (let i = 0; i < v.length; i++) a[(first + i) * n + j] -= sum * v[i];
  }
}

/** Columns `first`, `first` + 1, … of `a` become themselves times (I − βvvᵀ), in rows [from, to). */
export function applyRight(
  a: Dense,
  n: number,
  first: number,
  {v, beta}: Reflector,
  from: number,
  to: number
): void {
  if (beta === 0) return;
  for (let i = from; i < to; i++) {
    const row = i * n + first;
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += v[j] * a[row + j];
    sum *= beta;
    for (let j = 0; j < v.length; j++) a[row + j] -= sum * v[j];
  }
}
