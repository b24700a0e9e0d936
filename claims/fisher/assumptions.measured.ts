import {
  determinant,
  diagonal,
  identity,
  inverse,
  multiply,
  product,
  smallestEigenvalue,
  transpose
} from "../brute/arrays.js";
import {batchCovariance} from "../brute/finiteLaw.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {type BoundedLoss, type Stable, tenDimensional} from "../cases/fisher.js";
import type {FlatRun, ShortRun, SingleDirection} from "../cases/setup.js";

/** E θθᵀ of a run that begins at its minimum, over every sequence of batches of two. */
export function everyPath({hessian, law, learningRate, steps}: ShortRun) {
  const {points, probabilities} = law;
  const axes = hessian.map((_, j) => j);
  const mean = axes.map(j => points.reduce((s, point, k) => s + probabilities[k] * point[j], 0));
  const kicks = points.flatMap((first, i) =>
    points.map((second, j) => ({
      noise: axes.map(k => (first[k] + second[k]) / 2 - mean[k]),
      chance: probabilities[i] * probabilities[j]
    }))
  );
  const sums = axes.map(() => axes.map(() => 0));
  const walk = (theta: readonly number[], chance: number, left: number) => {
    if (left === 0) {
      for (const i of axes) for (const j of axes) sums[i][j] += chance * theta[i] * theta[j];
      return;
    }
    const pull = hessian.map(row => row.reduce((s, x, k) => s + x * theta[k], 0));
    for (const kick of kicks)
      walk(
        theta.map((x, k) => x - learningRate * (pull[k] + kick.noise[k])),
        chance * kick.chance,
        left - 1
      );
  };
  walk(
    axes.map(() => 0),
    1,
    steps
  );
  return sums;
}

/** Cov(g_B). */
export {batchCovariance};

/** The largest second difference of a sample's logistic loss along its input, over 81 places. */
function largestCurvature(input: readonly number[]): number {
  const step = 2e-3;
  const loss = (predictor: number) => Math.log1p(Math.exp(-predictor));
  const length = Math.hypot(...input);
  let largest = 0;
  for (let k = -40; k <= 40; k++) {
    const at = (by: number) => loss((k / 10 + by) * length);
    largest = Math.max(largest, (at(step) - 2 * at(0) + at(-step)) / step ** 2);
  }
  return largest;
}

/** That of each input, or the largest curvature. */
export const largestCurvatures = (each: BoundedLoss) =>
  "inputs" in each ? each.inputs.map(largestCurvature) : Math.max(...each.curvatures);

/** λmin(H) by Cholesky factors, or A(AᵀA)⁻¹Aᵀ for A = H definite. */
export function stability(each: Stable) {
  if ("spectra" in each) return each.spectra.map(h => smallestEigenvalue(diagonal(h)));
  const {hessian: h} = each;
  return product(h, inverse(multiply(transpose(h), h)), transpose(h));
}

/** λmin(G) by Cholesky factors, of the replayed matrix for experiments 4–6. */
export function nondegeneracy() {
  const c = Math.cos(0.7);
  const s = Math.sin(0.7);
  const turn = [
    [c, -s],
    [s, c]
  ];
  return [
    smallestEigenvalue(identity(2)),
    smallestEigenvalue(product(turn, diagonal([1.5, 0.5]), transpose(turn))),
    smallestEigenvalue(tenDimensional.anisotropic)
  ];
}

/** E θ² along two axes over all 2¹⁰ sequences of coin tosses. */
export const everyToss = ({curvatures, learningRate, steps, batchSize}: FlatRun) =>
  curvatures.map(h => {
    let sum = 0;
    for (let code = 0; code < 2 ** steps; code++) {
      let theta = 0;
      for (let t = 0; t < steps; t++) {
        const toss = (code >> t) & 1 ? 1 : -1;
        theta -= learningRate * (h * theta + toss / Math.sqrt(batchSize));
      }
      sum += theta ** 2;
    }
    return sum / 2 ** steps;
  });

/** ∫ e^{−Hs} τvvᵀ e^{−Hs} ds and its determinant. */
export function integral({curvatures, tau, direction}: SingleDirection) {
  const noise = direction.map(x => direction.map(y => tau * x * y));
  const s = lyapunovIntegral(diagonal(curvatures), noise);
  return [...s.flatMap((row, i) => row.slice(i)), determinant(s)];
}
