import {expect, test} from "vitest";
import {drawDataSet} from "../../lib/noise/drawDataSet.js";
import {uniforms} from "../../lib/random/uniforms.js";

test("every row of the population is as frequent as another", () => {
  const source = uniforms({seed: 1, experiment: "data set", cell: "", replicate: 0});
  const n = 30_000;
  const data = drawDataSet([[0], [1], [2]], n, source);
  for (const value of [0, 1, 2]) {
    const share = data.filter(([x]) => x === value).length / n;
    expect(Math.abs(share - 1 / 3) / Math.sqrt(2 / 9 / n)).toBeLessThan(4);
  }
  expect(() => drawDataSet([[0]], 0, source)).toThrow(/n must/);
});
