import {queueGradientsExperiment} from "../lib/experiments/sampling/queueGradientsExperiment.js";

export default queueGradientsExperiment({
  name: "queue-gradients",
  title: "Gradients of a queue: two estimators, and one long run against many short ones",
  source: "This site; the problem class is that of Fisher, Section 1",
  seed: 1,
  replicates: 1500,
  settings: {
    serviceRates: [1.5, 2],
    customers: [5, 10, 20, 40],
    b: [1, 4, 16, 64],
    warmUp: 400
  }
});
