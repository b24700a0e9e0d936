import {spawnSync} from "node:child_process";
import {tableFromArrays, tableToIPC} from "apache-arrow";
import {parquetWriteBuffer} from "hyparquet-writer";
import {describe, expect, test} from "vitest";
import {all, asked, column, groupOf, held, python, rows} from "./numpyProgram.js";

const hasArrow = python !== undefined && spawnSync(python, ["-c", "import pyarrow"]).status === 0;

describe.runIf(hasArrow)("the same through pyarrow", () => {
  const columns = {a: Float64Array.from(column(0)), b: Float32Array.from(column(1))};
  const table = tableFromArrays({
    ...columns,
    group: rows.map((_, i) => groupOf(i)),
    c: Float64Array.from(column(2)),
    d: Float64Array.from(column(3))
  });
  const lists = tableFromArrays({w: rows.map(row => row.slice(0, 3)) as never, v: column(3)});
  const parquet = (group: boolean) =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          {name: "a", data: column(0), type: "DOUBLE"},
          {name: "b", data: column(1), type: "DOUBLE"},
          ...(group
            ? [{name: "groups", data: rows.map((_, i) => groupOf(i)), type: "STRING" as const}]
            : []),
          {name: "c", data: column(2), type: "DOUBLE"},
          {name: "d", data: column(3), type: "DOUBLE"}
        ],
        rowGroupSize: 50
      })
    );

  test.each<[string, Uint8Array]>([
    ["an Arrow file with groups", tableToIPC(table, "file")],
    ["an Arrow stream with groups", tableToIPC(table, "stream")],
    ["an Arrow file of lists", tableToIPC(lists, "file")],
    ["Parquet", parquet(false)],
    ["Parquet with groups", parquet(true)]
  ])("%s", async (_, bytes) => {
    const {told, left} = await held(asked, new Uint8Array(bytes));
    expect(left).toEqual([]);
    expect(told).toEqual(expect.arrayContaining(all));
  });
});
