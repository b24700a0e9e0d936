import {describe, expect, it} from "vitest";
import {linearMoments} from "../../lib/simulate/linearMoments.js";
import type {LinearCell} from "../../lib/simulate/spec.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {qhmCovariance} from "../../lib/stationary/qhmCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";

const base: LinearCell = {
  parameters: {},
  hessianEigenvalues: [1, 0.3],
  noiseFactor: {
    lower: [
      [1, 0],
      [0.6, 0.5]
    ]
  },
  batchSize: 4,
  learningRate: 0.4,
  steps: 4000
};
const noise = [
  [0.25, 0.15],
  [0.15, 0.61 / 4]
];
const hessian = [
  [1, 0],
  [0, 0.3]
];

describe("moments of a linear cell", () => {
  it.each([
    ["SGD", {}, sgdCovariance({hessian, noise, learningRate: 0.4})],
    [
      "heavy ball",
      {momentum: 0.7},
      momentumCovariance({hessian, noise, learningRate: 0.4, momentum: 0.7})
    ],
    [
      "QHM",
      {momentum: 0.7, nu: 0.4},
      qhmCovariance({hessian, noise, learningRate: 0.4, momentum: 0.7, nu: 0.4})
    ]
  ])("settle where the stationary law of %s is", (_, changes, sigma) => {
    const moments = linearMoments({...base, ...changes, burnIn: 2000});
    for (const [i, j] of [
      [0, 0],
      [0, 1],
      [1, 1]
    ]) {
      expect(moments.state(i, j)).toBeCloseTo(sigma.get(i, j), 12);
      expect(moments.overTime(j, i)).toBeCloseTo(sigma.get(i, j), 12);
    }
  });

  it("are those of every path, where the noise takes two values", () => {
    // θ from 2, noise ±1 along one direction: all 2⁶ paths of six steps with a falling rate.
    const cell: LinearCell = {
      parameters: {},
      hessianEigenvalues: [0.8],
      noiseFactor: {diagonal: [1]},
      learningRate: {scale: 1.2, offset: 2},
      momentum: 0.5,
      preconditioner: [0.9],
      initial: [2],
      burnIn: 2,
      snapshots: [3, 6],
      steps: 6
    };
    let [early, late, overTime, mean] = [0, 0, 0, 0];
    for (let path = 0; path < 64; path++) {
      let [theta, m, sum, squares] = [2, 0, 0, 0];
      for (let t = 0; t < 6; t++) {
        const g = 0.8 * theta + ((path >> t) & 1 ? 1 : -1);
        m = 0.5 * m + g;
        theta -= (1.2 / (t + 2)) * 0.9 * m;
        if (t >= 2) {
          sum += theta;
          squares += theta * theta;
        }
        if (t === 2) early += theta * theta;
      }
      late += theta * theta;
      overTime += squares / 4;
      mean += (sum / 4) ** 2;
    }
    const moments = linearMoments(cell);
    expect(moments.state(0, 0, 0)).toBeCloseTo(early / 64, 12);
    expect(moments.state(0, 0)).toBeCloseTo(late / 64, 12);
    expect(moments.overTime(0, 0)).toBeCloseTo(overTime / 64, 12);
    expect(moments.average(0, 0)).toBeCloseTo(mean / 64, 12);
  });

  it("of Euler–Maruyama have its own step and noise", () => {
    const cell: LinearCell = {...base, form: "eulerMaruyama", timeStep: 0.5, steps: 1};
    expect(linearMoments(cell).state(0, 1)).toBeCloseTo((2 * 0.4 * 0.5 * 0.6) / 4, 14);
    const two = linearMoments({...cell, steps: 2}).state(0, 0);
    expect(two).toBeCloseTo(((2 * 0.4 * 0.5) / 4) * (1 + 0.8 ** 2), 14);
  });
});
