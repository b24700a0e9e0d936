import flights from "vega-datasets/data/flights-10k.json";
import {windowExperiment} from "../lib/experiments/sampling/windowExperiment.js";

export default windowExperiment(
  {
    name: "stream-windows",
    title: "Online logistic regression in windows of a stream",
    source: "This site; the problem class is that of Fisher, Section 1",
    seed: 1,
    replicates: 40,
    settings: {
      b: [1, 8, 64, 256, 1024],
      temperatures: [0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064]
    }
  },
  flights
);
