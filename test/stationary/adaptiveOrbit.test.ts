import {describe, expect, it} from "vitest";
import {adaptiveCovarianceMap} from "../../lib/stationary/adaptiveCovarianceMap.js";
import {adaptiveOrbit} from "../../lib/stationary/adaptiveOrbit.js";

describe("adaptiveOrbit", () => {
  it("is Boole's map without noise and without memory", () => {
    const orbit = adaptiveOrbit({method: "natural", noiseRatio: 0, start: 1.3, steps: 20});
    let v = Math.sqrt(1.3 / 2);
    for (const u of orbit.subarray(1)) {
      v = Math.abs(v - 1 / v);
      expect(Math.abs(u / (2 * v * v) - 1)).toBeLessThan(1e-3);
    }
  });

  it("follows the covariance map in two dimensions from a multiple of its fixed point", () => {
    for (const method of ["natural", "adam"] as const) {
      const [c, rho, start] = [0.4, 0.3, 1.7];
      const hessian = [
        [1, 0.3],
        [0.3, 0.5]
      ];
      const det = 0.41;
      const size = method === "natural" ? (1 + c) / 2 : (1 + c) / 4;
      const fixed =
        method === "natural"
          ? [
              [0.5 / det, -0.3 / det],
              [-0.3 / det, 1 / det]
            ]
          : [
              [1, 0],
              [0, 1]
            ];
      const map = adaptiveCovarianceMap({
        method,
        hessian,
        learningRate: 1,
        noiseRatio: c,
        forgetting: rho
      });
      let state = map.start(fixed.map(row => row.map(x => x * size * start)));
      const orbit = adaptiveOrbit({method, noiseRatio: c, forgetting: rho, start, steps: 30});
      for (const u of orbit.subarray(1)) {
        state = map.step(state);
        expect(Math.abs(state.covariance.get(1, 1) / (size * fixed[1][1]) / u - 1)).toBeLessThan(
          1e-11
        );
      }
    }
  });

  it("refuses arguments out of range", () => {
    expect(() => adaptiveOrbit({method: "adam", noiseRatio: -1, start: 1, steps: 1})).toThrow(
      /noiseRatio/
    );
    expect(() =>
      adaptiveOrbit({method: "adam", noiseRatio: 1, forgetting: 0, start: 1, steps: 1})
    ).toThrow(/forgetting/);
  });

  it("ends where the variance is 0, and says so", () => {
    const options = {method: "natural", noiseRatio: 0, start: 2} as const;
    expect([...adaptiveOrbit({...options, steps: 1})]).toEqual([2, 0]);
    expect(() => adaptiveOrbit({...options, steps: 2})).toThrow(
      "start must never lead to a variance of 0, which no preconditioner inverts; got 2, 0 after 1 steps"
    );
  });
});
