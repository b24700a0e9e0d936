import {expect, it} from "vitest";
import {gradientFloor} from "../../lib/budgets/gradientFloor.js";
import {planePair} from "../../lib/budgets/planePair.js";

const floor = (curvatureRatio: number, metricRatio: number, degrees: number) => {
  const {hessian, metric} = planePair({curvatureRatio, metricRatio, degrees});
  const learningRate = 1e-6 / curvatureRatio;
  const unit = learningRate * curvatureRatio;
  return gradientFloor({hessian, metric, noise: metric, learningRate}) / unit;
};

it("is (κ + 1)²/(8κ) at 45° with one stiff direction", () => {
  for (const kappa of [1, 2, 5, 50, 1000])
    expect(floor(1e5, kappa, 45) / ((kappa + 1) ** 2 / (8 * kappa))).toBeCloseTo(1, 3);
});

it("is highest at 45°", () => {
  for (const [curvatureRatio, kappa] of [
    [20, 50],
    [3, 1000]
  ])
    for (const degrees of [0, 20, 44, 46, 70, 90])
      expect(floor(curvatureRatio, kappa, degrees)).toBeLessThan(floor(curvatureRatio, kappa, 45));
});
