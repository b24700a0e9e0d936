import {add, inverse, lowerFactor, product, scale, trace, transpose} from "../brute/arrays.js";
import {largestByPowers} from "../brute/largestByPowers.js";
import {limit} from "../brute/limit.js";
import type {Curved} from "../cases/geometry.js";
import type {Rows} from "../cases/matrices.js";

/** The smallest eigenvalue of a definite matrix, by powers of its inverse. */
function smallest(s: Rows): number {
  const back = inverse(s);
  return 1 / largestByPowers(scale(add(back, transpose(back)), 0.5));
}

/** T·V of V ← (1 − 2µη)V + η²S at η = 1/(µt), extrapolated to T = ∞. */
function settled(mu: number, noise: number): number {
  const after = (share: number) => {
    const horizon = Math.round(1 / share);
    let v = 0;
    for (let t = 1; t <= horizon; t++) v = Math.abs(1 - 2 / t) * v + noise / (mu * t) ** 2;
    return [horizon * v];
  };
  return limit(after, 1 / 64, 1, 6)[0];
}

/** The two bounds, step by step. */
export function ratio({hessian: h, noise: f}: Curved): number {
  const back = inverse(lowerFactor(f));
  const fh = product(f, h);
  const muF = smallest(product(back, scale(add(fh, transpose(fh)), 0.5), transpose(back)));
  const inOwn = settled(muF, trace(product(f, f)));
  return inOwn / settled(smallest(h), largestByPowers(f) * trace(f));
}
