import {
  Bool,
  Field,
  FixedSizeList,
  Float16,
  Float32,
  Int64,
  makeData,
  makeVector,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray
} from "apache-arrow";
import {parquetWriteBuffer} from "hyparquet-writer";
import {describe, expect, test} from "vitest";
import {readGradients} from "../../lib/workbench/index.js";

const read = (bytes: Uint8Array) => readGradients(new Uint8Array(bytes), {name: "my file"});

describe("Arrow", () => {
  const table = new Table({
    half: vectorFromArray([0.5, -2, null], new Float16()),
    single: vectorFromArray([1.5, null, 3], new Float32()),
    whole: vectorFromArray([1n, 2n, 3n], new Int64()),
    yes: vectorFromArray([true, false, true], new Bool())
  });

  test.each(["file", "stream"] as const)(
    "%s: nulls are NaN, not 0; float16 and int64 are numbers",
    async kind => {
      const {rows, columns, data, blocks, format} = await read(tableToIPC(table, kind));
      expect([rows, columns, blocks, format]).toEqual([3, 4, [], `arrow ${kind}`]);
      expect(Array.from(data)).toEqual([0.5, 1.5, 1, 1, -2, Number.NaN, 2, 0, Number.NaN, 3, 3, 1]);
    }
  );

  test("lists are blocks, and a column group is no number", async () => {
    const values = makeVector(Float32Array.of(1, 2, 3, 4));
    const type = new FixedSizeList(2, new Field("item", new Float32()));
    const lists = makeVector(makeData({type, length: 2, child: values.data[0]}));
    const groups = vectorFromArray(["a", "b"], new Utf8());
    const file = await read(
      tableToIPC(
        new Table({w: lists, b: makeVector(Float32Array.of(5, 6)), group: groups}),
        "stream"
      )
    );
    expect(Array.from(file.data)).toEqual([1, 2, 5, 3, 4, 6]);
    expect(file.blocks.map(({name}) => name)).toEqual(["w", "b"]);
    expect(file.groups).toEqual(["a", "b"]);
  });

  test.each([
    ["a stream cut off", tableToIPC(table, "stream").slice(0, -40), "truncated"],
    ["a file cut off", tableToIPC(table, "file").slice(0, -40), "truncated"],
    ["a stream without its end mark", tableToIPC(table, "stream").slice(0, -8), "truncated"],
    [
      "words",
      tableToIPC(new Table({w: vectorFromArray(["x"], new Utf8())}), "file"),
      "w in my file, row 0 must be a number"
    ],
    [
      "no rows",
      tableToIPC(new Table({w: makeVector(new Float32Array(0))}), "file"),
      "at least one row"
    ]
  ])("%s is refused by name", async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(RangeError);
    await expect(read(bytes)).rejects.toThrow(/my file/);
    await expect(read(bytes)).rejects.toThrow(message);
  });
});

describe("Parquet", () => {
  const written = (codec: "UNCOMPRESSED" | "SNAPPY" | "GZIP") =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          {name: "a", data: [1.5, null, 3], type: "DOUBLE", nullable: true},
          {name: "b", data: Float32Array.of(1, 2, 4), type: "FLOAT"},
          {name: "groups", data: [7, 7, 8], type: "INT32"}
        ],
        codec
      })
    );

  test.each(["UNCOMPRESSED", "SNAPPY"] as const)(
    "%s: nulls are NaN, and groups are read",
    async codec => {
      const {data, rows, columns, groups, format} = await read(written(codec));
      expect([rows, columns, format]).toEqual([3, 2, "parquet"]);
      expect(Array.from(data)).toEqual([1.5, 1, Number.NaN, 2, 3, 4]);
      expect(groups).toEqual([7, 7, 8]);
    }
  );

  test.each([
    ["cut off", written("SNAPPY").slice(0, -30), "truncated"],
    [
      "damaged",
      Uint8Array.from(written("SNAPPY"), (x, i) => (i > 8 && i < 60 ? 255 : x)),
      "cannot be read as Parquet"
    ],
    [
      "of words",
      new Uint8Array(parquetWriteBuffer({columnData: [{name: "w", data: ["x"], type: "STRING"}]})),
      "w in my file, row 0 must be a number"
    ]
  ])("%s is refused by name", async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(RangeError);
    await expect(read(bytes)).rejects.toThrow(/my file/);
    await expect(read(bytes)).rejects.toThrow(message);
  });
});

test("text: a column headed group names groups, words or numbers", async () => {
  const text = new TextEncoder().encode("a,group,b\n1,first,2\n3,second,4\n");
  const {data, columns, groups} = await read(text);
  expect([columns, Array.from(data), groups]).toEqual([2, [1, 2, 3, 4], ["first", "second"]]);
});
