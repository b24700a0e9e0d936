import {expect, test} from "vitest";
import {type Drive, finiteSamples, noiseDrive} from "../../lib/stationary/noiseDrive.js";

const draw = (drive: Drive, knob: number, n: number) => {
  const next = noiseDrive(
    drive,
    knob,
    {seed: 5, experiment: "noiseDrive", cell: drive, replicate: 0},
    n
  );
  return Float64Array.from({length: n}, next);
};
const meanOf = (n: number, f: (k: number) => number) => {
  let sum = 0;
  for (let k = 0; k < n; k++) sum += f(k);
  return sum / n;
};

test.each([
  ["white", 0],
  ["skewed", 0],
  ["autoregressive", 0.5],
  ["fractional", 0.7],
  ["ordered", 0]
] as const)("%s noise has unit variance", (drive, knob) => {
  const n = 40_000;
  const values = draw(drive, knob, n);
  const square = meanOf(n, k => values[k] ** 2);
  // the widest, skewed: Var ξ² = 8, and correlations add
  expect(Math.abs(square - 1)).toBeLessThan(5 * Math.sqrt(20 / n));
});

test("an epoch visits every batch once, in another order than the last", () => {
  const values = draw("reshuffled", 50, 500);
  const epochs = Array.from({length: 10}, (_, e) => values.slice(50 * e, 50 * e + 50));
  for (const epoch of epochs) expect(epoch.reduce((a, b) => a + b)).toBe(0);
  expect(new Set(epochs.map(String)).size).toBe(10);
  expect(() => draw("reshuffled", 5, 1)).toThrow("knob must be even; got 5");
});

test("a batch without replacement has (n − b)/(n − 1) of the variance", () => {
  const n = 20_000;
  const values = draw("finite", 0.75, n);
  const square = meanOf(n, k => values[k] ** 2);
  const exact = (finiteSamples - 48) / (finiteSamples - 1);
  expect(Math.abs(square / exact - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
});

test("indices drawn from one sample repeated make no noise, from runs c times as much", () => {
  expect(draw("clustered", 1, 5)).toEqual(new Float64Array(5));
  const n = 40_000;
  const values = draw("runs", 8, n);
  const square = meanOf(n, k => values[k] ** 2);
  expect(Math.abs(square / 8 - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
  expect(() => draw("runs", 5, 1)).toThrow("knob must divide 16; got 5");
});
