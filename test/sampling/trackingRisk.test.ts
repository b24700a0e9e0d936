import {expect, test} from "vitest";
import {trackingRisk} from "../../lib/sampling/trackingRisk.js";

test.each([
  {curvature: 0.5, noise: 2, drift: 1e-3, batchSize: 1, temperature: 0.1},
  {curvature: 2, noise: 1, drift: 1e-4, batchSize: 16, temperature: 0.05}
])("is where the recursion settles: b = $batchSize", each => {
  const {curvature: h, noise: g, drift: q, batchSize: b, temperature} = each;
  const eta = temperature * b;
  let variance = 0;
  for (let t = 0; t < 5000; t++)
    variance = (1 - eta * h) ** 2 * variance + (eta * eta * g) / b + b * q;
  expect(trackingRisk(each)).toBeCloseTo((h / 2) * variance, 12);
});

test("refuses a window that is too wide", () => {
  const wide = {curvature: 1, noise: 1, drift: 0, batchSize: 40, temperature: 0.05};
  expect(() => trackingRisk(wide)).toThrow("must lie in (0, 2); got 2");
});
