import {numberIn} from "../check.js";
import {square} from "../elementary/square.js";
import type {CircleGrid} from "./circleGrid.js";

/** What a diffusion on a circle makes of functions and of laws, given on the points of a grid. */
export interface CircleDiffusion {
  /** E u(X_t) by the start: ∂ₜu = βu′ + ½vu″. */
  earlier(u: Float64Array, time: number): Float64Array;
  /** The density at time t: ∂ₜp = −(βp)′ + ½(vp)″. */
  later(p: Float64Array, time: number): Float64Array;
}

interface Series {
  readonly re: Float64Array;
  readonly im: Float64Array;
}
type Band = readonly (readonly [shift: number, re: number, im: number])[];

/**
 * The Itô equation dX = β dt + √v dW on a circle, β and v of period 2π, solved in Fourier modes.
 *
 * Spectral in space; in time Taylor sums of degree `order` over pieces with piece·‖·‖ ≤ 1: the default is
 * exact to rounding once K modes resolve the solution. Order 4 is for pictures: pieces are 2.5 times as
 * long, within the sum's region of stability.
 *
 * @throws RangeError if a variance is negative, or a time or a length is no such thing.
 */
export function circleDiffusion(
  grid: CircleGrid,
  {
    drift,
    variance,
    order = 18
  }: {drift: (theta: number) => number; variance: (theta: number) => number; order?: number}
): CircleDiffusion {
  const K = grid.modes;
  const v = grid.points.map(variance);
  if (v.some(x => !(x >= 0))) throw new RangeError("variance must be ≥ 0 everywhere");
  const driftBand = band(grid, grid.points.map(drift));
  const varianceBand = band(grid, v);
  const size = (b: Band) => b.reduce((sum, [, re, im]) => sum + Math.sqrt(re * re + im * im), 0);
  const norm = K * size(driftBand) + (K * K * size(varianceBand)) / 2;
  const evolve = (
    values: Float64Array,
    time: number,
    generator: (from: Series, to: Series) => void
  ) => {
    numberIn("time", time, "[0, ∞)", t => t >= 0);
    const u = analyse(grid, values);
    const pieces = Math.max(1, Math.ceil((norm * time) / (order < 8 ? 2.5 : 1)));
    let [term, next] = [series(K), series(K)];
    for (let k = 0; k < pieces; k++) {
      term.re.set(u.re);
      term.im.set(u.im);
      for (let q = 1; q <= order; q++) {
        generator(term, next);
        const factor = time / pieces / q;
        for (let m = 0; m <= 2 * K; m++) {
          u.re[m] += next.re[m] *= factor;
          u.im[m] += next.im[m] *= factor;
        }
        [term, next] = [next, term];
      }
    }
    return synthesise(grid, u);
  };
  return {
    earlier: (u, time) =>
      evolve(u, time, (from, to) => {
        to.re.fill(0);
        to.im.fill(0);
        // i·m·β̂ₛûₘ and −½m²v̂ₛûₘ, from mode m to mode m + s.
        for (const [s, x, y] of driftBand)
          for (let k = Math.max(0, -s); k <= Math.min(2 * K, 2 * K - s); k++) {
            const m = k - K;
            to.re[k + s] -= m * (x * from.im[k] + y * from.re[k]);
            to.im[k + s] += m * (x * from.re[k] - y * from.im[k]);
          }
        for (const [s, x, y] of varianceBand)
          for (let k = Math.max(0, -s); k <= Math.min(2 * K, 2 * K - s); k++) {
            const w = square(k - K) / 2;
            to.re[k + s] -= w * (x * from.re[k] - y * from.im[k]);
            to.im[k + s] -= w * (x * from.im[k] + y * from.re[k]);
          }
      }),
    later: (p, time) =>
      evolve(p, time, (from, to) => {
        to.re.fill(0);
        to.im.fill(0);
        for (const [s, x, y] of driftBand)
          for (let k = Math.max(0, -s); k <= Math.min(2 * K, 2 * K - s); k++) {
            const m = k + s - K;
            to.re[k + s] += m * (x * from.im[k] + y * from.re[k]);
            to.im[k + s] -= m * (x * from.re[k] - y * from.im[k]);
          }
        for (const [s, x, y] of varianceBand)
          for (let k = Math.max(0, -s); k <= Math.min(2 * K, 2 * K - s); k++) {
            const w = square(k + s - K) / 2;
            to.re[k + s] -= w * (x * from.re[k] - y * from.im[k]);
            to.im[k + s] -= w * (x * from.im[k] + y * from.re[k]);
          }
      })
  };
}

const series = (K: number): Series => ({
  re: new Float64Array(2 * K + 1),
  im: new Float64Array(2 * K + 1)
});

/** ûₘ = 1/(2K+1) Σⱼ uⱼe^{−imθⱼ} for −K ≤ m ≤ K. */
function analyse({modes: K, cosines, sines}: CircleGrid, u: Float64Array): Series {
  const n = cosines.length;
  if (u.length !== n) throw new RangeError(`values must have length ${n}; got ${u.length}`);
  const result = series(K);
  for (let m = 0; m <= K; m++) {
    let [re, im] = [0, 0];
    for (let j = 0, k = 0; j < n; j++, k = (k + m) % n) {
      re += u[j] * cosines[k];
      im -= u[j] * sines[k];
    }
    result.re[K + m] = result.re[K - m] = re / n;
    result.im[K + m] = im / n;
    result.im[K - m] = -im / n;
  }
  return result;
}

function synthesise({modes: K, cosines, sines}: CircleGrid, {re, im}: Series): Float64Array {
  const n = cosines.length;
  return Float64Array.from({length: n}, (_, j) => {
    let sum = re[K];
    for (let m = 1, k = j; m <= K; m++, k = (k + j) % n)
      sum += 2 * (re[K + m] * cosines[k] - im[K + m] * sines[k]);
    return sum;
  });
}

/** The coefficients of a function that are not rounding error. */
function band(grid: CircleGrid, values: Float64Array): Band {
  const {re, im} = analyse(grid, values);
  const K = grid.modes;
  const largest = values.reduce((a, x) => Math.max(a, Math.abs(x)), 0);
  return Array.from(re, (x, k) => [k - K, x, im[k]] as const).filter(
    ([, x, y]) => Math.max(Math.abs(x), Math.abs(y)) > 1e-14 * largest
  );
}
