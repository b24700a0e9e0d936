import {describe, expect, it} from "vitest";
import {gaussianRegression} from "../../lib/problems/gaussianRegression.js";

describe("gaussianRegression", () => {
  const options = {variances: [1, 0.1], size: 4000, labelDeviation: 0.5, seed: 1, name: "test"};
  const {inputs, labels} = gaussianRegression(options);

  it("has its minimum at zero", () => {
    for (const i of [0, 1]) {
      const gradient = inputs.reduce((sum, x, k) => sum + x[i] * labels[k], 0);
      expect(Math.abs(gradient)).toBeLessThan(4000 * 10 * 2 ** -52 * 4000);
    }
  });

  it("has the variances asked for, within 4 standard errors", () => {
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    for (const [i, variance] of [1, 0.1].entries())
      expect(Math.abs(mean(inputs.map(x => x[i] ** 2)) / variance - 1)).toBeLessThan(
        4 * Math.sqrt(2 / 4000)
      );
    expect(Math.abs(mean(labels.map(y => y * y)) / 0.25 - 1)).toBeLessThan(4 * Math.sqrt(2 / 4000));
  });

  it("has a curvature that fluctuates by √(2/n), and a noise at the minimum by √(8/n)", () => {
    const [n, sets] = [1000, 600];
    const [curvatures, noises] = [[] as number[], [] as number[]];
    for (let seed = 0; seed < sets; seed++) {
      const data = gaussianRegression({variances: [1], size: n, labelDeviation: 1, seed, name: ""});
      const squares = data.inputs.map(([x]) => x * x);
      curvatures.push(squares.reduce((a, b) => a + b) / n);
      noises.push(squares.reduce((sum, xx, i) => sum + xx * data.labels[i] ** 2, 0) / n);
    }
    const spread = (values: readonly number[]) => {
      const mean = values.reduce((a, b) => a + b) / sets;
      return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / sets) / mean;
    };
    // Four standard errors of a deviation from so many sets, 1/√(2·600) of it each.
    expect(Math.abs(spread(curvatures) / Math.sqrt(2 / n) - 1)).toBeLessThan(0.12);
    expect(Math.abs(spread(noises) / Math.sqrt(8 / n) - 1)).toBeLessThan(0.12);
  });

  it("is the same again for the same seed and name, and other for another", () => {
    expect(gaussianRegression(options)).toEqual({inputs, labels});
    expect(gaussianRegression({...options, name: "other"}).labels[0]).not.toBe(labels[0]);
  });

  it("refuses fewer rows than columns", () => {
    expect(() => gaussianRegression({...options, size: 2})).toThrow("size");
  });
});
