import {expect, test} from "vitest";
import {solverProblems} from "../../lib/diffusion/solverProblems.js";
import {solverConvergenceExperiment} from "../../lib/experiments/diffusion/solverConvergenceExperiment.js";

test("every known solution is met to second order", () => {
  for (const {name, cells, error} of solverProblems.slice(0, -1)) {
    const [coarse, fine] = cells.slice(1, 3).map(error);
    expect(Math.log2(coarse / fine), name).toBeGreaterThan(1.85);
    expect(Math.log2(coarse / fine), name).toBeLessThan(2.3);
  }
});

test("a law thinner than the cells is met to first order, and to a higher one as they resolve it", () => {
  const {cells, error} = solverProblems[solverProblems.length - 1];
  const errors = cells.map(error);
  const orders = errors.slice(1).map((fine, k) => Math.log2(errors[k] / fine));
  expect(orders[0]).toBeCloseTo(1, 0);
  expect(orders[1]).toBeGreaterThan(orders[0] + 0.2);
  expect(orders[2]).toBeGreaterThan(orders[1] + 0.2);
});

test("the experiment's table has an order for every grid but a problem's first", async () => {
  const experiment = solverConvergenceExperiment({name: "t", title: "", source: "", seed: 1});
  const jobs = experiment.jobs(0.1);
  const table = experiment.table(await Promise.all(jobs.map(job => experiment.run(job))), 0.1);
  expect(jobs.length).toBe(3 * solverProblems.length);
  const order = table.order as Float64Array;
  expect(order.filter(Number.isNaN).length).toBe(solverProblems.length);
});
