import {expect, it} from "vitest";
import {stateDependentNoiseExperiment} from "../../../lib/experiments/diffusion/stateDependentNoiseExperiment.js";
import {head, runInProcess} from "../runInProcess.js";

it("time is spent as the Itô equation's law has it, density ∝ (1 + aθ²)^−(1 + 1/(aτ))", async () => {
  const [growth, temperature] = [1, 0.5];
  const rows = await runInProcess(
    stateDependentNoiseExperiment({
      ...head,
      replicates: 120,
      settings: {
        growth,
        temperature,
        timeStep: 0.005,
        steps: 21_000,
        burnIn: 1000,
        reach: 2,
        bins: 8
      }
    })
  );
  const weight = (x: number) => (1 + growth * x * x) ** -(1 + 1 / (growth * temperature));
  const integral = (low: number, high: number) => {
    let sum = 0;
    for (let i = 0; i < 4000; i++) sum += weight(low + ((i + 0.5) * (high - low)) / 4000);
    return (sum * (high - low)) / 4000;
  };
  const whole = integral(-60, 60);
  expect(rows).toHaveLength(8);
  for (const {low, high, density, standardError} of rows as Record<string, number>[]) {
    const exact = integral(low, high) / whole / (high - low);
    // The step of 0.005 moves the density by about as much, in relative terms.
    expect(Math.abs(density - exact)).toBeLessThan(4 * standardError + 0.005 * exact);
  }
});
