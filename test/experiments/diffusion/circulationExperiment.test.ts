import {expect, it} from "vitest";
import {circulationExperiment} from "../../../lib/experiments/diffusion/circulationExperiment.js";
import {expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

it("sweeps (h₁ − h₂)Σ₁₂ in a unit of time, less at first, and turns with the noise", async () => {
  const [eta, h, g] = [0.5, 0.1, 0.05];
  const [half, burnIn] = [50, 1];
  const angles = [-45, 0, 45];
  const rows = await runInProcess(
    circulationExperiment({
      ...head,
      replicates: 4000,
      settings: {
        curvatures: [h, g],
        noiseVariances: [1.8, 0.2],
        angles,
        learningRate: eta,
        steps: burnIn + 2 * half,
        burnIn
      }
    })
  );
  expect(Object.keys(rows[0])).toEqual([
    "angle",
    "swept",
    "sweptError",
    "early",
    "earlyError",
    "late",
    "lateError"
  ]);
  expect(rows.map(row => row["angle"])).toEqual(angles);
  const decay = (1 - eta * h) * (1 - eta * g);
  for (const row of rows.map(numbersOf)) {
    // C₁₂ = 0.8 sin 2φ; from θ = 0, 1 − decayᵏ of the limit is reached in k steps.
    const limit = (eta * 0.8 * Math.sign(row["angle"])) / (h + g - eta * h * g);
    const average = (from: number, steps: number) => {
      let sum = 0;
      for (let k = from; k < from + steps; k++) sum += (limit * (1 - decay ** k)) / steps;
      return sum;
    };
    expectNear(row["swept"], (h - g) * average(burnIn, 2 * half), row["sweptError"]);
    expectNear(row["early"], average(burnIn + 1, half), row["earlyError"]);
    expectNear(row["late"], average(burnIn + 1 + half, half), row["lateError"]);
    // Of a spread below the limit's own, over 4000 runs.
    expect(row["sweptError"]).toBeLessThan(0.02);
    expect(row["earlyError"]).toBeLessThan(0.04);
    expect(row["lateError"]).toBeGreaterThan(row["earlyError"]);
    expect(row["lateError"]).toBeLessThan(0.1);
  }
});
