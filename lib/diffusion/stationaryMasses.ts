import {NoSolutionError} from "../check.js";
import type {FokkerPlanck} from "./fokkerPlanck.js";

/**
 * The stationary law: the probabilities mₛ ≥ 0 of the cells with dm/dt = 0 and Σ m = 1.
 *
 * There is exactly one if every cell can be reached from every other.
 *
 * Method: the elimination of Grassmann, Taksar and Heyman (1985) within the band, which subtracts
 * nothing: each mₛ has a relative error of order size·ε, tails included. Work size·w², memory size·w
 * with w = 1 on a line and 1 + cells of the first axis in the plane: 128² takes half a second, 256² some 15.
 *
 * @throws NoSolutionError if some cells cannot be left towards lower-numbered ones.
 * @example
 * const m = stationaryMasses(lineFokkerPlanck({axis, drift: x => -x, diffusion: () => 2}));
 */
export function stationaryMasses({size, offsets, forward, backward}: FokkerPlanck): Float64Array {
  const w = Math.max(...offsets);
  // Row c of the band holds the rates from c to c−1, …, c−w in `down` and from those to c in `up`.
  const down = new Float64Array(size * w);
  const up = new Float64Array(size * w);
  offsets.forEach((o, k) => {
    for (let c = 0; c + o < size; c++) {
      up[(c + o) * w + o - 1] += forward[k][c];
      down[(c + o) * w + o - 1] += backward[k][c];
    }
  });
  const exits = new Float64Array(size);
  for (let c = size - 1; c > 0; c--) {
    const reach = Math.min(w, c);
    const row = c * w;
    let exit = 0;
    for (let s = 0; s < reach; s++) exit += down[row + s];
    if (!(exit > 0))
      throw new NoSolutionError(
        `no unique stationary law: cell ${c} has no way to those before it`
      );
    exits[c] = exit;
    for (let s = 0; s < reach; s++) {
      // Cells c−1−s and c−1−t: the pair is stored with the higher, c−1−s, for t > s.
      const other = (c - 1 - s) * w - s - 1;
      const into = up[row + s] / exit;
      const out = down[row + s] / exit;
      for (let t = s + 1; t < reach; t++) {
        down[other + t] += into * down[row + t];
        up[other + t] += out * up[row + t];
      }
    }
  }
  const masses = new Float64Array(size);
  masses[0] = 1;
  let total = 1;
  for (let c = 1; c < size; c++) {
    let m = 0;
    for (let s = 0; s < Math.min(w, c); s++) m += masses[c - 1 - s] * up[c * w + s];
    masses[c] = m / exits[c];
    total += masses[c];
    if (total > 1e200) {
      for (let i = 0; i <= c; i++) masses[i] /= total;
      total = 1;
    }
  }
  return masses.map(m => m / total);
}
