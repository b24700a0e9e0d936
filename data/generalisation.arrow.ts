import {generalisationExperiment} from "../lib/experiments/training/generalisationExperiment.js";

export default generalisationExperiment({
  name: "generalisation",
  title: "Test error of small networks against the learning rate",
  source: "finite-rate, Figure 7",
  seed: 1,
  replicates: 32,
  settings: {
    widths: [16, 128],
    rates: [0.1, 0.2, 0.4, 0.8, 1.2, 1.5, 2, 2.4, 3],
    time: 60,
    samples: 16,
    noise: 0.3
  }
});
