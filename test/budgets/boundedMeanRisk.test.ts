import {expect, test} from "vitest";
import {boundedMeanRisk} from "../../lib/budgets/boundedMeanRisk.js";
import {cosinePriorRisk} from "../../lib/budgets/cosinePriorRisk.js";

test("the Bayes risk lies between van Trees and the best linear estimator", () => {
  for (const tau of [0.02, 0.1, 0.5, 1, 2, 4, 8, 16, 40, 120]) {
    const {vanTrees, linear} = boundedMeanRisk({samples: 1, halfWidth: tau});
    const bayes = cosinePriorRisk(tau);
    expect(bayes).toBeGreaterThan(vanTrees);
    expect(bayes).toBeLessThan(linear);
  }
});

test("for a narrow prior the Bayes risk is the prior's variance", () => {
  // Var of cos²(πθ/2δ)/δ is δ²(1/3 − 2/π²); the observation takes away its square.
  const variance = 1 / 3 - 2 / Math.PI ** 2;
  expect(cosinePriorRisk(0.01) / 1e-4).toBeCloseTo(variance, 5);
});

test("N times the risk depends on Nδ² alone", () => {
  const one = boundedMeanRisk({samples: 100, halfWidth: 0.3});
  const other = boundedMeanRisk({samples: 400, halfWidth: 0.15});
  expect(100 * one.vanTrees).toBeCloseTo(400 * other.vanTrees, 14);
  expect(100 * one.linear).toBeCloseTo(400 * other.linear, 14);
});

test("the linear bound is the worst risk of the estimator that attains it", () => {
  const [N, delta] = [7, 0.4];
  const risk = (w: number) => (w * w) / N + ((1 - w) * delta) ** 2;
  const weights = Array.from({length: 2001}, (_, k) => k / 2000);
  const least = Math.min(...weights.map(risk));
  expect(least - boundedMeanRisk({samples: N, halfWidth: delta}).linear).toBeLessThan(1e-7);
  expect(least).toBeGreaterThanOrEqual(
    boundedMeanRisk({samples: N, halfWidth: delta}).linear - 1e-15
  );
});

test("names what is out of range", () => {
  expect(() => boundedMeanRisk({samples: 0, halfWidth: 1})).toThrow(
    /samples must lie in \(0, ∞\); got 0/
  );
  expect(() => cosinePriorRisk(-1)).toThrow(/halfWidth must lie in \(0, ∞\); got -1/);
});
