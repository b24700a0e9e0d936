import csv from "@observablehq/sample-datasets/weather.csv";
import {reusedScenariosExperiment} from "../lib/experiments/sampling/reusedScenariosExperiment.js";
import {heatingDays} from "../lib/sampling/heating.js";

export default reusedScenariosExperiment(
  {
    name: "sampling-scenarios-reuse",
    title: "A heating plan from scenarios that are reused, and from fresh ones",
    source: "Fisher, §1.1 and Theorem 4.3; weather of NOAA from Observable's sample data",
    seed: 22,
    replicates: 240,
    settings: {
      scenarios: [32, 64, 128, 256, 512, 1461],
      budgets: [256, 1024, 4096, 16384],
      batchSize: 16,
      share: 0.25,
      capacity: [1, 1, 1.2],
      shortage: 1
    }
  },
  heatingDays(csv, ["Seattle", "New York"])
);
