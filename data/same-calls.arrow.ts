import {sameCallsExperiment} from "../lib/experiments/budgets/sameCallsExperiment.js";

export default sameCallsExperiment({
  name: "same-calls",
  title: "Three estimators from the same oracle calls",
  source: "Fisher, Experiment 5 and Table 5: the lower bound",
  seed: 1,
  replicates: 2000,
  settings: {
    estimators: ["last", "average", "newton"],
    T: [600, 1200, 2400, 4800, 9600],
    distances: [0, 0.1],
    eta0: 1.2,
    offset: 50,
    rateTimesCurvature: 1,
    dropped: 0.125
  }
});
