import fc from "fast-check";
import {expect, it} from "vitest";
import {replicateBlocks} from "../../lib/experiments/replicateBlocks.js";
import {scaledSteps} from "../../lib/experiments/scaledSteps.js";

it("cuts replicates into blocks that follow one another and differ by one at most", () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 1e6}), fc.integer({min: 1, max: 40}), (n, blocks) => {
      const cut = replicateBlocks(n, blocks);
      expect(cut.map(({from}) => from)).toStrictEqual([0, ...cut.slice(0, -1).map(({to}) => to)]);
      expect(cut[blocks - 1].to).toBe(n);
      const lengths = cut.map(({from, to}) => to - from);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
    })
  );
});

it("shortens what follows the burn-in, and keeps some of it", () => {
  const run = {steps: 1100, burnIn: 100};
  expect(scaledSteps(run, 1)).toBe(1100);
  expect(scaledSteps(run, 0.1)).toBe(200);
  expect(scaledSteps(run, 1e-9)).toBe(102);
  expect(scaledSteps(run, 1e-9, 50)).toBe(150);
});
