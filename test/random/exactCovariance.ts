import {expFixed, fixed, logFixed, product} from "../elementary/reference.js";

/** γ(k) in 200-bit arithmetic, where the cancellation does no harm. */
export function exactCovariance(hurst: number, k: number): number {
  const power = (x: number) => {
    if (x === 0) return 0n;
    const {m, k: shift} = expFixed(product(2n * fixed(hurst), logFixed(fixed(x))));
    return m << BigInt(shift);
  };
  return Number(power(k + 1) - 2n * power(k) + power(k - 1)) / Number(2n * fixed(1));
}
