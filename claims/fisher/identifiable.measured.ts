import {identity, inverse, multiply, norm, scale} from "../brute/arrays.js";
import {kicked, labelled, type ProductModel} from "../cases/identifiable.js";
import type {Rows} from "../cases/matrices.js";
import type {LogisticModel} from "../cases/problems.js";

const probability = (x: readonly number[], theta: readonly number[]) =>
  1 / (1 + Math.exp(-x.reduce((sum, v, k) => sum + v * theta[k], 0)));

/** The projector on the span of some vectors, by Gram and Schmidt. */
function onSpan(vectors: Rows): number[] {
  const basis: number[][] = [];
  for (const vector of vectors) {
    let v = [...vector];
    for (let pass = 0; pass < 2; pass++)
      for (const u of basis) {
        const along = u.reduce((sum, x, k) => sum + x * v[k], 0);
        v = v.map((x, k) => x - along * u[k]);
      }
    const size = norm([v]);
    if (size > 1e-9 * norm([vector])) basis.push(v.map(x => x / size));
  }
  const d = vectors[0].length;
  return Array.from({length: d * d}, (_, e) =>
    basis.reduce((sum, u) => sum + u[Math.floor(e / d)] * u[e % d], 0)
  );
}

/** The gradients of every sample's loss at θ⋆. */
export const spanOfScores = ({inputs, parameters}: LogisticModel) =>
  onSpan(inputs.flatMap(x => [0, 1].map(y => x.map(v => (probability(x, parameters) - y) * v))));
export const spanOfKicks = () => onSpan(kicked.samples.map(([z1, z2]) => [-z1, z2]));

/** The gradients of −log p of a Gaussian at observations around its own mean, by central differences. */
export function spanOfProductScores({parameters}: ProductModel) {
  const meanAt = (theta: readonly number[]) => theta.reduce((product, x) => product * x, 1);
  const own = meanAt(parameters);
  const h = 0.125;
  return onSpan(
    [-1, 1, 2].map(away =>
      parameters.map((_, i) => {
        const loss = (by: number) =>
          (own + away - meanAt(parameters.map((x, k) => (k === i ? x + by : x)))) ** 2 / 2;
        return (loss(h) - loss(-h)) / (2 * h);
      })
    )
  );
}

/** Central differences of −log p. */
export function differences() {
  const {parameter, inputs, labels} = labelled;
  const loss = (x: number, y: number, theta: number) => {
    const p = 1 / (1 + Math.exp(-x * theta));
    return -Math.log(y === 1 ? p : 1 - p);
  };
  const h = 1e-5;
  return inputs.map(x =>
    labels.map(y => (loss(x, y, parameter + h) - loss(x, y, parameter - h)) / (2 * h))
  );
}

/**
 * Every batch of two inputs and labels: its variance along the directions of least and most curvature, which
 * powers of M and of Tr M − M find, M the central differences of the mean gradient.
 */
export function everyBatch({inputs, parameters}: LogisticModel) {
  const samples = inputs.flatMap(x => {
    const p = probability(x, parameters);
    return [0, 1].map(y => ({
      gradient: x.map(v => (p - y) * v),
      weight: (y ? p : 1 - p) / inputs.length
    }));
  });
  const variance = (v: readonly number[]) => {
    let [mean, second] = [0, 0];
    for (const a of samples)
      for (const b of samples) {
        const along = v.reduce((sum, x, i) => sum + ((a.gradient[i] + b.gradient[i]) / 2) * x, 0);
        mean += a.weight * b.weight * along;
        second += a.weight * b.weight * along * along;
      }
    return second - mean ** 2;
  };
  const meanGradient = (theta: readonly number[]) =>
    parameters.map((_, j) =>
      inputs.reduce((sum, x) => sum + (probability(x, theta) / inputs.length) * x[j], 0)
    );
  const step = 1e-4;
  const columns = parameters.map((_, k) => {
    const moved = (by: number) => meanGradient(parameters.map((t, i) => (i === k ? t + by : t)));
    const [up, down] = [moved(step), moved(-step)];
    return up.map((u, j) => (u - down[j]) / (2 * step));
  });
  const bend = columns.map((column, i) => column.map((x, j) => (x + columns[j][i]) / 2));
  const units = identity(parameters.length);
  const [flat, stiff] = [inverse(bend), bend].map(largestAxis);
  const mean = units.reduce((sum, v) => sum + variance(v), 0) / units.length;
  return [flat, stiff].map(v => variance(v) / mean);
}

/** The axis of the largest eigenvalue, from 2⁴⁰ as a power. */
function largestAxis(m: Rows): number[] {
  let power = scale(m, 1 / norm(m));
  for (let k = 0; k < 40; k++) {
    power = multiply(power, power);
    power = scale(power, 1 / norm(power));
  }
  const row = power.reduce((best, each) => (norm([each]) > norm([best]) ? each : best));
  return row.map(x => x / norm([row]));
}
