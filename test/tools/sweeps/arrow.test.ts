import {tableFromIPC} from "apache-arrow";
import {describe, expect, test} from "vitest";
import {encode} from "../../../tools/sweeps/arrow.js";

const columns = {
  x: Float64Array.of(0.1, -0, Number.NaN),
  n: Int32Array.of(1, 2, 3),
  s: ["a", "b", "a"]
};

describe("encode", () => {
  test("is an IPC stream that holds what went in", () => {
    const {bytes, rows} = encode(columns, {seed: "7"});
    expect([...bytes.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
    const table = tableFromIPC(bytes);
    expect(rows).toBe(3);
    expect([...(table.getChild("x")?.toArray() ?? [])]).toEqual([0.1, -0, Number.NaN]);
    expect([...(table.getChild("s") ?? [])]).toEqual(["a", "b", "a"]);
    expect(table.schema.metadata.get("seed")).toBe("7");
    expect(String(table.schema.fields[1].type)).toBe("Int32");
  });

  test("the hash is that of the records: metadata does not change it, one bit does", () => {
    const {sha256} = encode(columns, {});
    expect(encode(columns, {commit: "abc"}).sha256).toBe(sha256);
    expect(encode({...columns, x: Float64Array.of(0.1, 0, Number.NaN)}, {}).sha256).not.toBe(
      sha256
    );
  });

  test("refuses columns of different lengths", () => {
    expect(() => encode({a: Int32Array.of(1), b: Int32Array.of(1, 2)}, {})).toThrow(
      "column b must have 1 rows like the first; got 2"
    );
  });
});
