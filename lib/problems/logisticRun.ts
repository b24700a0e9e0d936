import {integer, positive} from "../check.js";
import {exp} from "../elementary/exp.js";
import type {UniformSource} from "../random/source.js";
import type {LogisticSample} from "./logisticSample.js";

export interface LogisticRunOptions {
  readonly learningRate: number;
  readonly batchSize: number;
  /** The numbers of steps after which to look, ascending, each ≥ 0. */
  readonly snapshots: readonly number[];
  readonly start: readonly number[];
  readonly source: UniformSource;
}

/**
 * SGD on a logistic regression: batches drawn with replacement, θ ← θ − (η/b) Σ (σ(xᵀθ) − y) x
 *
 * The iterates at the snapshots, in order; the same bits on every engine.
 *
 * @throws RangeError unless η is positive, b an integer ≥ 1, snapshots ascend and start has d entries
 * @example logisticRun(sample, {learningRate: 1, batchSize: 4, snapshots: [0, 100], start: [0, 0], source});
 */
export function logisticRun(
  {features, labels}: LogisticSample,
  {learningRate, batchSize, snapshots, start, source}: LogisticRunOptions
): number[][] {
  positive("learningRate", learningRate);
  integer("batchSize", batchSize, 1);
  const d = features[0].length;
  if (start.length !== d) throw new RangeError(`start must have ${d} entries; got ${start.length}`);
  const theta = Float64Array.from(start);
  const move = new Float64Array(d);
  let t = 0;
  return snapshots.map(snapshot => {
    integer("snapshots", snapshot, t);
    for (; t < snapshot; t++) {
      move.fill(0);
      for (let k = 0; k < batchSize; k++) {
        const i = Math.floor(source.next() * features.length);
        const row = features[i];
        let predictor = 0;
        for (let j = 0; j < d; j++) predictor += row[j] * theta[j];
        const miss = 1 / (1 + exp(-predictor)) - labels[i];
        for (let j = 0; j < d; j++) move[j] += miss * row[j];
      }
      for (let j = 0; j < d; j++) theta[j] -= (learningRate / batchSize) * move[j];
    }
    return [...theta];
  });
}
