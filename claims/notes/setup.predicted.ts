import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import {gradients, population} from "../cases/problems.js";
import {
  decayingRate,
  fourPoints,
  hundred,
  oneUpdate,
  pairLaw,
  positions,
  regressionRows,
  skewedSums,
  slopes
} from "../cases/setup.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, times} from "../printed/algebra.js";

const sizes = [2, 3, 4];

const frequencies = (divisor: (n: number) => number): Numbers => {
  const p = pairLaw.probabilities;
  return Object.fromEntries(
    sizes.map(n => [
      `n = ${n}`,
      [...p, ...p.flatMap((a, i) => p.map((b, j) => ((i === j ? a : 0) - a * b) / divisor(n)))]
    ])
  );
};

/** The empirical measure: mean p, covariance (diag p − ppᵀ)/n. */
export const empiricalMeasure = (): Numbers => frequencies(n => n);

/** (diag p − ppᵀ)/(n−1). */
export const empiricalMeasureUnbiased = (): Numbers => frequencies(n => n - 1);

const losses = (factor: number): Numbers => {
  const {inputs, targets, probabilities} = pairLaw;
  const at = (theta: number) =>
    factor * inputs.reduce((s, x, k) => s + probabilities[k] * (x * theta - targets[k]) ** 2, 0);
  return Object.fromEntries(sizes.map(n => [`n = ${n}`, slopes.map(at)]));
};

/** L(θ) = E ½(xθ − y)². */
export const populationRisk = (): Numbers => losses(0.5);

/** The squared error without its half. */
export const populationRiskDoubled = (): Numbers => losses(1);

/** min L = ½(E y² − (E xy)²/E x²). */
export const smallestRisk = (): Numbers => {
  const {inputs, targets, probabilities} = pairLaw;
  const mean = (f: (k: number) => number) => probabilities.reduce((s, p, k) => s + p * f(k), 0);
  const xx = mean(k => inputs[k] ** 2);
  const xy = mean(k => inputs[k] * targets[k]);
  const yy = mean(k => targets[k] ** 2);
  return Object.fromEntries(sizes.map(n => [`n = ${n}`, [(yy - xy ** 2 / xx) / 2]]));
};

const n = regressionRows.features.length;

const fullGradient = (theta: readonly number[]) =>
  [0, 1].map(
    j =>
      regressionRows.features.reduce((s, row, i) => {
        const residual = row[0] * theta[0] + row[1] * theta[1] - regressionRows.targets[i];
        return s + residual * row[j];
      }, 0) / n
  );

const batchGradients = (factor: number): Numbers =>
  Object.fromEntries(
    positions.map(theta => [
      `θ = (${theta.join(", ")})`,
      Array.from({length: 6}).flatMap(() => fullGradient(theta).map(g => factor * g))
    ])
  );

/** ∇Lₙ for B = 1, 2, 3 and both ways of drawing. */
export const unbiased = (): Numbers => batchGradients(1);

/** Gradients of the squared error without its half. */
export const unbiasedDoubled = (): Numbers => batchGradients(2);

/** E θ_k: gradient descent on Lₙ, θ̂ + (1 − ηh)ᵏ(θ₀ − θ̂). */
export const descent = (): Numbers => {
  const {inputs, targets, start, learningRate, steps} = fourPoints;
  const h = inputs.reduce((s, x) => s + x * x, 0) / inputs.length;
  const minimum = inputs.reduce((s, x, i) => s + x * targets[i], 0) / inputs.length / h;
  return {
    "K = 1, 2, 3": Array.from(
      {length: steps},
      (_, k) => minimum + (1 - learningRate * h) ** (k + 1) * (start - minimum)
    )
  };
};

const drawn = (withReplacement: boolean): number[] => {
  const size = 4;
  const pairs = Array.from({length: size * size}, (_, e) =>
    withReplacement
      ? 1 / size ** 2
      : Math.floor(e / size) === e % size
        ? 0
        : 1 / (size * (size - 1))
  );
  const included = [1, 2, 3].map(b => (withReplacement ? 1 - (1 - 1 / size) ** b : b / size));
  return [...pairs, ...included];
};

/** P(I₁ = i, I₂ = j), and P(i ∈ B) = 1 − (1 − 1/n)ᴮ or B/n for B = 1, 2, 3. */
export const strategies = (): Numbers => ({with: drawn(true), without: drawn(false)});

/** The same strategy twice. */
export const strategiesAlike = (): Numbers => ({with: drawn(true), without: drawn(true)});

const everyPair = (sign: 1 | -1): Numbers =>
  Object.fromEntries(
    positions.map(theta => {
      const full = fullGradient(theta);
      const own = regressionRows.features.map((row, i) => {
        const residual = row[0] * theta[0] + row[1] * theta[1] - regressionRows.targets[i];
        return row.map(x => residual * x);
      });
      const steps: number[] = [];
      for (let i = 0; i < n; i++)
        for (let j = i + 1; j < n; j++)
          for (const k of [0, 1])
            steps.push(-full[k] + sign * (full[k] - (own[i][k] + own[j][k]) / 2));
      return [`θ = (${theta.join(", ")})`, steps];
    })
  );

/** −gₙ + ξ with ξ = gₙ − g_B. */
export const decomposition = (): Numbers => everyPair(1);

/** ξ = g_B − gₙ with the same sign in front. */
export const decompositionOtherSign = (): Numbers => everyPair(-1);

const four = gradients.slice(0, 4);
const empirical = times(3 / 4, gradientCovariance(four));

/** (n−B)/(n−1) Σ_emp/B for B = 1 … n = 4: nothing is left at B = n. */
export const fullBatch = (): Numbers => ({
  "n = 4, B = 1 … 4": [1, 2, 3, 4].flatMap(b => entries(times((4 - b) / 3 / b, empirical)))
});

const shares = (without: (b: number) => number): Numbers => ({
  with: [1, 2, 3, 4].map(b => 1 / b),
  without: [1, 2, 3, 4].map(without)
});

/** Tr Cov ξ as a share of that at B = 1. */
export const singleSample = (): Numbers => shares(b => (4 - b) / 3 / b);

/** n for n−1. */
export const singleSampleOverN = (): Numbers => shares(b => (4 - b) / 4 / b);

const rates = (f: (rate: number) => number): Numbers => {
  const {eta0, steps} = decayingRate;
  return {constant: [f(eta0)], decaying: [f(eta0 / Math.sqrt(steps))]};
};

/** ηC/(h(2 − ηh)), with the rate that has been reached. */
export const plateaus = (): Numbers =>
  rates(
    rate =>
      (rate * decayingRate.noise) / (decayingRate.curvature * (2 - rate * decayingRate.curvature))
  );

/** Without the discrete factor: ηC/(2h). */
export const plateausOfLimit = (): Numbers =>
  rates(rate => (rate * decayingRate.noise) / (2 * decayingRate.curvature));

const updates = (power: number): Numbers => {
  const {theta, learningRate, batchSize} = oneUpdate;
  const rows = gradients.length;
  const full = theta.map((_, j) => gradients.reduce((s, row) => s + row[j], 0) / rows);
  const noise = times(
    (learningRate ** power * (rows - 1)) / rows / batchSize,
    gradientCovariance(gradients)
  );
  return {
    "n = 7, B = 2": [...theta.map((x, j) => x - learningRate * full[j]), ...entries(noise)]
  };
};

/** θ_{k+1} given θ_k: mean θ − ηgₙ, covariance η²Σ_emp/B. */
export const oneStep = (): Numbers => updates(2);

/** η for η². */
export const oneStepLinear = (): Numbers => updates(1);

const standardised = (samples: (batchSize: number, steps: number) => number): Numbers => {
  const {values, runs} = skewedSums;
  const mean = values.reduce((s, x) => s + x, 0) / values.length;
  const moment = (k: number) => values.reduce((s, x) => s + (x - mean) ** k, 0) / values.length;
  const skewness = moment(3) / moment(2) ** 1.5;
  const excess = moment(4) / moment(2) ** 2 - 3;
  return Object.fromEntries(
    runs.map(({batchSize, steps}) => {
      const size = samples(batchSize, steps);
      return [`B = ${batchSize}, N = ${steps}`, [skewness / Math.sqrt(size), excess / size]];
    })
  );
};

/** Skewness γ/√(NB) and excess kurtosis κ/(NB) of the sum of N batch noises. */
export const sums = (): Numbers => standardised((b, steps) => b * steps);

/** Only the number of steps counts. */
export const sumsOfSteps = (): Numbers => standardised((_, steps) => steps);

const secondMoment = (centre: readonly number[]): Numbers => {
  const {points, probabilities} = population;
  const trace = points.reduce(
    (s, point, k) => s + probabilities[k] * point.reduce((t, x, j) => t + (x - centre[j]) ** 2, 0),
    0
  );
  return Object.fromEntries([1, 2, 3].map(b => [`n = 3, B = ${b}`, [((2 / 3) * trace) / b]]));
};

/** E‖ξ‖² = (n−1)/(nB) Tr Σ_pop. */
export const finiteMoment = (): Numbers => {
  const {points, probabilities} = population;
  return secondMoment(
    points[0].map((_, j) => points.reduce((s, point, k) => s + probabilities[k] * point[j], 0))
  );
};

/** E‖g‖² for the variance. */
export const finiteMomentUncentred = (): Numbers => secondMoment([0, 0]);

const partialSums = (f: (k: number) => number): Numbers => {
  const {values, sums} = hundred;
  const mean = values.reduce((s, x) => s + x, 0) / values.length;
  const variance = values.reduce((s, x) => s + (x - mean) ** 2, 0) / values.length;
  return {"n = 100, B = 1": sums.map(k => f(k) * variance)};
};

/** K Cov ξ: no dependence between batches. */
export const independentBatches = (): Numbers => partialSums(k => k);

/** K (n−K)/(n−1) Cov ξ: the first K of a permutation. */
export const permutedBatches = (): Numbers => partialSums(k => (k * (100 - k)) / 99);
