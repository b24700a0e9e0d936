import {expect, test} from "vitest";
import {uniforms} from "../../lib/random/uniforms.js";
import {measureAt} from "../../lib/sampling/pilot.js";
import {shopYear} from "../../lib/sampling/pizzaShop.js";
import {shopProblem} from "../../lib/sampling/shopProblem.js";
import {sampleData} from "./data.js";

const csv = sampleData("pizza.csv");
const years = {now: shopYear(csv, 2022), before: shopYear(csv, 2021)};
const problem = shopProblem(years, "laws", {ingredients: 0.3, capacity: 1});

test("a pilot whose samples see no jump looks further, and counts the calls", () => {
  const found = measureAt(problem, Float64Array.from(problem.start), {
    samples: 3,
    spacing: 1e-3,
    stream: () => uniforms({seed: 5, experiment: "pilot", cell: "shop", replicate: 0})
  });
  expect(found.calls).toBeGreaterThan(3 * 5);
  for (const [i, row] of found.hessian.entries()) expect(row[i]).toBeGreaterThan(0);
});

test("no excess at the optimum, and much at the orders of the year before", () => {
  expect(problem.excess(Float64Array.from(problem.optimum))).toBe(0);
  expect(problem.excess(Float64Array.from(problem.start))).toBeGreaterThan(10);
});
