import {numberIn, positive} from "../check.js";

/**
 * Where `wideningValley` is under epochs of the length c = ηm, as η → 0, at the time s = η²k:
 *
 *     dx/ds = −½h′ V,   V = ρ(hc)/(2h),   ρ(u) = 1 − 2/u + 2(1 − e^{−u})/u²,   h = 1 + ½x²,   x(0) = 1.
 *
 * ηV is the mean variance of y over an epoch whose kicks add up to 0; ρ = 1, for c = ∞, is that of
 * independent kicks. The kicks along x add up to 0 as well, and leave the drift. Method: Runge and Kutta's.
 *
 * @throws RangeError unless time ≥ 0 and epoch > 0
 * @example wideningFlow({time: 3, epoch: 10}) // 0.613
 */
export function wideningFlow({time, epoch}: {time: number; epoch: number}): number {
  numberIn("time", time, "[0, ∞)", t => t >= 0);
  if (epoch !== Infinity) positive("epoch", epoch);
  const slope = (x: number) => {
    const h = 1 + (x * x) / 2;
    const u = h * epoch;
    const kept = epoch === Infinity ? 1 : 1 - 2 / u - (2 * Math.expm1(-u)) / (u * u);
    return (-x * kept) / (4 * h);
  };
  const steps = Math.max(1, Math.ceil(50 * time));
  const d = time / steps;
  let x = 1;
  for (let k = 0; k < steps; k++) {
    const a = slope(x);
    const b = slope(x + (d / 2) * a);
    const c = slope(x + (d / 2) * b);
    x += (d / 6) * (a + 2 * b + 2 * c + slope(x + d * c));
  }
  return x;
}
