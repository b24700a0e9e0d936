import {uniforms} from "../../lib/random/uniforms.js";
import {
  add,
  diagonal,
  identity,
  inverse,
  product,
  scale,
  subtract,
  trace
} from "../brute/arrays.js";
import {turned} from "../cases/families/spectra.js";
import type {Rows} from "../cases/matrices.js";
import type {Metric} from "../cases/worstFloor.js";

/** Tr F⁻¹HΣH, Σ summed over 2⁵⁰ steps by doubling; M = b = 1. */
function floor(H: Rows, F: Rows, eta: number): number {
  let A = subtract(identity(H.length), scale(H, eta));
  let sum = scale(F, eta * eta);
  for (let k = 0; k < 50; k++) {
    sum = add(product(A, sum, A), sum);
    A = product(A, A);
  }
  return trace(product(inverse(F), H, sum, H));
}

/** H: the projection that joins a largest and a smallest eigenvector of F where κ of the two is large. */
export function atProjection({informations, rate}: Metric): number {
  const f = [...informations].sort((a, b) => b - a);
  const d = f.length;
  const H = identity(d);
  for (let i = 0; 2 * i + 1 < d; i++) {
    const j = d - 1 - i;
    if (f[i] / f[j] < 3 + Math.sqrt(8)) continue;
    const [all, none] = [(1 + 1e-7) / 2, (1 - 1e-7) / 2];
    [H[i][i], H[j][j], H[i][j], H[j][i]] = [all, all, none, none];
  }
  return floor(H, diagonal(f), rate);
}

/** The largest floor that 3 climbs of 40 steps find, over curvatures in [10⁻⁶, 1] and all rotations. */
export function climbed({informations, rate, name}: Metric): number {
  const F = diagonal(informations);
  const d = informations.length;
  let best = 0;
  for (let start = 0; start < 3; start++) {
    const {next} = uniforms({seed: 1, experiment: "worst floor", cell: name, replicate: start});
    const at = (x: readonly number[]) =>
      floor(
        turned(
          x.slice(0, d).map(y => Math.max(1e-6, Math.min(1, y))),
          x.slice(d)
        ),
        F,
        rate
      );
    let place = Array.from({length: (d * (d + 1)) / 2}, (_, k) => (k < d ? 2 : Math.PI) * next());
    let here = at(place);
    for (let k = 0; k < 40; k++) {
      const there = place.map(x => x + (2 * next() - 1) * 0.8 * (1 - k / 40));
      const value = at(there);
      if (value > here) [place, here] = [there, value];
    }
    best = Math.max(best, here);
  }
  return best;
}
