import {expect, test} from "vitest";
import {chosenRules, losses, type RuleRow, ruled, rulesChart} from "../../src/figures/rules.js";

const row = (rule: string, returned: number): RuleRow => ({
  version: "one",
  N: 100,
  rule,
  batch: 1,
  rate: 0.1,
  spent: 0,
  returned,
  returnedError: 0.3,
  averaged: returned,
  averagedError: 0.4
});
const rows = [
  row("best found", 1),
  row("advice, b = 1", 2.5),
  row("b = 32", 3),
  row("CABS", 2),
  row("critical batch", 1.5)
];

test("advice loses where the best rule of practice leaves less, the critical batch not being one that adapts", () => {
  expect(losses(rows, "advice, b = 1")).toEqual([
    {
      version: "one",
      N: 100,
      ratio: 2.5,
      better: "CABS",
      betterRatio: 2,
      z: 0.5 / Math.hypot(0.3, 0.3)
    }
  ]);
  expect(
    losses([...rows.slice(0, 1), row("advice, b = 1", 1.9), ...rows.slice(2)], "advice, b = 1")
  ).toEqual([]);
});

test("rules stand in units of the best found", () => {
  expect(ruled(rows, "one", 100).map(({ratio}) => ratio)).toEqual([1, 2.5, 3, 2, 1.5]);
});

test("of every row the figure has those of the choice, in the order of the rules", () => {
  const shown = {version: "one", budget: "100"};
  const all = [...rows, {...rows[0], version: "two"}, {...rows[0], N: 200}];
  const chosen = chosenRules([...rows].reverse(), shown);
  expect(chosen.map(({rule}) => rule)).toEqual([
    "best found",
    "advice, b = 1",
    "b = 32",
    "CABS",
    "critical batch"
  ]);
  const {y, panels} = rulesChart(shown, 9, "")(all);
  expect(y.names).toEqual(["critical batch", "CABS", "$b = 32$", "advice, $b = 1$", "best found"]);
  const returned = panels[0].series.find(({name}) => name === "returned")!.marks;
  expect(returned.map(({rule}) => rule)).toEqual(chosen.map(({rule}) => rule));
  expect(returned.map(({rule, y: row = 0}) => [rule, y.names![row]])).toContainEqual([
    "CABS",
    "CABS"
  ]);
});
