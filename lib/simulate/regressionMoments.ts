import {integerPower} from "../elementary/integerPower.js";
import {factorRows, type RegressionCell} from "./spec.js";

/** Exact second moments of a regression cell, of coordinates i and j; about the minimum. */
export interface RegressionMoments {
  /** E wᵢwⱼ after the last step. */
  state(i: number, j: number): number;
  /** E of the time average of wᵢwⱼ over the steps after the burn-in. */
  overTime(i: number, j: number): number;
  /** E‖w‖² after the last step over that after the burn-in: above 1 where it has not settled, or never does. */
  readonly growth: number;
}

type Square = number[][];

/** E g gᵀ = E[A_B W A_B] + Cov c_B, as a function of W = E wwᵀ; and Ā. */
interface BatchLaw {
  readonly mean: Square;
  readonly squared: (w: Square) => Square;
}

/**
 * What the replicates of a regression cell average to, exactly and at finite time, from w = 0, the minimum:
 * with g = A_B w − c_B, E c_B = 0, and W = E wwᵀ, Q = E wmᵀ, R = E mmᵀ,
 *
 *     R ← µ²R + µ(QᵀĀ + ĀQ) + E[A_B W A_B] + Cov c_B,
 *     Q⁺ = µQ + WĀ,   W ← W − η(Q⁺ + Q⁺ᵀ) + η²R,   Q ← Q⁺ − ηR
 *
 * Batches are independent of one another. E[A_B W A_B] of a fixed data set is summed over its rows, with
 * f = (1/b)(1 − b/n) or, with replacement, (1/b)(1 − 1/n); of fresh Gaussian inputs of covariance V it is
 * (1 + 1/b)VWV + V Tr(VW)/b.
 *
 * @throws RangeError unless the rate is one number and the cell starts at 0
 */
export function regressionMoments(cell: RegressionCell): RegressionMoments {
  const {learningRate: rate, momentum: mu = 0, steps, burnIn = 0, initial} = cell;
  if (typeof rate !== "number") throw new RangeError("learningRate must be a number");
  if (initial?.some(x => x !== 0)) throw new RangeError(`initial must be 0; got ${initial}`);
  const {mean, squared} = lawOf(cell);
  const zero = scaled(mean, 0);
  let [w, q, r, total] = [zero, zero, zero, zero];
  let settled = 0;
  for (let t = 0; t < steps; t++) {
    const force = product(mean, q);
    r = symmetric(sum(scaled(r, mu * mu), scaled(sum(force, transposed(force)), mu), squared(w)));
    const next = sum(scaled(q, mu), product(w, mean));
    w = symmetric(sum(w, scaled(sum(next, transposed(next)), -rate), scaled(r, rate * rate)));
    q = sum(next, scaled(r, -rate));
    if (t >= burnIn) total = sum(total, w);
    if (t + 1 === burnIn) settled = traceOf(w);
  }
  return {
    state: (i, j) => w[i][j],
    overTime: (i, j) => total[i][j] / (steps - burnIn),
    growth: traceOf(w) / settled
  };
}

function lawOf({data, batchSize: b}: RegressionCell): BatchLaw {
  if (!("inputs" in data)) {
    const rows = factorRows(data.inputFactor);
    const diagonal = "diagonal" in data.inputFactor;
    const v = rows.map((x, i) =>
      rows.map((y, j) =>
        diagonal ? (i === j ? x[0] * y[0] : 0) : x.reduce((s, c, k) => s + c * y[k], 0)
      )
    );
    const kick = scaled(v, (data.labelDeviation * data.labelDeviation) / b);
    return {
      mean: v,
      squared: w => {
        const trace = traceOf(product(v, w));
        return sum(scaled(product(v, w, v), 1 + 1 / b), scaled(v, trace / b), kick);
      }
    };
  }
  const {inputs, labels, replacement} = data;
  const n = inputs.length;
  const f = (replacement ? 1 - 1 / n : 1 - b / n) / b / (n - 1);
  const outer = inputs.map(x => x.map(p => x.map(s => p * s)));
  const mean = scaled(sum(...outer), 1 / n);
  const centred = outer.map(m => sum(m, scaled(mean, -1)));
  const kick = scaled(sum(...outer.map((m, i) => scaled(m, labels[i] * labels[i]))), f);
  const d = mean.length;
  const fourth = Array.from({length: integerPower(d, 4)}, (_, at) => {
    const [i, j, k, l] = [3, 2, 1, 0].map(p => Math.floor(at / integerPower(d, p)) % d);
    return f * centred.reduce((s, m) => s + m[i][k] * m[l][j], 0);
  });
  return {
    mean,
    squared: w => {
      const spread = mean.map((row, i) =>
        row.map((_, j) =>
          w.reduce(
            (s, of, k) =>
              s + of.reduce((t, x, l) => t + x * fourth[((i * d + j) * d + k) * d + l], 0),
            0
          )
        )
      );
      return sum(product(mean, w, mean), spread, kick);
    }
  };
}

const scaled = (a: Square, c: number): Square => a.map(row => row.map(x => c * x));
const traceOf = (a: Square): number => a.reduce((s, row, i) => s + row[i], 0);
/** Rounding must not leave an antisymmetric part, which may grow where the moments do not. */
const symmetric = (a: Square): Square =>
  a.map((row, i) => row.map((x, j) => (i === j ? x : (x + a[j][i]) / 2)));
const transposed = (a: Square): Square => a.map((_, j) => a.map(row => row[j]));
const sum = (...all: readonly Square[]): Square =>
  all[0].map((row, i) => row.map((_, j) => all.reduce((s, m) => s + m[i][j], 0)));
const product = (first: Square, ...rest: readonly Square[]): Square =>
  rest.reduce(
    (a, b) => a.map(row => b[0].map((_, j) => row.reduce((s, x, k) => s + x * b[k][j], 0))),
    first
  );
