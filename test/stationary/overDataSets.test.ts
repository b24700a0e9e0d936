import {describe, expect, it} from "vitest";
import {gaussianRegression} from "../../lib/problems/gaussianRegression.js";
import {datasetRegressionCovariance} from "../../lib/stationary/datasetRegressionCovariance.js";
import {overDataSets} from "../../lib/stationary/overDataSets.js";

const printed = {variances: [1, 0.1], size: 1000, batchSize: 100, seed: 1};

describe("overDataSets", () => {
  it("is one ratio for one data set", () => {
    const data = gaussianRegression({
      variances: [1, 0.1],
      size: 1000,
      labelDeviation: 1,
      seed: 1,
      name: "data set 0"
    });
    const sigma = datasetRegressionCovariance({...data, batchSize: 100, learningRate: 0.5});
    const runs = [{learningRate: 0.5, replacement: false}];
    const [{axes, none}] = overDataSets({...printed, runs, sets: 1});
    expect(none).toBe(0);
    expect(axes[0].median).toBeCloseTo(sigma.get(0, 0) / (0.5 / 100 / 1.5), 12);
    expect(axes[1].median).toBeCloseTo(sigma.get(1, 1) / (0.5 / 100 / 1.95), 12);
    const near = axes.map(({median}, i) => Math.abs(Math.log(median / (1 - 0.25 / 10 ** i))));
    expect(axes.map(({continuous}) => continuous)).toEqual(
      axes.map(({median}, i) => (near[i] < Math.abs(Math.log(median)) ? 1 : 0))
    );
    expect(axes.map(({below}) => below)).toEqual(axes.map(({median}) => (median < 1 ? 1 : 0)));
  });

  it("finds the finite population where rows are drawn without replacement, and nothing with it", () => {
    const runs = [false, true].map(replacement => ({learningRate: 0.5, replacement}));
    const [without, drawn] = overDataSets({...printed, runs, sets: 60});
    // 900/999 within four standard errors of a median: a set's own noise scatters by 8 %.
    const error = (4 * 1.25 * 0.08) / Math.sqrt(60);
    for (const {median, below} of without.axes) {
      expect(Math.abs(median - 900 / 999)).toBeLessThan(error);
      expect(below).toBeGreaterThan(0.75);
    }
    for (const {median, below} of drawn.axes) {
      expect(Math.abs(median - 1)).toBeLessThan(error);
      expect(Math.abs(below - 0.5)).toBeLessThan(0.26);
    }
  });

  it("counts the sets whose curvature is beyond the edge", () => {
    const runs = [{learningRate: 1.99, replacement: false}];
    const [{none, axes}] = overDataSets({...printed, runs, sets: 60});
    expect(none).toBeGreaterThan(0.3);
    expect(none).toBeLessThan(0.9);
    expect(axes[0].below + none).toBeLessThanOrEqual(1);
  });
});
