import {wideningValley} from "../../lib/diffusion/wideningValley.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {scale} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {limit} from "../brute/limit.js";
import {sampled} from "../brute/sampled.js";
import {
  type Ball,
  type Epoch,
  type Memory,
  memorySteps,
  type Widening
} from "../cases/assumption.js";
import type {Pair} from "../cases/pairs.js";
import type {Context} from "../ledger/claim.js";

function orders(values: readonly number[]): number[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((x, i) =>
    orders([...values.slice(0, i), ...values.slice(i + 1)]).map(rest => [x, ...rest])
  );
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Over every order of the epoch, first and last batch; over every pair drawn anew. */
export function everyOrder({gradients}: Epoch) {
  const all = orders(gradients);
  const two = gradients.flatMap(x => gradients.map(y => [x, y]));
  const last = gradients.length - 1;
  return [
    mean(all.map(o => o[0] * o[0])),
    mean(all.map(o => o[0] * o[last])),
    mean(two.map(([x]) => x * x)),
    mean(two.map(([x, y]) => x * y))
  ];
}

/** The fixed point of (θ, m). */
export const augmented = ({learningRate: rate, ...problem}: Ball) =>
  steadyCovariance({...problem, rate});

/** γ_k of fractional noise: the second difference of half of |k|^{2H}. */
const fractionalLag = (hurst: number, k: number) =>
  (Math.abs(k + 1) ** (2 * hurst) -
    2 * Math.abs(k) ** (2 * hurst) +
    Math.abs(k - 1) ** (2 * hurst)) /
  2;

/** Var θ as the sum of the squared responses to each past kick of filtered noise. */
function responses(taps: readonly number[], x: number): number {
  let [sum, response] = [0, 0];
  for (let k = 0; k < 45 / -Math.log(Math.abs(1 - x)) + taps.length; k++) {
    response = (1 - x) * response + x * (taps[k] ?? 0);
    sum += response * response;
  }
  return sum;
}

/** Variances at the rates of the cases, and over η/2h as the rate vanishes; for fractional noise over all pairs. */
export function carried(memory: Memory) {
  if ("hurst" in memory) {
    const [, step] = memorySteps;
    let sum = 0;
    for (let i = 0; i < 100; i++)
      for (let j = 0; j < 100; j++)
        sum += (1 - step) ** (i + j) * fractionalLag(memory.hurst, i - j);
    return [step * step * sum, step * step * sum];
  }
  const taps = "taps" in memory ? memory.taps : [1];
  return [
    ...memorySteps.map(x => responses(taps, x)),
    ...limit(x => [responses(taps, x) / (x / 2)], 0.05, 1, 7)
  ];
}

/** Exponents with which a cumulant of sums of N/2, N and 2N terms grows, by its increments. */
const exponent = (of: (n: number) => number, N = 4): number => {
  const [half, whole, twice] = [N / 2, N, 2 * N].map(of);
  const [late, early] = [twice - whole, whole - half];
  return early === 0 && late === 0 ? 1 : Math.log2(late / early);
};

/** Variance and fourth cumulant of a sum: of what each kick adds to it. */
export function growth(memory: Memory) {
  if ("hurst" in memory)
    return [
      exponent(n => {
        let sum = 0;
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++) sum += fractionalLag(memory.hurst, i - j);
        return sum;
      }),
      exponent(() => 0)
    ];
  if ("amplitudes" in memory) {
    const power = (k: number) => mean(memory.amplitudes.map(a => a ** k));
    return [
      exponent(n => n * power(2)),
      exponent(n => power(4) * (3 * n * n - 2 * n) - 3 * (n * power(2)) ** 2)
    ];
  }
  const added = (n: number, power: number) => {
    let sum = 0;
    for (let kick = 1 - memory.taps.length; kick < n; kick++) {
      let response = 0;
      memory.taps.forEach((c, j) => {
        if (kick + j >= 0 && kick + j < n) response += c;
      });
      sum += response ** power;
    }
    return sum;
  };
  return [exponent(n => added(n, 2)), exponent(n => added(n, 4))];
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
export function widened({time, epoch}: Widening, {seed}: Context) {
  const end = (batches: number, replicate: number) =>
    wideningValley({
      learningRate: epoch / batches,
      batches,
      epochs: (time * batches) / epoch ** 2,
      order: "epochs",
      source: uniforms({seed, experiment: "claim NT-2.3-A6", cell: `m=${batches}`, replicate})
    }).at(-1) as number;
  const ends = Float64Array.from({length: 640}, (_, k) => 2 * end(400, k) - end(200, k));
  return sampled(ends);
}
