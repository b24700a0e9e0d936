import {expect, test} from "vitest";
import {pairedCovariance} from "../../lib/experiments/noise/estimationExperiment.js";
import {estimationErrors} from "../../lib/noise/estimationError.js";
import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import {movingCovariance} from "../../lib/noise/movingCovariance.js";
import {type MovingMean, printedMovingCovariance} from "../../lib/noise/printedMovingCovariance.js";
import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";

const z = normals(uniforms({seed: 5, experiment: "estimation test", cell: "", replicate: 0}));

test("expected errors are those of simulated Gaussian gradients", () => {
  const G = pairedCovariance([3, 1], 25);
  const c = [
    [Math.sqrt(G[0][0]), 0],
    [G[0][1] / Math.sqrt(G[0][0]), Math.sqrt(G[1][1] - G[0][1] ** 2 / G[0][0])]
  ];
  const samples = 6;
  const runs = 20_000;
  const errors = Array.from({length: runs}, () => {
    const rows = Array.from({length: samples}, () => {
      const [x, y] = [z.next(), z.next()];
      return [c[0][0] * x, c[1][0] * x + c[1][1] * y];
    });
    const found = gradientCovariance(rows);
    const gap = (i: number, j: number, keep: boolean) =>
      ((keep ? found.get(i, j) : 0) - G[i][j]) ** 2;
    return [
      gap(0, 0, true) + 2 * gap(0, 1, true) + gap(1, 1, true),
      gap(0, 0, true) + 2 * gap(0, 1, false) + gap(1, 1, true)
    ];
  });
  const exact = estimationErrors(G, {samples, rank: 1, eigenvalues: [3, 1]});
  for (const [k, expected] of [exact.plugIn, exact.diagonal].entries()) {
    const mean = errors.reduce((sum, e) => sum + e[k] / runs, 0);
    const variance = errors.reduce((sum, e) => sum + (e[k] - mean) ** 2 / (runs - 1), 0);
    expect(Math.abs(mean - expected) / Math.sqrt(variance / runs)).toBeLessThan(4);
  }
  expect(exact.rankFloor).toBeCloseTo(1, 14);
});

test.each([
  ["true", (_: number) => 1],
  ["before", (a: number) => 2 / (2 - a)],
  ["after", (a: number) => (2 * (1 - a) ** 2) / (2 - a)]
] as [MovingMean, (a: number) => number][])(
  "the printed average with the mean %s",
  (mean, factor) => {
    const alpha = 0.5;
    const runs = 20_000;
    const values = Array.from({length: runs}, () => {
      const moving = printedMovingCovariance({dimension: 1, alpha, mean});
      for (let t = 0; t < 60; t++) moving.add([z.next()]);
      return moving.covariance().get(0, 0);
    });
    const average = values.reduce((sum, x) => sum + x / runs, 0);
    const variance = values.reduce((sum, x) => sum + (x - average) ** 2 / (runs - 1), 0);
    expect(Math.abs(average - factor(alpha)) / Math.sqrt(variance / runs)).toBeLessThan(4);
  }
);

test("before, its factor divided out, is movingCovariance once the start is forgotten", () => {
  const alpha = 0.3;
  const printed = printedMovingCovariance({dimension: 1, alpha, mean: "before"});
  const moving = movingCovariance({dimension: 1, alpha});
  for (let t = 0; t < 400; t++) {
    const psi = [z.next()];
    printed.add(psi);
    moving.add(psi);
  }
  const corrected = (printed.covariance().get(0, 0) * (2 - alpha)) / 2;
  expect(corrected).toBeCloseTo(moving.covariance().get(0, 0), 12);
});

test("names what is out of range", () => {
  expect(() => printedMovingCovariance({dimension: 1, alpha: 1, mean: "true"})).toThrow(
    /alpha must lie in \(0, 1\); got 1/
  );
  expect(() => estimationErrors([[1]], {samples: 1, rank: 1, eigenvalues: [1]})).toThrow(/samples/);
});
