import type {BarrierRun} from "./quadraticBarrierExit.js";

/**
 * Number of updates w ← w − λ(L′(w) + √|k(w)| z), S = 1, from w = 0 until w ∉ (from, to)
 *
 * `normal` gives z, standard normals. The loop is the recursion and nothing else.
 *
 * @throws RangeError after 10⁹ updates inside.
 */
export function exitTime({path, learningRate, from, to}: BarrierRun, normal: () => number): number {
  const {curvatureMin, curvatureBarrier, middle, top} = path;
  const inWell = learningRate * Math.sqrt(curvatureMin);
  const onBarrier = learningRate * Math.sqrt(curvatureBarrier);
  let w = 0;
  for (let t = 1; t <= 1e9; t++) {
    if (w < middle) w -= learningRate * curvatureMin * w + inWell * normal();
    else w -= learningRate * curvatureBarrier * (top - w) + onBarrier * normal();
    if (!(w > from && w < to)) return t;
  }
  throw new RangeError(`a run must leave (${from}, ${to}) within 1e9 updates`);
}
