import {adamCovariance} from "../../lib/stationary/adamCovariance.js";
import {printedQhmError} from "../../lib/stationary/printedQhmError.js";
import {type Table1Problem, tableOne} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const {curvatures: k, noise: c, learningRate: lambda, momentum: mu, nu, noiseRatio} = tableOne;

/** K and C are diagonal: a cell is a function of (k, c), and Σ or the error follow entry by entry. */
type Cell = (k: number, c: number, at: Table1Problem) => number;
const diagonal = (cell: Cell, at: Table1Problem = tableOne) => k.map((x, i) => cell(x, c[i], at));
const summed = (cell: Cell, at: Table1Problem = tableOne) =>
  diagonal(cell, at).reduce((a, b) => a + b, 0);

const sgd: Cell = (x, v) => (lambda * v) / (x * (2 - lambda * x));
const sgdm: Cell = (x, v) =>
  (lambda * v) / ((x / (1 + mu)) * (2 - (lambda * x) / (1 + mu)) * (1 - mu ** 2));
const newton: Cell = (x, v) =>
  (((1 + mu) / (1 - mu)) * (lambda / (2 * (1 + mu) - lambda)) * v) / x ** 2;
const root = (x: number, v: number) =>
  Math.sqrt(lambda ** 2 / (4 * (1 + mu) ** 2) + ((2 * lambda) / (1 - mu)) * (v / x));
const natural: Cell = (x, v) => (root(x, v) + lambda / (2 * (1 + mu))) / (2 * x);

/** The Σ column of this work, but for QHM. */
export const covariances = (): Numbers => ({
  SGD: diagonal(sgd),
  SGDM: diagonal(sgdm),
  DNM: diagonal(newton),
  NGD: diagonal(natural),
  Adam: k.map((_, i) =>
    adamCovariance({learningRate: lambda, noiseRatio, dimension: k.length}).get(i, i)
  )
});

/** SGDM with 1 − µ for 1 − µ². */
export const covariancesOther = (): Numbers => ({
  ...covariances(),
  SGDM: diagonal((x, v, at) => (1 + mu) * sgdm(x, v, at))
});

/** The error column of this work, but for QHM. */
export const errors = (): Numbers => ({
  SGD: [summed((x, v) => ((lambda / 2) * v) / (2 - lambda * x))],
  SGDM: [summed((x, v) => ((lambda / 2 / (1 - mu)) * v) / (2 - (lambda * x) / (1 + mu)))],
  DNM: [summed((x, v) => (((1 + mu) / (1 - mu)) * (lambda * v)) / x / (4 * (1 + mu) - 2 * lambda))],
  NGD: [summed((x, v) => (root(x, v) + lambda / (2 * (1 + mu))) / 4)],
  Adam: [summed(x => ((lambda ** 2 * (1 + noiseRatio)) / 8) * x)]
});

/** DNM with 4(1+µ) for 4(1+µ) − 2λ. */
export const errorsOther = (): Numbers => ({
  ...errors(),
  DNM: [summed((x, v) => (((1 + mu) / (1 - mu)) * (lambda * v)) / x / (4 * (1 + mu)))]
});

const qhmTop = (x: number) => {
  const [alpha, lag] = [lambda * (1 - mu * nu), lambda * mu * (1 - nu)];
  return (
    (lambda * (1 - mu ** 2) + lag * (2 * alpha - lambda * (1 - mu)) * x) /
    (1 - mu + lag * x) /
    (2 * (1 + mu) - (alpha + lag) * x)
  );
};
const printedQhm = (x: number, v: number, reading: "printed" | "swapped") =>
  printedQhmError({curvatures: [x], noise: [v], learningRate: lambda, momentum: mu, nu, reading});

/** QHM's Σ, from the corrected Corollary 7 direction by direction. */
export const qhmCovariances = (): Numbers => ({QHM: diagonal((x, v) => (qhmTop(x) * v) / x)});

/** λ²h(K)⁻¹C with (90), f and g as printed and in each other's place. */
const printedCovariance = (reading: "printed" | "swapped"): Numbers => ({
  QHM: diagonal((x, v) => (2 * printedQhm(x, v, reading)) / x)
});
export const qhmCovariancesPrinted = (): Numbers => printedCovariance("printed");
export const qhmCovariancesSwapped = (): Numbers => printedCovariance("swapped");

/** Heavy ball's Σ at rate λ(1−µ): ν = 1. */
export const qhmCovariancesBall = (): Numbers => ({
  QHM: diagonal((x, v) => {
    const rate = lambda * (1 - mu);
    return (rate * v) / ((x / (1 + mu)) * (2 - (rate * x) / (1 + mu)) * (1 - mu ** 2));
  })
});

/** QHM's error. */
export const qhmError = (): Numbers => ({QHM: [summed((x, v) => (qhmTop(x) * v) / 2)]});
const printedError = (reading: "printed" | "swapped"): Numbers => ({
  QHM: [summed((x, v) => printedQhm(x, v, reading))]
});
export const qhmErrorPrinted = (): Numbers => printedError("printed");
export const qhmErrorSwapped = (): Numbers => printedError("swapped");
export const qhmErrorFirst = (): Numbers => ({QHM: [summed((_, v) => (lambda / 4) * v)]});

/** lim Σ/λ of the earlier work's column: SGD, SGDM. */
export const firstOrders = (): Numbers => ({
  SGD: diagonal((x, v) => v / x / 2),
  SGDM: diagonal((x, v) => v / x / 2 / (1 - mu))
});
export const firstOrdersOther = (): Numbers => ({
  ...firstOrders(),
  SGDM: diagonal((x, v) => v / x / 2 / (1 - mu ** 2))
});

/** lim Σ/λ of QHM: ½K⁻¹C; as printed, with 1/(1−µ). */
export const qhmFirstOrder = (): Numbers => ({QHM: diagonal((x, v) => v / x / 2)});
export const qhmFirstOrderPrinted = (): Numbers => ({
  QHM: diagonal((x, v) => v / x / 2 / (1 - mu))
});
export const qhmFirstOrderMixed = (): Numbers => ({
  QHM: diagonal((x, v) => (v / x / 2) * (1 - mu * nu))
});

/** Coefficients of λ and of λ² in the earlier work's errors. */
const seriesWith = (bracket: number): Numbers => {
  const [noise, force] = [summed((_, v) => v), summed((x, v) => x * v)];
  return {
    "SGD, λ": [noise / 4],
    "SGD, λ²": [force / 8],
    "SGDM, λ": [noise / 4 / (1 - mu)],
    "SGDM, λ²": [force / 8 / (1 - mu ** 2)],
    "QHM, λ": [noise / 4],
    "QHM, λ²": [(force / 8) * bracket]
  };
};
export const series = (): Numbers =>
  seriesWith(1 + ((2 * mu * nu) / (1 - mu)) * ((2 * mu * nu) / (1 + mu) - 1));
export const seriesOther = (): Numbers =>
  seriesWith(1 + ((2 * mu * nu) / (1 + mu)) * ((2 * mu * nu) / (1 + mu) - 1));
