import {expect, test} from "vitest";
import type {RuleRow} from "../../src/figures/rules.js";
import {problems, summed} from "../../src/figures/sampling/compare.js";

/** What each rule returns, in the problem of a name, with averages at half of it. */
const rowsOf = (version: string, returned: Readonly<Record<string, number>>): RuleRow[] =>
  Object.entries(returned).map(([rule, value]) => ({
    version,
    N: 1024,
    rule,
    batch: 1,
    rate: 0.1,
    spent: 0,
    returned: value,
    returnedError: value / 10,
    averaged: value / 2,
    averagedError: value / 20
  }));

const practised = {"b = 32": 6, "best of eight": 8, "norm test": 10, CABS: 4};
const rows = [
  ...rowsOf("won", {
    "best found": 2,
    "told, b = 1": 2,
    told: 4,
    "advice, b = 1": 3,
    advice: 20,
    ...practised
  }),
  ...rowsOf("lost to CABS", {
    "best found": 2,
    "told, b = 1": 6,
    told: 4,
    "advice, b = 1": 5,
    advice: 3,
    ...practised
  })
];

test("each rule stands over the best found", () => {
  const [won] = problems(rows, [1024]);
  expect(won).toMatchObject({version: "won", least: 2, most: 5, told: 1, small: 1.5, large: 10});
  expect(won.smallError).toBeCloseTo(0.15);
});

test("wins and losses are counted over all pairs", () => {
  expect(summed(rows, [1024])).toMatchObject({
    pairs: 2,
    toldMedian: 2,
    toldWorst: {version: "lost to CABS", told: 3},
    smallWins: 1,
    largeWins: 1,
    winsWithoutCabs: 2,
    normTestWins: 0,
    averageGain: 2
  });
});

test("a rule that did not run is named", () =>
  expect(() =>
    problems(
      rows.filter(({rule}) => rule !== "told, b = 1"),
      [1024]
    )
  ).toThrow("got told, b = 1"));
