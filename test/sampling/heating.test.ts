import {describe, expect, test} from "vitest";
import {heatingDays, heatingPlan} from "../../lib/sampling/heating.js";
import {sampleData} from "./data.js";

const days = heatingDays(sampleData("weather.csv"), ["Seattle", "New York"]);
const costs = {capacity: [1, 1, 1.2], shortage: 1} as const;
const plan = heatingPlan(days, costs);

/** The second stage by trying every split of the flexible capacity on a fine grid. */
function secondStage(x: readonly number[], [d1, d2]: readonly number[]): number {
  let best = Number.POSITIVE_INFINITY;
  const parts = 4000;
  for (let k = 0; k <= parts; k++) {
    const y = (k / parts) * x[2];
    const z1 = Math.max(0, d1 - x[0] - y);
    const z2 = Math.max(0, d2 - x[1] - (x[2] - y));
    best = Math.min(best, (z1 * z1 + z2 * z2) / 2);
  }
  return best;
}

test("the two cities share all 1461 days", () => {
  expect(days).toHaveLength(1461);
  expect(Math.min(...days.flat())).toBe(0);
});

describe("the second stage", () => {
  const x = [7.0123, 10.0234, 4.0071];
  test.each([
    [5, 8],
    [9, 12],
    [20, 3],
    [8, 25],
    [16, 19],
    [6, 12]
  ])("costs at (%d, %d) what the best split costs", (...day) => {
    const one = heatingPlan([day as [number, number]], costs);
    const first = x[0] + x[1] + 1.2 * x[2];
    expect(one.risk(x) - first).toBeCloseTo(secondStage(x, day), 3);
  });

  test("gradient and Hessian are derivatives", () => {
    const h = 1e-6;
    const {gradient, hessian} = plan.derivatives(x);
    for (const k of [0, 1, 2]) {
      const [up, down] = [h, -h].map(by => x.map((v, i) => (i === k ? v + by : v)));
      expect((plan.risk(up) - plan.risk(down)) / (2 * h)).toBeCloseTo(gradient[k], 6);
      const [above, below] = [plan.derivatives(up), plan.derivatives(down)];
      for (const l of [0, 1, 2])
        expect((above.gradient[l] - below.gradient[l]) / (2 * h)).toBeCloseTo(hessian[k][l], 6);
    }
  });
});

test("the minimum has no slope, for all days and for few of them", () => {
  for (const chosen of [undefined, Array.from({length: 146}, (_, k) => 10 * k)]) {
    const x = plan.minimum([8, 8, 4], chosen);
    expect(Math.max(...plan.derivatives(x, chosen).gradient.map(Math.abs))).toBeLessThan(1e-10);
    for (const v of x) expect(v).toBeGreaterThan(0);
  }
});

test("where flexible capacity is not wanted there is none", () => {
  const alike = heatingPlan(
    Array.from({length: 20}, (_, k) => [k, k] as const),
    {capacity: [1, 1, 1.9], shortage: 1}
  );
  const x = alike.minimum([5, 5, 2]);
  const {gradient} = alike.derivatives(x);
  expect(x[2]).toBe(0);
  expect(gradient[2]).toBeGreaterThan(0);
  // Steps are judged by the risk, which rounding leaves flat to the root of ε.
  expect(Math.abs(gradient[0]) + Math.abs(gradient[1])).toBeLessThan(1e-8);
});

test("a flexible unit dearer than two is refused", () => {
  expect(() => heatingPlan(days, {capacity: [1, 1.2, 2.4], shortage: 1})).toThrow(
    "capacity[2] must lie in (max(c₁, c₂), c₁ + c₂) = (1.2, 2.2); got 2.4"
  );
});
