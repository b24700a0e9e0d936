import {twoSourcesExperiment} from "../lib/experiments/noise/twoSourcesExperiment.js";
import {lineThroughPoints} from "../lib/problems/sevenPoints.js";

export default twoSourcesExperiment({
  name: "two-sources",
  title: "Batch noise and sampling noise over T steps of one data set",
  source: "Notes, §1.8; Fisher, (23) and (24)",
  population: lineThroughPoints(6).sampleGradients([0.4, -0.3]).to2DArray(),
  datasetSize: 4,
  batchSize: 2,
  steps: 6
});
