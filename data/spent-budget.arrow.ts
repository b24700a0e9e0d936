import {spentBudgetExperiment} from "../lib/experiments/budgets/spentBudgetExperiment.js";

export default spentBudgetExperiment({
  name: "spent-budget",
  title: "One budget of gradients spent in batches of different sizes",
  source: "Fisher, Corollary 7.8",
  seed: 1,
  replicates: 2000,
  settings: {
    metrics: ["H", "I"],
    budgets: [512, 4096, 32768],
    temperatures: [
      [0.001, 0.00028, 0.000062],
      [0.0013, 0.00031, 0.000063]
    ],
    batchSizes: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    start: 0.3
  }
});
