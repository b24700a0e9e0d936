import type {Matrix} from "ml-matrix";
import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import type {Batch, DrawnData} from "../cases/batches.js";
import {gradients, population} from "../cases/problems.js";
import {type DataSet, type Kept, type Place, regressionRows} from "../cases/setup.js";
import {eye, times} from "../printed/algebra.js";
import {empiricalCovariance, meanGradient, regressionGradients} from "../printed/dataSet.js";
import {covarianceOf, meanOf} from "../printed/law.js";

const mean = meanOf(population);
const populationCovariance = covarianceOf(population);

/** (1): E gₙ = g. */
export const samplingMean = (_: DataSet) => mean;

/** (n−1)/n g. */
export const samplingMeanBiased = ({samples: n}: DataSet) => mean.map(x => ((n - 1) / n) * x);

/** (5): E[g_B | D] = gₙ, data set by data set. */
export const batchMeans = ({data}: DrawnData) =>
  [0, 1].map(j => (data[0][j] + data[1][j] + data[2][j]) / 3);

/** The population's gradient, whatever the data set. */
export const batchMeansOfPopulation = (_: DrawnData) => mean;

const batchPart = ({samples, batchSize}: Kept) => (samples - 1) / samples / batchSize;

/** `total` Σ_pop for ξ_total; its parts; and no covariance between them. */
const decomposed = (total: (at: Kept) => number) => (at: Kept) => [
  times(total(at), populationCovariance),
  times(batchPart(at), populationCovariance),
  times(1 / at.samples, populationCovariance),
  times(0, eye(2))
];

/** ξ_total: ((n−1)/n/B + 1/n) Σ_pop in one step. */
export const decomposition = decomposed(at => batchPart(at) + 1 / at.samples);

/** Σ_pop/B in all: right without replacement, or with fresh data. */
export const decompositionFresh = decomposed(at => 1 / at.batchSize);

const accumulatedWith = (coherent: (steps: number) => number) => (at: Kept) => [
  times(at.steps * batchPart(at) + coherent(at.steps) / at.samples, populationCovariance),
  times(at.steps * batchPart(at), populationCovariance)
];

/** Sums over T steps of one data set: ξ_total, where the sampling noise counts T²; and −ξ. */
export const accumulated = accumulatedWith(steps => steps ** 2);

/** T for T²: as if the sampling noise were drawn anew at each step. */
export const accumulatedAnew = accumulatedWith(steps => steps);

const sumOver =
  (divisor: number) =>
  ({theta}: Place) => {
    const rows = regressionGradients(regressionRows, theta);
    return [0, 1].map(j => rows.reduce((s, row) => s + row[j], 0) / divisor);
  };

/** (15): (1/n) Σ gᵢ. */
export const oneSampleMean = sumOver(regressionRows.features.length);

/** 1/(n−1) for 1/n. */
export const oneSampleMeanUnbiased = sumOver(regressionRows.features.length - 1);

const n = gradients.length;
const unbiased = gradientCovariance(gradients);
const empirical = empiricalCovariance(gradients);

/** (16): Σ = (1/n) Σ (gᵢ − gₙ)(gᵢ − gₙ)ᵀ. */
export const oneSampleCovariance = (_: Batch) => empirical;

/** With 1/(n−1). */
export const oneSampleCovarianceUnbiased = (_: Batch) => unbiased;

/** (17), its last member: Σ/B. */
export const batchCovariance = ({batchSize: b}: Batch) => times(1 / b, empirical);

/** (17), its middle member with ξ as (13) defines it: (1/B²) Σ_{i∈B} Σ/B. */
export const middleAsPrinted = ({batchSize: b}: Batch) => times(b / b ** 2 / b, empirical);

/** The covariance without replacement. */
export const batchCovarianceWithout = ({batchSize: b}: Batch) =>
  times((n - b) / (n - 1) / b, empirical);

/** Sₙ/B. */
export const batchCovarianceUnbiased = ({batchSize: b}: Batch) => times(1 / b, unbiased);

const full = meanGradient(gradients);

const slotsWith =
  (factor: number) =>
  ({batchSize}: Batch) =>
    Array.from({length: batchSize + 1}, () => full.map(x => factor * x));

/** (32)–(38): each slot's mean, and that of their average, is gₙ. */
export const slots = slotsWith(1);

/** (n−1)/n gₙ. */
export const slotsBiased = slotsWith((n - 1) / n);

/** (44)–(54): E yⱼyₖᵀ = δⱼₖ Σ_emp, and Σⱼₖ of it over B². */
export const doubleSum = ({batchSize: b}: Batch): Matrix[] => [
  ...Array.from({length: b * b}, (_, e) => times(Math.floor(e / b) === e % b ? 1 : 0, empirical)),
  times(1 / b, empirical)
];
