import {describe, expect, test} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {nonlinearCovariance} from "../../lib/stationary/nonlinearCovariance.js";

const axes = [0, 1, 2];
/** A symmetric tensor, its entries by a sum over the indices. */
const third = axes.map(i => axes.map(j => axes.map(k => 0.3 * Math.cos(1 + i + j + k))));
const fourth = axes.map(i =>
  axes.map(j => axes.map(k => axes.map(l => 0.4 * Math.sin(2 + i + j + k + l))))
);
const curvatures = [1, 0.6, 1.7];

/** L up to the fourth order. */
function loss(x: readonly number[]): number {
  let value = 0;
  for (const i of axes) {
    value += (curvatures[i] * x[i] ** 2) / 2;
    for (const j of axes)
      for (const k of axes) {
        value += (third[i][j][k] * x[i] * x[j] * x[k]) / 6;
        for (const l of axes) value += (fourth[i][j][k][l] * x[i] * x[j] * x[k] * x[l]) / 24;
      }
  }
  return value;
}

/** Moments of the density e^{−L/ε} on a lattice, and what is left of them at the next order. */
function gibbs(epsilon: number) {
  const steps = Array.from({length: 21}, (_, k) => 0.7 * (k - 10));
  let total = 0;
  const first = axes.map(() => 0);
  const second = axes.map(() => axes.map(() => 0));
  for (const a of steps)
    for (const b of steps)
      for (const c of steps) {
        const x = [a, b, c].map((s, i) => s * Math.sqrt(epsilon / curvatures[i]));
        const weight = Math.exp(-loss(x) / epsilon);
        total += weight;
        for (const i of axes) {
          first[i] += weight * x[i];
          for (const j of axes) second[i][j] += weight * x[i] * x[j];
        }
      }
  const mean = first.map(x => x / total);
  const order = axes.flatMap(i =>
    axes.map(j => {
      const linear = i === j ? epsilon / curvatures[i] : 0;
      return (second[i][j] / total - mean[i] * mean[j] - linear) / epsilon ** 2;
    })
  );
  return {mean: mean.map(x => x / epsilon), order};
}

describe("nonlinearCovariance", () => {
  test("as η → 0 with white noise it is the next order of the density e^{−L/ε}, in three dimensions", () => {
    const learningRate = 1e-5;
    const noise = axes.map(i => axes.map(j => (i === j ? 2 / learningRate : 0)));
    const {mean, correction} = nonlinearCovariance({
      curvatures,
      third,
      fourth,
      noise,
      learningRate
    });
    const [coarse, fine] = [gibbs(1e-3), gibbs(5e-4)];
    for (const i of axes) expect(2 * fine.mean[i] - coarse.mean[i]).toBeCloseTo(mean[i], 3);
    const extrapolated = fine.order.map((x, e) => 2 * x - coarse.order[e]);
    for (const [e, x] of extrapolated.entries())
      expect(x).toBeCloseTo(correction.to1DArray()[e], 3);
  });

  test("on the line, as η → 0, it is s⁴(T²/h² − Q/(2h))", () => {
    const [h, T, Q, learningRate] = [1.3, 0.7, 2.1, 1e-7];
    const {linear, correction} = nonlinearCovariance({
      curvatures: [h],
      third: [[[T]]],
      fourth: [[[[Q]]]],
      noise: [[1]],
      learningRate
    });
    const share = correction.get(0, 0) / linear.get(0, 0) ** 2;
    expect(share).toBeCloseTo(T ** 2 / h ** 2 - Q / (2 * h), 5);
  });

  test("says what is wrong", () => {
    const run = {curvatures: [1], third: [[[0]]], fourth: [[[[0]]]], noise: [[1]]};
    expect(() => nonlinearCovariance({...run, learningRate: 2})).toThrow(UnstableError);
    expect(() => nonlinearCovariance({...run, learningRate: 0})).toThrow(RangeError);
  });
});
