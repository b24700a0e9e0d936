import type {Matrix} from "ml-matrix";
import {finitePopulationCovariance} from "../../lib/noise/finitePopulationCovariance.js";
import type * as cases from "../cases/dataSets.js";
import type {Rows} from "../cases/matrices.js";
import {eye, plus, times} from "../printed/algebra.js";
import {empiricalCovariance} from "../printed/dataSet.js";
import {covarianceOf, type Law, meanOf} from "../printed/law.js";
import {logisticInformation} from "../printed/logisticInformation.js";

/** What `f` makes of n vectors and batches of b. */
const every =
  (f: (rows: Rows, b: number, n: number) => Matrix) =>
  ({rows, batchSizes}: cases.Pool) =>
    batchSizes.map(b => f(rows, b, rows.length));

/** (20): (1/b)(1 − b/n) Sₙ. */
const printed20 = every((rows, b) => finitePopulationCovariance(rows, b));

/** (20) with 1/n where Sₙ has 1/(n−1). */
const printed20OverN = every((rows, b, n) => times((n - b) / n / b, empiricalCovariance(rows)));

/** (20) or a variant of it; and its proof's Var Iᵢ, Cov(Iᵢ, Iⱼ). */
const withIndicators = (covariances: typeof printed20) => (pool: cases.Pool) => {
  const n = pool.rows.length;
  const ofIndicators = pool.batchSizes.flatMap(b => [
    (b / n) * (1 - b / n),
    -(b * (n - b)) / (n ** 2 * (n - 1))
  ]);
  return [...covariances(pool), ...ofIndicators];
};
export const withoutReplacement = withIndicators(printed20);
export const withoutReplacementOverN = withIndicators(printed20OverN);

/** (50), expanded as in its proof: sums over i and over i ≠ j. */
export const expandedProof = every((rows, b, n) => expansion(rows, b, n - 1));

/** The same with n for n−1 in Cov(Iᵢ, Iⱼ). */
export const expandedProofIndependent = every((rows, b, n) => expansion(rows, b, n));

function expansion(rows: Rows, b: number, pairsOf: number): Matrix {
  const n = rows.length;
  let same = times(0, eye(rows[0].length));
  let different = same;
  for (const [i, x] of rows.entries())
    for (const [j, y] of rows.entries()) {
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
export const biasedForm = every((rows, b, n) =>
  times((1 - (b - 1) / (n - 1)) / b, empiricalCovariance(rows))
);

/** 1 − b/n left as it was. */
export const biasedFormUncorrected = every((rows, b, n) =>
  times((1 - b / n) / b, empiricalCovariance(rows))
);

/** Cov ψ of a finite law. */
function G(law: Law): Matrix {
  const mean = meanOf(law);
  return law.points.reduce(
    (sum, point, k) => {
      const centred = point.map((x, j) => x - mean[j]);
      return plus(sum, times(law.probabilities[k], columnTimesRow(centred, centred)));
    },
    times(0, eye(mean.length))
  );
}

/** (22): (1/b) G_µ. */
export const freshData = ({law, b}: cases.DrawnData) => times(1 / b, G(law));

/** (22) with the finite-population correction kept. */
export const freshDataCorrected = ({law, n, b}: cases.DrawnData) => times((1 - b / n) / b, G(law));

/** (23): the part within a data set, then what is left for Cov(ψ̄ₙ). */
export const withinAndBetween = (each: cases.DrawnData) => [
  freshDataCorrected(each),
  times(1 / each.n, G(each.law))
];

/** (23) with the factor of sampling with replacement, (n−1)/n. */
export const withinWithReplacement = ({law, n, b}: cases.DrawnData) => [
  times((n - 1) / n / b, G(law)),
  times(1 / n, G(law))
];

/** Remark 4.6: b Cov(g_B), for every b. */
export const shape = ({law}: cases.DrawnData) => G(law);

/** Proposition 4.5 (iii) on a mixture: (1/b) E G_µ + Cov(E[g_B | µ]). */
export const mixed = (each: Mixed) => mixedWith(each, 1);

/** The second term divided by b like the first. */
export const mixedDivided = (each: Mixed) => mixedWith(each, 1 / each.b);

type Mixed = cases.MixedData;

function mixedWith({parts, b}: Mixed, between: number): Matrix {
  const averaged = plus(...parts.map(part => times(part.weight, G(part))));
  const means = G({points: parts.map(meanOf), probabilities: parts.map(part => part.weight)});
  return plus(times(1 / b, averaged), times(between, means));
}

/** Remark 4.4: (1/(bT))(1 − b/n) G + G/n for T batches of one data set. */
export const reuse = ({law, n, b, steps}: cases.ReusedData) =>
  times((1 - b / n) / (b * steps) + 1 / n, covarianceOf(law));

/** G/(bT), as with fresh data at each step. */
export const reuseAsFresh = ({law, b, steps}: cases.ReusedData) =>
  times(1 / (b * steps), covarianceOf(law));

/** Remark 4.7: F/b, F = E[p(1−p)xxᵀ]. */
export const information = ({b, ...model}: cases.LabelledData) =>
  logisticInformation(model).map(row => row.map(x => x / b));

/** Remark 4.8: G/b, whatever the law. */
export const anyLaw = freshData;

/** The covariance of a Gaussian with the same mean absolute deviations, (π/2)·E|ψᵢ|·E|ψⱼ|·ρᵢⱼ. */
export function gaussianByDeviation({law, b}: cases.DrawnData): Matrix {
  const mean = meanOf(law);
  const covariance = G(law);
  const scales = mean.map((m, j) => {
    const deviation = law.points.reduce(
      (sum, point, k) => sum + law.probabilities[k] * Math.abs(point[j] - m),
      0
    );
    return Math.sqrt(Math.PI / 2 / covariance.get(j, j)) * deviation;
  });
  for (const [i, x] of scales.entries())
    for (const [j, y] of scales.entries()) covariance.set(i, j, covariance.get(i, j) * x * y);
  return times(1 / b, covariance);
}
