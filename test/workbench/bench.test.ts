import {describe, expect, test} from "vitest";
import {type BenchFiles, openBench} from "../../lib/workbench/bench.js";
import {noiseReport} from "../../lib/workbench/noiseReport.js";
import type {NoiseQuestion} from "../../lib/workbench/types.js";

const named = (name: string, text: string) => ({name, bytes: new TextEncoder().encode(text)});
const data = [1, 2, 3, 1.5, -1, 0.5, 2, 2.5];
const gradients = named("g.csv", "1,2\n3,1.5\n-1,0.5\n2,2.5\n");
const hessian = named("the pasted Hessian", "2, 0.3\n0.3, 1");
const question: NoiseQuestion = {
  rows: "per-sample",
  population: "sample",
  budget: {calls: 1000, start: 1}
};

async function answerOf(files: BenchFiles) {
  const steps = (await openBench(files)).ask(question);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

describe("what comes with gradients", () => {
  test("a Hessian and a start have the report of the same in a question", async () => {
    const start = named("the pasted start", "0.5\n-2\n");
    const {report, table, question: asked} = await answerOf({gradients, hessian, start});
    const budget = {calls: 1000, start: [0.5, -2]};
    const matrix = [
      [2, 0.3],
      [0.3, 1]
    ];
    expect(report).toEqual(
      noiseReport({rows: 4, columns: 2, data}, {...question, hessian: matrix, budget})
    );
    expect(asked.budget).toEqual(budget);
    expect([table.starts, Object.keys(table.hashes)]).toEqual([
      true,
      ["g.csv", "the pasted Hessian", "the pasted start"]
    ]);
  });

  test("another rate or batch keeps what the budget can reach, and another replacement does not", async () => {
    const bench = await openBench({gradients, hessian});
    const asked = (learningRate: number, replacement?: boolean) => {
      const doing: string[] = [];
      const steps = bench.ask({
        ...question,
        datasetSize: 40,
        run: {learningRate, batchSize: 2, replacement}
      });
      let step = steps.next();
      for (; !step.done; step = steps.next()) doing.push(step.value.doing);
      return {doing, budget: step.value.report.budget, floor: step.value.report.stationary?.floor};
    };
    const [first, second, without] = [asked(0.1), asked(0.2), asked(0.2, false)];
    expect(first.doing).toContain("learning rates and batch sizes");
    expect(second.doing).toEqual([]);
    expect(second.budget).toBe(first.budget);
    expect(second.floor).not.toEqual(first.floor);
    expect(without.doing).toEqual(["learning rates and batch sizes"]);
    expect(without.budget).not.toEqual(first.budget);
  });

  test("groups with one line too many are told that it may be a heading", async () => {
    const opened = openBench({
      gradients,
      groups: named("users.csv", "user\nanna\nanna\nben\nben\n")
    });
    await expect(opened).rejects.toThrow(
      "users.csv must name a group for each of the 4 rows; got 5 of them: if its first line, user, is a heading, leave it out or call it group"
    );
  });

  test.each([
    ["3,3,3", "2 rows of 2 numbers, or the 2 of its diagonal; got 1 rows of 3"],
    ["1,2,3\n1,2,3\n1,2,3", "got 3 rows of 3"],
    ["1,2\n1,2\n1,2", "got 3 rows of 2"]
  ])("a Hessian %j of another order is refused by its name", async (text, message) => {
    const opened = openBench({gradients, hessian: named("h.csv", text)});
    await expect(opened).rejects.toThrow(RangeError);
    await expect(opened).rejects.toThrow(/^h\.csv must hold the Hessian of 2 parameters/);
    await expect(opened).rejects.toThrow(message);
  });

  test("a start and groups of another length are refused by their names", async () => {
    const start = openBench({gradients, hessian, start: named("s.csv", "1,2,3")});
    await expect(start).rejects.toThrow(
      "s.csv must hold 2 numbers, one per parameter, in one row or column; got 1 rows of 3"
    );
    const groups = openBench({gradients, groups: named("groups.txt", "a\nb\na\n")});
    await expect(groups).rejects.toThrow(
      "groups.txt must name a group for each of the 4 rows; got 3 of them"
    );
  });
});

describe("noiseReport's start", () => {
  const ask = (start: unknown) => () =>
    noiseReport(
      {rows: 4, columns: 2, data},
      {...question, hessian: [2, 1], budget: {calls: 10, start: start as number}}
    );

  test.each([
    [[1], "budget.start must be an excess loss, or 2 numbers, one per parameter; got 1 of them"],
    [[1, 2, 3], "budget.start must be an excess loss, or 2 numbers, one per parameter; got 3"],
    [[1, Number.NaN], "budget.start must hold finite numbers; got NaN at 1"],
    [{}, "budget.start must be an excess loss, or 2 numbers"],
    [0, "budget.start must"]
  ])("%j is refused in a sentence", (start, message) => expect(ask(start)).toThrow(message));

  test("a vector along one eigenvector has the risk of that direction alone", () => {
    const along = ask([0.3, 0])().budget;
    const both = ask([0.3, 0.4])().budget;
    const other = ask([0, 0.4])().budget;
    // Excess at the start: the first rate is so small that ten steps leave nearly all of it.
    const first = (numbers: typeof along) => numbers?.lastRisk[0][0] ?? Number.NaN;
    expect(first(along)).toBeCloseTo(0.5 * 2 * 0.09, 4);
    expect(first(both) - first(other)).toBeCloseTo(0.09, 4);
  });
});
