import {describe, expect, it} from "vitest";
import {generalisationExperiment} from "../../../lib/experiments/training/generalisationExperiment.js";

describe("generalisationExperiment", () => {
  const experiment = generalisationExperiment({
    name: "small",
    title: "",
    source: "",
    seed: 2,
    replicates: 6,
    settings: {widths: [8], rates: [0.05, 0.1], time: 4, samples: 6, noise: 0.1}
  });

  it("has one row per run, whose deviation from the flow is small and grows with the rate", async () => {
    const jobs = experiment.jobs(1);
    expect(jobs).toHaveLength(6);
    const table = experiment.table(await Promise.all(jobs.map(job => experiment.run(job))), 1);
    const column = (name: string) => Array.from(table[name] as Float64Array);
    const deviation = column("test").map((x, i) => Math.abs(x - column("flow")[i]));
    expect(column("rate").slice(0, 2)).toEqual([0.05, 0.1]);
    for (let i = 0; i < 12; i += 2) {
      expect(deviation[i]).toBeLessThan(0.05);
      expect(deviation[i + 1]).toBeGreaterThan(deviation[i]);
    }
    expect(Math.min(...column("edge"))).toBeGreaterThan(0.5);
  });

  it("shortens the list of replicates, and trains at other rates if told", () => {
    expect(experiment.jobs(0.01)).toHaveLength(4);
    expect(experiment.vary({rates: "0.02"}).spec["rates"]).toEqual([0.02]);
  });
});
