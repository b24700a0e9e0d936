import type {Matrix} from "ml-matrix";
import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import type {DrawnData, LawBatch, RowBatch} from "../cases/batches.js";
import {population} from "../cases/problems.js";
import {type Kept, type Place, regressionRows} from "../cases/setup.js";
import {times} from "../printed/algebra.js";
import * as inBatches from "../printed/batchCovariance.js";
import {empiricalCovariance, meanGradient, regressionGradients} from "../printed/dataSet.js";
import {covarianceOf, meanOf} from "../printed/law.js";

/** (1): E gₙ = g. */
export const samplingMean = ({law}: LawBatch) => meanOf(law);

/** (n−1)/n g. */
export const samplingMeanBiased = ({law, samples: n}: LawBatch) =>
  meanOf(law).map(x => ((n - 1) / n) * x);

/** (5): E[g_B | D] = gₙ, data set by data set. */
export const batchMeans = ({data}: DrawnData) =>
  [0, 1].map(j => (data[0][j] + data[1][j] + data[2][j]) / 3);

/** The population's gradient, whatever the data set. */
export const batchMeansOfPopulation = (_: DrawnData) => meanOf(population);

const batchPart = ({samples, batchSize}: Kept) => (samples - 1) / samples / batchSize;

/** `total` Σ_pop for ξ_total; its parts; and no covariance between them. */
const decomposed = (total: (at: Kept) => number) => (at: Kept) => [
  times(total(at), covarianceOf(at.law)),
  times(batchPart(at), covarianceOf(at.law)),
  times(1 / at.samples, covarianceOf(at.law)),
  times(0, covarianceOf(at.law))
];

/** ξ_total: ((n−1)/n/B + 1/n) Σ_pop in one step. */
export const decomposition = decomposed(at => batchPart(at) + 1 / at.samples);

/** Σ_pop/B in all: right without replacement, or with fresh data. */
export const decompositionFresh = decomposed(at => 1 / at.batchSize);

const accumulatedWith = (coherent: (steps: number) => number) => (at: Kept) => [
  times(at.steps * batchPart(at) + coherent(at.steps) / at.samples, covarianceOf(at.law)),
  times(at.steps * batchPart(at), covarianceOf(at.law))
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

/** (16): Σ = (1/n) Σ (gᵢ − gₙ)(gᵢ − gₙ)ᵀ. */
export const oneSampleCovariance = ({rows}: RowBatch) => empiricalCovariance(rows);

/** With 1/(n−1). */
export const oneSampleCovarianceUnbiased = ({rows}: RowBatch) => gradientCovariance(rows);

/** (17), its last member: Σ/B. */
export const batchCovariance = inBatches.empirical;

/** (17), its middle member with ξ as (13) defines it: (1/B²) Σ_{i∈B} Σ/B. */
export const middleAsPrinted = ({rows, batchSize: b}: RowBatch) =>
  times(b / b ** 2 / b, empiricalCovariance(rows));

/** The covariance without replacement. */
export const batchCovarianceWithout = inBatches.withoutReplacement;

/** Sₙ/B. */
export const batchCovarianceUnbiased = inBatches.unbiased;

const slotsWith =
  (factor: (n: number) => number) =>
  ({rows, batchSize}: RowBatch) =>
    Array.from({length: batchSize + 1}, () => meanGradient(rows).map(x => factor(rows.length) * x));

/** (32)–(38): each slot's mean, and that of their average, is gₙ. */
export const slots = slotsWith(() => 1);

/** (n−1)/n gₙ. */
export const slotsBiased = slotsWith(n => (n - 1) / n);

/** (44)–(54): E yⱼyₖᵀ = δⱼₖ Σ_emp, and Σⱼₖ of it over B². */
export const doubleSum = ({rows, batchSize: b}: RowBatch): Matrix[] => [
  ...Array.from({length: b * b}, (_, e) =>
    times(Math.floor(e / b) === e % b ? 1 : 0, empiricalCovariance(rows))
  ),
  times(1 / b, empiricalCovariance(rows))
];
