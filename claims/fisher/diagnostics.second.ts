import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {type correlated, type plainAxes, threePoints} from "../cases/diagnostic.js";
import type {Context, Named} from "../ledger/claim.js";

/** ‖Gᵏ‖^{1/k}·‖G⁻ᵏ‖^{1/k} of a diagonal G. */
export function conditionAlongAxes({covariance}: typeof plainAxes) {
  const top = (values: readonly number[]) => {
    let ratio = 1;
    for (let k = 0; k < 100; k++) {
      const [before, after] = [k, k + 1].map(p => values.reduce((s, v) => s + (v / 10) ** p, 0));
      ratio = (10 * after) / before;
    }
    return ratio;
  };
  const axes = covariance.map((row, i) => row[i]);
  return top(axes) * top(axes.map(x => 1 / x));
}

/** (1 + ρ)/(1 − ρ), the variances of the sum and of the difference. */
export const conditionCorrelated = ({covariance: [[, rho]]}: typeof correlated) =>
  (2 + 2 * rho) / (2 - 2 * rho);

function dimensionOf(rows: readonly (readonly number[])[]): number {
  const mean = [0, 1].map(j => rows.reduce((s, row) => s + row[j], 0) / rows.length);
  let [a, b, c] = [0, 0, 0];
  for (const [x, y] of rows) {
    a += (x - mean[0]) ** 2;
    b += (x - mean[0]) * (y - mean[1]);
    c += (y - mean[1]) ** 2;
  }
  const determinant = a * c - b * b;
  // λmax from trace and determinant.
  const largest = (a + c + Math.sqrt(Math.max(0, (a + c) ** 2 - 4 * determinant))) / 2;
  return (a + c) / largest;
}

/** 400 samples of 4 000 draws: what is left of the bias is far below the error. */
export function manyDraws(_: Named, {seed}: Context) {
  const {points} = threePoints;
  const source = uniforms({seed, experiment: "claim diagnostics", cell: "draws", replicate: 0});
  const values = Float64Array.from({length: 400}, () =>
    dimensionOf(Array.from({length: 4000}, () => points[Math.floor(3 * source.next())]))
  );
  return sampled(values);
}

/** Ĝ = ½(ψ₁ − ψ₂)(ψ₁ − ψ₂)ᵀ has rank one: the trace over itself. */
export function twoDraws() {
  const {points} = threePoints;
  const ratios = [
    [0, 1],
    [0, 2],
    [1, 2]
  ].map(([i, j]) => {
    const gap = points[i].map((x, k) => x - points[j][k]);
    const total = (gap[0] ** 2 + gap[1] ** 2) / 2;
    return total / ((gap[0] * gap[0] + gap[1] * gap[1]) / 2);
  });
  return ratios.reduce((a, b) => a + b, 0) / 3;
}
