import flights from "vega-datasets/data/flights-5k.json";
import {streamExperiment} from "../lib/experiments/sampling/streamExperiment.js";

export default streamExperiment(
  {
    name: "sampling-stream",
    title: "Which flights will be late: rules for the batch on one budget",
    source: "This site; the problem class is that of Fisher, Section 1",
    seed: 1,
    replicates: 200,
    settings: {
      versions: ["drawn at random", "in order"],
      budgets: [1024, 4096],
      pilotShare: 0.2,
      spacing: 0.1,
      rounds: 3,
      batchSizes: [1, 4, 16, 64],
      halvings: 9,
      searched: 40
    }
  },
  flights
);
