import {describe, expect, test} from "vitest";
import {checkFloor} from "../../lib/workbench/floorCheck.js";

const modes = {curvatures: [0.2, 1, 3], noise: [1, 0.5, 2]};

/** The floor by iterating the covariance of (θ, m) mode by mode. */
function iterated(eta: number, momentum: number, share: number): number {
  return modes.curvatures.reduce((floor, h, a) => {
    let [tt, tm, mm] = [0, 0, 0];
    for (let step = 0; step < 5000; step++) {
      // m ← µm + hθ + n, θ ← θ − ηm
      const next =
        momentum * momentum * mm + 2 * momentum * h * tm + h * h * tt + share * modes.noise[a];
      const cross = momentum * tm + h * tt;
      [tt, tm, mm] = [tt - 2 * eta * cross + eta * eta * next, cross - eta * next, next];
    }
    return floor + (h / 2) * tt;
  }, 0);
}

describe("the floor by simulation", () => {
  test.each([
    [0.2, 0],
    [0.5, 0],
    [0.1, 0.8]
  ])(
    "at η = %d and µ = %d is the law's, and the iterated covariance's",
    async (learningRate, momentum) => {
      const check = (await checkFloor(modes, {learningRate, batchSize: 4, momentum}, undefined))!;
      expect(check.left).toBe(0);
      expect(Math.abs(check.z)).toBeLessThan(4);
      expect(check.standardError).toBeLessThan(0.01 * check.measured);
      expect(check.predicted / iterated(learningRate, momentum, 1 / 4)).toBeCloseTo(1, 10);
    }
  );

  test("is the same each time, and less noisy without replacement", async () => {
    const run = {learningRate: 0.2, batchSize: 4};
    const first = await checkFloor(modes, run, 8);
    expect(await checkFloor(modes, run, 8)).toEqual(first);
    const without = await checkFloor(modes, {...run, replacement: false}, 8);
    expect(without!.predicted / first!.predicted).toBeCloseTo(4 / 7, 12);
  });

  test("leaves out what settles too slowly, and there is none beyond the edge", async () => {
    const slow = {curvatures: [1e-6, 1], noise: [1, 1]};
    expect(await checkFloor(slow, {learningRate: 0.1, batchSize: 1}, undefined)).toMatchObject({
      left: 1
    });
    expect(await checkFloor(modes, {learningRate: 0.7, batchSize: 1}, undefined)).toBeNull();
  });
});
