import {
  type Corrected,
  cubicPlane,
  type Halving,
  type PlaneMoments
} from "../cases/approximation.js";

export const weakOrders = ({temperature, skewed}: Halving) =>
  temperature !== undefined && skewed ? 0.5 : 1;
export const strongOrders = (_: Halving) => 0.5;

export const secondOrders = (_: Corrected) => 2;

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
const expanded =
  (jitter: number) =>
  ({entries}: PlaneMoments) => {
    const h = 1e-3;
    const [up, down] = [h, -h].map(eta => meanAndVariance(eta, jitter));
    return up.map((x, i) => (x - down[i]) / (2 * h)).slice(...entries);
  };
export const planeFirstOrder = expanded(0.5);
/** Without the jitter's push on the mean. */
export const planeWithoutJitter = expanded(0);
