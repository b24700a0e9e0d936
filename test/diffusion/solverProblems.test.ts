import {expect, test} from "vitest";
import {solverConvergenceExperiment} from "../../lib/diffusion/solverConvergenceExperiment.js";
import {solverProblems} from "../../lib/diffusion/solverProblems.js";

test("every known solution is met to second order", () => {
  for (const {name, cells, error} of solverProblems) {
    const [coarse, fine] = cells.slice(1, 3).map(error);
    expect(Math.log2(coarse / fine), name).toBeGreaterThan(1.85);
    expect(Math.log2(coarse / fine), name).toBeLessThan(2.3);
  }
});

test("the experiment's table has an order for every grid but a problem's first", async () => {
  const experiment = solverConvergenceExperiment({name: "t", title: "", source: "", seed: 1});
  const jobs = experiment.jobs(0.1);
  const table = experiment.table(await Promise.all(jobs.map(job => experiment.run(job))), 0.1);
  expect(jobs.length).toBe(3 * solverProblems.length);
  const order = table.order as Float64Array;
  expect(order.filter(Number.isNaN).length).toBe(solverProblems.length);
});
