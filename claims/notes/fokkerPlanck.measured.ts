import {
  add,
  dot,
  identity,
  multiply,
  outer,
  product,
  scale,
  subtract,
  trace,
  transpose
} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {circulation} from "../brute/circulation.js";
import {limit} from "../brute/limit.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {eliminated} from "../brute/stationaryByElimination.js";
import * as cases from "../cases/fokkerPlanck.js";
import type {Rows} from "../cases/matrices.js";
import type {Pair} from "../cases/pairs.js";

/** E θ² after n steps θ ← θ − θh + √(hτΣ(θ)) z from θ = 1, whose mean square is affine in θ². */
function squareAfter(n: number, h: number, {temperature, strength, growth}: cases.GrowingNoise) {
  let m = 1;
  for (let k = 0; k < n; k++) m = (1 - h) ** 2 * m + h * temperature * strength * (1 + growth * m);
  return m;
}

/** E θθᵀ of steps θ ← θ − hHθ + √(hτ) Σ(θ)^½ z at fixed times. */
export function steps({hessian, base, shape, push, temperature, start}: cases.SpreadingNoise) {
  const at = (h: number) => {
    const kept = subtract(identity(start.length), scale(hessian, h));
    let M = outer(start);
    let k = 0;
    return cases.readAt.flatMap(t => {
      for (; k < Math.round(t / h); k++) {
        const kick = add(base, scale(push, trace(multiply(shape, M))));
        M = add(product(kept, M, kept), scale(kick, h * temperature));
      }
      return M.flat();
    });
  };
  return limit(at, 0.05);
}

/** The E θθᵀ that a step θ ← θ − hHθ + √h Σ(θ)^½ z leaves as it is, by elimination, its length extrapolated to zero. */
export function balancedSteps({axes, curvatures, strengths, growths}: cases.Balanced) {
  const d = axes.length;
  const shapes = axes.map(outer);
  const zero = scale(identity(d), 0);
  const sum = (weights: readonly number[]) =>
    weights.reduce((all: Rows, w, i) => add(all, scale(shapes[i], w)), zero);
  const hessian = sum(curvatures);
  const base = sum(strengths);
  const at = (h: number) => {
    const kept = subtract(identity(d), scale(hessian, h));
    // what a step makes of every unit matrix, a column of the system each
    const columns = Array.from({length: d * d}, (_, k) => {
      const unit = zero.map((row, i) => row.map((__, j) => Number(i * d + j === k)));
      const kick = sum(strengths.map((s, i) => s * growths[i] * trace(multiply(shapes[i], unit))));
      return subtract(unit, add(product(kept, unit, kept), scale(kick, h))).flat();
    });
    return eliminated(transpose(columns), scale(base, h).flat());
  };
  return limit(at, 0.4 / trace(hessian));
}

/** The steps on the line at rest. */
export const restingSteps = (noise: cases.GrowingNoise) =>
  limit(h => [squareAfter(25 / h, h, noise)], 0.05);

/** d/dt P(θ_t > x) of the transition law, by Simpson's rule and differences in time. */
export function passages({start, time, places}: cases.Passing) {
  const above = (x: number, t: number) => {
    const mean = start * Math.exp(-t);
    const deviation = Math.sqrt((1 - Math.exp(-2 * t)) / 2);
    const [low, high] = [(x - mean) / deviation, 12];
    const n = 2000;
    let sum = 0;
    for (let k = 0; k <= n; k++) {
      const z = low + ((high - low) * k) / n;
      sum += (k === 0 || k === n ? 1 : k % 2 ? 4 : 2) * Math.exp((-z * z) / 2);
    }
    return (sum * (high - low)) / (3 * n) / Math.sqrt(2 * Math.PI);
  };
  const rate = (h: number) => places.map(x => (above(x, time + h) - above(x, time - h)) / (2 * h));
  return limit(rate, 0.05, 2, 4);
}

/** ∫₀^∞ e^{−Hs}Qe^{−Hs} ds. */
export const integral = ({hessian, noise}: Pair) => lyapunovIntegral(hessian, noise);

/** The covariance of the recursion per step size, as the step vanishes. */
export const vanishing = ({
  hessian,
  noise,
  trace
}: {
  readonly hessian: Rows;
  readonly noise: Rows;
  readonly trace: number;
}) => limit(rate => scale(steadyCovariance({hessian, noise, rate}), 1 / rate).flat(), 0.4 / trace);

/** The mean by steps, and E[θᵢθ̇ⱼ − θⱼθ̇ᵢ] from the covariance of the steps, with that covariance. */
export function settlingSteps({start, ...pair}: cases.Settling) {
  const {hessian} = pair;
  const d = start.length;
  const means = (h: number) =>
    cases.settlingTimes.flatMap(t => {
      const step = subtract(identity(d), scale(hessian, h));
      let mean: Rows = start.map(x => [x]);
      for (let k = 0; k < Math.round(t / h); k++) mean = multiply(step, mean);
      return mean.flat();
    });
  const flat = vanishing(pair);
  const S = hessian.map((_, i) => flat.slice(d * i, d * (i + 1)));
  const drift = product(hessian, S);
  return [...limit(means, 0.05), ...subtract(drift, transpose(drift)).flat(), ...flat];
}

/** The printed j, (56), with η/B = 1. */
function printedCurrent({hessian, precision, noise, amplitude}: cases.Curl, x: readonly number[]) {
  const u = precision.map(row => dot(row, x));
  const p = Math.exp(-0.5 * dot(u, x));
  const factor = 0.5 * (1 + amplitude * Math.sin(dot(cases.wave, x)));
  return hessian.map((row, i) => (dot(row, x) - factor * dot(noise[i], u)) * p);
}

const shifted = (axis: number, by: number) => cases.point.map((x, i) => x + (i === axis ? by : 0));

/** By differences. */
export function curlDifferences(curl: cases.Curl) {
  const slope = (h: number, l: number, m: number) =>
    (printedCurrent(curl, shifted(l, h))[m] - printedCurrent(curl, shifted(l, -h))[m]) / (2 * h);
  const at = (h: number) =>
    [0, 1, 2].map(k => {
      const [l, m] = [(k + 1) % 3, (k + 2) % 3];
      return slope(h, l, m) - slope(h, m, l);
    });
  return limit(at, 0.1, 2, 5);
}

/** By Stokes: the circulation round a square over its area. */
export const curlLoops = (curl: cases.Curl) =>
  circulation(x => printedCurrent(curl, x), cases.point);
