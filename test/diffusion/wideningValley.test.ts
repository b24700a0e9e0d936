import {expect, test} from "vitest";
import {wideningFlow} from "../../lib/diffusion/wideningFlow.js";
import {wideningValley} from "../../lib/diffusion/wideningValley.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {reshuffledVariance} from "../../lib/stationary/reshuffledVariance.js";

const run = (order: "epochs" | "anew", replicate: number, batches = 100) =>
  wideningValley({
    learningRate: 10 / batches,
    batches,
    epochs: Math.round((3 * batches) / 100),
    order,
    source: uniforms({seed: 2, experiment: "widening", cell: order, replicate})
  });

test("one update at a time: the first kicks are the first cards", () => {
  const source = {next: () => 0};
  // With 0 from the source a deck of [1, −1] is dealt as it lies.
  const [, x] = wideningValley({learningRate: 0.1, batches: 2, epochs: 1, order: "epochs", source});
  const [x1, y1] = [1 - 0.1, -0.1];
  expect(x).toBeCloseTo(x1 - 0.1 * ((x1 * y1 * y1) / 2 - 1), 15);
});

test("epochs drift along the flow; batches drawn anew wander", () => {
  const ends = (order: "epochs" | "anew") =>
    Float64Array.from({length: 400}, (_, k) => run(order, k)[3]);
  const spread = (values: Float64Array) => {
    const mean = values.reduce((a, b) => a + b) / values.length;
    return [mean, Math.sqrt(values.reduce((s, x) => s + (x - mean) ** 2, 0) / values.length)];
  };
  const [drift, narrow] = spread(ends("epochs"));
  // 0.004 is the standard error, 0.006 the order η = 0.1 leaves
  expect(Math.abs(drift - wideningFlow({time: 3, epoch: 10}))).toBeLessThan(4 * 0.004 + 0.006);
  expect(narrow).toBeLessThan(0.12);
  expect(spread(ends("anew"))[1]).toBeGreaterThan(1.2);
});

test("its jitter is that of reshuffled noise at small rates", () => {
  for (const u of [0.3, 2, 20]) {
    const batches = 4000;
    const options = {curvature: 1, learningRate: u / batches, noise: 1, batches};
    const exact = reshuffledVariance(options).average / (options.learningRate / 2);
    const slope = (wideningFlow({time: 1e-4, epoch: u / 1.5}) - 1) / 1e-4;
    expect(-6 * slope).toBeCloseTo(exact, 2);
  }
  expect(wideningFlow({time: 3, epoch: 1e9})).toBeCloseTo(
    wideningFlow({time: 3, epoch: Infinity}),
    8
  );
});

test("refuses an odd deck", () => {
  expect(() => run("epochs", 0, 101)).toThrow("batches must be even; got 101");
});
