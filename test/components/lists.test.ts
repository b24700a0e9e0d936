import {expect, test} from "vitest";
import {chosenErrata, errataControls} from "../../src/components/errata.js";
import {criteria, foundOf, ledgerControls} from "../../src/components/ledgerControls.js";
import {stableSetting} from "../../src/components/workbench/keepStable.js";
import {listedColumns} from "../../src/figures/explore.js";
import {
  experimentColumns,
  hashColumns,
  type Stored,
  tookTogether
} from "../../src/figures/reproduce.js";

test("the ledger is found by what its claims have, and its own statements are counted apart", () => {
  for (const [name, control] of Object.entries(ledgerControls))
    if ("options" in control) {
      expect(control.options, name).toContain(control.value);
      expect(new Set(control.options).size, name).toBe(control.options.length);
    }
  expect(ledgerControls.criterion.options).toEqual(["all", ...criteria.keys()]);
  const all = [
    {document: "FG", claims: 40n},
    {document: "LZU", claims: 30},
    {document: "SP", claims: 7}
  ];
  expect(foundOf(12, all.slice(0, 2))).toBe("12 of 70 claims");
  expect(foundOf(12, all)).toMatch(/^12 of 7[07] claims( and 7 statements of our own)?$/);
});

test("corrections are chosen by the document's name and the weight's words", () => {
  const [, name] = errataControls.document.options;
  expect(chosenErrata({document: "all", weight: "all"})).toEqual({
    name: undefined,
    chosen: {document: undefined, weight: undefined}
  });
  const {chosen, name: shown} = chosenErrata({document: name, weight: "slips"});
  expect(shown).toBe(name);
  expect(chosen.weight).toBe("slip");
  expect(chosen.document).toMatch(/^\w+$/);
});

test("half the edge is a setting of the slider, or its least", () => {
  for (const limit of [4.54, 0.399, 0.00384, 2, 1.9e-6]) {
    const rate = 10 ** stableSetting(limit);
    expect(rate).toBeLessThanOrEqual((limit / 2) * (1 + 1e-9));
    expect(rate).toBeGreaterThan(0.44 * limit);
  }
  expect(stableSetting(1e-9)).toBe(-7);
});

test("tables of the site and experiments have a line each", () => {
  const columns = [["b", "INTEGER"] as const, ["variance", "DOUBLE"] as const];
  const line = listedColumns.map(({value}) =>
    value({name: "sweep", title: "A sweep", rows: 12345, columns})
  );
  expect(line).toEqual(["sweep", "A sweep", "12\u2009345", "b, variance"]);
  const one: Stored = {
    experiment: "sweep",
    title: "A sweep",
    source: "here",
    jobs: 2,
    steps: 1_500_000,
    loader: "data/sweep.arrow.ts",
    seed: 3,
    scale: 0.1,
    closure: "abcdefghij",
    sha256: "0123456789",
    seconds: 1.25,
    workers: 2,
    commit: "1234567"
  };
  expect(experimentColumns.map(({value}) => value(one))).toEqual([
    "sweep",
    "here",
    "3",
    "0.1",
    "1.50",
    "1.3",
    "0123456",
    "abcdefg"
  ]);
  expect(hashColumns.map(({value}) => value(one))).toEqual([
    "data/sweep.arrow.ts",
    "1234567",
    "2",
    "0123456789",
    "abcdefghij"
  ]);
  expect(tookTogether([one, one])).toEqual({seconds: 2.5, steps: 3_000_000});
});
