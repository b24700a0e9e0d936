import type {Matrix} from "ml-matrix";
import {finitePopulationCovariance} from "../../lib/noise/finitePopulationCovariance.js";
import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import {
  binaryModel,
  farPoint,
  gradients,
  mixture,
  population,
  type Rows,
  reuses
} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, eye, plus, times} from "../printed/algebra.js";
import type {Law} from "../printed/law.js";

const n = gradients.length;
const batchSizes = Array.from({length: n}, (_, i) => i + 1);

/** All batch sizes as one case: at b = n the covariance is zero and has no size of its own. */
const every = (f: (b: number) => Matrix): number[] => batchSizes.flatMap(b => entries(f(b)));

/** (20): (1/b)(1 − b/n) Sₙ; and its proof's Var Iᵢ, Cov(Iᵢ, Iⱼ). */
export function withoutReplacement(): Numbers {
  return {
    "n = 7, d = 3, b = 1 … 7": every(b => finitePopulationCovariance(gradients, b)),
    "indicators, b = 1 … 7": batchSizes.flatMap(b => [
      (b / n) * (1 - b / n),
      -(b * (n - b)) / (n ** 2 * (n - 1))
    ])
  };
}

/** (20) with 1/n where Sₙ has 1/(n−1). */
export function withoutReplacementOverN(): Numbers {
  return {
    ...withoutReplacement(),
    "n = 7, d = 3, b = 1 … 7": every(b => times((n - b) / n / b, biased(gradients)))
  };
}

/** (50), expanded as in its proof: sums over i and over i ≠ j. */
export function expandedProof(): Numbers {
  return {"n = 7, d = 3, b = 1 … 7": every(b => expansion(b, n - 1))};
}

/** The same with n for n−1 in Cov(Iᵢ, Iⱼ). */
export function expandedProofIndependent(): Numbers {
  return {"n = 7, d = 3, b = 1 … 7": every(b => expansion(b, n))};
}

function expansion(b: number, pairsOf: number): Matrix {
  const d = gradients[0].length;
  let same = times(0, eye(d));
  let different = times(0, eye(d));
  for (const [i, x] of gradients.entries())
    for (const [j, y] of gradients.entries()) {
      const outer = columnTimesRow(x, y);
      if (i === j) same = plus(same, outer);
      else different = plus(different, outer);
    }
  const sum = plus(
    times((b * (n - b)) / n ** 2, same),
    times(-(b * (n - b)) / (n ** 2 * pairsOf), different)
  );
  return times(1 / b ** 2, sum);
}

function columnTimesRow(x: readonly number[], y: readonly number[]): Matrix {
  const m = eye(x.length);
  for (let i = 0; i < x.length; i++) for (let j = 0; j < y.length; j++) m.set(i, j, x[i] * y[j]);
  return m;
}

/** Remark 4.2: the factor 1 − (b−1)/(n−1) for the covariance with 1/n. */
export function biasedForm(): Numbers {
  return {
    "n = 7, d = 3, b = 1 … 7": every(b => times((1 - (b - 1) / (n - 1)) / b, biased(gradients)))
  };
}

/** 1 − b/n left as it was. */
export function biasedFormUncorrected(): Numbers {
  return {"n = 7, d = 3, b = 1 … 7": every(b => times((1 - b / n) / b, biased(gradients)))};
}

const biased = (rows: Rows): Matrix =>
  times((rows.length - 1) / rows.length, gradientCovariance(rows));

/** E ψ and Cov ψ of a finite law. */
function moments({points, probabilities}: Law): {mean: number[]; covariance: Matrix} {
  const d = points[0].length;
  const mean = Array.from({length: d}, (_, j) =>
    points.reduce((sum, point, k) => sum + probabilities[k] * point[j], 0)
  );
  let covariance = times(0, eye(d));
  for (const [k, point] of points.entries()) {
    const centred = point.map((x, j) => x - mean[j]);
    covariance = plus(covariance, times(probabilities[k], columnTimesRow(centred, centred)));
  }
  return {mean, covariance};
}

const sizes = [
  [4, 1],
  [4, 2],
  [4, 3],
  [4, 4],
  [6, 4]
] as const;

const perSize = (f: (n: number, b: number) => Matrix): Numbers =>
  Object.fromEntries(sizes.map(([n, b]) => [`n = ${n}, b = ${b}`, entries(f(n, b))]));

const G = moments(population).covariance;

/** (22): (1/b) G_µ. */
export const freshData = (): Numbers => perSize((_, b) => times(1 / b, G));

/** (22) with the finite-population correction kept. */
export const freshDataCorrected = (): Numbers => perSize((n, b) => times((1 - b / n) / b, G));

/** (23): the part within a data set, then what is left for Cov(ψ̄ₙ). */
export const withinAndBetween = (): Numbers => split((n, b) => (1 - b / n) / b);

/** (23) with the factor of sampling with replacement, (n−1)/n. */
export const withinWithReplacement = (): Numbers => split((n, b) => (n - 1) / n / b);

function split(factor: (n: number, b: number) => number): Numbers {
  return Object.fromEntries(
    sizes.map(([n, b]) => [
      `n = ${n}, b = ${b}`,
      [...entries(times(factor(n, b), G)), ...entries(times(1 / n, G))]
    ])
  );
}

/** Remark 4.6: b Cov(g_B), for every b. */
export const shape = (): Numbers => perSize(() => G);

/** The same where the standard deviation falls as 1/b. */
export const shapeOfDeviation = (): Numbers => perSize((_, b) => times(1 / b, G));

/** Proposition 4.5 (iii) on a mixture: (1/b) E G_µ + Cov(E[g_B | µ]). */
export const mixed = (): Numbers => mixedWith(() => 1);

/** The second term divided by b like the first. */
export const mixedDivided = (): Numbers => mixedWith(b => 1 / b);

function mixedWith(between: (b: number) => number): Numbers {
  const parts = mixture.map(part => ({weight: part.weight, ...moments(part)}));
  const averaged = plus(...parts.map(part => times(part.weight, part.covariance)));
  const means = moments({
    points: parts.map(part => part.mean),
    probabilities: parts.map(part => part.weight)
  }).covariance;
  return Object.fromEntries(
    [1, 2, 3].map(b => [
      `n = 4, b = ${b}`,
      entries(plus(times(1 / b, averaged), times(between(b), means)))
    ])
  );
}

/** G of the three-point law. */
function lawCovariance({
  points,
  probabilities
}: {
  readonly points: Rows;
  readonly probabilities: readonly number[];
}): number[] {
  const d = points[0].length;
  const mean = points[0].map((_, j) =>
    points.reduce((sum, point, k) => sum + probabilities[k] * point[j], 0)
  );
  return Array.from({length: d * d}, (_, e) => {
    const [i, j] = [Math.floor(e / d), e % d];
    return points.reduce(
      (sum, point, k) => sum + probabilities[k] * (point[i] - mean[i]) * (point[j] - mean[j]),
      0
    );
  });
}

const reuseWith = (factor: (n: number, b: number, steps: number) => number): Numbers =>
  Object.fromEntries(
    reuses.map(({n, b, steps}) => [
      `n = ${n}, b = ${b}, T = ${steps}`,
      lawCovariance(population).map(g => factor(n, b, steps) * g)
    ])
  );

/** Remark 4.4: (1/(bT))(1 − b/n) G + G/n for T batches of one data set. */
export const reuse = (): Numbers => reuseWith((n, b, steps) => (1 - b / n) / (b * steps) + 1 / n);

/** G/(bT), as with fresh data at each step. */
export const reuseAsFresh = (): Numbers => reuseWith((_, b, steps) => 1 / (b * steps));

/** Remark 4.7: F/b, F = E[p(1−p)xxᵀ]. */
export const information = (): Numbers => {
  const {parameters} = binaryModel;
  const inputs = binaryModel.inputs.slice(0, 2);
  const d = parameters.length;
  const f = Array.from({length: d * d}, (_, e) =>
    inputs.reduce((sum, x) => {
      const p = 1 / (1 + Math.exp(-x.reduce((s, v, i) => s + v * parameters[i], 0)));
      return sum + (p * (1 - p) * x[Math.floor(e / d)] * x[e % d]) / inputs.length;
    }, 0)
  );
  return Object.fromEntries([1, 2, 3].map(b => [`n = 4, b = ${b}`, f.map(x => x / b)]));
};

const skewedWith = (variance: number): Numbers =>
  Object.fromEntries(farPoint.batchSizes.map(b => [`b = ${b}`, [variance / b]]));

/** Remark 4.8: G/b, whatever the law. */
export const anyLaw = (): Numbers => skewedWith(lawCovariance(farPoint.law)[0]);

/** The variance of the Gaussian with the same mean absolute deviation, (π/2)(E|ψ|)². */
export const gaussianByDeviation = (): Numbers => {
  const {points, probabilities} = farPoint.law;
  const mean = points.reduce((sum, [x], k) => sum + probabilities[k] * x, 0);
  const deviation = points.reduce((sum, [x], k) => sum + probabilities[k] * Math.abs(x - mean), 0);
  return skewedWith((Math.PI / 2) * deviation ** 2);
};
