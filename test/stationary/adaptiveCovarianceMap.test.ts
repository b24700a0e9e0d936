import {describe, expect, it} from "vitest";
import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {adaptiveEnsemble} from "../../lib/simulate/adaptiveEnsemble.js";
import {adamCovariance} from "../../lib/stationary/adamCovariance.js";
import {adaptiveCovarianceMap} from "../../lib/stationary/adaptiveCovarianceMap.js";
import {naturalGradientCovariance} from "../../lib/stationary/naturalGradientCovariance.js";

const hessian = [
  [1, 0.3],
  [0.3, 0.5]
];
const noise = [
  [1, -0.4],
  [-0.4, 0.8]
];
const wide = [
  [2, 0],
  [0, 1]
];

describe("adaptiveCovarianceMap", () => {
  it("goes to the stationary covariances where they attract, C not commuting with K", () => {
    const natural = {hessian, learningRate: 0.4, momentum: 0.5, noise};
    const adam = {learningRate: 0.4, noiseRatio: 0.5};
    for (const [map, fixed] of [
      [
        adaptiveCovarianceMap({method: "natural", forgetting: 0.2, ...natural}),
        naturalGradientCovariance(natural)
      ],
      [
        adaptiveCovarianceMap({method: "adam", hessian, ...adam}),
        adamCovariance({...adam, dimension: 2})
      ]
    ] as const) {
      let state = map.start(wide);
      for (let t = 0; t < 500; t++) state = map.step(state);
      expect(state.covariance.clone().sub(fixed).norm()).toBeLessThan(1e-12 * fixed.norm() * 100);
    }
  });

  it("is what an ensemble of 20 000 iterates does, step by step", () => {
    for (const method of ["natural", "adam"] as const) {
      const shared = {
        method,
        learningRate: 0.3,
        momentum: method === "natural" ? 0.4 : 0,
        forgetting: 0.5
      };
      const map = adaptiveCovarianceMap({...shared, hessian, noise});
      const source = normals(
        uniforms({seed: 3, experiment: "adaptive", cell: method, replicate: 0})
      );
      const ensemble = adaptiveEnsemble({
        ...shared,
        hessian: [1, 0.3, 0.5],
        start: [2, 0, 1],
        noise: {covariance: [1, -0.4, 0.8]},
        particles: 20_000,
        next: () => source.next()
      });
      let state = map.start(wide);
      for (let t = 0; t < 12; t++) {
        state = map.step(state);
        ensemble.advance();
        const [a, b, c] = ensemble.secondMoment();
        // 20 000 samples: a variance is known to 1 %, and errors are carried on; 6 %.
        const size = state.covariance.norm();
        expect(Math.abs(a - state.covariance.get(0, 0))).toBeLessThan(0.06 * size);
        expect(Math.abs(b - state.covariance.get(0, 1))).toBeLessThan(0.06 * size);
        expect(Math.abs(c - state.covariance.get(1, 1))).toBeLessThan(0.06 * size);
      }
    }
  });

  it("refuses arguments out of range", () => {
    const options = {method: "natural", hessian, learningRate: 1} as const;
    expect(() => adaptiveCovarianceMap(options)).toThrow(/exactly one/);
    expect(() => adaptiveCovarianceMap({...options, noise, forgetting: 2})).toThrow(/forgetting/);
    expect(() => adaptiveCovarianceMap({...options, noiseRatio: -1})).toThrow(/noiseRatio/);
  });
});
