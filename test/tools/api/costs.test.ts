import {describe, expect, it} from "vitest";
import {costHtml, costs} from "../../../tools/api/cost.js";
import {publicFunctions} from "../../../tools/api/publicNames.js";
import {costCalls, costProblem} from "../../../tools/bench/costCalls.js";
import {costLines} from "../../../tools/bench/writeCosts.js";

const names = publicFunctions().map(({name}) => name);
const measured = costs();

describe("the costs of public functions", () => {
  it("are measured for every one, by npx tsx tools/bench/writeCosts.ts", () => {
    expect([...costCalls.keys()].sort()).toEqual([...names].sort());
    expect([...measured.keys()].sort()).toEqual([...names].sort());
  });

  it.each([...costCalls])("%s runs", async (_, {run}) => {
    expect(await run(costProblem(4))).toBeDefined();
  });

  it.each([...measured])("%s has times that ascend with d", (name, own) => {
    expect(own.map(({d}) => d)).toEqual([10, 100, 300]);
    for (const {seconds, rows} of own) {
      expect(seconds).toBeGreaterThan(0);
      expect(rows === undefined).toBe(!costCalls.get(name)?.usesRows);
    }
  });

  it("are lines as the file has them", async () => {
    const lines = await costLines([3]);
    expect(lines).toHaveLength(names.length);
    for (const line of lines) expect(line).toMatch(/^\w+\t3\t(?:15)?\t[\d.e-]+$/);
  });

  it("are shown with what they grow as", () => {
    const table = costs("name\td\trows\tseconds\nf\t100\t\t0.01\nf\t1000\t\t10\n");
    expect(table.get("f")).toEqual([
      {d: 100, seconds: 0.01},
      {d: 1000, seconds: 10}
    ]);
    const html = costHtml("f", table);
    expect(html).toContain("to the power 3.0: a minute is reached near d = 2000.");
    expect(html).toContain("<td>1000</td><td>10</td>");
    expect(costHtml("g", table)).toBe("");
  });
});
