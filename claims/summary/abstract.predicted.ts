import type {Matrix} from "ml-matrix";
import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import {leastProduct} from "../../lib/budgets/leastProduct.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import type {Batch} from "../cases/batches.js";
import type {Effective} from "../cases/effective.js";
import {tenDimensional} from "../cases/fisher.js";
import type {Rows} from "../cases/matrices.js";
import type {Pair} from "../cases/pairs.js";
import * as cases from "../cases/summary.js";
import {invert, plus, times, toMatrix} from "../printed/algebra.js";
import {covarianceOf} from "../printed/law.js";

/** Σ wₖxₖxₖᵀ. */
const weighted = (points: Rows, probabilities: readonly number[]) =>
  covarianceOf({points, probabilities}, [0, 0]);

const {inputs, deviations, probabilities} = cases.unequal;
const H = weighted(inputs, probabilities);
const G = weighted(
  inputs,
  probabilities.map((p, k) => p * deviations[k] ** 2)
);

const overB =
  (matrix: Matrix) =>
  ({batchSize}: Batch) =>
    times(1 / batchSize, matrix);

/** SM-1: G/b for a general loss. */
export const general = overB(G);

/** H⁻¹GH⁻¹/b. */
export const sandwich = overB(times(invert(H), G, invert(H)));

/** HG⁻¹H/b. */
export const godambe = overB(times(H, invert(G), H));

/** H/b, as if the model were right. */
export const curvature = overB(H);

const evenly = cases.likelihood.inputs.length;

/** F/b, F = E p(1−p)xxᵀ. */
export const specified = overB(
  weighted(
    cases.likelihood.inputs,
    cases.likelihood.inputs.map(x => {
      const p =
        1 / (1 + Math.exp(-x.reduce((s, v, i) => s + v * cases.likelihood.parameters[i], 0)));
      return (p * (1 - p)) / evenly;
    })
  )
);

/** E xxᵀ/(4b), the information at p = ½. */
export const specifiedEvenly = overB(
  weighted(
    cases.likelihood.inputs,
    cases.likelihood.inputs.map(() => 0.25 / evenly)
  )
);

/** SM-2: τGᵢⱼ/(hᵢ + hⱼ) in the eigenbasis of H. */
export const closedForm = ({hessian, noise}: Pair) =>
  ouCovariance({hessian, noise, learningRate: cases.temperature});

/** τ(H⁻¹G + GH⁻¹)/4, right where they commute. */
export function closedFormCommuting({hessian, noise}: Pair) {
  const [h, g] = [invert(toMatrix(hessian)), toMatrix(noise)];
  return times(cases.temperature / 4, plus(times(h, g), times(g, h)));
}

const limit = (shift: number) => (_: cases.Decreasing) => {
  const {curvatures, variances, eta0} = cases.decreasing;
  return curvatures.reduce(
    (s, h, i) => s + (h * eta0 ** 2 * variances[i]) / (2 * eta0 * h - shift),
    0
  );
};

/** SM-3: N·risk tends to b Tr(FV). */
export const rate = limit(1);

/** Without the −½I of V's equation. */
export const rateUnshifted = limit(0);

/** N·risk after 60 steps at b = 64, and the same at larger b: Θ(1/N). */
export const rateByBatch = ({steps}: cases.Decreasing) => {
  const {curvatures, variances, start, eta0, offset} = cases.decreasing;
  const b = cases.shortRuns[0].batchSize;
  const risk = curvatures.reduce((sum, h, i) => {
    let [bias, noise] = [start[i] ** 2, 0];
    for (let t = 0; t < steps; t++) {
      const step = eta0 / (t + offset);
      bias *= (1 - step * h) ** 2;
      noise = (1 - step * h) ** 2 * noise + (step ** 2 * variances[i]) / b;
    }
    return sum + h * (bias + noise);
  }, 0);
  return b * steps * risk;
};

/** SM-3: N·risk of a location oracle with noise at its bound: d = 1. */
export const dimension = (_: cases.Oracle) => 1;

/** N/(N−1), without the first call. */
export const dimensionLess = ({calls: n}: cases.Oracle) => n / (n - 1);

/** SM-4: κ_F d_eff. */
export const complexity = ({matrix}: cases.Spectrum) =>
  fisherConditionNumber(matrix) * effectiveDimension(matrix);

/** κ_F d. */
export const complexityAmbient = ({matrix}: cases.Spectrum) =>
  fisherConditionNumber(matrix) * matrix.length;

/** The least κ_F d_eff in d directions. */
export const least = ({d, effective}: Effective) =>
  leastProduct({dimension: d, effectiveDimension: effective});

/** As if it did not depend on d: at d = 10. */
export const leastOfTen = ({effective}: Effective) =>
  leastProduct({dimension: 10, effectiveDimension: effective});

/** d_eff d/(d_eff − 1). */
export const leastOfAll = ({d, effective}: Effective) => (effective * d) / (effective - 1);

const {curvatures, anisotropic, batchSize, learningRate} = tenDimensional;
const hessian = curvatures.map((h, i) => curvatures.map((_, j) => (i === j ? h : 0)));

/** SM-5: vᵀΣv along the three strongest directions of G, for G or its isotropic double. */
export function directions({noise}: Pick<cases.Noisy, "noise">) {
  const {vectors} = symmetricEigen(anisotropic);
  const sigma = sgdCovariance({
    hessian,
    noise: noise.map(row => row.map(x => x / batchSize)),
    learningRate
  });
  return [9, 8, 7].map(k => {
    const v = vectors.getColumnVector(k);
    return v.transpose().mmul(sigma).mmul(v);
  });
}

/** As if the double reproduced them. */
export const directionsMatched = (_: cases.Noisy) => directions({noise: anisotropic});

/** SM-6: τG/(2h) at a strongly convex minimum. */
export const stronglyConvex = ({temperature: tau}: cases.PowerLoss) =>
  (tau * cases.powerLoss.noise) / (2 * cases.powerLoss.curvature);

/** τG/h. */
export const stronglyConvexDoubled = ({temperature: tau}: cases.PowerLoss) =>
  (tau * cases.powerLoss.noise) / cases.powerLoss.curvature;

/** Var θ for L = hθ⁴/4, proportional to τ from its value at τ = 0.1 on; Γ(¾)/Γ(¼) = 0.33799. */
export const convex = ({temperature: tau}: cases.PowerLoss) => {
  const [{temperature: lowest}] = cases.squares;
  const first =
    Math.sqrt((2 * lowest * cases.powerLoss.noise) / cases.powerLoss.curvature) *
    0.3379891200336424;
  return (first * tau) / lowest;
};
