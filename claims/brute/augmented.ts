import type {Rows} from "../cases/matrices.js";
import {add, identity, multiply, norm, product, type Square, scale, transpose} from "./arrays.js";

/** An optimiser as the documents write it down, with the noise η of covariance C in the gradient. */
export interface Optimiser {
  readonly hessian: Rows;
  readonly noise: Rows;
  /** λ or Λ. */
  readonly rate: number | Rows;
  readonly momentum?: number;
  /** ν of quasi-hyperbolic momentum. */
  readonly nu?: number;
  /** m ← µm + (1−µ)g instead of m ← µm + g. */
  readonly damped?: boolean;
}

/** The linear recursion (w, m) ← A (w, m) + B η. */
export interface Recursion {
  readonly A: Square;
  readonly B: Square;
  readonly C: Rows;
}

/**
 * One update as a matrix, by running the update rule on each unit vector:
 * g = Kw + η; m ← µm + s g; w ← w − Λ[(1−ν)g + νm], s = 1 or 1 − µ.
 */
export function recursion(optimiser: Optimiser): Recursion {
  const d = optimiser.hessian.length;
  const columns = identity(3 * d).map(unit => {
    const [w, m] = step(optimiser, unit.slice(0, d), unit.slice(d, 2 * d), unit.slice(2 * d));
    return [...w, ...m];
  });
  const all = transpose(columns);
  return {
    A: all.map(row => row.slice(0, 2 * d)),
    B: all.map(row => row.slice(2 * d)),
    C: optimiser.noise
  };
}

/** One update of w and m with the noise η. */
export function step(
  {hessian, rate, momentum = 0, nu = 1, damped = false}: Optimiser,
  w: readonly number[],
  m: readonly number[],
  eta: readonly number[]
): [number[], number[]] {
  const g = hessian.map((row, i) => row.reduce((sum, k, j) => sum + k * w[j], 0) + eta[i]);
  const next = m.map((x, i) => momentum * x + (damped ? 1 - momentum : 1) * g[i]);
  const move = g.map((x, i) => (1 - nu) * x + nu * next[i]);
  const change =
    typeof rate === "number"
      ? move.map(x => rate * x)
      : rate.map(row => row.reduce((sum, l, j) => sum + l * move[j], 0));
  return [w.map((x, i) => x - change[i]), next];
}

/**
 * The covariance of (w, m) in the steady state, Σ Aᵏ BCBᵀ (Aᵀ)ᵏ over k < 2, 4, 8, …: no equation is
 * solved.
 *
 * @throws if the sum does not converge
 */
export function steadyState({A, B, C}: Recursion): Square {
  let power = A;
  let sum = product(B, C, transpose(B));
  for (let i = 0; i < 60; i++) {
    const more = product(power, sum, transpose(power));
    sum = add(sum, more);
    if (!Number.isFinite(norm(sum))) break;
    if (norm(more) <= 1e-18 * norm(sum)) return sum;
    power = multiply(power, power);
  }
  throw new Error("the recursion has no steady state");
}

/** The covariance of w in the steady state. */
export function steadyCovariance(optimiser: Optimiser): Square {
  const d = optimiser.hessian.length;
  return steadyState(recursion(optimiser))
    .slice(0, d)
    .map(row => row.slice(0, d));
}

/** E[wₜwₜ₋ₖᵀ] in the steady state. */
export function laggedCovariance(optimiser: Optimiser, lag: number): Square {
  const r = recursion(optimiser);
  const d = optimiser.hessian.length;
  let state = steadyState(r);
  for (let k = 0; k < lag; k++) state = multiply(r.A, state);
  return state.slice(0, d).map(row => row.slice(0, d));
}

/** The covariance of w after t updates from w = m = 0. */
export function covarianceAfter(optimiser: Optimiser, t: number): Square {
  const {A, B, C} = recursion(optimiser);
  const d = optimiser.hessian.length;
  const kick = product(B, C, transpose(B));
  let state = scale(kick, 0);
  for (let i = 0; i < t; i++) state = add(product(A, state, transpose(A)), kick);
  return state.slice(0, d).map(row => row.slice(0, d));
}

/** True if A to the power 2⁴⁵ has vanished rather than grown: no eigenvalue is computed. */
export function isStable({A}: Pick<Recursion, "A">): boolean {
  let power = A;
  for (let i = 0; i < 45; i++) {
    const size = norm(power);
    if (size < 1e-30) return true;
    if (size > 1e30) return false;
    power = multiply(power, power);
  }
  return norm(power) < 1;
}
