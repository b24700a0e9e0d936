import {gaussianNoise, skewedNoise} from "../../lib/diffusion/circleSgd.js";
import {type WeakErrors, weakErrors} from "../../lib/diffusion/weakErrors.js";
import {convergenceOrder} from "../../lib/statistics/convergenceOrder.js";
import {limit} from "../brute/limit.js";
import {
  type Corrected,
  cubicPlane,
  type Halving,
  type PlaneMoments,
  wave
} from "../cases/approximation.js";

/** The order at which an approximation's weak error falls with η, from halved learning rates. */
function order({temperature, skewed, growth}: Halving, of: keyof Omit<WeakErrors, "sgd">): number {
  const {start, time, firstRate} = wave;
  const noise = skewed ? skewedNoise : gaussianNoise;
  // at a fixed temperature the third cumulant leaves a series in √η
  const power = temperature !== undefined && skewed ? 0.5 : undefined;
  const errors = Array.from({length: power || growth === 0 ? 8 : 6}, (_, k) => {
    const eta = firstRate / 2 ** (k + 1);
    const result = weakErrors(
      {growth, start, time, modes: 24},
      {learningRate: eta, temperature: temperature ?? eta, noise}
    );
    return result.sgd - result[of];
  });
  return convergenceOrder(errors, {power}).order;
}
export const slopes = (halving: Halving) => order(halving, "sde");
export const correctedSlopes = (halving: Corrected) => order(halving, halving.by);
export const uncorrectedSlopes = (halving: Corrected) =>
  order(halving, halving.by === "moments" ? "ode" : "sde");

/** Mean and variance after the time 1 in K steps of SGD, over all 2ᴷ sequences of signs. */
function everySequence(steps: number): number[] {
  const eta = 1 / steps;
  let points: [number, number][] = [[cubicPlane.start[0], cubicPlane.start[1]]];
  for (let k = 0; k < steps; k++)
    points = points.flatMap(([x, y]) => {
      const [px, py] = cubicPlane.gradient(x, y);
      return [eta, -eta].map((s): [number, number] => [
        x - eta * px + s * cubicPlane.kick[0],
        y - eta * py + s * cubicPlane.kick[1]
      ]);
    });
  const average = (of: (x: number, y: number) => number) =>
    points.reduce((sum, [x, y]) => sum + of(x, y), 0) / points.length;
  const [mx, my] = [average(x => x), average((_, y) => y)];
  return [
    mx,
    my,
    average(x => (x - mx) ** 2),
    average((x, y) => (x - mx) * (y - my)),
    average((_, y) => (y - my) ** 2)
  ];
}

/** Over η: what the mean has left the gradient flow by, and the variance; as η → 0. */
export function firstOrder({entries}: PlaneMoments) {
  const flow = gradientFlow();
  return limit(
    eta => everySequence(Math.round(1 / eta)).map((x, i) => (x - (flow[i] ?? 0)) / eta),
    1 / 2,
    1,
    4
  ).slice(...entries);
}

/** The gradient flow at the time 1, by Runge and Kutta. */
function gradientFlow(): number[] {
  let [x, y] = cubicPlane.start as readonly number[];
  const d = 1 / 400;
  for (let k = 0; k < 400; k++) {
    const [a, b] = cubicPlane.gradient(x, y);
    const [e, f] = cubicPlane.gradient(x - (d / 2) * a, y - (d / 2) * b);
    const [g, h] = cubicPlane.gradient(x - (d / 2) * e, y - (d / 2) * f);
    const [p, q] = cubicPlane.gradient(x - d * g, y - d * h);
    x -= (d / 6) * (a + 2 * e + 2 * g + p);
    y -= (d / 6) * (b + 2 * f + 2 * h + q);
  }
  return [x, y];
}
