import {circulationExperiment} from "../lib/experiments/diffusion/circulationExperiment.js";

export default circulationExperiment({
  name: "circulation",
  title: "How fast SGD circulates, against the angle between noise and curvature",
  source: "notes, equations (25) to (27)",
  seed: 27,
  replicates: 400,
  settings: {
    curvatures: [1, 0.3],
    noiseVariances: [1.6, 0.4],
    angles: [0, 15, 30, 45, 60, 75, 90],
    learningRate: 0.1,
    steps: 21_000,
    burnIn: 1_000
  }
});
