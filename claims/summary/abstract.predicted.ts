import type {Matrix} from "ml-matrix";
import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {tenDimensional} from "../cases/fisher.js";
import {pairs} from "../cases/problems.js";
import {
  decreasing,
  likelihood,
  locationOracle,
  powerLoss,
  temperature,
  unequal
} from "../cases/summary.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, eye, invert, plus, times, toMatrix} from "../printed/algebra.js";

const weighted = (rows: readonly (readonly number[])[], weights: readonly number[]): Matrix =>
  rows.reduce(
    (sum, x, k) => {
      const outer = eye(2);
      for (const i of [0, 1]) for (const j of [0, 1]) outer.set(i, j, weights[k] * x[i] * x[j]);
      return plus(sum, outer);
    },
    times(0, eye(2))
  );

const {inputs, deviations, probabilities} = unequal;
const H = weighted(inputs, probabilities);
const G = weighted(
  inputs,
  probabilities.map((p, k) => p * deviations[k] ** 2)
);

const perBatch = (sizes: readonly number[], matrix: Matrix): Numbers =>
  Object.fromEntries(sizes.map(b => [`b = ${b}`, entries(times(1 / b, matrix))]));

/** SM-1: G/b for a general loss. */
export const general = (): Numbers => perBatch(unequal.batchSizes, G);

/** H⁻¹GH⁻¹/b. */
export const sandwich = (): Numbers => perBatch(unequal.batchSizes, times(invert(H), G, invert(H)));

/** HG⁻¹H/b. */
export const godambe = (): Numbers => perBatch(unequal.batchSizes, times(H, invert(G), H));

/** H/b, as if the model were right. */
export const curvature = (): Numbers => perBatch(unequal.batchSizes, H);

/** F/b, F = E p(1−p)xxᵀ. */
export const specified = (): Numbers => {
  const shares = likelihood.inputs.map(x => {
    const p = 1 / (1 + Math.exp(-x.reduce((s, v, i) => s + v * likelihood.parameters[i], 0)));
    return (p * (1 - p)) / likelihood.inputs.length;
  });
  return perBatch(likelihood.batchSizes, weighted(likelihood.inputs, shares));
};

/** E xxᵀ/(4b), the information at p = ½. */
export const specifiedEvenly = (): Numbers =>
  perBatch(
    likelihood.batchSizes,
    weighted(
      likelihood.inputs,
      likelihood.inputs.map(() => 0.25 / likelihood.inputs.length)
    )
  );

/** SM-2: τGᵢⱼ/(hᵢ + hⱼ) in the eigenbasis of H. */
export const closedForm = (): Numbers =>
  Object.fromEntries(
    pairs.map(({name, hessian, noise}) => [
      name,
      entries(ouCovariance({hessian, noise, learningRate: temperature}))
    ])
  );

/** τ(H⁻¹G + GH⁻¹)/4, right where they commute. */
export const closedFormCommuting = (): Numbers =>
  Object.fromEntries(
    pairs.map(({name, hessian, noise}) => {
      const [h, g] = [invert(toMatrix(hessian)), toMatrix(noise)];
      return [name, entries(times(temperature / 4, plus(times(h, g), times(g, h))))];
    })
  );

const limit = (shift: number) => {
  const {curvatures, variances, eta0} = decreasing;
  return curvatures.reduce(
    (s, h, i) => s + (h * eta0 ** 2 * variances[i]) / (2 * eta0 * h - shift),
    0
  );
};

/** SM-3: N·risk tends to b Tr(FV). */
export const rate = (): Numbers => ({"N = 64 T": [limit(1)]});

/** Without the −½I of V's equation. */
export const rateUnshifted = (): Numbers => ({"N = 64 T": [limit(0)]});

/** N·risk after 60 steps at b = 64, and the same at larger b: Θ(1/N). */
export const rateByBatch = (): Numbers => {
  const {curvatures, variances, start, eta0, offset, fewSteps, batchSizes} = decreasing;
  const b = batchSizes[0];
  const risk = curvatures.reduce((sum, h, i) => {
    let [bias, noise] = [start[i] ** 2, 0];
    for (let t = 0; t < fewSteps; t++) {
      const step = eta0 / (t + offset);
      bias *= (1 - step * h) ** 2;
      noise = (1 - step * h) ** 2 * noise + (step ** 2 * variances[i]) / b;
    }
    return sum + h * (bias + noise);
  }, 0);
  return {"T = 60, b = 64 · 64ᵏ": batchSizes.map(() => b * fewSteps * risk)};
};

/** SM-3: N·risk of a location oracle with noise at its bound: d = 1. */
export const atTheBound = (): Numbers => ({
  "noise 1": locationOracle.calls.map(() => 1)
});

/** N/(N−1), without the first call. */
export const atTheBoundLess = (): Numbers => ({
  "noise 1": locationOracle.calls.map(n => n / (n - 1))
});

/** The same bound for noise that is less than it. */
export const belowTheBound = (): Numbers => ({
  "noise ½ and ¹⁄₁₀": locationOracle.quieter.flatMap(() => locationOracle.calls.map(() => 1))
});

const spectra: readonly {name: string; matrix: number[][]}[] = [
  ...pairs.slice(1).map(({name, noise}) => ({name, matrix: noise})),
  {
    name: "experiments 4–6",
    matrix: tenDimensional.curvatures.map((h, i) =>
      tenDimensional.curvatures.map((_, j) => (i === j ? h : 0))
    )
  }
];

/** SM-4: κ_F d_eff. */
export const complexity = (): Numbers =>
  Object.fromEntries(
    spectra.map(({name, matrix}) => [
      name,
      [fisherConditionNumber(matrix) * effectiveDimension(matrix)]
    ])
  );

/** κ_F d. */
export const complexityAmbient = (): Numbers =>
  Object.fromEntries(
    spectra.map(({name, matrix}) => [name, [fisherConditionNumber(matrix) * matrix.length]])
  );

/** d. */
export const ambient = (): Numbers =>
  Object.fromEntries(spectra.map(({name, matrix}) => [name, [matrix.length]]));

const {curvatures, anisotropic, isotropic, batchSize, learningRate} = tenDimensional;
const hessian = curvatures.map((h, i) => curvatures.map((_, j) => (i === j ? h : 0)));

/** SM-5: vᵀΣv along the three strongest directions of G, for G and for its isotropic double. */
export const directions = (): Numbers => directionsWith(isotropic);

/** As if the double reproduced them. */
export const directionsMatched = (): Numbers => directionsWith(anisotropic);

function directionsWith(second: readonly (readonly number[])[]): Numbers {
  const {vectors} = symmetricEigen(anisotropic);
  const along = (noise: readonly (readonly number[])[]) => {
    const sigma = sgdCovariance({
      hessian,
      noise: noise.map(row => row.map(x => x / batchSize)),
      learningRate
    });
    return [9, 8, 7].map(k => {
      const v = vectors.getColumnVector(k);
      return v.transpose().mmul(sigma).mmul(v).get(0, 0);
    });
  };
  return {anisotropic: along(anisotropic), isotropic: along(second)};
}

const perTemperature = (f: (tau: number) => number): Numbers => ({
  "τ = 0.1, 0.2, 0.4": powerLoss.temperatures.map(f)
});

/** SM-6: τG/(2h) at a strongly convex minimum. */
export const stronglyConvex = (): Numbers =>
  perTemperature(tau => (tau * powerLoss.noise) / (2 * powerLoss.curvature));

/** τG/h. */
export const stronglyConvexDoubled = (): Numbers =>
  perTemperature(tau => (tau * powerLoss.noise) / powerLoss.curvature);

/** Var θ for L = hθ⁴/4, proportional to τ from its value at τ = 0.1 on; Γ(¾)/Γ(¼) = 0.33799. */
export const convex = (): Numbers => {
  const {curvature, noise, temperatures} = powerLoss;
  const first = Math.sqrt((2 * temperatures[0] * noise) / curvature) * 0.3379891200336424;
  return perTemperature(tau => (first * tau) / temperatures[0]);
};
