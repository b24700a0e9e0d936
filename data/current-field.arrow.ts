import {currentFieldExperiment} from "../lib/experiments/diffusion/currentFieldExperiment.js";

export default currentFieldExperiment({
  name: "current-field",
  title: "Mean velocity of SGD by place, its noise turned by 45° against the curvature",
  source: "notes, equations (25) and (56)",
  seed: 56,
  replicates: 400,
  settings: {
    curvatures: [1, 0.3],
    noiseVariances: [1.6, 0.4],
    angle: 45,
    learningRate: 0.1,
    steps: 20_500,
    burnIn: 500,
    reach: 1.05,
    cells: 9
  }
});
