import {planeExperiment} from "../lib/experiments/stationary/planeExperiment.js";

export default planeExperiment({
  name: "three-sigma-batches",
  title: "Three-sigma ellipses of mini-batch regression in the plane",
  source: "finite-rate, Figure 3(d)–(f)",
  seed: 9,
  replicates: 2000,
  settings: {
    curvatures: [1, 0.1],
    noises: ["without", "fresh"],
    batchSize: 100,
    size: 1000,
    learningRates: [0.5, 1, 1.8, 1.99],
    steps: 400
  }
});
