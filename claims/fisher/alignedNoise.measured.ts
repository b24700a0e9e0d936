import {dot, largestEigenvalue, norm, outer, type Square, scale} from "../brute/arrays.js";
import {
  everyDataSet,
  everyOrderedBatch,
  everySubset,
  type FiniteLaw,
  overDataSets
} from "../brute/finiteLaw.js";
import {leastSquares, type Place, type rareLabel} from "../cases/oracle.js";

/** Per-sample gradients of least squares at δ = θ − θ⋆, all equally likely. */
function gradientLaw(delta: readonly number[]): FiniteLaw {
  const points = leastSquares.inputs.flatMap(x =>
    [1, -1].map(sign => x.map(xi => xi * (dot(x, delta) - sign * leastSquares.deviation)))
  );
  return {points, probabilities: points.map(() => 1 / points.length)};
}

const information = (): Square => {
  const {inputs, deviation} = leastSquares;
  const sum = inputs.map(outer).reduce((a, b) => a.map((row, i) => row.map((x, j) => x + b[i][j])));
  return scale(sum, deviation ** 2 / inputs.length);
};

/** λmax(F⁻¹ b Cov ξ) over every fresh batch of two. */
export function alignedAt({delta}: Place) {
  const {within} = overDataSets(gradientLaw(delta), 1, 1, everyOrderedBatch);
  const {between} = overDataSets(gradientLaw(delta), 2, 2, everySubset);
  const zero = norm(within);
  if (zero > 1e-12) throw new Error("a batch of all has no noise within");
  return largestEigenvalue(scale(between, 2), information());
}

/** Given a data set of four, the worst over data sets: n = 4, b = 2 without replacement. */
export function alignedGivenData() {
  const {points, probabilities} = gradientLaw([0, 0]);
  const F = information();
  let worst = 0;
  for (const {data} of everyDataSet(points, probabilities, 4)) {
    const {covariance} = everySubset(data, 2);
    worst = Math.max(worst, largestEigenvalue(scale(covariance, 2), F));
  }
  return worst;
}

/** log E exp(λξ) for the mean ξ of b gradients p − y, over the number of labels y = 1. */
export function enumeratedExponents({b, probability: p, pulls}: (typeof rareLabel)[number]) {
  const choose = (n: number, k: number) => {
    let c = 1;
    for (let i = 0; i < k; i++) c = (c * (n - i)) / (i + 1);
    return c;
  };
  return pulls.map(x => {
    let sum = 0;
    for (let k = 0; k <= b; k++)
      sum += choose(b, k) * p ** k * (1 - p) ** (b - k) * Math.exp(x * (k - b * p));
    return Math.log(sum);
  });
}
