import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {exitTime} from "../../lib/escape/exitTime.js";
import {continuousKramersRate} from "../../lib/escape/kramersRate.js";
import {barrierRun, quadraticBarrierExit} from "../../lib/escape/quadraticBarrierExit.js";
import {uniformSource} from "../statistics/uniformSource.js";

describe("barrierRun", () => {
  it("has the height asked for, as the exponent of (24)", () => {
    const {shape, learningRate} = barrierRun({step: 0.3, ratio: 1.7, height: 5});
    const rate = continuousKramersRate({...shape, learningRate, batchSize: 1});
    expect(Math.log(1.7 / (2 * Math.PI * rate))).toBeCloseTo(5, 12);
  });

  it("refuses steps that do not contract", () => {
    expect(() => barrierRun({step: 2, ratio: 1, height: 5})).toThrow(UnstableError);
    expect(() => barrierRun({step: 1, ratio: 0, height: 5})).toThrow(/ratio must lie in/);
  });
});

describe("quadraticBarrierExit", () => {
  it("converges: a grid twice as fine moves the rate by less than 1e-4, noise steps or not", () => {
    for (const problem of [
      {step: 0.3, ratio: 0.5, height: 10},
      {step: 1, ratio: 1, height: 6},
      {step: 1.8, ratio: 2, height: 4}
    ]) {
      const {rate} = quadraticBarrierExit(problem);
      expect(Math.abs(quadraticBarrierExit(problem, 7).rate / rate - 1)).toBeLessThan(1e-4);
    }
  });

  it("tends to (24) as the step shrinks where the noise is the same everywhere, first order in it gone", () => {
    const gap = (step: number) => {
      const {shape, learningRate} = barrierRun({step, ratio: 1, height: 14});
      const limit = continuousKramersRate({...shape, learningRate, batchSize: 1, per: "update"});
      return quadraticBarrierExit({step, ratio: 1, height: 14}).rate / limit - 1;
    };
    expect(Math.abs(gap(0.05))).toBeLessThan(0.02);
    expect(gap(0.2) / gap(0.1)).toBeGreaterThan(2.5);
  });

  it("tends to (24) with k_a in front of it where the noise steps", () => {
    const step = 0.03;
    const {shape, learningRate} = barrierRun({step, ratio: 2, height: 14});
    const limit = continuousKramersRate({...shape, learningRate, batchSize: 1, per: "update"});
    const over = quadraticBarrierExit({step, ratio: 2, height: 14}).rate / limit;
    expect(over).toBeGreaterThan(0.49);
    expect(over).toBeLessThan(0.54);
  });
});

describe("exitTime", () => {
  it("has the exact mean, |z| < 4 over 4000 runs, where the noise steps", () => {
    const problem = {step: 1.1, ratio: 2, height: 3};
    const source = uniformSource(5);
    const run = barrierRun(problem);
    let [sum, squares] = [0, 0];
    const runs = 4000;
    for (let r = 0; r < runs; r++) {
      const t = exitTime(run, () => source.normal());
      sum += t;
      squares += t * t;
    }
    const mean = sum / runs;
    const error = Math.sqrt((squares / runs - mean ** 2) / runs);
    expect(error / mean).toBeLessThan(0.02);
    expect(Math.abs(mean - quadraticBarrierExit(problem).meanTime(0)) / error).toBeLessThan(4);
  });
});
