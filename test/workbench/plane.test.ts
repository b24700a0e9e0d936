import {EigenvalueDecomposition, Matrix} from "ml-matrix";
import {describe, expect, test} from "vitest";
import {execute} from "../../lib/simulate/execute.js";
import {stateOf} from "../../lib/simulate/summary.js";
import {type Bench, type BenchQuestion, openBench} from "../../lib/workbench/bench.js";
import type {Direction, Pair} from "../../lib/workbench/plane.js";
import {cloudOf, held, planeSpec} from "../../src/figures/workbenchPlane.js";
import {uniformSource} from "../statistics/uniformSource.js";

const [n, d] = [60, 4];
const source = uniformSource(23);
const rows = Array.from({length: n}, () => {
  const common = source.normal();
  return [2, 1, 0.5, 0.1].map(scale => 0.4 + scale * source.normal() + 0.6 * common);
});
const hessian = [
  [2, 0.3, 0, 0.1],
  [0.3, 1, 0.2, 0],
  [0, 0.2, 0.5, 0],
  [0.1, 0, 0, 0.2]
];
const flat = [
  [2, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 0, 0],
  [0, 0, 0, -1]
];
const csv = (table: number[][]) => new TextEncoder().encode(table.map(String).join("\n"));
const run = {learningRate: 0.3, batchSize: 8, momentum: 0.5};
const question: BenchQuestion = {rows: "per-sample", population: "sample", run};

async function answered(asked: BenchQuestion, curvature = hessian): Promise<Bench> {
  const bench = await openBench({
    gradients: {name: "g.csv", bytes: new Uint8Array(csv(rows))},
    hessian: {name: "hessian.csv", bytes: new Uint8Array(csv(curvature))}
  });
  const steps = bench.ask(asked);
  while (!steps.next().done);
  return bench;
}

/** The covariance of the rows with n − 1, and the matrix of covariances of θ that the recursion reaches, iterated. */
const mean = rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0) / n);
const noise = new Matrix(
  mean.map((a, i) =>
    mean.map((b, j) => rows.reduce((sum, row) => sum + (row[i] - a) * (row[j] - b), 0) / (n - 1))
  )
);
function settled({learningRate: eta, batchSize, momentum}: typeof run): Matrix {
  // (θ, m) ← A(θ, m) − (η, −1)g.
  const a = Matrix.zeros(2 * d, 2 * d);
  const q = Matrix.zeros(2 * d, 2 * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      const [same, h, g] = [i === j ? 1 : 0, hessian[i][j], noise.get(i, j) / batchSize];
      a.set(i, j, same - eta * h);
      a.set(i, d + j, -eta * momentum * same);
      a.set(d + i, j, h);
      a.set(d + i, d + j, momentum * same);
      q.set(i, j, eta * eta * g);
      q.set(i, d + j, -eta * g);
      q.set(d + i, j, -eta * g);
      q.set(d + i, d + j, g);
    }
  }
  let p = q.clone();
  for (let step = 0; step < 2000; step++) p = a.mmul(p).mmul(a.transpose()).add(q);
  return p.subMatrix(0, d - 1, 0, d - 1);
}

const along = (sigma: Matrix, u: number[], v: number[]) =>
  new Matrix([u]).mmul(sigma).mmul(Matrix.columnVector(v)).get(0, 0);

const unit = (at: number) => Array.from({length: d}, (_, j) => (j === at ? 1 : 0));
const eigenvector = (of: Matrix, at: number): number[] => {
  const {realEigenvalues, eigenvectorMatrix} = new EigenvalueDecomposition(of, {
    assumeSymmetric: true
  });
  const order = [...realEigenvalues.keys()].sort((p, q) => realEigenvalues[q] - realEigenvalues[p]);
  return eigenvectorMatrix.getColumn(order[at - 1]);
};
const vectorOf = ({of, at}: Direction): number[] =>
  of === "parameters" ? unit(at) : eigenvector(of === "hessian" ? new Matrix(hessian) : noise, at);

describe("the law along two directions", () => {
  const pairs: Pair<Direction>[] = [
    [
      {of: "hessian", at: 1},
      {of: "hessian", at: 4}
    ],
    [
      {of: "parameters", at: 0},
      {of: "parameters", at: 3}
    ],
    [
      {of: "covariance", at: 1},
      {of: "covariance", at: 2}
    ],
    [
      {of: "covariance", at: 3},
      {of: "parameters", at: 1}
    ]
  ];

  test.each(pairs)("is that of the iterated recursion: %o, %o", async (first, second) => {
    const law = (await answered(question)).plane([first, second]);
    const sigma = settled(run);
    const [u, v] = [vectorOf(first), vectorOf(second)];
    expect(law.covariance[0][0] / along(sigma, u, u)).toBeCloseTo(1, 9);
    expect(law.covariance[1][1] / along(sigma, v, v)).toBeCloseTo(1, 9);
    // An eigenvector's sign is free.
    expect(Math.abs(law.covariance[0][1] / along(sigma, u, v))).toBeCloseTo(1, 8);
    for (const share of law.inside) expect(share).toBeCloseTo(1, 9);
  });

  test("is what runs of the kernel show, within four standard errors", async () => {
    const {covariance, runs} = (await answered(question)).plane(pairs[1]);
    if (!runs) throw new Error("no runs");
    expect(runs.left).toBe(0);
    expect(runs.covariance[0][1]).toBeCloseTo(covariance[0][1], 12);
    const [result] = await execute(planeSpec(runs));
    const k = runs.cell.hessianEigenvalues.length;
    const states = new Float64Array(k * runs.replicates);
    for (let p = 0; p < k; p++)
      for (const [r, x] of stateOf(result, p).entries()) states[r * k + p] = x;
    const blank = new Float64Array();
    const points = cloudOf(runs, {step: runs.cell.steps, states, first: blank, second: blank});
    for (const [i, j] of [
      [0, 0],
      [0, 1],
      [1, 1]
    ]) {
      const products = points.map(point => point[i] * point[j]);
      const average = products.reduce((sum, x) => sum + x / products.length, 0);
      const spread = products.reduce((sum, x) => sum + (x - average) ** 2, 0);
      const error = Math.sqrt(spread) / products.length;
      expect(Math.abs(average - covariance[i][j])).toBeLessThan(4 * error);
    }
    expect(Number.parseFloat(held(runs, points))).toBeGreaterThan(93);
    expect(Number.parseFloat(held(runs, points))).toBeLessThan(97);
  });

  test("leaves out what H does not curve, and says how much of a direction it is", async () => {
    const bench = await answered({...question, run: {...run, momentum: 0}}, flat);
    const law = bench.plane([
      {of: "parameters", at: 0},
      {of: "parameters", at: 3}
    ]);
    expect(law.inside).toEqual([1, 0]);
    expect(law.covariance[1]).toEqual([0, 0]);
  });

  test("leaves slow modes out of the runs", async () => {
    const bench = await answered({...question, run: {learningRate: 1e-5, batchSize: 1}});
    expect(bench.plane(pairs[1]).runs).toBeNull();
    const slow = [
      [2, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 0.5, 0],
      [0, 0, 0, 1e-5]
    ];
    const {runs} = (await answered({...question, run}, slow)).plane([
      {of: "hessian", at: 1},
      {of: "hessian", at: 4}
    ]);
    expect(runs?.left).toBe(1);
    expect(runs?.cell.hessianEigenvalues).toEqual([2]);
  });

  test("of a direction that there is not is refused by name", async () => {
    const bench = await answered(question);
    const ask = (direction: Direction) => () => bench.plane([direction, direction]);
    expect(ask({of: "hessian", at: 5})).toThrow("go from 1 to 4; got 5");
    expect(ask({of: "hessian", at: 0})).toThrow("go from 1 to 4; got 0");
    expect(ask({of: "parameters", at: 4})).toThrow("the parameters go from 0 to 3; got 4");
    expect(ask({of: "covariance", at: 9})).toThrow("the eigenvectors of G go from 1 to 4; got 9");
    const beyond = await answered({...question, run: {learningRate: 9, batchSize: 1}});
    expect(() => beyond.plane(pairs[0])).toThrow("beyond the edge");
  });
});
