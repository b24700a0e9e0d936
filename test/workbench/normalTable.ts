import {uniformSource} from "../statistics/uniformSource.js";

/** Normal rows about a mean. */
export function normalTable(n: number, deviations: readonly number[], mean = 0, seed = 3) {
  const source = uniformSource(seed);
  const d = deviations.length;
  const data = Array.from({length: n * d}, (_, i) => mean + deviations[i % d] * source.normal());
  return {rows: n, columns: d, data};
}
