import {expect, test} from "vitest";
import {gaussianStream} from "../../lib/random/gaussianStream.js";
import {streamState} from "../../lib/random/stream.js";
import {xoshiro128pp} from "../../lib/random/xoshiro.js";
import {execute} from "../../lib/simulate/execute.js";
import {cellName, type FreshData, type RegressionCell} from "../../lib/simulate/spec.js";
import {estimate, stateOf} from "../../lib/simulate/summary.js";
import {
  regressionBase as base,
  regressionCells as cells,
  withRows as fixed,
  inputs,
  labels
} from "./cells.js";

type Sample = readonly [x: readonly number[], y: number];

const spec = {experiment: "regression", seed: 5, replicates: 5, cells};

/** Batches as their definition reads; the kernel's words and normals, in the kernel's order. */
function batches({data, batchSize}: RegressionCell, state: Uint32Array): () => Sample[] {
  if ("inputFactor" in data) return freshBatches(data, batchSize, gaussianStream(state));
  const word = xoshiro128pp(state);
  const order = data.labels.map((_, i) => i);
  const below = (n: number) => {
    for (;;) {
      const product = BigInt(word()) * BigInt(n);
      if (Number(product & 0xffffffffn) >= 2 ** 32 % n) return Number(product >> 32n);
    }
  };
  return () =>
    Array.from({length: batchSize}, (_, s) => {
      const at = data.replacement ? below(order.length) : s + below(order.length - s);
      if (!data.replacement) [order[s], order[at]] = [order[at], order[s]];
      const row = data.replacement ? at : order[s];
      return [data.inputs[row], data.labels[row]] as const;
    });
}

function freshBatches({inputFactor, labelDeviation}: FreshData, b: number, normal: () => number) {
  return () =>
    Array.from({length: b}, (): Sample => {
      if ("diagonal" in inputFactor)
        return [inputFactor.diagonal.map(c => c * normal()), labelDeviation * normal()];
      const rows = "lower" in inputFactor ? inputFactor.lower : inputFactor.dense;
      const z = rows[0].map(() => normal());
      return [
        rows.map(row => row.reduce((sum, c, j) => sum + c * z[j], 0)),
        labelDeviation * normal()
      ];
    });
}

function descend(cell: RegressionCell, draw: () => Sample[]): number[] {
  const w = [...cell.initial!];
  const m = w.map(() => 0);
  for (let t = 0; t < cell.steps; t++) {
    const rate = cell.learningRate as {scale: number; offset: number};
    const eta =
      typeof cell.learningRate === "number" ? cell.learningRate : rate.scale / (t + rate.offset);
    const g = w.map(() => 0);
    for (const [x, y] of draw()) {
      const residual = x.reduce((sum, xi, i) => sum + xi * w[i], -y);
      for (const i of w.keys()) g[i] += (residual * x[i]) / cell.batchSize;
    }
    for (const i of w.keys()) {
      m[i] = (cell.momentum ?? 0) * m[i] + g[i];
      w[i] -= eta * m[i];
    }
  }
  return w;
}

test("kernel and definition agree to rounding, given the same batches", async () => {
  for (const [k, {values}] of (await execute(spec)).entries()) {
    const cell = cells[k];
    // Inputs that are shaped by a factor are formed in float32.
    const shaped = "inputFactor" in cell.data && !("diagonal" in cell.data.inputFactor);
    const c = shaped ? 50 * 2 ** -24 : 200 * 2 ** -52;
    for (let replicate = 0; replicate < spec.replicates; replicate++) {
      const address = {seed: 5, experiment: "regression", cell: cellName(cell), replicate};
      const w = descend(cell, batches(cell, streamState(address)));
      for (const [i, x] of w.entries()) {
        const error = Math.abs(values[3 * replicate + i] - x);
        expect(error, `cell ${k}, coordinate ${i}`).toBeLessThan(c * Math.max(1, Math.abs(x)));
      }
    }
  }
});

test("a batch of every row is the full gradient: no noise, the same state in every replicate", async () => {
  const [result] = await execute({...spec, cells: [cells[2]]});
  const {mean, standardError} = estimate(stateOf(result, 0));
  // The sum over the batch runs in another order in each replicate.
  expect(standardError).toBeLessThan(1e-13 * Math.abs(mean));
});

test("one step from 0: covariance of w is η²/b G, with (1 − b/n) where rows are not replaced", async () => {
  const replicates = 20_000;
  const [n, b, eta] = [11, 4, 0.5];
  const g = inputs.map((x, i) => x.map(xi => -xi * labels[i]));
  const centre = [0, 1, 2].map(i => g.reduce((sum, row) => sum + row[i], 0) / n);
  const G = (i: number, j: number, denominator: number) =>
    g.reduce((sum, row) => sum + (row[i] - centre[i]) * (row[j] - centre[j]), 0) / denominator;
  for (const replacement of [true, false]) {
    const cell = {...base, parameters: {}, data: fixed(replacement), batchSize: b, steps: 1};
    const one = {...spec, replicates, cells: [{...cell, learningRate: eta, initial: [0, 0, 0]}]};
    const [result] = await execute(one);
    for (let i = 0; i < 3; i++)
      for (let j = i; j < 3; j++) {
        const x = stateOf(result, i).map(value => value + eta * centre[i]);
        const y = stateOf(result, j).map(value => value + eta * centre[j]);
        const {mean, standardError} = estimate(x.map((value, r) => value * y[r]));
        const exact = ((eta * eta) / b) * (replacement ? G(i, j, n) : (1 - b / n) * G(i, j, n - 1));
        expect(Math.abs(mean - exact)).toBeLessThan(4 * standardError);
      }
  }
});

test("a rate at which the second moment grows ends in a message", async () => {
  const cell = {...cells[4], learningRate: 3, steps: 5000};
  const wild = {...spec, cells: [cell]};
  await expect(execute(wild)).rejects.toThrow(
    "state must stay finite; cell k=5, replicate 0: not so at step 5000"
  );
});
