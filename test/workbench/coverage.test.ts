import {expect, test} from "vitest";
import {coverage, separated, tied} from "./coverageCases.js";

/** The standard error of a coverage of 95 % is 1.8 % here; `test/long/workbenchCoverage.test.ts` has 1000. */
const repetitions = 150;

test.each([separated[0], separated[3]])("95 % intervals cover: $name", one => {
  for (const [name, share] of Object.entries(coverage(one, repetitions)))
    expect(share, name).toBeGreaterThan(0.87);
});

test.each([tied[0]])("at ties: $name", one => {
  for (const [name, share] of Object.entries(coverage(one, repetitions)))
    expect(share, name).toBeGreaterThan(0.87);
});
