import {cubicPlane} from "../cases/approximation.js";
import type {Numbers} from "../ledger/claim.js";

export const weakOrders = (): Numbers => ({
  "B fixed, skewed": [1],
  "η/B fixed, Gaussian": [1],
  "η/B fixed, skewed": [0.5]
});
export const strongOrders = (): Numbers => ({
  "B fixed, skewed": [0.5],
  "η/B fixed, Gaussian": [0.5],
  "η/B fixed, skewed": [0.5]
});

export const secondOrders = (): Numbers => ({
  "modified equation": [2],
  "mean and variance": [2],
  "η/B fixed, constant noise": [2]
});

/** The equations of mean and variance at the time 1, by Runge and Kutta; `jitter` is ½, or 0 without its push. */
function meanAndVariance(eta: number, jitter: number): number[] {
  const slopes = ([x, y, v, w, z]: number[]) => {
    const [p, q] = cubicPlane.gradient(x, y);
    const [a, b, c] = [1 + 0.8 * y, 0.2 + 0.8 * x, 0.5 + 0.6 * y];
    return [
      -p - (eta / 2) * (a * p + b * q) - jitter * 1.6 * w,
      -q - (eta / 2) * (b * p + c * q) - jitter * (0.8 * v + 0.6 * z),
      -2 * (a * v + b * w) + eta * cubicPlane.kick[0] ** 2,
      -(a * w + b * z) - (b * v + c * w) + eta * cubicPlane.kick[0] * cubicPlane.kick[1],
      -2 * (b * w + c * z) + eta * cubicPlane.kick[1] ** 2
    ];
  };
  const d = 1 / 200;
  let state = [...cubicPlane.start, 0, 0, 0];
  const moved = (by: number, along: number[]) => state.map((s, i) => s + by * along[i]);
  for (let k = 0; k < 200; k++) {
    const first = slopes(state);
    const second = slopes(moved(d / 2, first));
    const third = slopes(moved(d / 2, second));
    const last = slopes(moved(d, third));
    state = state.map((s, i) => s + (d / 6) * (first[i] + 2 * second[i] + 2 * third[i] + last[i]));
  }
  return state;
}

/** The equations' derivative by η at 0. */
function expanded(jitter: number): Numbers {
  const h = 1e-3;
  const [up, down] = [h, -h].map(eta => meanAndVariance(eta, jitter));
  const slope = up.map((x, i) => (x - down[i]) / (2 * h));
  return {mean: slope.slice(0, 2), variance: slope.slice(2)};
}
export const planeFirstOrder = (): Numbers => expanded(0.5);
/** Without the jitter's push on the mean. */
export const planeWithoutJitter = (): Numbers => expanded(0);
