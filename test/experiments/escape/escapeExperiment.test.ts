import {expect, it} from "vitest";
import {escapeExperiment} from "../../../lib/experiments/escape/escapeExperiment.js";
import {expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

it("has the loss that t steps lead to, by rate and time", async () => {
  const replicates = 2000;
  const times = [1, 2, 5, 20];
  const curvatures = [1, 0.5];
  const noise = [1, 3];
  const rows = await runInProcess(
    escapeExperiment({
      ...head,
      replicates,
      settings: {curvatures, noise, learningRates: [0.2, 1.8], times}
    })
  );
  expect(Object.keys(rows[0])).toEqual(["learningRate", "steps", "loss", "standardError"]);
  expect(rows.map(row => [row["learningRate"], row["steps"]])).toEqual(
    [0.2, 1.8].flatMap(eta => times.map(t => [eta, t]))
  );
  for (const row of rows.map(numbersOf)) {
    const {learningRate: eta, steps: t} = row as Record<string, number>;
    // Of each direction h Var θ/2, and of it, as of the square of a normal number, the variance 2 (h Var θ/2)².
    const losses = curvatures.map(
      (h, i) => ((eta * noise[i]) / 2 / (2 - eta * h)) * (1 - (1 - eta * h) ** (2 * t))
    );
    const error = Math.sqrt(losses.reduce((sum, x) => sum + 2 * x * x, 0) / replicates);
    expectNear(row["loss"], losses[0] + losses[1], error);
    expectNear(row["standardError"] / error, 1, 0.03);
  }
});
