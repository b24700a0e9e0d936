import {Matrix} from "ml-matrix";
import type {Walk} from "../cases/walks.js";
import {eye, K, minus, plus, times} from "../printed/algebra.js";
import {covarianceOf} from "../printed/law.js";

const contraction = (walk: Walk) => minus(eye(walk.hessian.length), times(walk.rate, K(walk)));

const column = (x: readonly number[]) => Matrix.columnVector([...x]);

/** w* + (I − λK)ᵗ(w₀ − w*) with w₀ and w* the first two points. */
const meanAfter = (fewer: number) => (walk: Walk) => {
  const [start, minimum] = walk.points.map(column);
  let away = minus(start, minimum);
  for (let t = fewer; t < walk.steps; t++) away = times(contraction(walk), away);
  return plus(minimum, away);
};
export const mean = meanAfter(0);
export const meanLate = meanAfter(1);

/** λ² Σ (I − λK)ᵗ C (I − λK)ᵗ over the steps: (6) in time, from the minimum. */
const covariance = (noiseOf: (walk: Walk) => Matrix) => (walk: Walk) => {
  const keep = contraction(walk);
  const kick = times(walk.rate ** 2, noiseOf(walk));
  let sigma = times(0, kick);
  for (let t = 0; t < walk.steps; t++) sigma = plus(times(keep, sigma, keep), kick);
  return sigma;
};
export const anyLaw = covariance(covarianceOf);

/** The same, were a tenth of the third moments of the noise to add to its variances. */
export const anyLawSkewed = covariance(walk => {
  const thirds = walk.hessian.map((_, j) =>
    walk.points.reduce((sum, x, i) => sum + walk.probabilities[i] * x[j] ** 3, 0)
  );
  return plus(covarianceOf(walk), Matrix.diag(thirds.map(x => x / 10)));
});
