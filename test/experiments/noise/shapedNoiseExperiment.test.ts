import {describe, expect, it} from "vitest";
import {shapedNoiseExperiment} from "../../../lib/experiments/noise/shapedNoiseExperiment.js";

const spec = {
  name: "shaped",
  title: "",
  source: "",
  seed: 4,
  replicates: 6000,
  shapes: ["student-t", "chi-square"],
  learningRates: [0.5, 1],
  steps: 40
} as const;
const experiment = shapedNoiseExperiment(spec);
const run = async (scale: number) =>
  experiment.table(
    await Promise.all(experiment.jobs(scale).map(job => experiment.run(job))),
    scale
  );

describe("shaped noise", () => {
  it("has the variance that its own variance and the rate give", async () => {
    const {shape, learningRate, variance, standardError} = await run(1);
    for (const [k, rate] of [...learningRate].entries()) {
      const exact = ((shape[k] === "student-t" ? 2 : 6) * Number(rate)) / (2 - Number(rate));
      expect(Math.abs(Number(variance[k]) - exact) / Number(standardError[k])).toBeLessThan(4);
      expect(Number(standardError[k]) / exact).toBeLessThan(0.1);
    }
  });

  it("is at η = 1 the noise itself, with the kurtosis of χ²(3)", async () => {
    const {shape, learningRate, standardError} = await run(1);
    const k = [...shape].findIndex((s, i) => s === "chi-square" && learningRate[i] === 1);
    // Var n² = 6²(κ − 1) with κ = 3 + 12/3.
    expect(Number(standardError[k])).toBeCloseTo(6 * Math.sqrt(6 / 6000), 1);
  });

  it("does not depend on how replicates are cut into jobs", async () => {
    const whole = await experiment.run({shape: "student-t", learningRate: 1, from: 0, to: 50});
    const parts = await Promise.all(
      [0, 20].map(from =>
        experiment.run({shape: "student-t", learningRate: 1, from, to: from ? 50 : 20})
      )
    );
    expect(parts[0].second + parts[1].second).toBeCloseTo(whole.second, 9);
  });

  it("refuses a rate without a stationary law", () => {
    expect(() => shapedNoiseExperiment({...spec, learningRates: [2]})).toThrow(
      "learningRates must lie in (0, 2); got 2"
    );
  });
});
