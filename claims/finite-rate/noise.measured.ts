import {centredChiSquare} from "../../lib/random/centredChiSquare.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {accumulated} from "../brute/accumulated.js";
import {add, diagonal, outer, product, type Square, scale, trace} from "../brute/arrays.js";
import {covarianceAfter} from "../brute/augmented.js";
import {everySubset, overDataSets} from "../brute/finiteLaw.js";
import {sampled} from "../brute/sampled.js";
import {closedNoise, type Labelled} from "../cases/noise.js";
import type {AtRate} from "../cases/problems.js";
import type {NullRun, RowRun} from "../cases/walks.js";
import type {Context} from "../ledger/claim.js";

/** Every (x, ε), with ε = ±its deviation, as the gradient −xε at the minimum. */
const gradientsAtMinimum = ({inputs, deviations}: Labelled) =>
  inputs.flatMap((x, i) => [1, -1].map(sign => x.map(a => -sign * deviations[i] * a)));

/** The covariance of the mean gradient over every batch of fresh draws, in their order. */
export const batchNoise = (labelled: Labelled) => {
  const points = gradientsAtMinimum(labelled);
  const {batchSize} = labelled;
  const probabilities = points.map(() => 1 / points.length);
  return overDataSets({points, probabilities}, batchSize, batchSize, everySubset).between;
};

/**
 * Second moments of (w, m) under m ← µm + A_B w + c_B, w ← w − λm, the average over batches taken one by
 * one, every ordered pair of rows with its chance: what all past steps leave behind, added up.
 */
export const averagedOverBatches = (run: RowRun) => {
  const {inputs, weights, deviations, learningRate: rate, momentum} = run;
  const d = inputs[0].length;
  const every = Array.from({length: 2 * d}, (_, i) => i);
  const pairs = every.flatMap(i => every.map(j => [i, j]));
  const map = pairs.map(() => pairs.map(() => 0));
  const kick = pairs.map(() => 0);
  for (const [i, x] of inputs.entries())
    for (const [j, y] of inputs.entries()) {
      const chance = weights[i] * weights[j];
      const A = scale(add(outer(x), outer(y)), 1 / 2);
      // Rows and columns: w, then m.
      const T = every.map(r => {
        const m = [...A[r % d], ...A.map((_, k) => (k === r % d ? momentum : 0))];
        return r >= d ? m : m.map((v, k) => (k === r ? 1 : 0) - rate * v);
      });
      // The mean of εx over both has covariance (δ²xxᵀ + δ²yyᵀ)/4, given the rows.
      const noise = (r: number, s: number) =>
        (deviations[i] ** 2 * x[r] * x[s] + deviations[j] ** 2 * y[r] * y[s]) / 4;
      for (const [row, [r, s]] of pairs.entries()) {
        const signs = (r < d ? -rate : 1) * (s < d ? -rate : 1);
        kick[row] += chance * signs * noise(r % d, s % d);
        for (const [column, [k, l]] of pairs.entries())
          map[row][column] += chance * T[r][k] * T[s][l];
      }
    }
  const state = accumulated(map, kick);
  if (!state) throw new Error(`${run.name}: no stationary covariance`);
  return pairs.flatMap(([r, s], row) => (r < d && s < d ? [state[row]] : []));
};

/**
 * The variance of t noise with ν = 4 by quadrature in x = √ν tan u, where the density is ∝ cos³ u, then the
 * recursion for the variance of w.
 */
export const heavyTailed = ({learningRate: x}: AtRate) => {
  let [mass, second] = [0, 0];
  const n = 200_000;
  for (let i = 0; i < n; i++) {
    const u = ((i + 0.5) / n - 0.5) * Math.PI;
    const p = Math.cos(u) ** 3;
    mass += p;
    second += p * 4 * Math.tan(u) ** 2;
  }
  let v = 0;
  for (let t = 0; t < 4000; t++) v = (1 - x) ** 2 * v + x ** 2 * (second / mass);
  return v;
};

/** Time averages of w² over 512 runs with centred χ²(3) noise. */
export const skewed = ({name, learningRate: x}: AtRate, {seed}: Context) => {
  const averages = Array.from({length: 512}, (_, replicate) => {
    const source = uniforms({seed, experiment: "claim LZU-Fig8", cell: name, replicate});
    let [w, sum] = [0, 0];
    for (let t = 0; t < 800; t++) {
      w -= x * (w + centredChiSquare(source, 3));
      if (t >= 50) sum += w * w;
    }
    return sum / 750;
  });
  return sampled(averages);
};

/** Mean variance in the null space after t steps, under white noise and under C ∝ K. */
export const diffused = ({hessian, flat, dimension, variance, rate, steps}: NullRun) => {
  const within = (noise: Square) =>
    trace(product(flat, covarianceAfter({hessian, noise, rate}, steps))) / dimension;
  return [within(diagonal(hessian.map(() => variance))), within(scale(hessian, variance))];
};

/** E w² after `steps` kicks η = s(w)ξ over every sequence of ξ, s² = 1 + w²/4: ξ = ±1, and ξ = 0 or ±√2. */
export const quadratic = ({learningRate: x}: AtRate) =>
  closedNoise.laws.map(law => {
    const walk = (w: number, left: number): number =>
      left === 0
        ? w * w
        : law.reduce(
            (sum, [xi, p]) =>
              sum + p * walk(w - x * (w + Math.sqrt(1 + (w * w) / 4) * xi), left - 1),
            0
          );
    return walk(0, closedNoise.steps);
  });

/**
 * Σ at λ = 1 and s² = 1 + |w|/2: for ξ = ±1, where |w| becomes √(1 + |w|/2), and for ξ = 0 or ±√2, where
 * after a zero |w| is √2, then √(2 + |w|), …, each with half the chance.
 */
export const kinked = () => {
  let [w, chance, sum, tossed] = [0, 1 / 2, 0, 0];
  for (let j = 0; j < 60; j++) {
    sum += chance * w * w;
    w = Math.sqrt(2 + w);
    chance /= 2;
    tossed = Math.sqrt(1 + tossed / 2);
  }
  return [tossed * tossed, sum];
};

/** −ln(P(|x| > 2000)/P(|x| > 1000))/ln 2 + 1 of t with ν = 4, in u = 1/x where the density is ∝ u³(4u² + 1)^−5/2. */
export const tail = () => {
  const beyond = (far: number) => {
    const n = 2000;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const u = (i + 0.5) / n / far;
      sum += u ** 3 / (4 * u * u + 1) ** 2.5;
    }
    return sum / n / far;
  };
  return Math.log2(beyond(1000) / beyond(2000)) + 1;
};
