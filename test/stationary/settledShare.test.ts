import {expect, it} from "vitest";
import {iterateCovariance} from "../../lib/stationary/iterateCovariance.js";
import {settledShare} from "../../lib/stationary/settledShare.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";

it.each([
  [0.3, 1, 0],
  [0.3, 40, 12],
  [1.7, 25, 24]
])("agrees with the recursion at rate %s, T = %s, B = %s", (learningRate, steps, burnIn) => {
  const curvatures = [1, 0.4];
  const noise = [
    [1, 0.3],
    [0.3, 2]
  ];
  const hessian = [
    [1, 0],
    [0, 0.4]
  ];
  const path = iterateCovariance({
    curvatures,
    noise,
    learningRate,
    steps: Array.from({length: steps}, (_, t) => t + 1)
  });
  const limit = sgdCovariance({hessian, noise, learningRate});
  for (const [i, j] of [
    [0, 0],
    [0, 1],
    [1, 1]
  ]) {
    const decay = (1 - learningRate * curvatures[i]) * (1 - learningRate * curvatures[j]);
    expect(settledShare({decay, steps}) * limit.get(i, j)).toBeCloseTo(
      path[steps - 1].get(i, j),
      13
    );
    const kept = path.slice(burnIn);
    const mean = kept.reduce((sum, C) => sum + C.get(i, j), 0) / kept.length;
    expect(settledShare({decay, steps, burnIn}) * limit.get(i, j)).toBeCloseTo(mean, 13);
  }
});

it("wants a recursion that settles, and steps to average over", () => {
  expect(() => settledShare({decay: 1, steps: 2})).toThrow("decay must lie in (−1, 1); got 1");
  expect(() => settledShare({decay: 0, steps: 0})).toThrow("steps must be an integer ≥ 1; got 0");
  expect(() => settledShare({decay: 0, steps: 3, burnIn: 3})).toThrow("burnIn");
});
