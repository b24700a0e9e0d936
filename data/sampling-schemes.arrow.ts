import {samplingSchemesExperiment} from "../lib/experiments/noise/samplingSchemesExperiment.js";
import {lineThroughPoints} from "../lib/problems/sevenPoints.js";

export default samplingSchemesExperiment({
  name: "sampling-schemes",
  title: "What six successive mini-batches add up to, by how they are drawn",
  source: "Notes, §1.5 and §5",
  gradients: lineThroughPoints(6).sampleGradients([0, 0]).to2DArray(),
  batchSize: 2,
  steps: 6
});
