import {Matrix, solve} from "ml-matrix";
import {integer, positive} from "../check.js";
import {normals} from "../random/normals.js";
import {uniforms} from "../random/uniforms.js";

/** A data set whose least-squares solution is w = 0: the labels are residuals. */
export interface RegressionData {
  readonly inputs: number[][];
  /** Orthogonal to every column of `inputs`. */
  readonly labels: number[];
}

/**
 * n inputs xᵢ ~ N(0, diag(variances)) and labels yᵢ = eᵢ − ŵᵀxᵢ, eᵢ ~ N(0, σ²), ŵ the least-squares
 * solution on (x, e): the regression task of finite-rate §5, its minimum moved to the origin. With
 * the same seed and name always the same data.
 *
 * @throws RangeError unless n exceeds the dimension and variances and σ (`labelDeviation`) are positive
 */
export function gaussianRegression({
  variances,
  size,
  labelDeviation,
  seed,
  name
}: {
  variances: readonly number[];
  size: number;
  labelDeviation: number;
  seed: number;
  name: string;
}): RegressionData {
  integer("size", size, variances.length + 1);
  positive("labelDeviation", labelDeviation);
  const deviations = variances.map((v, i) => Math.sqrt(positive(`variances[${i}]`, v)));
  const z = normals(uniforms({seed, experiment: name, cell: "data", replicate: 0}));
  const inputs = Array.from({length: size}, () => deviations.map(s => s * z.next()));
  const noise = Array.from({length: size}, () => labelDeviation * z.next());
  const gram = variances.map((_, i) =>
    variances.map((_, j) => inputs.reduce((sum, x) => sum + x[i] * x[j], 0))
  );
  const moment = variances.map((_, i) => [inputs.reduce((sum, x, k) => sum + x[i] * noise[k], 0)]);
  const w = solve(new Matrix(gram), new Matrix(moment)).to1DArray();
  const labels = inputs.map((x, k) => noise[k] - x.reduce((sum, v, i) => sum + w[i] * v, 0));
  return {inputs, labels};
}
