import {describe, expect, test} from "vitest";
import {type PooledMoments, printedScore, table5} from "../../src/figures/budgets/decayingSteps.js";
import {ownScore, sampledNumbers} from "../../src/figures/budgets/verification.js";
import {
  calculatedNumbers,
  draws,
  type TurnedRun
} from "../../src/figures/budgets/verificationNumbers.js";
import {
  fourReadings,
  type PromiseRun,
  printedTolerance
} from "../../src/figures/budgets/verificationPromise.js";
import type {ScalingRow} from "../../src/figures/diffusion/batch-scaling.js";
import type {Swept} from "../../src/figures/diffusion/plateau.js";
import {runsOfPaper} from "./examples/verification.js";
import {pageRows} from "./pageRows.js";
import {expecting, sweep} from "./sweep.js";

const runs = await runsOfPaper();
const source = {table: "decaying", experiment: "decaying-steps", scale: 0.2};
const decays = (await pageRows(
  "budgets/verification",
  "decays",
  source
)) as unknown as PooledMoments[];
const plateaus = expecting((await sweep("plateau", 0.05)).rows, "risk") as unknown as Swept[];

describe("the printed means over replicates", () => {
  const numbers = sampledNumbers(plateaus, decays, runs);

  test("are twenty-three, and lie as near to what is expected as chance has it", () => {
    expect(numbers).toHaveLength(23);
    const squares = numbers.reduce((sum, row) => sum + printedScore(row) ** 2, 0);
    expect(squares).toBeGreaterThan(12);
    expect(squares).toBeLessThan(36);
  });

  test("stand beside sweeps that agree with what is expected of them", () => {
    for (const row of numbers) expect(Math.abs(ownScore(row)), row.what).toBeLessThan(4);
  });

  test("have what the experiment expects for their expectation", () => {
    for (const {noise, T, N, expected} of table5(decays, runs.decaying)) {
      const own = decays.find(row => row.noise === noise && row.steps === T && row.k === 0);
      expect(N * (own?.expected ?? 0)).toBeCloseTo(expected, 9);
    }
  });
});

describe("the calculated numbers", () => {
  test("are printed to their last digit, but for the bound and what is read off figures", async () => {
    const turned = (await sweep("angle-sweep", 0.01)).spec as TurnedRun & PromiseRun;
    const frobenius = {error: 0.05, standardError: 0.001, expected: 0.05};
    const everything = calculatedNumbers(plateaus, frobenius, {runs, turned});
    const all = everything.filter(({source: where}) => where !== "Figure 7");
    expect(everything.length - all.length).toBe(2);
    const wrong = all.filter(({printed, expected}) => {
      const [first] = printed.replace("≈ ", "").replace("−", "-").split(" … ");
      const digits = first.split(".")[1]?.length ?? 0;
      return Math.abs(Number(first) - expected[0]) > 0.5001 * 10 ** -digits;
    });
    expect(wrong.map(({what}) => what)).toEqual([
      "“lower bound” $cd$; predicted is the sharp one",
      "over the lower bound"
    ]);
  });
});

describe("the promise", async () => {
  const {rows, spec} = await sweep("batch-scaling", 0.05);
  const run = spec as PromiseRun;
  const readings = fourReadings(expecting(rows, "variance") as unknown as ScalingRow[], run);

  test("can be kept by one reading of four", () => {
    expect(readings.map(({kept}) => kept > 0.99)).toEqual([true, false, false, false]);
    expect(readings[1].largest).toBeGreaterThan(printedTolerance);
  });

  test("costs most of the random numbers", async () => {
    const turned = (await sweep("angle-sweep", 0.01)).spec as TurnedRun & PromiseRun;
    const all = draws(runs, run, turned);
    const [first, , , , together] = all;
    expect(first.normals).toBe(10 * 500 * 200_000 * 2);
    expect(together.normals).toBe(all.slice(0, -1).reduce((sum, row) => sum + row.normals, 0));
  });
});
