import {add, identity, multiply, norm, scale, subtract, trace, transpose} from "../brute/arrays.js";
import {laggedCovariance} from "../brute/augmented.js";
import {limit} from "../brute/limit.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import * as cases from "../cases/assumption.js";
import type {Pair} from "../cases/pairs.js";

/**
 * How many directions of S are left when the largest is taken away, one after another; and 1 where S is no
 * multiple of H⁻¹.
 */
export function livingDirections({hessian, noise}: cases.Singular) {
  const all = lyapunovIntegral(hessian, noise);
  const size = norm(all);
  let S = all;
  let count = 0;
  while (norm(S) > 1e-12 * size) {
    const i = S.map((row, k) => row[k]).reduce(
      (best, x, k, each) => (x > each[best] ? k : best),
      0
    );
    const pivot = S[i][i];
    const column = S.map(row => row[i]);
    S = S.map((row, a) => row.map((x, b) => x - (column[a] * column[b]) / pivot));
    count++;
  }
  const relative = multiply(all, hessian);
  const round = scale(identity(S.length), trace(relative) / S.length);
  return [count, Number(norm(subtract(relative, round)) > 1e-6 * norm(relative))];
}

/** Second and fourth moment of a walk whose rates up and down have drift and noise of (23), its cells refined. */
export function walk({beta, temperature, noise}: cases.LineNoise) {
  const end = 9 / Math.sqrt(beta);
  const moments = (h: number) => {
    const rate = (x: number, side: number) =>
      (temperature * noise(x)) / (2 * h * h) - (side * x) / (2 * h);
    let [mass, second, fourth, p] = [1, 0, 0, 1];
    for (let k = 0; (k + 1) * h <= end; k++) {
      const x = (k + 1) * h;
      p *= rate(k * h, 1) / rate(x, -1);
      mass += 2 * p;
      second += 2 * p * x ** 2;
      fourth += 2 * p * x ** 4;
    }
    return [second / mass, fourth / mass];
  };
  return limit(moments, 0.2 / Math.sqrt(beta), 2, 6);
}

/** E θₜ₊₁θₜᵀ. */
export const lag = (run: cases.Reversible) => laggedCovariance(run, 1);

const lagOne = ({hessian, noise, trace}: Pair) =>
  laggedCovariance({hessian, noise, rate: 0.8 / trace}, 1);

/** ½(E θₜ₊₁θₜᵀ − transposed), above the diagonal. */
export function lagged(pair: Pair) {
  const lag = lagOne(pair);
  return scale(subtract(lag, transpose(lag)), 0.5).map((row, i) => row.slice(i + 1));
}

/** 1 where ½Q − HS is not zero, S an integral over the past. */
export function rotates({hessian, noise}: Pair) {
  const S = lyapunovIntegral(hessian, noise);
  const R = add(scale(noise, 0.5), scale(multiply(hessian, S), -1));
  return Number(norm(R) > 1e-9 * norm(noise));
}

/** 1 where the recursion's E θₜ₊₁θₜᵀ is not symmetric. */
export function isOdd(pair: Pair) {
  const lag = lagOne(pair);
  return Number(norm(subtract(lag, transpose(lag))) > 1e-9 * norm(lag));
}

/** Where j = 0, ∇log p = −Σ⁻¹(2∇L + ∇Σ) for Σ times the identity and τ = 1: by small differences. */
function slopeOfLog(noise: cases.PlaceNoise["noise"], x: number, y: number): [number, number] {
  const h = 1e-3;
  const [first, second] = cases.bowl;
  const grow = [noise(x + h, y) - noise(x - h, y), noise(x, y + h) - noise(x, y - h)];
  const s = noise(x, y);
  return [-(2 * first * x + grow[0] / (2 * h)) / s, -(2 * second * y + grow[1] / (2 * h)) / s];
}
const points = [
  [0.7, 0.9],
  [-1.1, 0.4]
] as const;

/** 1 where that is no gradient: its curl by differences. */
export function curls({noise}: cases.PlaceNoise) {
  const curl = limit(
    h =>
      points.map(
        ([x, y]) =>
          (slopeOfLog(noise, x + h, y)[1] - slopeOfLog(noise, x - h, y)[1]) / (2 * h) -
          (slopeOfLog(noise, x, y + h)[0] - slopeOfLog(noise, x, y - h)[0]) / (2 * h)
      ),
    0.1,
    2,
    5
  );
  return Number(Math.hypot(...curl) > 1e-6);
}

/** E[βL] for ½θ₁²θ₂² on the unit square: the inner integral by its own rule, the outer in log θ₁. */
export function meanLoss({beta}: cases.Tempered) {
  const inner = (x: number) => {
    // ∫₀¹ e^{−βx²y²/2}(1, βx²y²/2) dy by Simpson over the width that counts
    const width = Math.min(1, 9 / (Math.sqrt(beta) * x));
    const n = 400;
    let [z, l] = [0, 0];
    for (let k = 0; k <= n; k++) {
      const e = 0.5 * beta * (x * width * (k / n)) ** 2;
      const w = ((k === 0 || k === n ? 1 : k % 2 ? 4 : 2) * width) / (3 * n);
      z += w * Math.exp(-e);
      l += w * e * Math.exp(-e);
    }
    return [z, l];
  };
  const [low, n] = [-32, 4000];
  let [z, l] = [0, 0];
  for (let k = 0; k <= n; k++) {
    const x = Math.exp(low * (1 - k / n));
    const w = (k === 0 || k === n ? 1 : k % 2 ? 4 : 2) * x;
    const [a, b] = inner(x);
    z += w * a;
    l += w * b;
  }
  return l / z;
}
