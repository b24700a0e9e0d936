import {expect, test} from "vitest";
import type {Experiment} from "../../lib/experiments/experiment.js";
import {loadExperiment} from "../../tools/sweeps/load.js";
import {sweepLoaders} from "./smallHashes.js";

/** Those whose numbers follow from nothing that one could choose. */
const fixed = ["penguin-gradients", "plateau-replay", "solver-convergence"];

const experiments: Experiment[] = [];
for (const loader of sweepLoaders) experiments.push((await loadExperiment(loader)).experiment);

const messageOf = (experiment: Experiment): string => {
  try {
    experiment.vary({"no such setting": "1"});
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

test.each(experiments.map(each => [each.name, each]))(
  "%s names its settings, and set to what they are they change nothing",
  (name, experiment) => {
    const message = messageOf(experiment);
    if (fixed.includes(name)) return expect(message).toContain(`${name} has no settings to vary`);
    const known = /^setting must be one of (.*); got no such setting$/
      .exec(message)?.[1]
      .split(", ");
    const settings = (known ?? []).filter(setting => setting in experiment.spec);
    expect(settings.length).toBeGreaterThan(0);
    for (const setting of settings) {
      const value = experiment.spec[setting];
      const text = typeof value === "string" ? value : JSON.stringify(value);
      const varied = experiment.vary({[setting]: text});
      expect(varied.spec).toEqual(experiment.spec);
      expect(varied.jobs(0.01)).toEqual(experiment.jobs(0.01));
    }
  }
);

/** Settings whose numbers may have any value. */
const free = [
  "seed",
  "angle",
  "angles",
  "otherAngle",
  "degrees",
  "start",
  "weights",
  "gradients",
  "population"
];

/** The numbers of a setting, each replaced. */
const replaced = (value: unknown, by: number): unknown => {
  if (typeof value === "number") return by;
  return Array.isArray(value) ? value.map(item => replaced(item, by)) : value;
};

test.each(experiments.filter(({name}) => !fixed.includes(name)).map(each => [each.name, each]))(
  "%s refuses numbers out of range in each of its settings",
  (_, experiment) => {
    for (const [setting, value] of Object.entries(experiment.spec)) {
      const wild = JSON.stringify(replaced(value, -1e6 - 0.5));
      const short = ["batchSize", "batchSizes"].includes(setting) ? ["b", setting] : [setting];
      const known = short.find(name => messageOf(experiment).includes(`${name},`)) ?? setting;
      if (wild === JSON.stringify(value) || free.includes(setting)) continue;
      if (!new RegExp(`[ ,]${known}[,;]`).test(messageOf(experiment))) continue;
      expect(() => experiment.vary({[known]: wild}), `${known}=${wild}`).toThrow(
        /must be an? (integer|number).*; got -1000000.5$/
      );
    }
  }
);

test.each([
  [{steps: "21001"}, "steps must be an even number more than burnIn, which is 1000; got 21001"],
  [{burnIn: "1001"}, "steps must be an even number more than burnIn, which is 1001; got 21000"],
  [{burnIn: "0"}, "burnIn must be an integer ≥ 1; got 0"]
])("circulation compares two halves: %o is refused", (changes, message) => {
  const circulation = experiments.find(({name}) => name === "circulation");
  expect(() => circulation?.vary(changes)).toThrow(message);
});

test("temperatures are wanted for each metric and budget", () => {
  const spent = experiments.find(({name}) => name === "spent-budget");
  expect(() => spent?.vary({temperatures: "[[1]]"})).toThrow(
    /^temperatures must hold a list for each of 2 metrics, of 3 numbers, .*; got \[\[1\]\]$/
  );
});

test("a sweep with other settings runs on them, columns included", async () => {
  const exits = experiments.find(({name}) => name === "escape-efficiency");
  const varied = exits?.vary({times: "2,5", learningRates: "0.1", replicates: "8"});
  const results = await Promise.all(varied?.jobs(1).map(job => varied.run(job)) ?? []);
  const table = varied?.table(results, 1);
  expect(table?.["steps"]).toEqual(Int32Array.of(2, 5));
  expect(table?.["learningRate"]).toEqual(Float64Array.of(0.1, 0.1));
});
