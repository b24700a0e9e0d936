import {networkFloorExperiment} from "../lib/experiments/training/networkFloorExperiment.js";
import {smallTrainedNetwork} from "../lib/problems/smallTrainedNetwork.js";

export default networkFloorExperiment({
  name: "network-floor",
  title: "Where SGD settles on a small trained network, against the learning rate",
  source: "Workbench",
  seed: smallTrainedNetwork.seed,
  replicates: 16,
  settings: {
    ...smallTrainedNetwork.settings,
    shares: [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
    batches: [16, 64],
    time: 600,
    looks: 40
  }
});
