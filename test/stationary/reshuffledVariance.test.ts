import {expect, test} from "vitest";
import {uniforms} from "../../lib/random/uniforms.js";
import {reshuffledVariance} from "../../lib/stationary/reshuffledVariance.js";

/** All orders of the list. */
function orders(list: number[]): number[][] {
  if (list.length < 2) return [list];
  return list.flatMap((x, i) => orders(list.filter((_, k) => k !== i)).map(rest => [x, ...rest]));
}

test("is the fixed point of an epoch, averaged over every order of its batches", () => {
  const batches = [1.5, -0.5, 0.25, -1.25];
  const noise = batches.reduce((sum, x) => sum + x * x, 0) / 4;
  for (const learningRate of [0.05, 0.4, 1.3]) {
    const {within, atEnd, average} = reshuffledVariance({
      curvature: 1,
      learningRate,
      noise,
      batches: 4
    });
    const all = orders(batches);
    const after = [0, 0, 0, 0];
    for (const order of all) {
      let kicked = 0;
      order.forEach((xi, j) => {
        kicked = (1 - learningRate) * kicked + learningRate * xi;
        after[j] += kicked ** 2 / all.length;
      });
    }
    after.forEach((kicks, j) => {
      expect(within[j]).toBeCloseTo((1 - learningRate) ** (2 * j + 2) * atEnd + kicks, 13);
    });
    expect(within[3]).toBeCloseTo(atEnd, 13);
    expect(average).toBeCloseTo(within.reduce((a, b) => a + b) / 4, 13);
  }
});

test("tends to x/3 and x²/12 of white noise's for flat directions", () => {
  const [m, learningRate] = [400, 1e-5];
  const {average, atEnd} = reshuffledVariance({curvature: 1, learningRate, noise: 1, batches: m});
  const white = learningRate / 2;
  expect(average / white / ((learningRate * m) / 3)).toBeCloseTo(1, 2);
  expect(atEnd / white / ((learningRate * m) ** 2 / 12)).toBeCloseTo(1, 2);
});

test("is below white noise's variance for ηh < 1 and above beyond, everywhere in the epoch", () => {
  for (const m of [2, 3, 4, 5, 10, 11, 100])
    for (const learningRate of [0.001, 0.1, 0.5, 0.9, 0.99, 1, 1.01, 1.2, 1.5, 1.8, 1.99]) {
      const white = learningRate / (2 - learningRate);
      const {within} = reshuffledVariance({curvature: 1, learningRate, noise: 1, batches: m});
      for (const variance of within) {
        const gap = variance / white - 1;
        if (learningRate === 1) expect(Math.abs(gap)).toBeLessThan(1e-14);
        else expect(Math.sign(gap)).toBe(Math.sign(learningRate - 1));
        expect(gap).toBeLessThan(1 / (m - 1));
      }
    }
});

test("simulated epochs of ten batches have the variance of the formula, on both sides of ηh = 1", () => {
  const m = 10;
  const kicks = Array.from({length: m}, (_, i) => Math.cos(1 + 3 * i ** 1.5));
  const mean = kicks.reduce((sum, x) => sum + x, 0) / m;
  const batches = kicks.map(x => x - mean);
  const noise = batches.reduce((sum, x) => sum + x * x, 0) / m;
  const source = uniforms({seed: 3, experiment: "reshuffled test", cell: "", replicate: 0});
  for (const learningRate of [0.5, 1.5, 1.8]) {
    const epochs = 40_000;
    const burnIn = 50;
    const means: number[] = [];
    let theta = 0;
    for (let epoch = 0; epoch < epochs + burnIn; epoch++) {
      let squares = 0;
      for (let i = m - 1; i >= 0; i--) {
        const k = Math.floor(source.next() * (i + 1));
        [batches[i], batches[k]] = [batches[k], batches[i]];
        theta += learningRate * (batches[i] - theta);
        squares += (theta * theta) / m;
      }
      if (epoch >= burnIn) means.push(squares);
    }
    // Means of 100 epochs are independent of one another.
    const blocks = Array.from({length: epochs / 100}, (_, j) =>
      means.slice(100 * j, 100 * (j + 1)).reduce((sum, x) => sum + x / 100, 0)
    );
    const average = blocks.reduce((sum, x) => sum + x / blocks.length, 0);
    const spread = blocks.reduce((sum, x) => sum + (x - average) ** 2, 0) / (blocks.length - 1);
    const standardError = Math.sqrt(spread / blocks.length);
    const exact = reshuffledVariance({curvature: 1, learningRate, noise, batches: m}).average;
    const white = (noise * learningRate) / (2 - learningRate);
    expect(Math.abs(average - exact) / standardError).toBeLessThan(4);
    expect(((average - white) * Math.sign(learningRate - 1)) / standardError).toBeGreaterThan(4);
  }
});

test("refuses an epoch of one batch", () => {
  const call = () => reshuffledVariance({curvature: 1, learningRate: 0.1, noise: 1, batches: 1});
  expect(call).toThrow("batches must be an integer ≥ 2; got 1");
});
