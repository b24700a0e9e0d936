import {expect, test} from "vitest";
import type {Experiment} from "../../lib/experiments/experiment.js";
import {loadedOnce} from "./loaded.js";
import {sweepLoaders} from "./smallHashes.js";

/** Those whose numbers follow from nothing that one could choose. */
const fixed = [
  "heating-days",
  "penguin-gradients",
  "plateau-replay",
  "shop-year",
  "solver-convergence"
];

const experiments = (await Promise.all(sweepLoaders.map(loadedOnce))).map(each => each.experiment);

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
const free = ["seed", "start", "weights", "gradients", "population"];

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
        /must be (an? (integer|number).*; got -1000000.5$|positive (semi)?definite)/
      );
    }
  }
);

const relations: [string, Record<string, string>, string][] = [
  ["alignment", {b: "500"}, "b must lie in [1, rows of gradients] = [1, 333]; got 500"],
  ["alignment", {gradients: "[[1,2,3,4,5]]"}, "gradients must not all be alike; got 1"],
  [
    "alignment",
    {gradients: "[[1,2],[3]]", b: "1"},
    "rows of 5 numbers, one per parameter; got rows of 2, 1"
  ],
  [
    "alignment",
    {gradients: "[[1,1,1,1,1],[1,1,1,1,1]]", b: "1"},
    "gradients must not all be alike; got 2"
  ],
  ["alignment", {b: "1,2,1"}, "b must hold each of its values once; got 1 twice"],
  [
    "alignment",
    {schemes: "with,with"},
    "schemes must hold each of its values once; got with twice"
  ],
  ["alignment", {batches: "1"}, "batches must be an integer ≥ 2; got 1"],
  ["two-sources", {b: "5"}, "b must lie in [1, datasetSize] = [1, 4]; got 5"],
  [
    "two-sources",
    {steps: "60"},
    "batch size times steps must leave at most 50000 outcomes of 4 samples; got 120 draws"
  ],
  ["sampling-schemes", {b: "7"}, "b must lie in [1, rows of gradients] = [1, 6]; got 7"],
  [
    "sampling-schemes",
    {steps: "90"},
    "must leave at most 50000 outcomes of 6 samples; got 180 draws"
  ],
  ["ten-penguins", {gradients: "[[1,2,3,4,5],[1,2,3,4,5]]"}, "gradients must not all be alike"],
  ["ten-penguins", {gradients: "[[1,2,3,4,5]]"}, "gradients must have at least 2 rows"],
  ["conditioning", {datasetSize: "1"}, "datasetSize must be an integer ≥ 2; got 1"],
  ["conditioning", {datasetSize: "30"}, "datasetSize must leave at most 100000 data sets"],
  ["exchangeability", {b: "6"}, "uses must divide batchSize = 6; got 4"],
  ["exchangeability", {learningRate: "2"}, "learningRate must lie in (0, 2/λmax) = (0, 2); got 2"],
  [
    "exchangeability",
    {dependences: '[{"kind":"some","inflation":0}]'},
    "kind in dependences must be a word among shared"
  ],
  ["estimating", {rank: "7"}, "rank must be an integer in [1, 6]; got 7"],
  [
    "estimating",
    {eigenvalues: "1,2,3", rank: "1"},
    "eigenvalues must be pairs, not all of them zero; got [1,2,3]"
  ],
  ["estimating", {alphas: "1"}, "alphas must be a number in (0, 1); got 1"],
  ["misspecification", {b: "2501"}, "b must lie in [1, samples/20] = [1, 2500]; got 2501"],
  ["batch-normality", {shares: "0"}, "shares must be a number in (0, 1]; got 0"],
  [
    "momentum-batches",
    {batchSize: "5000"},
    "batchSize must lie in [1, size] = [1, 1000]; got 5000"
  ],
  ["momentum-batches", {size: "50"}, "batchSize must lie in [1, size] = [1, 50]; got 100"],
  ["momentum-batches", {labelDeviation: "0"}, "labelDeviation must be a number in (0, ∞); got 0"],
  ["three-sigma-batches", {size: "50"}, "batchSize must lie in [1, size] = [1, 50]; got 100"],
  ["three-sigma", {learningRates: "2"}, "learningRates must lie in (0, 2/λmax) = (0, 2); got 2"],
  [
    "stationary-ellipse",
    {learningRates: "2"},
    "learningRates must lie in (0, 2/λmax) = (0, 2); got 2"
  ],
  ["angle-sweep", {angles: "1e6"}, "angles must be a number in [−360, 360]; got 1000000"],
  [
    "angle-sweep",
    {otherBatchSizes: "64"},
    "otherBatchSizes must not hold batchSize = 64 where otherAngle is one of angles; got 30"
  ],
  [
    "batch-scaling",
    {hessianEigenvalues: "1"},
    "hessianEigenvalues and noiseVariances must hold equally many numbers; got 1 and 2"
  ],
  ["bayes", {batchSize: "200"}, "batchSize must be at most datasetSize = 100; got 200"],
  [
    "approximation-qhm",
    {noise: "1"},
    "curvatures and noise must hold equally many numbers; got 2 and 1"
  ],
  ["plateau", {rateTimesCurvature: "2"}, "rateTimesCurvature must be a number in (0, 2); got 2"],
  ["plateau", {T: "9"}, "T must be an integer ≥ 10; got 9"],
  ["seed-bands", {seeds: "7"}, "replicates must be a multiple of seeds = 7; got 12000"],
  ["decaying-steps", {groupSize: "3"}, "replicates must be a multiple of groupSize = 3; got 20000"],
  ["decaying-steps", {T: "600,300"}, "T must ascend; got 300 after 600"],
  [
    "decaying-steps",
    {eta0: "1e6"},
    "eta0 must let its first steps enlarge the state by less than 10¹³⁰; got 1000000"
  ],
  ["schedules", {T: "600,300"}, "T must ascend; got 300 after 600"],
  ["schedules", {eta0: "1e3"}, "eta0 must let its first steps"],
  ["same-calls", {eta0: "1e6"}, "eta0 must let its first steps"],
  [
    "spent-budget",
    {batchSizes: "1e4"},
    "batchSizes must lie in [1, budgets/4] = [1, 8192]; got 10000"
  ],
  [
    "spent-budget",
    {batchSizes: "256"},
    "budgets must be at least 4 times the smallest of batchSizes, 1024; got 512"
  ],
  ["escape-efficiency", {times: "5,2"}, "times must ascend; got 2 after 5"],
  ["escape-efficiency", {times: "0"}, "times must be an integer ≥ 1; got 0"],
  ["escape-efficiency", {learningRates: "99"}, "learningRates must lie in (0, 2/λmax)"],
  ["kramers", {steps: "2"}, "steps must be a number in (0, 2); got 2"],
  ["kramers", {replicates: "19"}, "replicates must be an integer ≥ 20; got 19"],
  ["generalisation", {rates: "61"}, "rates must lie in (0, time] = (0, 60]; got 61"],
  ["metric-monitor", {snapshots: "10,5"}, "snapshots must ascend; got 5 after 10"],
  ["metric-monitor", {size: "2"}, "size must be an integer ≥ 3; got 2"],
  [
    "metric-monitor",
    {scales: "1"},
    "weights must hold one number more than scales, which holds 1; got 3"
  ],
  ["metric-monitor", {weights: "9,9,9"}, "separa"],
  ["circulation", {learningRate: "3"}, "learningRate must lie in (0, 2/λmax) = (0, 2); got 3"],
  ["current-field", {learningRate: "3"}, "learningRate must lie in (0, 2/λmax) = (0, 2); got 3"],
  ["current-field", {cells: "1e6"}, "cells must be a number in [1, 500]; got 1000000"],
  ["degenerate-minimum", {times: "5,2"}, "times must ascend; got 2 after 5"],
  [
    "degenerate-minimum",
    {learningRate: "2"},
    "learningRate must lie in (0, min(1, inverseTemperature/25)] = (0, 1]; got 2"
  ],
  [
    "degenerate-minimum",
    {inverseTemperature: "1e300"},
    "inverseTemperature must be a number in [10, 10⁶]; got 1e+300"
  ],
  ["heavy-tails", {alphas: "1"}, "alphas must be a number in (1, 2]; got 1"],
  ["heavy-tails", {steps: "2"}, "steps must be a number in (0, 2); got 2"],
  [
    "noise-memory",
    {cells: '[{"drive":"some","knob":0,"step":0.1,"updates":9}]'},
    "drive in cells must be a word among white"
  ],
  [
    "noise-memory",
    {cells: '[{"drive":"white","knob":0,"step":2,"updates":9}]'},
    "step must lie in (0, 2); got 2"
  ],
  ["state-dependent-noise", {timeStep: "2"}, "timeStep must be a number in (0, 1]; got 2"],
  ["weak-error", {levels: "2"}, "simulatedLevels must be an integer in [1, 2]; got 3"],
  ["weak-error", {levels: "21"}, "levels must be a number in [1, 20]; got 21"],
  ["self-made-runs", {hessian: "1,2,3"}, "hessian must be positive definite; got (1 2; 2 3)"],
  ["self-made-runs", {noise: "1,2,3"}, "noise must be positive semidefinite; got (1 2; 2 3)"],
  ["shaped-noise", {replicates: "99"}, "replicates must be an integer ≥ 100; got 99"]
];

test.each(relations)("%s with %o is refused before it runs", (name, changes, message) => {
  const found = experiments.find(each => each.name === name);
  expect(() => found?.vary(changes)).toThrow(message);
});

test("one replicate has no standard error, in no experiment", () => {
  const replicated = experiments.filter(({spec}) => "replicates" in spec);
  expect(replicated.length).toBeGreaterThan(25);
  for (const experiment of replicated.filter(({name}) => !fixed.includes(name)))
    expect(() => experiment.vary({replicates: "1"}), experiment.name).toThrow(
      /^replicates must be an integer ≥ \d+; got 1$/
    );
});

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
