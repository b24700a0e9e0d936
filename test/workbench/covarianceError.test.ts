import {expect, test} from "vitest";
import {noiseReport} from "../../lib/workbench/index.js";
import {uniformSource} from "../statistics/uniformSource.js";

/** Rows of four unequal columns, half of whose variance a group shares. */
function rows(source: ReturnType<typeof uniformSource>, groups: number, size: number) {
  const data: number[] = [];
  for (let g = 0; g < groups; g++) {
    const shared = Array.from({length: 4}, () => source.normal());
    for (let i = 0; i < size; i++)
      for (let j = 0; j < 4; j++)
        data.push(
          Math.sqrt((size > 1 ? 0.5 : 1) / (j + 1)) * source.normal() +
            (size > 1 ? Math.sqrt(0.5 / (j + 1)) * shared[j] : 0)
        );
  }
  return data;
}

test.each([
  ["single rows", 400, 1],
  ["groups of ten", 40, 10],
  ["groups of three", 120, 3]
])("the covariance's error has the error that data sets show: %s", (_, groups, size) => {
  const source = uniformSource(21);
  const n = groups * size;
  const ids = Array.from({length: n}, (_, i) => Math.floor(i / size));
  const sets = Array.from({length: 200}, () => {
    const table = {
      rows: n,
      columns: 4,
      data: rows(source, groups, size),
      ...(size > 1 && {groups: ids})
    };
    const {value, standardError} = noiseReport(table, {
      rows: "per-sample",
      population: "sample"
    }).covarianceError;
    return {value: value as number, error: standardError as number};
  });
  const mean = sets.reduce((sum, {value}) => sum + value / 200, 0);
  const spread = Math.sqrt(sets.reduce((sum, {value}) => sum + (value - mean) ** 2 / 199, 0));
  const told = sets.reduce((sum, {error}) => sum + error / 200, 0);
  // The spread of 200 data sets is known to 5 %; what is told is too small by a few percent, and by 19 with forty groups.
  expect(told / spread).toBeGreaterThan(0.75);
  expect(told / spread).toBeLessThan(1.1);
});
