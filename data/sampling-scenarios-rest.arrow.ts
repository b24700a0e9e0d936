import csv from "@observablehq/sample-datasets/weather.csv";
import {restingPlansExperiment} from "../lib/experiments/sampling/restingPlansExperiment.js";
import {heatingDays} from "../lib/sampling/heating.js";

export default restingPlansExperiment(
  {
    name: "sampling-scenarios-rest",
    title: "Where the mean heating plan lies at rest, from fresh scenarios",
    source: "Fisher, §1.1 and Assumption 3.8; weather of NOAA from Observable's sample data",
    seed: 24,
    replicates: 200,
    settings: {
      shares: [0.25, 0.125, 0.0625],
      batchSize: 16,
      burnIn: 6,
      relaxations: 40,
      capacity: [1, 1, 1.2],
      shortage: 1
    }
  },
  heatingDays(csv, ["Seattle", "New York"])
);
