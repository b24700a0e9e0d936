import {expect, test} from "vitest";
import {coverageTable} from "../../tools/bench/coverage.js";
import {uniformSource} from "../statistics/uniformSource.js";

/** 4 000 repetitions: the standard error of a coverage of 95 % is 0.34 %. */
const repetitions = 4000;

function covers(rows: ReturnType<typeof coverageTable>, count: number) {
  expect(rows.length).toBe(count);
  for (const row of rows) {
    expect(row.coverage, JSON.stringify(row)).toBeGreaterThan(0.935);
    expect(row.coverage, JSON.stringify(row)).toBeLessThan(0.965);
  }
}

test("nominal 95 % intervals cover 93.5 to 96.5 % at 400 independent samples, told so or not", () => {
  const source = uniformSource(41);
  covers(
    coverageTable(() => source.normal(), {repetitions, phis: [0]}),
    16
  );
});

test("nominal 95 % intervals cover 93.5 to 96.5 % at 400 effective samples of AR(1) series with φ = 0.5 and 0.9", () => {
  const source = uniformSource(42);
  const normal = () => source.normal();
  const rows = [
    ...coverageTable(normal, {
      repetitions,
      phis: [0.5],
      names: ["variance", "covariance", "ratio of means", "slope of a trend"]
    }),
    ...coverageTable(normal, {
      repetitions,
      phis: [0.9],
      names: ["mean", "variance"]
    })
  ];
  covers(rows, 6);
});
