import {expect, it} from "vitest";
import {rulesExperiment} from "../../../lib/experiments/sampling/rulesExperiment.js";
import {shopYear} from "../../../lib/sampling/pizzaShop.js";
import {shopProblem} from "../../../lib/sampling/shopProblem.js";
import {sampleData} from "../../sampling/data.js";
import {head, runInProcess} from "../runInProcess.js";

const csv = sampleData("pizza.csv");
const years = {now: shopYear(csv, 2022), before: shopYear(csv, 2021)};
const costs = {ingredients: 0.3, capacity: 1};

it("spends no more than the budget, and leaves less the better the rule", async () => {
  const rows = await runInProcess(
    rulesExperiment(
      {
        ...head,
        replicates: 40,
        settings: {
          versions: ["near"],
          budgets: [1024],
          pilotShare: 0.2,
          spacing: 2,
          rounds: 2,
          batchSizes: [1, 8, 64],
          halvings: 7,
          searched: 6
        }
      },
      () => shopProblem(years, "laws", costs, "equal shares")
    )
  );
  const of = Object.fromEntries(rows.map(row => [row["rule"], row]));
  for (const row of rows) expect(row["calls"]).toBeLessThanOrEqual(1024);
  const returned = (rule: string) => Number(of[rule]["returned"]);
  expect(returned("best found")).toBeLessThan(returned("b = 32") / 4);
  expect(returned("told")).toBeLessThan(returned("b = 32") / 4);
  expect(Number(of["told"]["batch"])).toBeGreaterThan(100);
  expect(of["told"]["spent"]).toBe(0);
  expect(Number(of["advice"]["spent"])).toBeGreaterThan(100);
});
