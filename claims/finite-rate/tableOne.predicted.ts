import {adamCovariance} from "../../lib/stationary/adamCovariance.js";
import {printedQhmError} from "../../lib/stationary/printedQhmError.js";
import {tableOne} from "../cases/problems.js";
import type {Coefficient, Linear, Row} from "../cases/tableOne.js";

const {curvatures: k, noise: c, learningRate: lambda, momentum: mu, nu, noiseRatio} = tableOne;

/** K and C are diagonal: a cell is a function of (k, c), and Σ or the error follow entry by entry. */
type Cell = (k: number, c: number) => number;
const diagonal = (cell: Cell) => k.map((x, i) => cell(x, c[i]));
const summed = (cell: Cell) => diagonal(cell).reduce((a, b) => a + b, 0);

const newtonGain = ((1 + mu) / (1 - mu)) * (lambda / (2 * (1 + mu) - lambda));
const root: Cell = (x, v) =>
  Math.sqrt(lambda ** 2 / (4 * (1 + mu) ** 2) + ((2 * lambda) / (1 - mu)) * (v / x));

const sigmas: Record<Row["name"], Cell> = {
  SGD: (x, v) => (lambda * v) / (x * (2 - lambda * x)),
  SGDM: (x, v) => (lambda * v) / ((x / (1 + mu)) * (2 - (lambda * x) / (1 + mu)) * (1 - mu ** 2)),
  DNM: (x, v) => (newtonGain * v) / x ** 2,
  NGD: (x, v) => (root(x, v) + lambda / (2 * (1 + mu))) / (2 * x),
  Adam: () => adamCovariance({learningRate: lambda, noiseRatio, dimension: 1}).get(0, 0)
};

/** The Σ column of this work, but for QHM. */
export const covariances = ({name}: Row) => diagonal(sigmas[name]);

/** SGDM with 1 − µ for 1 − µ². */
export const covariancesOther = ({name}: Row) =>
  diagonal((x, v) => (name === "SGDM" ? 1 + mu : 1) * sigmas[name](x, v));

const losses: Record<Row["name"], Cell> = {
  SGD: (x, v) => ((lambda / 2) * v) / (2 - lambda * x),
  SGDM: (x, v) => ((lambda / 2 / (1 - mu)) * v) / (2 - (lambda * x) / (1 + mu)),
  DNM: (x, v) => (((1 + mu) / (1 - mu)) * (lambda * v)) / x / (4 * (1 + mu) - 2 * lambda),
  NGD: (x, v) => (root(x, v) + lambda / (2 * (1 + mu))) / 4,
  Adam: x => ((lambda ** 2 * (1 + noiseRatio)) / 8) * x
};

/** The error column of this work, but for QHM. */
export const errors = ({name}: Row) => summed(losses[name]);

/** DNM with 4(1+µ) for 4(1+µ) − 2λ. */
export const errorsOther = (row: Row) =>
  row.name === "DNM"
    ? summed((x, v) => (((1 + mu) / (1 - mu)) * (lambda * v)) / x / (4 * (1 + mu)))
    : errors(row);

const qhmTop = (x: number) => {
  const [alpha, lag] = [lambda * (1 - mu * nu), lambda * mu * (1 - nu)];
  return (
    (lambda * (1 - mu ** 2) + lag * (2 * alpha - lambda * (1 - mu)) * x) /
    (1 - mu + lag * x) /
    (2 * (1 + mu) - (alpha + lag) * x)
  );
};
const printed = (x: number, v: number, reading: "printed" | "swapped") =>
  printedQhmError({curvatures: [x], noise: [v], learningRate: lambda, momentum: mu, nu, reading});

/** QHM's Σ, from the corrected Corollary 7 direction by direction. */
export const qhmCovariances = () => diagonal((x, v) => (qhmTop(x) * v) / x);

/** λ²h(K)⁻¹C with (90), f and g as printed and in each other's place. */
export const qhmCovariancesPrinted = () => diagonal((x, v) => (2 * printed(x, v, "printed")) / x);
export const qhmCovariancesSwapped = () => diagonal((x, v) => (2 * printed(x, v, "swapped")) / x);

/** Heavy ball's Σ at rate λ(1−µ): ν = 1. */
export const qhmCovariancesBall = () =>
  diagonal((x, v) => {
    const rate = lambda * (1 - mu);
    return (rate * v) / ((x / (1 + mu)) * (2 - (rate * x) / (1 + mu)) * (1 - mu ** 2));
  });

/** QHM's error. */
export const qhmError = () => summed((x, v) => (qhmTop(x) * v) / 2);
export const qhmErrorPrinted = () => summed((x, v) => printed(x, v, "printed"));
export const qhmErrorSwapped = () => summed((x, v) => printed(x, v, "swapped"));
export const qhmErrorFirst = () => summed((_, v) => (lambda / 4) * v);

const firstWith =
  (ball: number) =>
  ({name}: {name: Linear}) =>
    diagonal((x, v) => (name === "SGDM" ? v / x / 2 / ball : v / x / 2));

/** lim Σ/λ of the earlier work's column: SGD, SGDM; and ½K⁻¹C for QHM. */
export const firstOrders = firstWith(1 - mu);
export const firstOrdersOther = firstWith(1 - mu ** 2);

/** QHM's as printed, with 1/(1−µ). */
export const qhmFirstOrderPrinted = () => diagonal((x, v) => v / x / 2 / (1 - mu));
export const qhmFirstOrderMixed = () => diagonal((x, v) => (v / x / 2) * (1 - mu * nu));

/** Coefficients of λ and of λ² in the earlier work's errors. */
const seriesWith =
  (bracket: number) =>
  ({method, order}: Coefficient) => {
    const [noise, force] = [summed((_, v) => v), summed((x, v) => x * v)];
    return {
      SGD: [noise / 4, force / 8],
      SGDM: [noise / 4 / (1 - mu), force / 8 / (1 - mu ** 2)],
      QHM: [noise / 4, (force / 8) * bracket]
    }[method][order - 1];
  };
export const series = seriesWith(1 + ((2 * mu * nu) / (1 - mu)) * ((2 * mu * nu) / (1 + mu) - 1));
export const seriesOther = seriesWith(
  1 + ((2 * mu * nu) / (1 + mu)) * ((2 * mu * nu) / (1 + mu) - 1)
);
