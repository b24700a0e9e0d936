import type {Family} from "../../ledger/search/family.js";
import type {BoundPair} from "../bound.js";
import type {BatchRun, Diffusion} from "../diffusion.js";
import {shown} from "../digits.js";
import type {Metric} from "../fisher.js";
import type {Curved} from "../geometry.js";
import type {FlatPair, Pair} from "../pairs.js";
import type {pullAndPush} from "../problems.js";
import {angles, definite, geometric, spectrum, turned} from "./spectra.js";

/** κ of what is drawn. */
const condition = 1e3;
const traceOf = (m: number[][]) => m.reduce((sum, row, i) => sum + row[i], 0);
const name = (d: number, m: number[][], other: number[][]) =>
  `d = ${d}, Tr ${shown(traceOf(m))} and ${shown(traceOf(other))}, drawn`;

const drawn = "d = 1 … 6, both definite with κ to 10³, turned against each other by any angles";

const pairAt = (d: number, next: () => number): Pair => {
  const hessian = definite(d, condition, next);
  const noise = definite(d, condition, next);
  return {name: name(d, hessian, noise), hessian, noise, trace: traceOf(hessian)};
};

/** A Hessian and a noise covariance, or another matrix, turned against it. */
export const pairFamily: Family<Pair> = {ranges: drawn, dimensions: [1, 6], build: pairAt};

/** Two matrices with the same axes and spectra of their own. */
export const commutingPairFamily: Family<Pair> = {
  ranges: "d = 1 … 6, both definite with κ to 10³ and the same axes",
  dimensions: [1, 6],
  build: (d, next) => {
    const turns = angles(d, next);
    const hessian = turned(spectrum(d, condition, next), turns);
    const noise = turned(spectrum(d, condition, next), turns);
    return {name: name(d, hessian, noise), hessian, noise, trace: traceOf(hessian)};
  }
};

/** A pair at a temperature. */
export const diffusionFamily: Family<Diffusion> = {
  ranges: `${drawn}, τ from 0.01 to 10`,
  dimensions: [1, 6],
  build: (d, next) => ({tau: geometric(0.01, 10, next()), ...pairAt(d, next)})
};

/** SGD on a pair, to 0.999 of the edge, with batches of 1 to 1000. */
export const batchFamily: Family<BatchRun> = {
  ranges: `${drawn}, η from 0.001 to 0.999 of the edge, b = 1 … 1000`,
  dimensions: [1, 6],
  build: (d, next) => ({
    rate: 2 * (0.001 + 0.998 * next()),
    batchSize: Math.round(geometric(1, 1000, next())),
    ...pairAt(d, next)
  })
};

/** Whether HF + FH − 2µF is positive definite, up to a hair: µ_F ≥ µ. By Gauss's elimination. */
function isStronglyConvex(h: number[][], f: number[][], mu = 0): boolean {
  const d = h.length;
  const s = h.map((_, i) =>
    h.map((__, j) =>
      h.reduce((sum, ___, k) => sum + h[i][k] * f[k][j] + f[i][k] * h[k][j], -2 * mu * f[i][j])
    )
  );
  for (let p = 0; p < d; p++) {
    if (!(s[p][p] > 0)) return false;
    for (let i = p + 1; i < d; i++) {
      const factor = s[i][p] / s[p][p];
      for (let j = p; j < d; j++) s[i][j] -= factor * s[p][j];
    }
  }
  return true;
}

/** The last s in [0, 1] that bisection finds to meet a condition, which 0 meets. */
function last(meets: (s: number) => boolean): number {
  if (meets(1)) return 1;
  let [low, high] = [0, 1];
  for (let k = 0; k < 40; k++) {
    const middle = (low + high) / 2;
    if (meets(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * A Hessian and a metric with µ_F ≥ 0: of the metrics between the identity and one that is turned at will,
 * those up to the last that has it.
 */
export const convexFamily: Family<BoundPair> = {
  ranges:
    "d = 1 … 6, H and F definite with κ to 10³, turned by any angles that leave µ_F ≥ 0, up to 0",
  dimensions: [1, 6],
  build: (d, next) => {
    const share = next();
    const {hessian, noise} = pairAt(d, next);
    const between = (s: number) =>
      noise.map((row, i) => row.map((x, j) => s * x + (i === j ? 1 - s : 0)));
    const metric = between(share * last(s => isStronglyConvex(hessian, between(s))));
    return {name: name(d, hessian, metric), hessian, metric};
  }
};

/** A Hessian and an F that is turned from its axes until its bound would exceed the Euclidean one, or less. */
export const alignedFamily: Family<Curved> = {
  ranges:
    "d = 1 … 6, both definite with κ to 10³, turned as far as leaves µ_F ≥ λmin(H)√(Tr F²/(‖F‖ Tr F))",
  dimensions: [1, 6],
  build: (d, next) => {
    const share = next();
    const [curvatures, axes] = [spectrum(d, condition, next), angles(d, next)];
    const [informations, turns] = [spectrum(d, condition, next), angles(d, next)];
    const hessian = turned(curvatures, axes);
    const noiseAt = (s: number) =>
      turned(
        informations,
        axes.map((x, k) => x + s * turns[k])
      );
    const sum = informations.reduce((a, x) => a + x, 0);
    const squares = informations.reduce((a, x) => a + x * x, 0);
    const mu = Math.min(...curvatures) * Math.sqrt(squares / sum / Math.max(...informations));
    const noise = noiseAt(share * last(s => isStronglyConvex(hessian, noiseAt(share * s), mu)));
    return {name: name(d, hessian, noise), hessian, noise};
  }
};

/** A Hessian and a metric. */
export const boundFamily: Family<BoundPair> = {
  ranges: "d = 1 … 6, H and F definite with κ to 10³, turned against each other by any angles",
  dimensions: [1, 6],
  build: (d, next) => {
    const {hessian, noise: metric, name: words} = pairAt(d, next);
    return {name: words, hessian, metric};
  }
};

/** One definite matrix. */
export const metricFamily: Family<Metric> = {
  ranges: "d = 1 … 6, F definite with κ to 10³",
  dimensions: [1, 6],
  build: (d, next) => {
    const matrix = definite(d, condition, next);
    return {name: `d = ${d}, Tr ${shown(traceOf(matrix))}, drawn`, matrix};
  }
};

/** Well-conditioned ones, for what is visited data set by data set. */
export const mildPairFamily: Family<Pair> = {
  ranges: "d = 1 … 4, both definite with κ to 100, turned against each other by any angles",
  dimensions: [1, 4],
  build: (d, next) => {
    const hessian = definite(d, 100, next);
    const noise = definite(d, 100, next);
    return {name: name(d, hessian, noise), hessian, noise, trace: traceOf(hessian)};
  }
};

/** A Hessian AAᵀ of rank 1 to d − 1, and noise in all directions. */
export const flatFamily: Family<FlatPair> = {
  ranges: "d = 2 … 6, H of rank 1 … d − 1, G definite with κ to 10³",
  dimensions: [2, 6],
  build: (d, next) => {
    const rank = 1 + Math.floor((d - 1.001) * next());
    const all = Array.from({length: d}, (_, i) =>
      Array.from({length: d}, (__, j) => (i === j ? 2 : 0) + 2 * next() - 1)
    );
    const factor = all.map(row => row.slice(0, rank));
    const hessian = factor.map(row =>
      factor.map(other => row.reduce((s, x, k) => s + x * other[k], 0))
    );
    return {
      name: `d = ${d}, rank ${rank}, drawn`,
      factor,
      hessian,
      noise: definite(d, condition, next)
    };
  }
};

/** Means of Poisson laws. */
export const countFamily: Family<{readonly name: string; readonly mean: number}> = {
  ranges: "d = 1, means from 0.1 to 40",
  dimensions: [1, 1],
  build: (_, next) => {
    const mean = geometric(0.1, 40, next());
    return {name: `mean ${shown(mean)}, drawn`, mean};
  }
};

/** A = B(D + S)B⁻¹ with D ≻ 0 and S skew, so that its eigenvalues have positive real parts, and any Q ⪰ 0. */
export const pullFamily: Family<(typeof pullAndPush)[number]> = {
  ranges:
    "d = 1 … 6, pulls that are not symmetric in axes that are not orthogonal, pushes definite with κ to 10³",
  dimensions: [1, 6],
  build: (d, next) => {
    const shape = definite(d, 100, next);
    const twist = Array.from({length: d}, () => Array.from({length: d}, () => 2 * next() - 1));
    const slant = Array.from({length: d}, () => Array.from({length: d}, () => 2 * next() - 1));
    const straight = shape.map((row, i) => row.map((x, j) => x + twist[i][j] - twist[j][i]));
    // B is unit lower triangular: its columns are added, and taken off again, one after another.
    const pull = straight.map(row => [...row]);
    for (let i = 0; i < d; i++)
      for (let j = 0; j < i; j++) {
        const by = slant[i][j];
        for (let k = 0; k < d; k++) pull[i][k] += by * pull[j][k];
        for (let k = 0; k < d; k++) pull[k][j] -= by * pull[k][i];
      }
    return {
      name: `d = ${d}, Tr ${shown(traceOf(pull))}, drawn`,
      pull,
      push: definite(d, condition, next)
    };
  }
};
