import {EigenvalueDecomposition, Matrix} from "ml-matrix";
import {
  add,
  type DDMatrix,
  dd,
  fill,
  map2,
  multiply,
  negate,
  round,
  subtract,
  times,
  transpose
} from "./doubleDouble.js";

/** A linear recursion (w, buffers) ← A (w, buffers) + B η with Cov η = C, stepped as the text says. */
export interface Recursion {
  A: DDMatrix;
  B: DDMatrix;
  C: DDMatrix;
}

const lift = (m: number[][]): DDMatrix => m.map(row => row.map(dd));
const rows = (m: Matrix | number[][]): number[][] => (Matrix.isMatrix(m) ? m.to2DArray() : m);

/**
 * Finite-rate (72) in the state (w, m): g = Kw + η; m ← µm + s g; w ← w − Λ[(1−ν)g + νm], with s = 1
 * (undamped, heavy ball of (5) and (9) at ν = 1) or 1 − µ.
 */
export function recursion({
  hessian,
  noise,
  rate,
  momentum,
  nu = 1,
  damped = false
}: {
  hessian: Matrix | number[][];
  noise: Matrix | number[][];
  rate: number | Matrix | number[][];
  momentum: number;
  nu?: number;
  damped?: boolean;
}): Recursion {
  const K = lift(rows(hessian));
  const n = K.length;
  const unit = fill(n, n, (i, j) => dd(i === j ? 1 : 0));
  const L =
    typeof rate === "number" ? fill(n, n, (i, j) => dd(i === j ? rate : 0)) : lift(rows(rate));
  const mu = dd(momentum);
  const s = damped ? subtract(dd(1), mu) : dd(1);
  // −Λ times the weight with which one gradient, and the old buffer, enter w.
  const gradient = add(subtract(dd(1), dd(nu)), times(dd(nu), s));
  const push = L.map(row => row.map(x => negate(times(gradient, x))));
  const carry = L.map(row => row.map(x => negate(times(times(dd(nu), mu), x))));
  const drift = map2(unit, multiply(push, K), add);
  const collect = K.map(row => row.map(x => times(s, x)));
  const keep = unit.map(row => row.map(x => times(mu, x)));
  const join = (left: DDMatrix, right: DDMatrix) => left.map((row, i) => [...row, ...right[i]]);
  return {
    A: [...join(drift, carry), ...join(collect, keep)],
    B: [...push, ...unit.map(row => row.map(x => times(s, x)))],
    C: lift(rows(noise))
  };
}

/** The stationary covariance of the whole state: S ← ASAᵀ + S, A ← A², until nothing is added. */
export function fixedPoint({A, B, C}: Recursion): number[][] {
  let power = A;
  let S = multiply(multiply(B, C), transpose(B));
  for (let i = 0; i < 60; i++) {
    const more = multiply(multiply(power, S), transpose(power));
    S = map2(S, more, add);
    if (size(more) <= 1e-25 * size(S)) return round(S);
    power = multiply(power, power);
  }
  throw new Error("the recursion has no stationary covariance");
}

/** The w block of the fixed point. */
export function parameterCovariance(r: Recursion): Matrix {
  const n = r.C.length;
  return new Matrix(fixedPoint(r)).subMatrix(0, n - 1, 0, n - 1);
}

/** The spectral radius of A, from `ml-matrix`'s general eigenvalues. */
export function spectralRadius({A}: Recursion): number {
  const {realEigenvalues, imaginaryEigenvalues} = new EigenvalueDecomposition(new Matrix(round(A)));
  return Math.max(...realEigenvalues.map((re, i) => Math.hypot(re, imaginaryEigenvalues[i])));
}

const size = (a: DDMatrix) => Math.sqrt(a.flat().reduce((sum, [x]) => sum + x * x, 0));
