import {replayExperiment} from "../lib/experiments/stationary/replayExperiment.js";

export default replayExperiment({
  name: "plateau-replay",
  title: "Table 4 with the paper's own random numbers",
  source: "Fisher, Tables 4 and 5",
  settings: {T: [300, 800, 2000, 5000, 10_000], decayingT: 600},
  printed: {
    anisotropic: [8.55e-4, 8.64e-4, 8.58e-4, 8.72e-4, 8.63e-4],
    isotropic: [8.6e-4, 8.49e-4, 8.5e-4, 8.58e-4, 8.47e-4]
  }
});
