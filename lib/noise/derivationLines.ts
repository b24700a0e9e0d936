import {integer, type MatrixLike, matrix} from "../check.js";

/** A line of a derivation: what it says, and how far the enumeration is from it. */
export interface DerivationLine {
  /** Equation numbers of the notes. */
  readonly equation: string;
  /** What is compared, in words and symbols. */
  readonly text: string;
  /** ‖left − right‖ over the size of what the derivation ends with. */
  readonly difference: number;
}

/** The most ordered batches that are visited. */
const limit = 1e5;

/**
 * The notes' derivation of E ν = 0 and Cov ν = Σ_emp/B for the batch noise ν = g_B − gₙ, line by line:
 * both sides of each, over every ordered batch of B of the n rows of `gradients`, with or without
 * replacement. Differences are relative to ‖gₙ‖ (or the largest row) for means, ‖Σ_emp‖/B for
 * covariances. Source: notes, §4.0.1, (30)–(54).
 *
 * @throws RangeError on B < 1, B > n without replacement, or more than 10⁵ ordered batches.
 * @example
 * derivationLines([[-1], [1]], 2, {replacement: false}).at(-1).difference; // 1: the noise is zero
 */
export function derivationLines(
  gradients: MatrixLike,
  batchSize: number,
  {replacement}: {readonly replacement: boolean}
): DerivationLine[] {
  const rows = matrix("gradients", gradients).to2DArray();
  const n = rows.length;
  const b = integer("batchSize", batchSize, 1, replacement ? Infinity : n);
  if (n ** b > limit)
    throw new RangeError(`batchSize must leave at most ${limit} ordered batches; got ${n ** b}`);
  const d = rows[0].length;
  const full = Array.from({length: d}, (_, j) => rows.reduce((s, row) => s + row[j], 0) / n);
  const y = rows.map(row => row.map((x, j) => x - full[j]));
  const empirical = new Float64Array(d * d);
  for (const row of y) addOuter(empirical, row, row, 1 / n);

  const slotMeans = Array.from({length: b}, () => new Float64Array(d));
  const products = Array.from({length: b * b}, () => new Float64Array(d * d));
  const noise = new Float64Array(d);
  const second = new Float64Array(d * d);
  let batches = 0;
  const indices: number[] = [];
  const visit = () => {
    if (indices.length < b) {
      for (let i = 0; i < n; i++) {
        if (!replacement && indices.includes(i)) continue;
        indices.push(i);
        visit();
        indices.pop();
      }
      return;
    }
    batches++;
    const nu = new Float64Array(d);
    for (const [slot, i] of indices.entries()) {
      for (let j = 0; j < d; j++) {
        slotMeans[slot][j] += rows[i][j];
        nu[j] += y[i][j] / b;
      }
      for (const [other, k] of indices.entries())
        addOuter(products[slot * b + other], y[i], y[k], 1);
    }
    for (let j = 0; j < d; j++) noise[j] += nu[j];
    addOuter(second, nu, nu, 1);
  };
  visit();
  const average = (x: Float64Array) => x.map(v => v / batches);

  const length = Math.max(...rows.map(row => Math.hypot(...row)));
  const size = Math.hypot(...empirical) || 1;
  const distance = (x: ArrayLike<number>, of: ArrayLike<number>, factor = 1) =>
    Math.hypot(...Array.from(x, (v, i) => v - factor * of[i]));
  const zero = new Float64Array(d * d);
  const covariance = average(second);
  const centred = Float64Array.from(covariance);
  addOuter(centred, average(noise), average(noise), -1);
  const doubleSum = new Float64Array(d * d);
  for (const product of products)
    for (const [e, x] of average(product).entries()) doubleSum[e] += x / b ** 2;
  const slotMean = Float64Array.from(full, (_, j) =>
    slotMeans.reduce((s, mean) => s + mean[j] / batches / b, 0)
  );
  const where = (equal: boolean) =>
    products.filter((_, e) => (Math.floor(e / b) === e % b) === equal).map(average);
  const worst = (values: readonly number[]) => Math.max(0, ...values);
  const off = where(false).map(product => distance(product, zero) / size);
  const own = where(true).map(product => distance(product, empirical) / size);

  return [
    {
      equation: "(33)–(35)",
      text: "each slot has the mean of the data set: $E g_I = g_n$",
      difference: worst(slotMeans.map(mean => distance(average(mean), full) / length))
    },
    {
      equation: "(32), (36)",
      text: "the batch’s mean is the average of its slots’ means",
      difference:
        distance(
          Float64Array.from(average(noise), (x, j) => x + full[j]),
          slotMean
        ) / length
    },
    {equation: "(37), (38)", text: "$E ν = 0$", difference: Math.hypot(...average(noise)) / length},
    {
      equation: "(39)",
      text: "Cov $ν = E νν^⊤$",
      difference: (b * distance(centred, covariance)) / size
    },
    {
      equation: "(43), (44)",
      text: "$E νν^⊤$ is the double sum of $E y_jy_k^⊤$ over $b^2$",
      difference: (b * distance(covariance, doubleSum)) / size
    },
    {equation: "(45)–(47)", text: "$E y_jy_k^⊤ = 0$ for $j ≠ k$", difference: worst(off)},
    {equation: "(48)–(51)", text: "$E y_jy_j^⊤ = Σ_{emp}$", difference: worst(own)},
    {
      equation: "(52)–(54)",
      text: "Cov $ν = Σ_{emp}/b$",
      difference: (b * distance(covariance, empirical, 1 / b)) / size
    }
  ];
}

function addOuter(
  sum: Float64Array,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weight: number
): void {
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < y.length; j++) sum[i * y.length + j] += weight * x[i] * y[j];
}
