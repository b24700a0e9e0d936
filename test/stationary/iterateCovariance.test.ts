import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {iterateCovariance} from "../../lib/stationary/iterateCovariance.js";
import {modeVariance} from "../../lib/stationary/modeVariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";

const noise = [
  [2, 0.7],
  [0.7, 1]
];

describe("iterateCovariance", () => {
  it("is the sum over all kicks, each carried on by the rates that follow", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({min: 0.01, max: 1.5, noNaN: true}), {minLength: 1, maxLength: 12}),
        rates => {
          const curvatures = [0.3, 1.1];
          const [C] = iterateCovariance({
            curvatures,
            noise,
            learningRate: t => rates[t],
            steps: [rates.length]
          });
          for (const [i, j] of [
            [0, 0],
            [0, 1],
            [1, 1]
          ]) {
            let sum = 0;
            let size = 0;
            for (const [s, rate] of rates.entries()) {
              let kick = rate * rate * noise[i][j];
              for (const later of rates.slice(s + 1))
                kick *= (1 - later * curvatures[i]) * (1 - later * curvatures[j]);
              sum += kick;
              size += Math.abs(kick);
            }
            // c·n·ε: 4 roundings per step of each kick
            expect(Math.abs(C.get(i, j) - sum)).toBeLessThanOrEqual(
              10 * rates.length * Number.EPSILON * size
            );
          }
        }
      )
    );
  });

  it("is a mode's variance on the diagonal and ends in the steady state", () => {
    const options = {curvatures: [1, 3], noise, learningRate: 0.2};
    const [early, late] = iterateCovariance({...options, steps: [7, 4000]});
    const mode = modeVariance({curvature: 3, noise: 1, learningRate: 0.2}, 7);
    expect(Math.abs(early.get(1, 1) / mode - 1)).toBeLessThan(100 * Number.EPSILON);
    const hessian = [
      [1, 0],
      [0, 3]
    ];
    const steady = sgdCovariance({hessian, noise, learningRate: 0.2});
    expect(late.sub(steady).norm()).toBeLessThan(1000 * Number.EPSILON * steady.norm());
  });

  it.each([
    [{curvatures: [1, -1]}, "curvatures must lie in (0, ∞); got -1"],
    [{learningRate: 0}, "learningRate must lie in (0, ∞); got 0"],
    [{steps: [5, 5]}, "steps must be an integer ≥ 6; got 5"],
    [{noise: [[1]]}, "noise must be 2×2; got 1×1"]
  ])("refuses %j", (change, message) => {
    const good = {curvatures: [1, 2], noise, learningRate: 0.1, steps: [1]};
    expect(() => iterateCovariance({...good, ...change})).toThrow(message);
  });
});
