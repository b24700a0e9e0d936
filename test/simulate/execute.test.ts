import {createHash} from "node:crypto";
import {expect, test} from "vitest";
import {execute} from "../../lib/simulate/execute.js";
import type {BlockResult} from "../../lib/simulate/plan.js";
import {resultBytes, secondMoment, timeSecondMoment} from "../../lib/simulate/summary.js";
import {runSpec} from "../../tools/sweeps/runSpec.js";
import {batchScaling} from "./experiments.js";

const small = batchScaling(30, 701);
const hash = (results: Parameters<typeof resultBytes>[0]) =>
  createHash("sha256").update(resultBytes(results)).digest("hex");

test("the bits depend on neither workers nor block size", async () => {
  const runs = [
    runSpec(small, {workers: 1}),
    runSpec(small, {workers: 1, blockSize: 7}),
    runSpec(small, {workers: 2, blockSize: 4}),
    runSpec(small, {workers: 5, blockSize: 1})
  ];
  const hashes = (await Promise.all(runs)).map(hash);
  expect(new Set(hashes)).toEqual(
    new Set(["c87947dd85b04daa04cc00adb62734b2ce160a34e318546967a27b2dacff5a31"])
  );
});

test("an interrupted sweep continues where it stopped, to the same bits", async () => {
  const whole = hash(await execute(small, {blockSize: 8}));
  const finished = new Map<number, BlockResult>();
  const controller = new AbortController();
  const interrupted = execute(small, {
    blockSize: 8,
    signal: controller.signal,
    onResult: (index, block) => {
      finished.set(index, structuredClone(block));
      if (finished.size === 11) controller.abort(new Error("enough"));
    }
  });
  await expect(interrupted).rejects.toThrow("enough");
  expect(finished.size).toBe(11);
  const run: number[] = [];
  const continued = await execute(small, {
    blockSize: 8,
    finished,
    onResult: index => void run.push(index)
  });
  expect(hash(continued)).toBe(whole);
  expect(run).toHaveLength(10 * 4 - 11);
});

test("Experiment 1: variances are 2/(b h (2 − η h)), coordinates uncorrelated, |z| ≤ 4", async () => {
  const spec = batchScaling(400, 4000);
  const results = await runSpec(spec, {workers: 1});
  for (const [k, result] of results.entries()) {
    for (const [i, h] of spec.cells[k].hessianEigenvalues.entries()) {
      const stationary = 2 / (2 ** k * h * (2 - 0.05 * h));
      const {mean} = secondMoment(result, i, i);
      expect(Math.abs(mean / stationary - 1)).toBeLessThan(4 * Math.sqrt(2 / 400));
      const average = timeSecondMoment(result, i, i);
      expect(Math.abs(average.mean - stationary)).toBeLessThan(4 * average.standardError);
    }
    const cross = timeSecondMoment(result, 0, 1);
    expect(Math.abs(cross.mean)).toBeLessThan(4 * cross.standardError);
  }
});

test("a state that overflows is reported with its cell and replicate", async () => {
  const cell = {...small.cells[0], learningRate: 30, steps: 2000};
  await expect(runSpec({...small, cells: [cell]}, {workers: 1})).rejects.toThrow(
    "learningRate must lie in (0, 2/λmax) = (0, 2); got 30 (cell b=1)"
  );
  const initial = [1e308, 1e308];
  const far = {...small, cells: [{...small.cells[0], initial}]};
  for (const workers of [1, 2])
    await expect(runSpec(far, {workers, blockSize: 4})).rejects.toThrow(
      /cell b=1, replicate \d+: not so at step/
    );
});
