import {Matrix} from "ml-matrix";
import {describe, expect, test} from "vitest";
import * as noisefloor from "../lib/index.js";
import {calls, reports, type Value} from "./publicCalls.js";

const flat = (rows: number[][]) => ({
  rows: rows.length,
  columns: rows[0].length,
  data: new Float64Array(rows.flat())
});

/** All numbers of a result. */
const numbersIn = (result: unknown): number[] =>
  typeof result === "number"
    ? [result]
    : Matrix.isMatrix(result)
      ? (result as Matrix).to1DArray()
      : Object.values(result as object).flatMap(numbersIn);

describe("the public surface", () => {
  test("is what these calls cover, and the named errors", () => {
    const functions = Object.keys(noisefloor).filter(name => /^[a-z]/.test(name));
    expect(functions.sort()).toEqual([...Object.keys(calls), ...reports].sort());
    expect(Object.keys(noisefloor)).toEqual(
      expect.arrayContaining(["NoSolutionError", "UnstableError"])
    );
  });

  test.each(Object.entries(calls))(
    "%s takes arrays or matrices alike, changes neither, returns finite numbers",
    (_, call) => {
      const given: [Value, string][] = [];
      const handOver = (wrap: (rows: number[][]) => Value) => (rows: number[][]) => {
        const value = wrap(rows);
        given.push([value, JSON.stringify(value)]);
        return value;
      };
      const fromArrays = call(handOver(rows => rows.map(row => [...row])));
      const fromMatrices = call(handOver(rows => new Matrix(rows)));
      const fromFlat = call(handOver(rows => flat(rows) as unknown as Value));
      const fromTyped = call(handOver(rows => rows.map(row => new Float64Array(row)) as never));
      expect(fromArrays).toBeDefined();
      expect(JSON.stringify(fromMatrices)).toBe(JSON.stringify(fromArrays));
      expect(JSON.stringify(fromFlat)).toBe(JSON.stringify(fromArrays));
      expect(JSON.stringify(fromTyped)).toBe(JSON.stringify(fromArrays));
      expect(JSON.stringify(fromArrays)).not.toContain("null");
      for (const [value, before] of given) expect(JSON.stringify(value)).toBe(before);
    }
  );

  /** Every call with one of its matrices after the other replaced. */
  const replacing = (call: (typeof calls)[string], replacement: (rows: number[][]) => unknown) => {
    let count = 0;
    call(rows => {
      count++;
      return rows;
    });
    return Array.from({length: count}, (_, at) => () => {
      let k = 0;
      return call(rows => (k++ === at ? (replacement(rows) as number[][]) : rows));
    });
  };

  test.each(Object.entries(calls))("%s says which matrix is none, and what it wants", (_, call) => {
    const none: unknown[] = [
      null,
      3,
      [],
      [[]],
      [[Number.NaN]],
      [
        [1, Infinity],
        [0, 1]
      ],
      [[1, 2], [3]],
      [["1"]]
    ];
    for (const value of none)
      for (const attempt of replacing(call, () => value))
        expect(attempt).toThrow(/^[\w]+ must (be|have) .*(;|got) /);
  });

  test.each(Object.entries(calls))("%s is never NaN: very small or large entries", (_, call) => {
    for (const factor of [5e-324, 1e-300, 1e-160, 1e160, 1e300])
      for (const attempt of replacing(call, rows => rows.map(row => row.map(x => x * factor)))) {
        let result: unknown;
        try {
          result = attempt();
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          continue;
        }
        expect(numbersIn(result).some(Number.isNaN)).toBe(false);
      }
  });
});
