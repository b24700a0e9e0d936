import {expect, test} from "vitest";
import {fromExactJson, toExactJson} from "../../../tools/sweeps/exactJson.js";

test.each([
  [[Number.NaN, Infinity, -Infinity, -0, 0, 5e-324, 0.1]],
  [{values: Float64Array.of(-0, Number.NaN, Math.PI), from: 3}],
  [[Int32Array.of(-1, 2 ** 31 - 1), Uint32Array.of(2 ** 32 - 1), new Float64Array(0)]],
  [{number: 1, list: [{number: "one", other: 2}], none: null}]
])("%j comes back as it was", value => {
  expect(fromExactJson(toExactJson(value))).toStrictEqual(value);
});

test("a view of a part of its buffer comes back without the rest", () => {
  const view = new Float64Array([1, 2, 3, 4]).subarray(1, 3);
  expect(fromExactJson(toExactJson(view))).toStrictEqual(Float64Array.of(2, 3));
});
