import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {heavyBallAutocorrelation} from "../../lib/stationary/heavyBallAutocorrelation.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {stationaryState} from "./heavyBallState.js";

describe("heavyBallAutocorrelation", () => {
  const cases = [
    {curvature: 1, learningRate: 0.3, momentum: 0},
    {curvature: 2, learningRate: 1.2, momentum: 0.7},
    {curvature: 0.5, learningRate: 0.1, momentum: 0.9}
  ];

  it("agrees with the augmented recursion, lag by lag", () => {
    for (const options of cases) {
      const rho = heavyBallAutocorrelation({...options, lags: 12});
      const {lagged} = stationaryState(options, 12);
      for (const [k, expected] of lagged.entries())
        expect(Math.abs(rho[k] - expected)).toBeLessThan(1e-11);
    }
  });

  it("sums to c/h² over the variance", () => {
    for (const options of cases) {
      const rho = heavyBallAutocorrelation({...options, lags: 4000});
      const sum = 2 * rho.reduce((a, b) => a + b, 0) - 1;
      const {curvature, ...run} = options;
      const variance = momentumCovariance({
        ...run,
        hessian: [[curvature]],
        noise: [[1]]
      }).get(0, 0);
      expect(Math.abs(sum * variance * options.curvature ** 2 - 1)).toBeLessThan(1e-10);
    }
  });

  it("refuses rates without a stationary law", () => {
    expect(() =>
      heavyBallAutocorrelation({curvature: 1, learningRate: 3, momentum: 0.5, lags: 1})
    ).toThrow(UnstableError);
  });
});
