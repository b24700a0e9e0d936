import {expect, test} from "vitest";
import {coverage, separated, tied} from "../workbench/coverageCases.js";

const repetitions = 1000;

/** Near zero, the interval of ‖g‖² holds the truth more often than it says. */
const wide = new Set(["meanNormSquared", "noiseScale"]);

test.each(separated)("95 % intervals cover 90 to 99 %: $name", one => {
  for (const [name, share] of Object.entries(coverage(one, repetitions))) {
    expect(share, name).toBeGreaterThanOrEqual(0.9);
    if (!(one.name.endsWith("small gradient") && wide.has(name)))
      expect(share, name).toBeLessThanOrEqual(0.99);
  }
});

test.each(tied)("95 % intervals cover at least 90 % at ties: $name", one => {
  for (const [name, share] of Object.entries(coverage(one, repetitions)))
    expect(share, name).toBeGreaterThanOrEqual(0.9);
});
