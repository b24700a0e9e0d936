import {expect, test} from "vitest";
import {adaptiveMultiplier} from "../../lib/stationary/adaptiveMultiplier.js";
import {noiselessMomentum} from "../../lib/stationary/noiselessMomentum.js";
import {settlingNoise} from "../../lib/stationary/settlingNoise.js";

const repels = (noiseRatio: number, momentum: number, forgetting: number) =>
  adaptiveMultiplier({method: "natural", noiseRatio, momentum, forgetting}) >= 1;

test("nothing above it repels, and what is just below does", () => {
  for (const forgetting of [0.1, 0.5, 1])
    for (const momentum of [0, 0.08, 0.3, 0.6, 0.72, 0.74, 0.76, 0.84, 0.92]) {
      const least = settlingNoise({momentum, forgetting});
      for (let c = least; c < 8; c += c < 1.2 ? 0.004 : 0.2)
        expect([c, momentum, forgetting, repels(c + 1e-9, momentum, forgetting)]).toEqual([
          c,
          momentum,
          forgetting,
          false
        ]);
      if (least > 0) expect(repels(least - 2e-5, momentum, forgetting)).toBe(true);
    }
});

test("is 0 where the noiseless point attracts, and 1 without momentum and memory", () => {
  for (const forgetting of [0.1, 0.5]) {
    const {most} = noiselessMomentum(forgetting);
    expect(settlingNoise({momentum: most - 0.001, forgetting})).toBe(0);
    expect(settlingNoise({momentum: most + 0.001, forgetting})).toBeGreaterThan(0);
  }
  expect(settlingNoise({momentum: 0, forgetting: 1})).toBeCloseTo(1, 4);
});

test("lies above a band that attracts", () => {
  expect(settlingNoise({momentum: 0.74, forgetting: 0.5})).toBeGreaterThan(0.16);
  expect([0.08, 0.1, 0.14].map(c => repels(c, 0.74, 0.5))).toEqual([true, false, true]);
});
