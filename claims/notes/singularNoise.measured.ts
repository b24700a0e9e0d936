import {add, multiply, norm, type Square, scale, subtract, transpose} from "../brute/arrays.js";
import {laggedCovariance} from "../brute/augmented.js";
import {limit} from "../brute/limit.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {growth, reversible, singular, temperatures} from "../cases/assumption.js";
import {commutingPairs, type Pair, pairs} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/** How many directions of S are left when the largest is taken away, one after another. */
export function livingDirections(): Numbers {
  return Object.fromEntries(
    singular.map(({name, hessian, noise}) => {
      let S = lyapunovIntegral(hessian, noise);
      const size = norm(S);
      let count = 0;
      while (norm(S) > 1e-12 * size) {
        const i = S.map((row, k) => row[k]).reduce(
          (best, x, k, all) => (x > all[best] ? k : best),
          0
        );
        const pivot = S[i][i];
        const column = S.map(row => row[i]);
        S = S.map((row, a) => row.map((x, b) => x - (column[a] * column[b]) / pivot));
        count++;
      }
      return [name, [count]];
    })
  );
}

/** Second and fourth moment carried to rest. */
function moments(g: number): Numbers {
  const x = growth.step;
  const a = 1 - x;
  let [m2, m4] = [0, 0];
  for (let k = 0; k < 2000; k++) {
    m4 =
      a ** 4 * m4 + 6 * a * a * x * x * (m2 + g * m4) + 3 * x ** 4 * (1 + 2 * g * m2 + g * g * m4);
    m2 = a * a * m2 + x * x * (1 + g * m2);
  }
  return {"E θ², E θ⁴": [m2, m4]};
}
export const constantNoise = (): Numbers => moments(growth.constant);
export const growingNoise = (): Numbers => moments(growth.growing);

const lagOne = ({hessian, noise, trace}: Pick<Pair, "hessian" | "noise" | "trace">, over = 0.8) =>
  laggedCovariance({hessian, noise, rate: over / trace}, 1);

/** ½(E θₜ₊₁θₜᵀ − transposed), above the diagonal. */
export function lagged(): Numbers {
  return Object.fromEntries(
    pairs.slice(1).map(pair => {
      const lag = lagOne(pair);
      const odd = scale(subtract(lag, transpose(lag)), 0.5);
      return [pair.name, odd.flatMap((row, i) => row.slice(i + 1))];
    })
  );
}

function lag(name: string, noise: readonly (readonly number[])[]): Numbers {
  const {hessian, step} = reversible;
  return {[name]: laggedCovariance({hessian, noise, rate: step}, 1).flat()};
}
export const commutingLag = (): Numbers => lag("commuting", reversible.commuting);
export const turnedLag = (): Numbers => lag("turned", reversible.turned);

/** 1 where ½Q − HS is not zero, S an integral over the past. */
const rotates = ({name, hessian, noise}: Pair): [string, number[]] => {
  const S: Square = lyapunovIntegral(hessian, noise);
  const R = add(scale(noise, 0.5), scale(multiply(hessian, S), -1));
  return [name, [Number(norm(R) > 1e-9 * norm(noise))]];
};
export const turnedIntegral = (): Numbers => Object.fromEntries(pairs.slice(1).map(rotates));
export const commutingIntegral = (): Numbers =>
  Object.fromEntries(commutingPairs.slice(1).map(rotates));

/** 1 where the recursion's E θₜ₊₁θₜᵀ is not symmetric. */
const isOdd = (pair: Pair): [string, number[]] => {
  const lag = lagOne(pair);
  return [pair.name, [Number(norm(subtract(lag, transpose(lag))) > 1e-9 * norm(lag))]];
};
export const turnedAsymmetry = (): Numbers => Object.fromEntries(pairs.slice(1).map(isOdd));
export const commutingAsymmetry = (): Numbers =>
  Object.fromEntries(commutingPairs.slice(1).map(isOdd));

type Noise = (x: number, y: number) => number;
const [first, second] = [1, 0.3];
const loss: Noise = (x, y) => (first * x * x + second * y * y) / 2;
const square: Noise = (x, y) => 1 + x * x + 0 * y;
const ofLoss: Noise = (x, y) => 1 + loss(x, y);

/** Where j = 0, ∇log p = −Σ⁻¹(2∇L + ∇Σ) for Σ times the identity and τ = 1: by small differences. */
function slopeOfLog(noise: Noise, x: number, y: number): [number, number] {
  const h = 1e-3;
  const grow = [noise(x + h, y) - noise(x - h, y), noise(x, y + h) - noise(x, y - h)];
  const s = noise(x, y);
  return [-(2 * first * x + grow[0] / (2 * h)) / s, -(2 * second * y + grow[1] / (2 * h)) / s];
}
const points = [
  [0.7, 0.9],
  [-1.1, 0.4]
] as const;

/** 1 where that is no gradient: its curl by differences. */
function curls(name: string, noise: Noise): Numbers {
  const curl = limit(
    h =>
      points.map(
        ([x, y]) =>
          (slopeOfLog(noise, x + h, y)[1] - slopeOfLog(noise, x - h, y)[1]) / (2 * h) -
          (slopeOfLog(noise, x, y + h)[0] - slopeOfLog(noise, x, y - h)[0]) / (2 * h)
      ),
    0.1,
    2,
    5
  );
  return {[name]: [Number(Math.hypot(...curl) > 1e-6)]};
}
export const squareCurl = (): Numbers => curls("Σ = (1 + θ₁²) I", square);
export const lossCurl = (): Numbers => curls("Σ = (1 + L) I", ofLoss);

/** E[βL] for ½θ₁²θ₂² on the unit square: the inner integral by its own rule, the outer in log θ₁. */
export function meanLoss(): Numbers {
  const inner = (beta: number, x: number) => {
    // ∫₀¹ e^{−βx²y²/2}(1, βx²y²/2) dy by Simpson over the width that counts
    const width = Math.min(1, 9 / (Math.sqrt(beta) * x));
    const n = 400;
    let [z, l] = [0, 0];
    for (let k = 0; k <= n; k++) {
      const e = 0.5 * beta * (x * width * (k / n)) ** 2;
      const w = ((k === 0 || k === n ? 1 : k % 2 ? 4 : 2) * width) / (3 * n);
      z += w * Math.exp(-e);
      l += w * e * Math.exp(-e);
    }
    return [z, l];
  };
  return {
    "β times the mean loss": temperatures.map(beta => {
      const [low, n] = [-32, 4000];
      let [z, l] = [0, 0];
      for (let k = 0; k <= n; k++) {
        const x = Math.exp(low * (1 - k / n));
        const w = (k === 0 || k === n ? 1 : k % 2 ? 4 : 2) * x;
        const [a, b] = inner(beta, x);
        z += w * a;
        l += w * b;
      }
      return l / z;
    })
  };
}
