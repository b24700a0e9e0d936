import {describe, expect, it} from "vitest";
import {kramersExperiment} from "../../../lib/experiments/escape/kramersExperiment.js";

describe("kramersExperiment", () => {
  const experiment = kramersExperiment({
    name: "exits",
    title: "",
    source: "",
    seed: 3,
    replicates: 400,
    settings: {
      steps: [1, 1.5],
      ratios: [1],
      heights: [3],
      simulated: {steps: [1.5], ratios: [1], heights: [3]}
    }
  });

  it("solves every cell and runs those that it is told to, to the same mean, |z| < 4", async () => {
    const jobs = experiment.jobs(1);
    expect(jobs.map(({runs}) => runs)).toEqual([0, 400]);
    const table = experiment.table(await Promise.all(jobs.map(job => experiment.run(job))), 1);
    const column = (name: string) => Array.from(table[name] as Float64Array);
    expect(column("step")).toEqual([1, 1.5]);
    expect(column("mean")[0]).toBe(0);
    const z = (column("mean")[1] - column("meanTime")[1]) / column("standardError")[1];
    expect(Math.abs(z)).toBeLessThan(4);
    expect(column("rate")[1]).toBeGreaterThan(column("rate")[0]);
    expect(Math.max(...column("refined").map(Math.abs))).toBeLessThan(1e-4);
  });

  it("shortens runs with the scale, and runs other heights if told", () => {
    expect(experiment.jobs(0.1)[1].runs).toBe(40);
    expect(experiment.vary({heights: "4,5"}).jobs(1)).toHaveLength(4);
  });
});
