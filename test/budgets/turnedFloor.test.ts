import {expect, it} from "vitest";
import {gradientFloor} from "../../lib/budgets/gradientFloor.js";
import {planePair} from "../../lib/budgets/planePair.js";
import {normals} from "../../lib/random/normals.js";
import {randomRotation} from "../../lib/random/randomRotation.js";
import {uniforms} from "../../lib/random/uniforms.js";

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

it("stays far below the theorem's term for F = diag(κ, κ, κ, 1), whatever H up to M", () => {
  const kappa = 100;
  const values = [kappa, kappa, kappa, 1];
  const metric = values.map((f, i) => values.map((_, j) => (i === j ? f : 0)));
  const learningRate = 1e-6;
  const settled = (hessian: number[][]) =>
    gradientFloor({hessian, metric, noise: metric, learningRate}) / learningRate;
  const [c, e] = [(1 + 1e-6) / 2, (1 - 1e-6) / 2];
  const hardest = [
    [c, 0, 0, e],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [e, 0, 0, c]
  ];
  const bound = ((kappa + 1) ** 2 / (4 * kappa) + 2) / 2;
  expect(settled(hardest)).toBeCloseTo(bound, 2);
  const normal = normals(uniforms({seed: 1, experiment: "hardest", cell: "", replicate: 0}));
  for (let k = 0; k < 400; k++) {
    const Q = randomRotation(4, normal);
    const curvatures = [0, 1, 2, 3].map(() => Math.exp(-(normal.next() ** 2)));
    const hessian = [0, 1, 2, 3].map(i =>
      [0, 1, 2, 3].map(j =>
        curvatures.reduce(
          (sum, h, m) => sum + h * Q.get(Math.max(i, j), m) * Q.get(Math.min(i, j), m),
          0
        )
      )
    );
    expect(settled(hessian)).toBeLessThan(1.001 * bound);
  }
});
