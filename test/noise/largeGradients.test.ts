import {describe, expect, it} from "vitest";
import {finitePopulationCovariance} from "../../lib/noise/finitePopulationCovariance.js";
import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import {gradientVariances} from "../../lib/noise/gradientVariances.js";
import {movingCovariance} from "../../lib/noise/movingCovariance.js";
import {streamingCovariance} from "../../lib/noise/streamingCovariance.js";
import {mean} from "../../lib/statistics/series.js";

const most = Number.MAX_VALUE;

describe("gradients near the ends of float64", () => {
  it("have a mean, and a variance where that is a number", () => {
    expect(mean([most, most])).toBe(most);
    expect(mean([most, most, -most, -most])).toBe(0);
    expect(gradientVariances([[most], [most]])).toEqual([0]);
    expect(gradientCovariance([[most], [most]]).get(0, 0)).toBe(0);
    expect(finitePopulationCovariance([[most], [most]], 1).get(0, 0)).toBe(0);
    expect(gradientVariances([[1e150], [-1e150]])[0] / 2e300).toBeCloseTo(1, 14);
    expect(gradientVariances([[5e-324], [-5e-324]])).toEqual([0]);
  });

  it("are refused where it is not, by every estimator", () => {
    const rows = [[1e200], [-1e200]];
    expect(() => gradientVariances(rows)).toThrow(
      "the largest variance exceeds the range of float64"
    );
    expect(() => gradientCovariance(rows)).toThrow("the covariance exceeds the range of float64");
    const moving = movingCovariance({dimension: 1, alpha: 0.1});
    for (const row of rows) moving.add(row);
    expect(() => moving.covariance()).toThrow("the covariance exceeds the range of float64");
    const stream = streamingCovariance({dimension: 1, rank: 1});
    expect(() => {
      for (const row of rows) stream.add(row);
      stream.leading();
    }).toThrow("the trace of the covariance exceeds the range of float64");
  });
});
