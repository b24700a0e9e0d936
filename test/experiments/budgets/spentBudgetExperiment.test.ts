import {describe, expect, it} from "vitest";
import {dualGradient} from "../../../lib/budgets/dualGradient.js";
import {spentBudgetExperiment} from "../../../lib/experiments/budgets/spentBudgetExperiment.js";
import {fisherTenDimensional} from "../../../lib/problems/fisherTenDimensional.js";

describe("spentBudgetExperiment", () => {
  it("holds to the exact expectations, keeps the temperature, and caps the rate", async () => {
    const experiment = spentBudgetExperiment({
      name: "test: spent budget",
      title: "",
      source: "",
      seed: 1,
      replicates: 800,
      settings: {
        metrics: ["H", "I"],
        budgets: [256],
        temperatures: [[0.001], [0.0015]],
        batchSizes: [1, 2, 16],
        start: 0.3
      }
    });
    const results = await Promise.all(experiment.jobs(1).map(job => experiment.run(job)));
    const table = experiment.table(results, 1) as unknown as Record<string, ArrayLike<number>> & {
      metric: string[];
    };
    const {curvatures} = fisherTenDimensional();
    expect(table.metric).toEqual(["H", "H", "H", "I", "I", "I"]);
    expect(Array.from(table.b)).toEqual([1, 2, 16, 1, 2, 16]);
    expect(Array.from(table.learningRate)).toEqual([0.001, 0.002, 0.0025, 0.0015, 0.0025, 0.0025]);
    for (let row = 0; row < 6; row++) {
      const {total} = dualGradient(
        {
          curvatures,
          metric: curvatures.map(h => (table.metric[row] === "H" ? h : 1)),
          initial: curvatures.map(() => 0.3)
        },
        {learningRate: table.learningRate[row], batchSize: table.b[row], steps: table.steps[row]}
      );
      // 800 replicates.
      const z = (table.squaredNorm[row] - total) / table.standardError[row];
      expect(Math.abs(z)).toBeLessThan(4);
    }
  });
});
