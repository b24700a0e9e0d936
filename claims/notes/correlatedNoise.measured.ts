import {wideningValley} from "../../lib/diffusion/wideningValley.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {scale} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {limit} from "../brute/limit.js";
import {sampled} from "../brute/sampled.js";
import {type Ball, epoch, long, memory} from "../cases/assumption.js";
import type {Pair} from "../cases/problems.js";
import type {Context, Numbers, Samples} from "../ledger/claim.js";

function orders(values: readonly number[]): number[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((x, i) =>
    orders([...values.slice(0, i), ...values.slice(i + 1)]).map(rest => [x, ...rest])
  );
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Over every order of the epoch, second and fourth batch; over every pair drawn anew. */
export function everyOrder(): Numbers {
  const all = orders(epoch.gradients);
  const two = epoch.gradients.flatMap(x => epoch.gradients.map(y => [x, y]));
  return {
    "one epoch, E ξᵢ² and E ξᵢξⱼ": [
      mean(all.map(o => o[1] * o[1])),
      mean(all.map(o => o[1] * o[3]))
    ],
    "drawn anew, E ξᵢ² and E ξᵢξⱼ": [
      mean(two.map(([x]) => x * x)),
      mean(two.map(([x, y]) => x * y))
    ]
  };
}

/** The fixed point of (θ, m). */
export const augmented = ({learningRate: rate, ...problem}: Ball) =>
  steadyCovariance({...problem, rate});

/** Moments of (θ, ξ) carried on for noise ξ′ = φξ + …, and sums over all pairs of kicks. */
export function carried(): Numbers {
  const variance = (x: number, phi: number) => {
    let [v, c] = [0, 0];
    for (let k = 0; k < 60 / x + 400; k++) {
      // θ′ = (1 − x)θ + xξ, ξ′ = φξ + √(1 − φ²) z, E ξ² = 1, c = E θξ
      v = (1 - x) ** 2 * v + 2 * x * (1 - x) * c + x * x;
      c = phi * ((1 - x) * c + x);
    }
    return v;
  };
  const gamma = (hurst: number, k: number) =>
    (Math.abs(k + 1) ** (2 * hurst) -
      2 * Math.abs(k) ** (2 * hurst) +
      Math.abs(k - 1) ** (2 * hurst)) /
    2;
  const {step, hursts} = long;
  return {
    ...Object.fromEntries(
      memory.coefficients.map(phi => [
        `correlation ${phi}`,
        memory.steps.map(x => variance(x, phi))
      ])
    ),
    "small rates, over η/2h": memory.coefficients.map(
      phi => limit(x => [variance(x, phi) / (x / 2)], 0.05, 1, 7)[0]
    ),
    "fractional noise": hursts.map(hurst => {
      let sum = 0;
      for (let i = 0; i < 70; i++)
        for (let j = 0; j < 70; j++) sum += (1 - step) ** (i + j) * gamma(hurst, i - j);
      return step * step * sum;
    })
  };
}

/** (1 − µ)/η times the covariance of heavy ball, its step extrapolated to zero. */
export function vanishing({hessian, noise, trace}: Pair) {
  const momentum = 0.9;
  return limit(
    rate => scale(steadyCovariance({hessian, noise, rate, momentum}), (1 - momentum) / rate).flat(),
    0.02 / trace
  );
}

/** Runs on the widening valley, their ends extrapolated from η = 1/20 and 1/40 to zero. */
export function widened({seed}: Context): Samples {
  const end = (batches: number, replicate: number) =>
    wideningValley({
      learningRate: 10 / batches,
      batches,
      epochs: (3 * batches) / 100,
      order: "epochs",
      source: uniforms({seed, experiment: "claim NT-2.3-A6", cell: `m=${batches}`, replicate})
    }).at(-1) as number;
  const ends = Float64Array.from({length: 640}, (_, k) => 2 * end(400, k) - end(200, k));
  return {"x after s = 3": [sampled(ends)]};
}
