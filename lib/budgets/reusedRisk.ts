import {integer, positive} from "../check.js";

/**
 * Expected risk E‖θ_T − θ⋆‖²_F, of T steps whose batches all come from one data set of n samples
 *
 *     Σᵢ fᵢ [ (1 − b/n) Cᵢᵢ(T) + (1 − aᵢ)² Gᵢᵢ/(hᵢ²n) ],   aᵢ = Π_{t<T} (1 − η_t hᵢ)
 *
 * from θ⋆ itself, on a quadratic of curvatures h with additive noise of variances Gᵢᵢ in one sample, batches
 * of b without replacement; C is the covariance with fresh samples at each step. The first part is the noise
 * of the batches, the second the distance of the data's own minimum from θ⋆. Source: Fisher, §3.2 and Table 5.
 *
 * @throws RangeError unless all curvatures, variances and weights are positive and 1 ≤ b ≤ n
 * @example // one sample, one step that lands on it: the sample's own error
 * reusedRisk({curvatures: [1], variances: [4], weights: [1], learningRate: () => 1, batchSize: 1, samples: 1, steps: 1}); // 4
 */
export function reusedRisk(options: {
  curvatures: readonly number[];
  variances: readonly number[];
  weights: readonly number[];
  learningRate: (t: number) => number;
  batchSize: number;
  samples: number;
  steps: number;
}): number {
  const {curvatures, variances, weights, learningRate, batchSize: b, samples: n, steps} = options;
  integer("steps", steps, 0);
  integer("samples", n, 1);
  integer("batchSize", b, 1, n);
  return curvatures.reduce((sum, h, i) => {
    positive(`curvatures[${i}]`, h);
    positive(`variances[${i}]`, variances[i]);
    positive(`weights[${i}]`, weights[i]);
    let [keep, square] = [1, 0];
    for (let t = 0; t < steps; t++) {
      const eta = learningRate(t);
      keep *= 1 - eta * h;
      square = (1 - eta * h) ** 2 * square + (eta ** 2 * variances[i]) / b;
    }
    const data = ((1 - keep) ** 2 * variances[i]) / (h ** 2 * n);
    return sum + weights[i] * ((1 - b / n) * square + data);
  }, 0);
}
