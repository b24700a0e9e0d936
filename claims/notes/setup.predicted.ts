import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import type {LawBatch} from "../cases/batches.js";
import {gradients} from "../cases/problems.js";
import * as cases from "../cases/setup.js";
import {times} from "../printed/algebra.js";
import {
  empiricalCovariance,
  meanGradient,
  regressionGradients,
  stepsOnPairs
} from "../printed/dataSet.js";
import {meanOf} from "../printed/law.js";

const frequencies = (divisor: number) => {
  const p = cases.pairLaw.probabilities;
  return [p, p.map((a, i) => p.map((b, j) => ((i === j ? a : 0) - a * b) / divisor))];
};

/** The empirical measure: mean p, covariance (diag p − ppᵀ)/n. */
export const empiricalMeasure = ({samples: n}: cases.DataSet) => frequencies(n);

/** (diag p − ppᵀ)/(n−1). */
export const empiricalMeasureUnbiased = ({samples: n}: cases.DataSet) => frequencies(n - 1);

const losses = (factor: number) => (_: cases.DataSet) => {
  const {inputs, targets, probabilities} = cases.pairLaw;
  return cases.slopes.map(
    theta =>
      factor * inputs.reduce((s, x, k) => s + probabilities[k] * (x * theta - targets[k]) ** 2, 0)
  );
};

/** L(θ) = E ½(xθ − y)². */
export const populationRisk = losses(0.5);

/** The squared error without its half. */
export const populationRiskDoubled = losses(1);

/** min L = ½(E y² − (E xy)²/E x²). */
export const smallestRisk = (_: cases.DataSet) => {
  const {inputs, targets, probabilities} = cases.pairLaw;
  const mean = (f: (k: number) => number) => probabilities.reduce((s, p, k) => s + p * f(k), 0);
  const xx = mean(k => inputs[k] ** 2);
  const xy = mean(k => inputs[k] * targets[k]);
  const yy = mean(k => targets[k] ** 2);
  return (yy - xy ** 2 / xx) / 2;
};

const gradientsAt = ({theta}: cases.Place) => regressionGradients(cases.regressionRows, theta);

const batchGradients = (factor: number) => (at: cases.Place) =>
  Array.from({length: 6}, () => meanGradient(gradientsAt(at)).map(g => factor * g));

/** ∇Lₙ for B = 1, 2, 3 and both ways of drawing. */
export const unbiased = batchGradients(1);

/** Gradients of the squared error without its half. */
export const unbiasedDoubled = batchGradients(2);

/** E θ_k: gradient descent on Lₙ, θ̂ + (1 − ηh)ᵏ(θ₀ − θ̂). */
export function descent({inputs, targets, start, learningRate, steps}: cases.FourPoints) {
  const h = inputs.reduce((s, x) => s + x * x, 0) / inputs.length;
  const minimum = inputs.reduce((s, x, i) => s + x * targets[i], 0) / inputs.length / h;
  return Array.from(
    {length: steps},
    (_, k) => minimum + (1 - learningRate * h) ** (k + 1) * (start - minimum)
  );
}

/** P(I₁ = i, I₂ = j), and P(i ∈ B) = 1 − (1 − 1/n)ᴮ or B/n for B = 1, 2, 3. */
export const strategies = ({replacement}: Pick<cases.Drawing, "replacement">) => {
  const size = 4;
  const pairs = Array.from({length: size * size}, (_, e) =>
    replacement ? 1 / size ** 2 : Math.floor(e / size) === e % size ? 0 : 1 / (size * (size - 1))
  );
  const included = [1, 2, 3].map(b => (replacement ? 1 - (1 - 1 / size) ** b : b / size));
  return [pairs, included];
};

/** The same strategy twice. */
export const strategiesAlike = (_: cases.Drawing) => strategies({replacement: true});

/** −gₙ + ξ with ξ = gₙ − g_B. */
export const decomposition = (at: cases.Place) => stepsOnPairs(gradientsAt(at), 1);

/** ξ = g_B − gₙ with the same sign in front. */
export const decompositionOtherSign = (at: cases.Place) => stepsOnPairs(gradientsAt(at), -1);

const four = empiricalCovariance(gradients.slice(0, 4));

/** (n−B)/(n−1) Σ_emp/B for B = 1 … n = 4: nothing is left at B = n. */
export const fullBatch = (_: cases.Drawing) => [1, 2, 3, 4].map(b => times((4 - b) / 3 / b, four));

const shares =
  (divisor: number) =>
  ({replacement}: cases.Drawing) =>
    [1, 2, 3, 4].map(b => (replacement ? 1 / b : (4 - b) / divisor / b));

/** Tr Cov ξ as a share of that at B = 1. */
export const singleSample = shares(3);

/** n for n−1. */
export const singleSampleOverN = shares(4);

/** ηC/(h(2 − ηh)), with the rate η that has been reached. */
export function plateaus({rate, steps, curvature, noise}: cases.Schedule) {
  const eta = rate(steps - 1);
  return (eta * noise) / (curvature * (2 - eta * curvature));
}

/** Without the discrete factor: ηC/(2h). */
export const plateausOfLimit = ({rate, steps, curvature, noise}: cases.Schedule) =>
  (rate(steps - 1) * noise) / (2 * curvature);

const updates =
  (power: number) =>
  ({theta, learningRate, batchSize}: cases.OneUpdate) => {
    const rows = gradients.length;
    const full = meanGradient(gradients);
    return [
      theta.map((x, j) => x - learningRate * full[j]),
      times((learningRate ** power * (rows - 1)) / rows / batchSize, gradientCovariance(gradients))
    ];
  };

/** θ_{k+1} given θ_k: mean θ − ηgₙ, covariance η²Σ_emp/B. */
export const oneStep = updates(2);

/** η for η². */
export const oneStepLinear = updates(1);

/** Skewness and excess kurtosis of the sum of so many values. */
const standardised = (size: number) => {
  const values = cases.skewedValues;
  const mean = values.reduce((s: number, x) => s + x, 0) / values.length;
  const moment = (k: number) => values.reduce((s, x) => s + (x - mean) ** k, 0) / values.length;
  const skewness = moment(3) / moment(2) ** 1.5;
  const excess = moment(4) / moment(2) ** 2 - 3;
  return [skewness / Math.sqrt(size), excess / size];
};

/** Skewness γ/√(NB) and excess kurtosis κ/(NB) of the sum of N batch noises. */
export const sums = ({batchSize, steps}: cases.BatchSum) => standardised(batchSize * steps);

/** No nearer to normal than one sample, however many are added. */
export const oneSample = (_: cases.BatchSum) => standardised(1);

/** Only the number of steps counts. */
export const sumsOfSteps = ({steps}: cases.BatchSum) => standardised(steps);

/** (n−1)/(nB) times the mean square of a gradient about a centre. */
const secondMoment =
  (centreOf: (law: LawBatch["law"]) => readonly number[]) =>
  ({law, samples: n, batchSize: B}: LawBatch) => {
    const centre = centreOf(law);
    const trace = law.points.reduce(
      (s, point, k) =>
        s + law.probabilities[k] * point.reduce((t, x, j) => t + (x - centre[j]) ** 2, 0),
      0
    );
    return ((n - 1) / n / B) * trace;
  };

/** E‖ξ‖² = (n−1)/(nB) Tr Σ_pop. */
export const finiteMoment = secondMoment(meanOf);

/** E‖g‖² for the variance. */
export const finiteMomentUncentred = secondMoment(law => law.points[0].map(() => 0));

/** K Cov ξ, times a share that the steps have. */
const partialSums =
  (share: (at: cases.Dealt, steps: number) => number) =>
  (at: cases.Dealt): number[] => {
    const {values, batchSize: B, sums} = at;
    const n = values.length;
    const mean = values.reduce((s, x) => s + x, 0) / n;
    const sample = values.reduce((s, x) => s + (x - mean) ** 2, 0) / n;
    return sums.map(K => ((K * share(at, K) * (n - B)) / (n - 1) / B) * sample);
  };

/** New subsets are independent; pieces of an epoch leave (n − KB)/(n − B). */
export const dealtBatches = partialSums(({values: {length: n}, batchSize: B, anew}, K) =>
  anew ? 1 : (n - K * B) / (n - B)
);

/** No dependence wherever B/n is small. */
export const dealtAsPrinted = partialSums(() => 1);

/** (n − K)/(n − 1) whatever B. */
export const dealtSingly = partialSums(({values: {length: n}, anew}, K) =>
  anew ? 1 : (n - K) / (n - 1)
);
