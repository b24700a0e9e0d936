import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {averagedIterate} from "../../lib/budgets/averagedIterate.js";
import {polyakRuppertCovariance} from "../../lib/budgets/polyakRuppertCovariance.js";

const noise = [
  [2, 0.7],
  [0.7, 1]
];

/** Moments of (θ, S) carried step by step, S the running sum: the twin. */
function twin(h: readonly number[], eta: number, T: number, B: number, initial: readonly number[]) {
  const a = h.map(x => 1 - eta * x);
  let mean = [...initial];
  let sum = h.map(() => 0);
  const zero = () => h.map(() => h.map(() => 0));
  let [tt, ts, ss] = [zero(), zero(), zero()];
  for (let t = 1; t <= T; t++) {
    const keep = t > B ? 1 : 0;
    mean = mean.map((m, i) => a[i] * m);
    sum = sum.map((s, i) => s + keep * mean[i]);
    const next = tt.map((row, i) => row.map((x, j) => a[i] * a[j] * x + eta * eta * noise[i][j]));
    const cross = ts.map((row, i) => row.map((x, j) => a[i] * x + keep * next[i][j]));
    // Cov(S + θ) = Cov S + Cov(θ, S) + Cov(S, θ) + Cov θ, θ already advanced
    ss = ss.map((row, i) =>
      row.map((x, j) => x + keep * (a[i] * ts[i][j] + a[j] * ts[j][i] + next[i][j]))
    );
    [tt, ts] = [next, cross];
  }
  const n = T - B;
  return {mean: sum.map(s => s / n), covariance: ss.map(row => row.map(x => x / (n * n)))};
}

describe("averagedIterate", () => {
  it("agrees with the joint recursion of iterate and sum", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 30}),
        fc.double({min: 0, max: 0.99, noNaN: true}),
        fc.double({min: 0.01, max: 1.8, noNaN: true}),
        (steps, share, learningRate) => {
          const curvatures = [0.4, 1];
          const burnIn = Math.floor(share * steps);
          const initial = [1, -2];
          const ours = averagedIterate({curvatures, noise, learningRate, steps, burnIn, initial});
          const other = twin(curvatures, learningRate, steps, burnIn, initial);
          for (const i of [0, 1]) {
            expect(Math.abs(ours.mean[i] - other.mean[i])).toBeLessThan(
              100 * steps * Number.EPSILON
            );
            // c·n·ε·‖·‖, with the size of a full random sum of kicks
            for (const j of [0, 1])
              expect(Math.abs(ours.covariance.get(i, j) - other.covariance[i][j])).toBeLessThan(
                100 *
                  steps *
                  Number.EPSILON *
                  (ours.covariance.get(0, 0) + ours.covariance.get(1, 1) + 1e-3)
              );
          }
        }
      )
    );
  });

  it("tends to H⁻¹ N H⁻¹/T, from below", () => {
    const V = polyakRuppertCovariance({
      hessian: [
        [0.4, 0],
        [0, 1]
      ],
      noise
    });
    const at = (steps: number) =>
      (steps *
        averagedIterate({curvatures: [0.4, 1], noise, learningRate: 0.5, steps}).covariance.get(
          0,
          0
        )) /
      V.get(0, 0);
    expect(at(1000)).toBeLessThan(1);
    expect((1 - at(1000)) / (1 - at(4000))).toBeCloseTo(4, 1);
  });

  it.each([
    [{burnIn: 10}, "burnIn must be an integer in [0, 9]; got 10"],
    [{learningRate: 0}, "learningRate must lie in (0, ∞); got 0"],
    [{initial: [1]}, "initial must have 2 entries; got 1"]
  ])("refuses %j", (change, message) => {
    const good = {curvatures: [1, 2], noise, learningRate: 0.1, steps: 10};
    expect(() => averagedIterate({...good, ...change})).toThrow(message);
  });
});
