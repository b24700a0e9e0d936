import {type Characteristic, gaussianNoise, skewedNoise} from "../../lib/diffusion/circleSgd.js";
import {type WeakErrors, weakErrors} from "../../lib/diffusion/weakErrors.js";
import {convergenceOrder} from "../../lib/statistics/convergenceOrder.js";
import {limit} from "../brute/limit.js";
import {cubicPlane, wave} from "../cases/approximation.js";
import type {Numbers} from "../ledger/claim.js";

const {growth, start, time, firstRate, temperature} = wave;

interface Halving {
  readonly tau: (eta: number) => number;
  readonly noise: Characteristic;
  readonly growth: number;
  readonly power?: number;
  readonly levels: number;
}
const batch: Halving = {tau: eta => eta, noise: skewedNoise, growth, levels: 6};
const warm: Halving = {tau: () => temperature, noise: gaussianNoise, growth, levels: 6};
const skewed: Halving = {...warm, noise: skewedNoise, power: 0.5, levels: 8};
const still: Halving = {...warm, growth: 0, levels: 8};

function slope(
  {tau, noise, growth, power, levels}: Halving,
  of: keyof Omit<WeakErrors, "sgd">
): number[] {
  const errors = Array.from({length: levels}, (_, k) => {
    const eta = firstRate / 2 ** (k + 1);
    const result = weakErrors(
      {growth, start, time, modes: 24},
      {learningRate: eta, temperature: tau(eta), noise}
    );
    return result.sgd - result[of];
  });
  return [convergenceOrder(errors, {power}).order];
}
export const slopes = (): Numbers => ({
  "B fixed, skewed": slope(batch, "sde"),
  "η/B fixed, Gaussian": slope(warm, "sde"),
  "η/B fixed, skewed": slope(skewed, "sde")
});
export const correctedSlopes = (): Numbers => ({
  "modified equation": slope(batch, "modified"),
  "mean and variance": slope(batch, "moments"),
  "η/B fixed, constant noise": slope(still, "secondOrder")
});
export const uncorrectedSlopes = (): Numbers => ({
  "modified equation": slope(batch, "sde"),
  "mean and variance": slope(batch, "ode"),
  "η/B fixed, constant noise": slope(still, "sde")
});

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
export function firstOrder(): Numbers {
  const flow = gradientFlow();
  const found = limit(
    eta => everySequence(Math.round(1 / eta)).map((x, i) => (x - (flow[i] ?? 0)) / eta),
    1 / 2,
    1,
    4
  );
  return {mean: found.slice(0, 2), variance: found.slice(2)};
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
