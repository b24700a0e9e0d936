import {expect, it} from "vitest";
import {columnsOf, meanColumns} from "../../lib/experiments/columns.js";

const rows = [
  {x: 0.1, n: 3, word: "a"},
  {x: 1e300, n: -4, word: "b"}
];

it("reads columns off rows", () => {
  const {number, integer, text} = columnsOf(rows);
  expect(number(row => row.x)).toStrictEqual(Float64Array.of(0.1, 1e300));
  expect(integer(row => row.n)).toStrictEqual(Int32Array.of(3, -4));
  expect(text(row => row.word)).toStrictEqual(["a", "b"]);
});

it("puts means and their errors under two names, in that order", () => {
  const columns = meanColumns("loss", "lossError", [
    {mean: 2, standardError: 0.5},
    {mean: 3, standardError: 0.25}
  ]);
  expect(Object.entries(columns)).toStrictEqual([
    ["loss", Float64Array.of(2, 3)],
    ["lossError", Float64Array.of(0.5, 0.25)]
  ]);
});
