import {Matrix} from "ml-matrix";
import {integer, numberIn, positive} from "../check.js";
import {integerPower} from "../elementary/integerPower.js";
import type {UniformSource} from "./batchGradients.js";
import {enumerateSubsets} from "./enumeration.js";

/** A law on finitely many points, and how often it is the one that the data come from. */
export interface Population {
  readonly weight: number;
  readonly points: readonly (readonly number[])[];
  readonly probabilities: readonly number[];
}

/** Covariance of a mini-batch mean by what is held fixed while it varies. */
export interface ConditionalCovariances {
  /** E Cov(g_B | data): batches vary, the data set does not. */
  readonly givenData: Matrix;
  /** E Cov(g_B | µ): data sets vary, the population does not. */
  readonly givenPopulation: Matrix;
  /** Cov(g_B): everything varies. */
  readonly unconditional: Matrix;
}

/**
 * The three conditioning levels of a de Finetti mixture, averaged over what each conditions on
 *
 *     E Cov(g_B | data) = 1/b (1 − b/n) E G_µ
 *     E Cov(g_B | µ)    = 1/b E G_µ
 *     Cov(g_B)          = 1/b E G_µ + Cov_µ(m_µ)
 *
 * for a population µ drawn with its weight, n independent points from it, and b of these without
 * replacement; G_µ and m_µ are covariance and mean of one point. Source: Fisher, Proposition 4.5 and
 * eq. (23).
 *
 * @throws RangeError on weights or probabilities that do not sum to 1, or b > n.
 * @example mixtureCovariances([{weight: 1, points: [[-1], [1]], probabilities: [0.5, 0.5]}], 4, 2)
 * // givenData [[1/4]], givenPopulation and unconditional [[1/2]]
 */
export function mixtureCovariances(
  populations: readonly Population[],
  datasetSize: number,
  batchSize: number
): ConditionalCovariances {
  const {n, b, d} = check(populations, datasetSize, batchSize);
  const inner = Matrix.zeros(d, d);
  const second = Matrix.zeros(d, d);
  const mean = Matrix.zeros(d, 1);
  for (const {weight, points, probabilities} of populations) {
    const own = Matrix.zeros(d, 1);
    for (const [k, point] of points.entries())
      own.add(Matrix.columnVector([...point]).mul(probabilities[k]));
    for (const [k, point] of points.entries()) {
      const centred = Matrix.columnVector([...point]).sub(own);
      inner.add(centred.mmul(centred.transpose()).mul(weight * probabilities[k]));
    }
    second.add(own.mmul(own.transpose()).mul(weight));
    mean.add(own.mul(weight));
  }
  const between = second.sub(mean.mmul(mean.transpose()));
  return {
    givenData: inner.clone().mul((n - b) / (n * b)),
    givenPopulation: inner.clone().div(b),
    unconditional: inner.clone().div(b).add(between)
  };
}

/** The most data sets that are visited before an enumeration is refused. */
export const dataSetLimit = 1e5;

/**
 * The same by visiting every population, every data set of n points and every subset of b of them,
 * each with its probability: the twin of `mixtureCovariances`.
 *
 * @throws RangeError as `mixtureCovariances`, and where a population has more than 10⁵ data sets.
 */
export function enumerateMixture(
  populations: readonly Population[],
  datasetSize: number,
  batchSize: number
): ConditionalCovariances & {readonly visited: number} {
  const {n, b, d} = check(populations, datasetSize, batchSize);
  let visited = 0;
  const zero = () => Matrix.zeros(d, d);
  const outer = (x: readonly number[]) => {
    const column = Matrix.columnVector([...x]);
    return column.mmul(column.transpose());
  };
  const [givenData, givenPopulation, second] = [zero(), zero(), zero()];
  const mean = new Array<number>(d).fill(0);
  for (const {weight, points, probabilities} of populations) {
    const count = integerPower(points.length, n);
    numberIn("datasetSize", count, "[1, 10⁵] data sets", x => x <= dataSetLimit);
    const own = new Array<number>(d).fill(0);
    const [within, ownSecond] = [zero(), zero()];
    for (let code = 0; code < count; code++) {
      let chance = 1;
      const data = Array.from({length: n}, (_, i) => {
        const pick = Math.floor(code / integerPower(points.length, i)) % points.length;
        chance *= probabilities[pick];
        return [...points[pick]];
      });
      const law = enumerateSubsets(data, b);
      visited += law.batches;
      within.add(law.covariance.clone().mul(chance));
      ownSecond.add(law.covariance.clone().add(outer(law.mean)).mul(chance));
      for (let i = 0; i < d; i++) own[i] += chance * law.mean[i];
    }
    givenData.add(within.mul(weight));
    givenPopulation.add(ownSecond.clone().sub(outer(own)).mul(weight));
    second.add(ownSecond.mul(weight));
    for (let i = 0; i < d; i++) mean[i] += weight * own[i];
  }
  return {givenData, givenPopulation, unconditional: second.sub(outer(mean)), visited};
}

/** What is held fixed: one data set, one population, or nothing. */
export type HeldFixed = "data" | "population" | "nothing";

/**
 * Means of `batches` mini-batches, batches×d row-major. With `held` = data, one data set of n points
 * is drawn from the first population, once; with population, a new one for each batch; with nothing,
 * a new population as well.
 *
 * @throws RangeError as `mixtureCovariances`.
 */
export function drawMixture(
  populations: readonly Population[],
  {
    datasetSize,
    batchSize,
    batches,
    held,
    source
  }: {
    datasetSize: number;
    batchSize: number;
    batches: number;
    held: HeldFixed;
    source: UniformSource;
  }
): {readonly means: Float64Array; readonly dataset: readonly (readonly number[])[]} {
  const {n, b, d} = check(populations, datasetSize, batchSize);
  const pick = (weights: readonly number[]) => {
    let rest = source.next();
    for (let i = 0; i < weights.length - 1; i++) {
      rest -= weights[i];
      if (rest < 0) return i;
    }
    return weights.length - 1;
  };
  const draw = ({points, probabilities}: Population) =>
    Array.from({length: n}, () => points[pick(probabilities)]);
  const weights = populations.map(({weight}) => weight);
  const means = new Float64Array(batches * d);
  let dataset = draw(populations[0]);
  const first = dataset;
  for (let k = 0; k < batches; k++) {
    if (held === "population") dataset = draw(populations[0]);
    if (held === "nothing") dataset = draw(populations[pick(weights)]);
    const deck = [...dataset];
    for (let i = 0; i < b; i++) {
      const other = i + Math.floor(source.next() * (n - i));
      [deck[i], deck[other]] = [deck[other], deck[i]];
      for (let j = 0; j < d; j++) means[k * d + j] += deck[i][j] / b;
    }
  }
  return {means, dataset: first};
}

function check(populations: readonly Population[], datasetSize: number, batchSize: number) {
  const n = integer("datasetSize", datasetSize, 2);
  const b = integer("batchSize", batchSize, 1, n);
  const sums = [populations.map(p => p.weight), ...populations.map(p => p.probabilities)];
  for (const [i, shares] of sums.entries()) {
    for (const share of shares) positive(i === 0 ? "weight" : "probability", share);
    const total = shares.reduce((sum, x) => sum + x, 0);
    if (Math.abs(total - 1) > 1e-12)
      throw new RangeError(
        `${i === 0 ? "weights" : `probabilities of population ${i}`} must sum to 1; got ${total}`
      );
  }
  return {n, b, d: populations[0].points[0].length};
}
