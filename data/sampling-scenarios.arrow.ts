import csv from "@observablehq/sample-datasets/weather.csv";
import {rulesExperiment} from "../lib/experiments/sampling/rulesExperiment.js";
import {heatingDays, heatingPlan} from "../lib/sampling/heating.js";
import {heatingProblem} from "../lib/sampling/heatingProblem.js";

const plan = heatingPlan(heatingDays(csv, ["Seattle", "New York"]), {
  capacity: [1, 1, 1.2],
  shortage: 1
});

export default rulesExperiment(
  {
    name: "sampling-scenarios",
    title: "A heating plan: what each rule for the batch leaves",
    source: "Fisher, §1.1; weather of NOAA from Observable's sample data",
    seed: 23,
    replicates: 200,
    settings: {
      versions: ["fresh scenarios"],
      budgets: [1024, 4096],
      pilotShare: 0.2,
      spacing: 2,
      rounds: 2,
      batchSizes: [1, 2, 4, 8, 16, 32, 64, 128],
      halvings: 9,
      searched: 40
    }
  },
  version => heatingProblem(plan, version)
);
