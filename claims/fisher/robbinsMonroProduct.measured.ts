import type {Product} from "../cases/bound.js";

/** T^aΠ_{1,T}, factor by factor to T = 2·10⁵. */
export function directProduct({a, c0}: Product) {
  let running = 1;
  for (let k = 1; k < 200_000; k++) running *= 1 - a / k + c0 / (k * k);
  return running * 200_000 ** a;
}

/** The largest |Π_{t+1,T}|(T/t)^p over 1 ≤ t < T at T = 20 000, backwards from T. */
const largestProduct =
  (more: number) =>
  ({a, c0}: Product) => {
    const T = 20_000;
    let most = 0;
    let running = 1;
    for (let t = T - 1; t >= 1; t--) {
      most = Math.max(most, Math.abs(running) * (T / t) ** (a + more));
      running *= 1 - a / t + c0 / (t * t);
    }
    return most;
  };

export const worstProduct = largestProduct(0);

export const worstProductSteeper = largestProduct(1);
