import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {NoSolutionError} from "../../lib/check.js";
import {alignment} from "../../lib/noise/alignment.js";
import {covarianceError} from "../../lib/noise/covarianceError.js";
import {gradientNoiseScale} from "../../lib/noise/gradientNoiseScale.js";
import {uniforms} from "../linalg/random.js";

const rows = [
  [3, 1, 0],
  [2, -1, 1],
  [4, 2, -2],
  [1, 0, 0.5]
];
const H = [
  [2, 0.5, 0],
  [0.5, 1, -0.2],
  [0, -0.2, 0.7]
];
const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const times = (m: number[][], v: number[]) => m.map(row => dot(row, v));

describe("gradientNoiseScale", () => {
  const n = rows.length;
  const mean = rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j] / n, 0));
  const centred = rows.map(row => row.map((x, j) => x - mean[j]));

  it.each([
    ["without H", undefined],
    ["with H", H]
  ])("is noise over what is left of the squared mean, %s", (_, hessian) => {
    const form = (v: number[]) => dot(v, hessian ? times(hessian, v) : v);
    const noise = centred.reduce((sum, row) => sum + form(row) / (n - 1), 0);
    const expected = noise / (form(mean) - noise / n);
    const found = gradientNoiseScale(rows, hessian ? {hessian} : {});
    expect(Math.abs(found / expected - 1)).toBeLessThan(1e-14);
  });

  it("estimates both without bias: sums over every sample of three from a population", () => {
    const population = [1, 2, 6];
    const truth = {mean: 3, variance: 14 / 3};
    let [noise, signal] = [0, 0];
    for (const a of population)
      for (const b of population)
        for (const c of population) {
          const m = (a + b + c) / 3;
          const s = ((a - m) ** 2 + (b - m) ** 2 + (c - m) ** 2) / 2;
          noise += s / 27;
          signal += (m * m - s / 3) / 27;
          if (m * m > s / 3)
            expect(gradientNoiseScale([[a], [b], [c]])).toBeCloseTo(s / (m * m - s / 3), 12);
        }
    expect(noise).toBeCloseTo(truth.variance, 12);
    expect(signal).toBeCloseTo(truth.mean ** 2, 12);
  });

  it("refuses a mean that is zero", () => {
    expect(() => gradientNoiseScale([[1], [-1]])).toThrow(NoSolutionError);
  });
});

describe("alignment", () => {
  it("is the cosine of the entries", () => {
    const G = [
      [1, -0.3, 0],
      [-0.3, 2, 0.1],
      [0, 0.1, 0.2]
    ];
    const size = (m: number[][]) => Math.sqrt(dot(m.flat(), m.flat()));
    expect(alignment(G, H)).toBeCloseTo(dot(G.flat(), H.flat()) / size(G) / size(H), 14);
    expect(alignment(H, new Matrix(H).mul(1e200))).toBeCloseTo(1, 14);
    expect(() => alignment([[0]], [[1]])).toThrow("G must not be zero");
  });
});

describe("covarianceError", () => {
  /** Rows of two independent coordinates, each 0 but for a share of rows, where it is ±1: heavy tails. */
  const draw = (n: number, share: number, uniform: () => number) =>
    Array.from({length: n}, () =>
      [0, 1].map(() => (uniform() < share ? (uniform() < 0.5 ? -1 : 1) : 0))
    );

  it.each([0.05, 0.3, 1])("is the error seen over many data sets, share %d", share => {
    const [n, repetitions] = [150, 1500];
    const uniform = uniforms(5);
    let [squares, estimated] = [0, 0];
    for (let k = 0; k < repetitions; k++) {
      const data = draw(n, share, uniform);
      const means = [0, 1].map(j => data.reduce((sum, row) => sum + row[j] / n, 0));
      for (const i of [0, 1])
        for (const j of [0, 1]) {
          const s = data.reduce((sum, row) => sum + (row[i] - means[i]) * (row[j] - means[j]), 0);
          squares += (s / (n - 1) - (i === j ? share : 0)) ** 2 / repetitions;
        }
      if (k % 15 === 0) estimated += covarianceError(data) / (repetitions / 15);
    }
    const seen = Math.sqrt(squares) / (share * Math.SQRT2);
    expect(Math.abs(estimated / seen - 1)).toBeLessThan(0.06);
  });

  it("is of what differs, beside a mean of any size and up to the ends of float64", () => {
    const spread = [1, -1, 2, -2, 1, -1, 2, -2];
    const alone = covarianceError(spread.map(x => [x]));
    const same = (rows: number[][]) =>
      expect(Math.abs(covarianceError(rows) / alone - 1)).toBeLessThan(1e-13);
    same(spread.map(x => [x, 1e200]));
    same(spread.map(x => [x * 1e200, 1]));
    same(spread.map(x => [x * 1e-200, 1e200]));
    same(spread.map(x => [(x / 2) * 1.7e308]));
    const most = Number.MAX_VALUE;
    expect(covarianceError([[most], [-most], [-most]])).toBeGreaterThan(0);
  });

  it("refuses rows that are equal and too few of them", () => {
    expect(() => covarianceError([[1], [1], [1]])).toThrow("all rows are equal");
    expect(() => covarianceError([[1], [2]])).toThrow("at least 3 rows; got 2");
  });
});
