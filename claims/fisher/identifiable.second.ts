import {kicked, labelled, type ProductModel} from "../cases/identifiable.js";
import type {Rows} from "../cases/matrices.js";
import type {LogisticModel} from "../cases/problems.js";

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** The projector on the span of some vectors, from powers of I − G/Tr G, G their Gram matrix. */
function byPowers(vectors: Rows): number[] {
  const d = vectors[0].length;
  const gram = Array.from({length: d}, (_, i) =>
    Array.from({length: d}, (__, j) => vectors.reduce((sum, v) => sum + v[i] * v[j], 0))
  );
  const size = gram.reduce((sum, row, i) => sum + row[i], 0);
  const times = (a: Rows, b: Rows) =>
    a.map(row => b[0].map((_, j) => row.reduce((s, x, k) => s + x * b[k][j], 0)));
  // Eigenvalue 1 on the kernel alone: the powers tend to the kernel's projector.
  let rest: number[][] = gram.map((row, i) => row.map((x, j) => (i === j ? 1 : 0) - x / size));
  for (let k = 0; k < 24; k++) rest = times(rest, rest);
  return rest.flatMap((row, i) => row.map((x, j) => (i === j ? 1 : 0) - x));
}

export const spanOfScores = ({inputs, parameters}: LogisticModel) =>
  byPowers(
    inputs.flatMap(x => {
      const p = logistic(x.reduce((s, v, k) => s + v * parameters[k], 0));
      return [x.map(v => p * v), x.map(v => (p - 1) * v)];
    })
  );
export const spanOfKicks = () => byPowers(kicked.samples.map(([z1, z2]) => [-z1, z2]));

/** F by Hermite's three nodes, scores by the product of the other parameters. */
export const supportOfProduct = ({parameters}: ProductModel) =>
  byPowers(
    [-Math.sqrt(3), 0, Math.sqrt(3)].map(away =>
      parameters.map((_, i) =>
        parameters.reduce((product, x, k) => (k === i ? product : product * x), away)
      )
    )
  );

/** −log p and its slope carried along together, operation by operation. */
export function dualNumbers() {
  const {parameter, inputs, labels} = labelled;
  const slope = (x: number, y: number) => {
    // e^{−xθ}, 1 + e^{−xθ}, and log of it; −log(1 − p) adds xθ.
    const [e, de] = [Math.exp(-x * parameter), -x * Math.exp(-x * parameter)];
    const ofLogarithm = de / (1 + e);
    return y === 1 ? ofLogarithm : ofLogarithm + x;
  };
  return inputs.map(x => labels.map(y => slope(x, y)));
}

/** F from −∂²log p by hand, its axes by Jacobi's rotations; variances of scores along them. */
export function axes({inputs, parameters}: LogisticModel) {
  const sum = (f: (x: readonly number[], p: number) => number) =>
    inputs.reduce(
      (s, x) => s + f(x, logistic(x.reduce((t, v, k) => t + v * parameters[k], 0))) / inputs.length,
      0
    );
  const bend = parameters.map((_, i) =>
    parameters.map((__, j) => sum((x, p) => p * (1 - p) * x[i] * x[j]))
  );
  const {values, vectors} = jacobi(bend);
  const order = values.map((_, k) => k).sort((a, b) => values[a] - values[b]);
  const scatter = (v: readonly number[]) =>
    sum((x, p) => {
      const along = x.reduce((s, y, k) => s + y * v[k], 0);
      return p * ((p - 1) * along) ** 2 + (1 - p) * (p * along) ** 2;
    });
  const mean = vectors.reduce((s, v) => s + scatter(v), 0) / vectors.length;
  return [order[0], order[order.length - 1]].map(k => scatter(vectors[k]) / mean);
}

/** Eigenvalues and eigenvectors, one a row, by rotations in one plane after another. */
function jacobi(matrix: Rows): {values: number[]; vectors: number[][]} {
  const d = matrix.length;
  const a = matrix.map(row => [...row]);
  const vectors = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 15; sweep++)
    for (let p = 0; p < d; p++)
      for (let q = p + 1; q < d; q++) {
        const angle = Math.atan2(2 * a[p][q], a[p][p] - a[q][q]) / 2;
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        for (const row of a) [row[p], row[q]] = [c * row[p] + s * row[q], c * row[q] - s * row[p]];
        const turned = [a, vectors] as const;
        for (const m of turned) {
          const [x, y] = [m[p], m[q]];
          m[p] = x.map((v, j) => c * v + s * y[j]);
          m[q] = y.map((v, j) => c * v - s * x[j]);
        }
      }
  return {values: a.map((row, i) => row[i]), vectors};
}
