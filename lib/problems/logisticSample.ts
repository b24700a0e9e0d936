import {integer, positive} from "../check.js";
import {exp} from "../elementary/exp.js";
import {normals} from "../random/normals.js";
import {uniforms} from "../random/uniforms.js";

/** Inputs and labels of a logistic model that is correct. */
export interface LogisticSample {
  /** n×d: a one, then d − 1 independent normals of the given standard deviations. */
  readonly features: number[][];
  readonly labels: number[];
}

/**
 * n rows x = (1, s₂z₂, …, s_dz_d) and labels y = 1 with probability 1/(1 + e^{−xᵀw}), the same for
 * the same seed on every engine.
 *
 * @throws RangeError unless size ≥ 1, scales are positive and one fewer than weights
 * @example logisticSample({size: 200, seed: 1, weights: [0, 1], scales: [2]}).features.length; // 200
 */
export function logisticSample(options: {
  size: number;
  seed: number;
  weights: readonly number[];
  scales: readonly number[];
}): LogisticSample {
  const {size, seed, weights, scales} = options;
  integer("size", size, 1);
  for (const s of scales) positive("scales", s);
  if (scales.length !== weights.length - 1)
    throw new RangeError(`scales must have ${weights.length - 1} entries; got ${scales.length}`);
  const address = {seed, experiment: "logistic sample", replicate: 0};
  const z = normals(uniforms({...address, cell: "features"}));
  const u = uniforms({...address, cell: "labels"});
  const features = Array.from({length: size}, () => [1, ...scales.map(s => s * z.next())]);
  const labels = features.map(row => {
    const predictor = row.reduce((sum, x, j) => sum + x * weights[j], 0);
    return u.next() < 1 / (1 + exp(-predictor)) ? 1 : 0;
  });
  return {features, labels};
}
