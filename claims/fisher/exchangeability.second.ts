import {dependent, type inflations} from "../cases/fisher.js";

const {curvatures, learningRate, batchSize: b, uses} = dependent;

/** The covariance of (θ, the groups in the batch) step by step until it stands still. */
export const steppedReuse = () =>
  curvatures.map(h => {
    const n = uses + 1;
    const A = Array.from({length: n}, (_, i) =>
      Array.from({length: n}, (_, j) => {
        if (i === 0) return j === 0 ? 1 - learningRate * h : -learningRate / b;
        return i > 1 && j === i - 1 ? 1 : 0;
      })
    );
    let C = A.map(row => row.map(() => 0));
    for (let t = 0; t < 3000; t++) {
      const AC = A.map(row => C[0].map((_, j) => row.reduce((s, x, k) => s + x * C[k][j], 0)));
      C = AC.map(row => A.map(other => row.reduce((s, x, k) => s + x * other[k], 0)));
      // The sum of b/uses new samples.
      C[1][1] += b / uses;
    }
    return C[0][0];
  });

/** σ² ← a²σ² + η² Cov g, the covariance of a batch counted pair by pair. */
export const steppedVariances = ({epsilon}: (typeof inflations)[number]) =>
  curvatures.map(h => {
    let batch = 0;
    for (let i = 0; i < b; i++)
      for (let j = 0; j < b; j++) batch += (i === j ? 1 : epsilon / (b - 1)) / b / b;
    let variance = 0;
    for (let t = 0; t < 3000; t++)
      variance = (1 - learningRate * h) ** 2 * variance + learningRate ** 2 * batch;
    return variance;
  });
