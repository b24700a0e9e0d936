import {planeExperiment} from "../lib/experiments/stationary/planeExperiment.js";

export default planeExperiment({
  name: "three-sigma",
  title: "Three-sigma ellipses of SGD in the plane",
  source: "finite-rate, Figure 3",
  seed: 3,
  replicates: 20_000,
  settings: {
    curvatures: [1, 0.1],
    noises: ["white", "hessian"],
    batchSize: 100,
    size: 1000,
    learningRates: [0.5, 1.8, 1.99],
    steps: 1000
  }
});
