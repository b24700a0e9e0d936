import {stateDependentNoiseExperiment} from "../lib/experiments/diffusion/stateDependentNoiseExperiment.js";

export default stateDependentNoiseExperiment({
  name: "state-dependent-noise",
  title: "Where a diffusion settles whose noise grows away from the minimum",
  source: "notes, equations (23), (24) and (29)",
  seed: 29,
  replicates: 400,
  settings: {
    temperature: 0.5,
    growth: 1,
    timeStep: 0.005,
    steps: 82_000,
    burnIn: 2_000,
    reach: 2.4,
    bins: 24
  }
});
