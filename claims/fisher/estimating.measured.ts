import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {largestEigenvalue, multiply, norm, scale, trace} from "../brute/arrays.js";
import {everyDataSet} from "../brute/finiteLaw.js";
import {sampled} from "../brute/sampled.js";
import type {estimates} from "../cases/dataSets.js";
import type {Rows} from "../cases/matrices.js";
import type {Pair} from "../cases/pairs.js";
import type {movingRates} from "../cases/problems.js";
import type {Context} from "../ledger/claim.js";

/** E‖Ĝ − G‖² over every data set of m draws, each by its probability. */
export function everyEstimate({points, probabilities, m}: (typeof estimates)[number]) {
  const d = points[0].length;
  const covariance = (rows: Rows, weights: readonly number[], total: number) => {
    const sum = weights.reduce((s, w) => s + w, 0);
    const mean = rows[0].map((_, j) =>
      rows.reduce((s, row, k) => s + (weights[k] * row[j]) / sum, 0)
    );
    return Array.from({length: d * d}, (_, e) =>
      rows.reduce(
        (s, row, k) =>
          s +
          (weights[k] *
            (row[Math.floor(e / d)] - mean[Math.floor(e / d)]) *
            (row[e % d] - mean[e % d])) /
            total,
        0
      )
    );
  };
  const exact = covariance(points, probabilities, 1);
  let error = 0;
  for (const {data, chance} of everyDataSet(points, probabilities, m)) {
    const ones = data.map(() => 1);
    const found = covariance(data, ones, m - 1);
    error += chance * found.reduce((s, x, e) => s + (x - exact[e]) ** 2, 0);
  }
  return error;
}

type Mean = "true" | "before" | "after";
type Moving = (typeof movingRates)[number];

/**
 * E Ĝ in units of G after many steps, by the recursion of the expected squares alone: the running mean
 * has E m² = (1−α)²E m² + α², and is independent of the next gradient.
 */
const expected =
  (...means: readonly Mean[]) =>
  ({alpha}: Moving) => {
    let square = 0;
    const average = means.map(() => 0);
    for (let t = 0; t < Math.ceil(60 / alpha); t++) {
      const share = {true: 1, before: 1 + square, after: (1 - alpha) ** 2 * (1 + square)};
      means.forEach((mean, k) => {
        average[k] = (1 - alpha) * average[k] + alpha * share[mean];
      });
      square = (1 - alpha) ** 2 * square + alpha * alpha;
    }
    return average;
  };

/** The recursion with the true mean on independent normals: its value after 8/α steps, by stream. */
export function withTrueMeanSimulated({alpha}: Moving, {seed}: Context) {
  const z = normals(uniforms({seed, experiment: "claim moving", cell: `${alpha}`, replicate: 0}));
  const steps = Math.ceil(8 / alpha);
  return sampled(
    Float64Array.from({length: 70_000}, () => {
      let average = 0;
      for (let t = 0; t < steps; t++) average = (1 - alpha) * average + alpha * z.next() ** 2;
      return average;
    })
  );
}

export const withTrueMean = expected("true");
export const withBoth = expected("before", "after");

/** Tr G/λmax(G), λmax by bisection. */
export const dimension = ({noise}: Pair) => trace(noise) / largestEigenvalue(noise);

/** The same, λmax by powers. */
export function dimensionByPowers({noise}: Pair) {
  let power: Rows = scale(noise, 1 / norm(noise));
  for (let i = 0; i < 50; i++) {
    power = multiply(power, power);
    power = scale(power, 1 / norm(power));
  }
  return trace(noise) / (trace(multiply(noise, power)) / trace(power));
}
