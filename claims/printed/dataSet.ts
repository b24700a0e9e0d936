import type {Matrix} from "ml-matrix";
import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import type {Rows} from "../cases/matrices.js";
import {times} from "./algebra.js";

/** gₙ = (1/n) Σ gᵢ of rows of gradients. */
export const meanGradient = (rows: Rows): number[] =>
  rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0) / rows.length);

/** Σ_emp = (1/n) Σ (gᵢ − gₙ)(gᵢ − gₙ)ᵀ. */
export const empiricalCovariance = (rows: Rows): Matrix =>
  times((rows.length - 1) / rows.length, gradientCovariance(rows));

/** Gradients x(xᵀθ − y) of ½(xᵀθ − y)² at the samples of a linear regression. */
export const regressionGradients = (
  {features, targets}: {readonly features: Rows; readonly targets: readonly number[]},
  theta: readonly number[]
): number[][] =>
  features.map((x, i) => {
    const residual = x[0] * theta[0] + x[1] * theta[1] - targets[i];
    return x.map(v => residual * v);
  });

/** −gₙ + kξ with ξ = gₙ − g_B for every pair of rows. */
export function stepsOnPairs(rows: Rows, k: number): number[] {
  const full = meanGradient(rows);
  return rows.flatMap((a, i) =>
    rows.slice(i + 1).flatMap(b => full.map((g, j) => -g + k * (g - (a[j] + b[j]) / 2)))
  );
}
