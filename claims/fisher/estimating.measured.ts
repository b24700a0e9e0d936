import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {multiply, norm, scale, smallestEigenvalue, trace} from "../brute/arrays.js";
import {sampled} from "../brute/sampled.js";
import {axisPairs, movingRates, pairs, population, type Rows} from "../cases/problems.js";
import type {Context, Numbers, Samples} from "../ledger/claim.js";

/** E‖Ĝ − G‖² over every data set of m draws, each by its probability. */
export function everyEstimate(): Numbers {
  const {points, probabilities} = population;
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
  return Object.fromEntries(
    [2, 3, 5, 7].map(m => {
      let error = 0;
      for (let code = 0; code < points.length ** m; code++) {
        let chance = 1;
        const rows = Array.from({length: m}, (_, i) => {
          const pick = Math.floor(code / points.length ** i) % points.length;
          chance *= probabilities[pick];
          return points[pick];
        });
        const found = covariance(
          rows,
          rows.map(() => 1),
          m - 1
        );
        error += chance * found.reduce((s, x, e) => s + (x - exact[e]) ** 2, 0);
      }
      return [`m = ${m}`, [error]];
    })
  );
}

type Mean = "true" | "before" | "after";

/**
 * E Ĝ in units of G after many steps, by the recursion of the expected squares alone: the running mean
 * has E m² = (1−α)²E m² + α², and is independent of the next gradient.
 */
const expected = (means: readonly Mean[]): Numbers =>
  Object.fromEntries(
    movingRates.map(alpha => {
      let square = 0;
      const average = means.map(() => 0);
      for (let t = 0; t < Math.ceil(60 / alpha); t++) {
        const share = {true: 1, before: 1 + square, after: (1 - alpha) ** 2 * (1 + square)};
        means.forEach((mean, k) => {
          average[k] = (1 - alpha) * average[k] + alpha * share[mean];
        });
        square = (1 - alpha) ** 2 * square + alpha * alpha;
      }
      return [`α = ${alpha}`, average];
    })
  );

/** The printed recursion itself on independent normals: its value after 8/α steps, by stream. */
const simulated = (means: readonly Mean[], {seed}: Context): Samples =>
  Object.fromEntries(
    movingRates.map(alpha => {
      const runs = 70_000;
      const values = means.map(() => new Float64Array(runs));
      const z = normals(
        uniforms({seed, experiment: "claim moving", cell: `${alpha}`, replicate: 0})
      );
      const steps = Math.ceil(8 / alpha);
      for (let r = 0; r < runs; r++) {
        let m = 0;
        const average = means.map(() => 0);
        for (let t = 0; t < steps; t++) {
          const psi = z.next();
          const old = m;
          m = (1 - alpha) * m + alpha * psi;
          const centre = {true: 0, before: old, after: m};
          means.forEach((mean, k) => {
            average[k] = (1 - alpha) * average[k] + alpha * (psi - centre[mean]) ** 2;
          });
        }
        means.forEach((_, k) => {
          values[k][r] = average[k];
        });
      }
      return [`α = ${alpha}`, values.map(sampled)];
    })
  );

export const withTrueMean = (): Numbers => expected(["true"]);
export const withTrueMeanSimulated = (context: Context): Samples => simulated(["true"], context);
export const withRunningMean = (): Numbers => expected(["before"]);
export const withRunningMeanSimulated = (context: Context): Samples =>
  simulated(["before"], context);
export const withBoth = (): Numbers => expected(["before", "after"]);

const largestByBisection = (s: Rows) => -smallestEigenvalue(scale(s, -1));

function largestByPowers(s: Rows): number {
  let power = scale(s, 1 / norm(s));
  for (let i = 0; i < 50; i++) {
    power = multiply(power, power);
    power = scale(power, 1 / norm(power));
  }
  return trace(multiply(s, power)) / trace(power);
}

const dimensions = (
  cases: readonly {readonly name: string; readonly noise: Rows}[],
  largest: (s: Rows) => number
): Numbers =>
  Object.fromEntries(cases.map(({name, noise}) => [name, [trace(noise) / largest(noise)]]));

export const aligned = (): Numbers => dimensions(axisPairs, largestByBisection);
export const alignedByPowers = (): Numbers => dimensions(axisPairs, largestByPowers);
export const turned = (): Numbers => dimensions(pairs.slice(1), largestByBisection);
export const turnedByPowers = (): Numbers => dimensions(pairs.slice(1), largestByPowers);
