import {expect, it} from "vitest";
import {integer, number, table, text} from "../../lib/experiments/columns.js";

const rows = [
  {x: 0.1, n: 3, word: "a"},
  {x: 1e300, n: -4, word: "b"}
];

it("reads columns off rows, in the order in which they are written", () => {
  const columns = table(rows, {
    word: text(row => row.word),
    n: integer(row => row.n),
    x: number(row => row.x),
    half: number(row => row.n / 2)
  });
  expect(Object.entries(columns)).toStrictEqual([
    ["word", ["a", "b"]],
    ["n", Int32Array.of(3, -4)],
    ["x", Float64Array.of(0.1, 1e300)],
    ["half", Float64Array.of(1.5, -2)]
  ]);
});

it("makes empty columns of no rows", () => {
  expect(table([], {n: integer(() => 1), word: text(() => "")})).toStrictEqual({
    n: new Int32Array(0),
    word: []
  });
});
