import {describe, expect, it} from "vitest";
import {diffusionBands, sgdBands} from "../../lib/diffusion/circleBands.js";

const run = {
  gradient: Math.sin,
  amplitude: () => 1,
  start: 1,
  spread: 0.15,
  time: 2,
  temperature: 0.05
};

describe("bands on a circle", () => {
  it("come closer as the learning rate is halved with τ fixed", () => {
    const end = diffusionBands(run).at(-1)!;
    const distance = (learningRate: number) => {
      const sgd = sgdBands({...run, learningRate}).at(-1)!;
      expect(sgd.time).toBe(2);
      return Math.hypot(sgd.low - end.low, sgd.median - end.median, sgd.high - end.high);
    };
    const [coarse, fine] = [distance(1 / 4), distance(1 / 32)];
    expect(fine).toBeLessThan(coarse / 5);
  });

  it("hold 90 % of a nearly Gaussian law at rest", () => {
    const {low, high, median} = diffusionBands({...run, time: 8}).at(-1)!;
    // The width of N(0, τ/2), a little more for the softer sine.
    expect(high - low).toBeGreaterThan(2 * 1.645 * Math.sqrt(0.025));
    expect(high - low).toBeLessThan(2.1 * 1.645 * Math.sqrt(0.025));
    expect(Math.abs(median)).toBeLessThan(0.01);
  });

  it("want a temperature", () => {
    expect(() => sgdBands({...run, temperature: 0, learningRate: 0.1})).toThrow("temperature");
  });
});
