import {describe, expect, it} from "vitest";
import {printedQhmError} from "../../lib/stationary/printedQhmError.js";
import {qhmCovariance} from "../../lib/stationary/qhmCovariance.js";

const errors = (learningRate: number, momentum: number, nu: number) => ({
  exact: qhmCovariance({hessian: [[1]], noise: [[1]], learningRate, momentum, nu}).get(0, 0) / 2,
  printed: (["printed", "swapped"] as const).map(reading =>
    printedQhmError({curvatures: [1], noise: [1], learningRate, momentum, nu, reading})
  )
});

describe("printedQhmError", () => {
  it("is right without momentum once f and g are exchanged", () => {
    for (const learningRate of [0.3, 1, 1.7]) {
      const {exact, printed} = errors(learningRate, 0, 0);
      expect(Math.abs(printed[1] / exact - 1)).toBeLessThan(1e-13);
    }
  });

  it("is right in neither reading with it", () => {
    for (const nu of [0, 0.4, 1]) {
      const {exact, printed} = errors(0.5, 0.6, nu);
      for (const error of printed) expect(Math.abs(error / exact - 1)).toBeGreaterThan(0.01);
    }
  });
});
