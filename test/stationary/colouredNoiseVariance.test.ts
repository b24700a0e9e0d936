import {expect, test} from "vitest";
import {colouredNoiseVariance} from "../../lib/stationary/colouredNoiseVariance.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";

test("equals the sum over all pairs of kicks", () => {
  const autocovariance = (k: number) => 0.7 * 0.4 ** k + (k === 2 ? 0.1 : 0);
  for (const learningRate of [0.2, 0.9, 1.4]) {
    let sum = 0;
    for (let i = 0; i < 200; i++)
      for (let j = 0; j < 200; j++)
        sum += (1 - learningRate) ** (i + j) * autocovariance(Math.abs(i - j));
    const value = colouredNoiseVariance({curvature: 1, learningRate, autocovariance});
    expect(value).toBeCloseTo(learningRate ** 2 * sum, 12);
  }
});

test("is a plain recursion's variance for white noise", () => {
  const white = {curvature: 2, learningRate: 0.3, autocovariance: (k: number) => (k === 0 ? 5 : 0)};
  const twin = momentumCovariance({hessian: [[2]], noise: [[5]], learningRate: 0.3, momentum: 0});
  expect(colouredNoiseVariance(white)).toBeCloseTo(twin.get(0, 0), 13);
});

test("refuses a rate without a stationary law", () => {
  const call = () =>
    colouredNoiseVariance({curvature: 4, learningRate: 0.5, autocovariance: () => 1});
  expect(call).toThrow("learningRate must lie in (0, 2/curvature) = (0, 0.5)");
});
