import flights from "vega-datasets/data/flights-10k.json";
import {queueExperiment} from "../lib/experiments/sampling/queueExperiment.js";

export default queueExperiment(
  {
    name: "sampling-queue",
    title: "The service rate of a queue: rules for the batch on one budget",
    source: "This site; the problem class is that of Fisher, Section 1",
    seed: 1,
    replicates: 200,
    settings: {
      versions: ["perturbation", "likelihood ratio", "one long run", "departures"],
      budgets: [1024, 4096],
      pilotShare: 0.2,
      spacing: 0.1,
      rounds: 6,
      batchSizes: [1, 2, 4, 8, 16, 32, 64],
      halvings: 9,
      searched: 40,
      customers: 10,
      cost: 1,
      startRate: 4,
      feasible: [1.2, 8]
    }
  },
  flights
);
