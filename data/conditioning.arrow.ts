import {conditioningExperiment} from "../lib/experiments/noise/conditioningExperiment.js";
import {twoPopulations} from "../lib/noise/twoPopulations.js";

export default conditioningExperiment({
  name: "conditioning",
  title: "Every population, data set and mini-batch of a mixture",
  source: "Fisher, Proposition 4.5",
  datasetSize: 6,
  populations: twoPopulations(1.5)
});
