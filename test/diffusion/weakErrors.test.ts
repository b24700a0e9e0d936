import {describe, expect, it} from "vitest";
import {momentFlow} from "../../lib/diffusion/momentFlow.js";
import {weakErrors} from "../../lib/diffusion/weakErrors.js";
import {weakErrorExperiment} from "../../lib/experiments/diffusion/weakErrorExperiment.js";

describe("momentFlow", () => {
  it("is the gradient flow without noise and rate", () => {
    const {mean, spread} = momentFlow({
      growth: 0.5,
      start: 2,
      time: 1,
      learningRate: 0,
      temperature: 0
    });
    expect(Math.abs(mean - 2 * Math.atan(Math.tan(1) / Math.E))).toBeLessThan(1e-11);
    expect(spread).toBe(0);
  });
});

describe("weakErrors", () => {
  it("is the mean over every path for noise on two points", () => {
    const skewed = (t: number): [number, number] => [
      0.2 * Math.cos(2 * t) + 0.8 * Math.cos(t / 2),
      0.2 * Math.sin(2 * t) - 0.8 * Math.sin(t / 2)
    ];
    const [eta, tau, growth] = [0.25, 0.3, 0.5];
    const walk = (theta: number, left: number): number => {
      if (left === 0) return 1 - Math.cos(theta);
      const next = (zeta: number) =>
        theta -
        eta * Math.sin(theta) -
        Math.sqrt(eta * tau) * (1 + growth * Math.cos(theta)) * zeta;
      return 0.2 * walk(next(2), left - 1) + 0.8 * walk(next(-0.5), left - 1);
    };
    const {sgd} = weakErrors(
      {growth, start: 2, time: 1, modes: 32},
      {learningRate: eta, temperature: tau, noise: skewed}
    );
    expect(Math.abs(sgd - walk(2, 4))).toBeLessThan(1e-9);
  });

  it("wants a whole number of steps", () => {
    expect(() =>
      weakErrors({growth: 0, start: 1, time: 1, modes: 8}, {learningRate: 0.3, temperature: 1})
    ).toThrow("multiple");
  });
});

describe("weakErrorExperiment", () => {
  const experiment = weakErrorExperiment({
    name: "test",
    title: "",
    source: "",
    seed: 1,
    replicates: 2000,
    settings: {
      start: 2,
      time: 1,
      levels: 2,
      simulatedLevels: 1,
      series: [
        {name: "skewed", fixed: {batchSize: 2}, noise: "skewed", growth: 0.5, modes: 24},
        {name: "constant", fixed: {temperature: 0.5}, noise: "gaussian", growth: 0, modes: 24}
      ]
    }
  });
  it("simulates what it computes", async () => {
    const jobs = experiment.jobs(1);
    const results = await Promise.all(jobs.map(job => experiment.run(job)));
    const table = experiment.table(results, 1);
    expect(table.temperature).toEqual(Float64Array.of(0.125, 0.0625, 0.5, 0.5));
    for (const row of [0, 2]) {
      const [sgd, mean, error] = [table.sgd, table.simulated, table.standardError].map(column =>
        Number(column[row])
      );
      expect(Math.abs(mean - sgd) / error).toBeLessThan(4);
    }
    expect(table.simulated[1]).toBeNaN();
  });
});
