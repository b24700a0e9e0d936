import {inverse, type Matrix} from "ml-matrix";
import {type Cloud, type Crossing, cloudPoints, type Spinning} from "../cases/approximation.js";
import {invert, minus, plus, times, toMatrix} from "../printed/algebra.js";
import {solveLinear} from "../printed/solveLinear.js";

const lyapunov = (H: Matrix, Q: Matrix) => solveLinear(X => plus(H.mmul(X), X.mmul(H)), Q);
const apply = (m: Matrix, x: readonly number[]) =>
  m.to2DArray().map(row => row.reduce((sum, c, k) => sum + c * x[k], 0));
const gaussian = (S: Matrix, x: readonly number[]) => {
  const u = apply(inverse(S), x);
  const [[a, b], [c, d]] = S.to2DArray();
  const quadratic = u.reduce((sum, v, i) => sum + v * x[i], 0);
  return {u, p: Math.exp(-quadratic / 2) / (2 * Math.PI * Math.sqrt(a * d - b * c))};
};

/**
 * A round cloud of variance s under j = Mθp, M = q/(2s) − H: the part with a potential,
 * Φ = −s(m̄p + δW), ΔW = (∂ₓ² − ∂ᵧ²)p in the axes of M, and the rest.
 */
function roundParts({hessian}: Cloud, s: number): {free: number[]; solenoidal: number[]} {
  const [[h11, h12], [, h22]] = hessian;
  const turn = 0.5 * Math.atan2(2 * h12, h11 - h22);
  const [c, d] = [Math.cos(turn), Math.sin(turn)];
  const middle = 0.5 / s - (h11 + h22) / 2;
  const delta = -Math.hypot((h11 - h22) / 2, h12);
  const [free, solenoidal]: number[][] = [[], []];
  for (const [x0, y0] of cloudPoints) {
    const [x, y] = [c * x0 + d * y0, c * y0 - d * x0];
    const r = Math.hypot(x, y);
    const E = Math.exp((-r * r) / (2 * s));
    const p = E / (2 * Math.PI * s);
    const A = (p - (1 - E) / (Math.PI * r * r)) / (r * r);
    const slope =
      ((-r * p) / s - E / (Math.PI * s * r) + (2 * (1 - E)) / (Math.PI * r ** 3)) / (r * r) -
      (2 * A) / r;
    const bend = ((x * x - y * y) * slope) / r;
    const w = [2 * x * A + x * bend, -2 * y * A + y * bend];
    const phi = [x, y].map((z, i) => middle * z * p - s * delta * w[i]);
    const j = [(middle + delta) * x * p, (middle - delta) * y * p];
    const back = ([a, b]: number[]) => [c * a - d * b, d * a + c * b];
    free.push(...back(phi));
    solenoidal.push(...back(j.map((z, i) => z - phi[i])));
  }
  return {free, solenoidal};
}

/** At rest nothing has a potential: j = −R∇p. */
function restingParts({hessian, noise}: Cloud): {free: number[]; solenoidal: number[]} {
  const [H, Q] = [toMatrix(hessian), toMatrix(noise)];
  const S = lyapunov(H, Q);
  const R = minus(times(0.5, Q), times(H, S));
  const solenoidal = cloudPoints.flatMap(x => {
    const {u, p} = gaussian(S, x);
    return apply(R, u).map(v => v * p);
  });
  return {free: solenoidal.map(() => 0), solenoidal};
}

const both = (exchanged: boolean) => (cloud: Cloud) => {
  const {variance} = cloud;
  const {free, solenoidal} = variance ? roundParts(cloud, variance) : restingParts(cloud);
  return exchanged ? [...solenoidal, ...free] : [...free, ...solenoidal];
};
export const parts = both(false);
export const partsExchanged = both(true);

/** c₁L′p + c₂τΣp′/2 + c₃τΣ′p/2 for p = N(m, v), L = ½θ², Σ = 1 + aθ². */
const current =
  (pull: number, push: number, noise: number) =>
  ({mean, variance, temperature: tau, growth: a, places}: Crossing) =>
    places.map(x => {
      const p = Math.exp(-((x - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
      const slope = (-(x - mean) / variance) * p;
      const sigma = 1 + a * x * x;
      return pull * x * p + (tau / 2) * (push * sigma * slope + noise * 2 * a * x * p);
    });
export const flow = current(-1, -1, -1);
export const flowAsPrinted = current(1, 1, 0);
export const flowSignOnly = current(-1, -1, 0);
export const flowUphill = current(1, 1, 1);
export const flowStratonovich = current(-1, -1, -0.5);

/** j = −R∇p and (∇×j)ₖ = −εₖₗₘRₘₙ∂ₗ∂ₙp in space, with p(0) = 1. */
const spin =
  (sign: number) =>
  ({hessian, noise, point}: Spinning) => {
    const [H, Q] = [toMatrix(hessian), toMatrix(noise)];
    const S = lyapunov(H, Q);
    const R = times(sign, minus(times(0.5, Q), times(H, S)));
    const P = invert(S);
    const u = apply(P, point);
    const p = Math.exp(-0.5 * u.reduce((sum, v, i) => sum + v * point[i], 0));
    const j = apply(R, u).map(v => v * p);
    const slope = (l: number, m: number) =>
      -[0, 1, 2].reduce((sum, n) => sum + R.get(m, n) * (u[l] * u[n] - P.get(l, n)) * p, 0);
    const curl = [0, 1, 2].map(k => {
      const [l, m] = [(k + 1) % 3, (k + 2) % 3];
      return slope(l, m) - slope(m, l);
    });
    return [j, curl];
  };
export const curlAtRest = spin(1);
export const curlBackwards = spin(-1);
