import {expect, test} from "vitest";
import {averagedIterate} from "../../lib/budgets/averagedIterate.js";
import {transientCovariance} from "../../lib/stationary/transientCovariance.js";
import {squareOfTrace, traceOfSquare} from "../../lib/workbench/moments.js";
import {riskAfter} from "../../lib/workbench/riskAfter.js";
import {largestOf} from "../../lib/workbench/scores.js";

/** Every sample of five rows from three equally likely points of the plane, whose moments are known. */
test("Tr G² and (Tr G)² are unbiased over all samples from three points", () => {
  const points = [
    [0, 0],
    [3, 1],
    [-1, 2]
  ];
  const covariance = (rows: number[][], divisor: number) => {
    const means = [0, 1].map(j => rows.reduce((sum, row) => sum + row[j] / rows.length, 0));
    const entry = (a: number, b: number) =>
      rows.reduce((sum, row) => sum + (row[a] - means[a]) * (row[b] - means[b]), 0) / divisor;
    const lengths = rows.map(row => (row[0] - means[0]) ** 2 + (row[1] - means[1]) ** 2);
    return {
      trace: entry(0, 0) + entry(1, 1),
      square: entry(0, 0) ** 2 + entry(1, 1) ** 2 + 2 * entry(0, 1) ** 2,
      fourth: lengths.reduce((sum, x) => sum + x * x, 0) / divisor
    };
  };
  const truth = covariance(points, 3);
  const n = 5;
  let [squares, traces] = [0, 0];
  for (let index = 0; index < 3 ** n; index++) {
    const rows = Array.from({length: n}, (_, i) => points[Math.floor(index / 3 ** i) % 3]);
    const moments = covariance(rows, n - 1);
    squares += traceOfSquare(n, moments, Infinity) / 3 ** n;
    traces += squareOfTrace(n, moments) / 3 ** n;
  }
  expect(Math.abs(squares / truth.square - 1)).toBeLessThan(0.01);
  expect(Math.abs(traces / truth.trace ** 2 - 1)).toBeLessThan(0.01);
});

test("Lanczos' iteration finds the largest eigenvalue of a known matrix", () => {
  const k = 40;
  // The second difference has the eigenvalues 2 − 2 cos(πj/(k+1)).
  const apply = (v: Float64Array) => v.map((x, i) => 2 * x - (v[i - 1] ?? 0) - (v[i + 1] ?? 0));
  const exact = 2 - 2 * Math.cos((Math.PI * k) / (k + 1));
  expect(Math.abs(largestOf(apply, k) / exact - 1)).toBeLessThan(1e-9);
});

test.each([
  [0.3, 1],
  [0.3, 50],
  [1.7, 7],
  [1e-6, 40],
  [3e-6, 2500],
  [2e-4, 4095],
  [9e-4, 1100],
  [4.2e-3, 999]
])(
  "risks at η = %d after %d steps are those of the recursion and of the averages",
  (eta, steps) => {
    const [h, start, noise, share] = [[1, 0.25], [2, 3], [0.7, 0.2], 0.5];
    const {last, averaged} = riskAfter({h, start, noise}, {eta, steps, share});
    let [byRecursion, byAverage] = [0, 0];
    for (const [i, curvature] of h.entries()) {
      const [hessian, kick] = [[[curvature]], [[noise[i] * share]]];
      const all = transientCovariance({
        hessian,
        learningRate: eta,
        noise: kick,
        steps,
        start: [[start[i]]]
      });
      byRecursion += (curvature / 2) * all[steps].get(0, 0);
      const {mean, covariance} = averagedIterate({
        curvatures: [curvature],
        noise: kick,
        learningRate: eta,
        steps,
        initial: [Math.sqrt(start[i])]
      });
      byAverage += (curvature / 2) * (mean[0] ** 2 + covariance.get(0, 0));
    }
    expect(Math.abs(last / byRecursion - 1)).toBeLessThan(1e-12);
    expect(Math.abs(averaged / byAverage - 1)).toBeLessThan(1e-12);
  }
);
