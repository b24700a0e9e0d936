import {add, dot, identity, multiply, product, scale, subtract} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {
  type Curl,
  commuting,
  curls,
  growing,
  growingNoises,
  isotropic,
  orbit,
  passing,
  point,
  readAt,
  turned,
  wave
} from "../cases/fokkerPlanck.js";
import type {Rows} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/** The limit of f(h) as h → 0 from h, h/2, h/4, …, where f is a power series in h^order. */
function limit(f: (h: number) => number[], first: number, order = 1, levels = 7): number[] {
  let table = Array.from({length: levels}, (_, k) => f(first / 2 ** k));
  for (let k = 1; k < levels; k++) {
    const weight = 2 ** (order * k);
    table = table
      .slice(1)
      .map((fine, i) => fine.map((x, j) => (weight * x - table[i][j]) / (weight - 1)));
  }
  return table[0];
}

/** The second moment of steps θ ← θ − θh + √(hτΣ(θ)) z, whose mean square is affine in θ². */
export function steps(): Numbers {
  const {name, temperature, strength, growth} = growing;
  const after = (h: number, t: number) => {
    let m = 1;
    for (let k = 0; k < Math.round(t / h); k++)
      m = (1 - h) ** 2 * m + h * temperature * strength * (1 + growth * m);
    return m;
  };
  return {[name]: limit(h => readAt.map(t => after(h, t)), 0.05)};
}

/** The same steps at rest. */
export function restingSteps(): Numbers {
  return Object.fromEntries(
    growingNoises.map(({name, temperature, strength, growth}) => {
      const rest = (h: number) => {
        let m = 1;
        for (let k = 0; k < 25 / h; k++)
          m = (1 - h) ** 2 * m + h * temperature * strength * (1 + growth * m);
        return [m];
      };
      return [name, limit(rest, 0.05)];
    })
  );
}

/** d/dt P(θ_t > x) of the transition law, by Simpson's rule and differences in time. */
export function passages(): Numbers {
  const {start, time, places} = passing;
  const above = (x: number, t: number) => {
    const mean = start * Math.exp(-t);
    const deviation = Math.sqrt((1 - Math.exp(-2 * t)) / 2);
    const [low, high] = [(x - mean) / deviation, 12];
    const n = 2000;
    let sum = 0;
    for (let k = 0; k <= n; k++) {
      const z = low + ((high - low) * k) / n;
      sum += (k === 0 || k === n ? 1 : k % 2 ? 4 : 2) * Math.exp((-z * z) / 2);
    }
    return (sum * (high - low)) / (3 * n) / Math.sqrt(2 * Math.PI);
  };
  const rate = (h: number) => places.map(x => (above(x, time + h) - above(x, time - h)) / (2 * h));
  return {"from θ = 2": limit(rate, 0.05, 2, 4)};
}

type Case = {
  readonly name: string;
  readonly hessian: Rows;
  readonly noise: Rows;
  readonly trace: number;
};
const covariances = (cases: readonly Case[], law: (each: Case) => number[]): Numbers =>
  Object.fromEntries(cases.map(each => [each.name, law(each)]));

/** ∫₀^∞ e^{−Hs}Qe^{−Hs} ds. */
const integral = ({hessian, noise}: Case) => lyapunovIntegral(hessian, noise).flat();
export const commutingIntegral = () => covariances(commuting, integral);
export const turnedIntegral = () => covariances(turned, integral);
export const isotropicIntegral = () => covariances(isotropic, integral);

/** The covariance of the recursion per step size, as the step vanishes. */
const vanishing = ({hessian, noise, trace}: Case) =>
  limit(rate => scale(steadyCovariance({hessian, noise, rate}), 1 / rate).flat(), 0.4 / trace);
export const commutingSteps = () => covariances(commuting, vanishing);
export const turnedSteps = () => covariances(turned, vanishing);
export const isotropicSteps = () => covariances(isotropic, vanishing);

/** The mean by steps, and E[θ₁θ̇₂ − θ₂θ̇₁] from the covariance of the steps. */
export function orbitSteps(): Numbers {
  const {hessian, start, times, noise, trace} = orbit;
  const means = (h: number) =>
    times.flatMap(t => {
      const step = subtract(identity(2), scale(hessian, h));
      let mean: Rows = start.map(x => [x]);
      for (let k = 0; k < Math.round(t / h); k++) mean = multiply(step, mean);
      return mean.flat();
    });
  const S = vanishing({name: "", hessian, noise, trace});
  const covariance = [S.slice(0, 2), S.slice(2)];
  const drift = product(hessian, covariance);
  return {"φ = 45°": [...limit(means, 0.05), drift[0][1] - drift[1][0]]};
}

/** The printed j, (56), with η/B = 1. */
function printedCurrent({hessian, precision, noise, amplitude}: Curl, x: readonly number[]) {
  const u = precision.map(row => dot(row, x));
  const p = Math.exp(-0.5 * dot(u, x));
  const factor = 0.5 * (1 + amplitude * Math.sin(dot(wave, x)));
  return hessian.map((row, i) => (dot(row, x) - factor * dot(noise[i], u)) * p);
}

const shifted = (axis: number, by: number, x: readonly number[] = point) =>
  add([[...x]], [x.map((_, i) => (i === axis ? by : 0))])[0];

/** By differences. */
export function curlDifferences(): Numbers {
  return Object.fromEntries(
    curls.map(curl => {
      const slope = (h: number, l: number, m: number) =>
        (printedCurrent(curl, shifted(l, h))[m] - printedCurrent(curl, shifted(l, -h))[m]) /
        (2 * h);
      const at = (h: number) =>
        [0, 1, 2].map(k => {
          const [l, m] = [(k + 1) % 3, (k + 2) % 3];
          return slope(h, l, m) - slope(h, m, l);
        });
      return [curl.name, limit(at, 0.1, 2, 5)];
    })
  );
}

/** By Stokes: the circulation round a square over its area. */
export function curlLoops(): Numbers {
  const nodes = [-Math.sqrt(0.6), 0, Math.sqrt(0.6)].map((x, i) => [x, [5, 8, 5][i] / 9] as const);
  return Object.fromEntries(
    curls.map(curl => {
      const loop = (h: number) =>
        [0, 1, 2].map(k => {
          const [l, m] = [(k + 1) % 3, (k + 2) % 3];
          let sum = 0;
          for (const [x, w] of nodes)
            for (const side of [-1, 1]) {
              sum -= side * w * printedCurrent(curl, shifted(l, h * x, shifted(m, side * h)))[l];
              sum += side * w * printedCurrent(curl, shifted(m, h * x, shifted(l, side * h)))[m];
            }
          return (sum * h) / (4 * h * h);
        });
      return [curl.name, limit(loop, 0.2, 2, 5)];
    })
  );
}
