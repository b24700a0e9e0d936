import type {Matrix} from "ml-matrix";
import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import {gradients, population} from "../cases/problems.js";
import {kept, positions, regressionRows} from "../cases/setup.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, eye, plus, times} from "../printed/algebra.js";

const {points, probabilities} = population;
const mean = points[0].map((_, j) => points.reduce((s, x, k) => s + probabilities[k] * x[j], 0));
const populationCovariance: Matrix = points.reduce(
  (sum, x, k) => {
    const outer = eye(2);
    for (const i of [0, 1])
      for (const j of [0, 1])
        outer.set(i, j, probabilities[k] * (x[i] - mean[i]) * (x[j] - mean[j]));
    return plus(sum, outer);
  },
  times(0, eye(2))
);

const dataSizes = [2, 3, 4];

/** (1): E gₙ = g. */
export const samplingMean = (): Numbers =>
  Object.fromEntries(dataSizes.map(n => [`n = ${n}`, mean]));

/** (n−1)/n g. */
export const samplingMeanBiased = (): Numbers =>
  Object.fromEntries(dataSizes.map(n => [`n = ${n}`, mean.map(x => ((n - 1) / n) * x)]));

const everyDataSet = (f: (data: readonly (readonly number[])[]) => readonly number[]): Numbers => {
  const values: number[] = [];
  for (let code = 0; code < 27; code++)
    values.push(...f([0, 1, 2].map(i => points[Math.floor(code / 3 ** i) % 3])));
  return {"27 data sets, B = 2": values};
};

/** (5): E[g_B | D] = gₙ, data set by data set. */
export const batchMeans = (): Numbers =>
  everyDataSet(data => [0, 1].map(j => (data[0][j] + data[1][j] + data[2][j]) / 3));

/** The population's gradient, whatever the data set. */
export const batchMeansOfPopulation = (): Numbers => everyDataSet(() => mean);

const perKept = (f: (at: (typeof kept)[number]) => readonly Matrix[]): Numbers =>
  Object.fromEntries(
    kept.map(at => [
      `n = ${at.samples}, B = ${at.batchSize}, T = ${at.steps}`,
      f(at).flatMap(m => entries(m))
    ])
  );

const batchPart = ({samples, batchSize}: (typeof kept)[number]) =>
  (samples - 1) / samples / batchSize;

/** ξ_total: ((n−1)/n/B + 1/n) Σ_pop in one step; its parts; and no covariance between them. */
export const decomposition = (): Numbers =>
  perKept(at => [
    times(batchPart(at) + 1 / at.samples, populationCovariance),
    times(batchPart(at), populationCovariance),
    times(1 / at.samples, populationCovariance),
    times(0, eye(2))
  ]);

/** Σ_pop/B in all: right without replacement, or with fresh data. */
export const decompositionFresh = (): Numbers =>
  perKept(at => [
    times(1 / at.batchSize, populationCovariance),
    times(batchPart(at), populationCovariance),
    times(1 / at.samples, populationCovariance),
    times(0, eye(2))
  ]);

/** Sums over T steps of one data set: ξ_total, where the sampling noise counts T²; and −ξ. */
export const accumulated = (): Numbers => accumulatedWith(steps => steps ** 2);

/** T for T²: as if the sampling noise were drawn anew at each step. */
export const accumulatedAnew = (): Numbers => accumulatedWith(steps => steps);

const accumulatedWith = (coherent: (steps: number) => number): Numbers =>
  perKept(at => [
    times(at.steps * batchPart(at) + coherent(at.steps) / at.samples, populationCovariance),
    times(at.steps * batchPart(at), populationCovariance)
  ]);

const perPosition = (divisor: number): Numbers =>
  Object.fromEntries(
    positions.map(theta => [
      `θ = (${theta.join(", ")})`,
      [0, 1].map(
        j =>
          regressionRows.features.reduce((s, row, i) => {
            const residual = row[0] * theta[0] + row[1] * theta[1] - regressionRows.targets[i];
            return s + residual * row[j];
          }, 0) / divisor
      )
    ])
  );

/** (15): (1/n) Σ gᵢ. */
export const oneSampleMean = (): Numbers => perPosition(regressionRows.features.length);

/** 1/(n−1) for 1/n. */
export const oneSampleMeanUnbiased = (): Numbers => perPosition(regressionRows.features.length - 1);

const n = gradients.length;
const empirical = times((n - 1) / n, gradientCovariance(gradients));

/** (16): Σ = (1/n) Σ (gᵢ − gₙ)(gᵢ − gₙ)ᵀ. */
export const oneSampleCovariance = (): Numbers => ({"n = 7": entries(empirical)});

/** With 1/(n−1). */
export const oneSampleCovarianceUnbiased = (): Numbers => ({
  "n = 7": entries(gradientCovariance(gradients))
});

const perBatch = (f: (b: number) => Matrix): Numbers =>
  Object.fromEntries([2, 3, 4].map(b => [`n = 7, B = ${b}`, entries(f(b))]));

/** (17), its last member: Σ/B. */
export const batchCovariance = (): Numbers => perBatch(b => times(1 / b, empirical));

/** (17), its middle member with ξ as (13) defines it: (1/B²) Σ_{i∈B} Σ/B. */
export const middleAsPrinted = (): Numbers => perBatch(b => times(b / b ** 2 / b, empirical));

/** The covariance without replacement. */
export const batchCovarianceWithout = (): Numbers =>
  perBatch(b => times((n - b) / (n - 1) / b, empirical));

/** Sₙ/B. */
export const batchCovarianceUnbiased = (): Numbers =>
  perBatch(b => times(1 / b, gradientCovariance(gradients)));

const full = gradients[0].map((_, j) => gradients.reduce((s, row) => s + row[j], 0) / n);

/** (32)–(38): each slot's mean, and that of their average, is gₙ. */
export const slots = (): Numbers => slotsWith(1);

/** (n−1)/n gₙ. */
export const slotsBiased = (): Numbers => slotsWith((n - 1) / n);

const slotsWith = (factor: number): Numbers =>
  Object.fromEntries(
    [1, 2, 3].map(b => [
      `n = 7, B = ${b}`,
      Array.from({length: b + 1}).flatMap(() => full.map(x => factor * x))
    ])
  );

/** (44)–(54): E yⱼyₖᵀ = δⱼₖ Σ_emp, and Σⱼₖ of it over B². */
export const doubleSum = (): Numbers =>
  Object.fromEntries(
    [2, 3].map(b => [
      `n = 7, B = ${b}`,
      [
        ...Array.from({length: b * b}, (_, e) =>
          times(Math.floor(e / b) === e % b ? 1 : 0, empirical)
        ),
        times(1 / b, empirical)
      ].flatMap(entries)
    ])
  );
