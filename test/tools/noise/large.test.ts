import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {tableFromArrays, tableToIPC} from "apache-arrow";
import {parquetWriteBuffer} from "hyparquet-writer";
import {afterAll, describe, expect, test} from "vitest";
import {uniforms} from "../../../lib/random/uniforms.js";
import {withRun} from "../../../lib/workbench/noiseReport.js";
import {readGradients} from "../../../lib/workbench/readGradients.js";
import {rowsInMemory} from "../../../lib/workbench/rows.js";
import {tableSteps} from "../../../lib/workbench/tableAnswer.js";
import type {TableRows} from "../../../lib/workbench/tableRows.js";
import type {NoiseQuestion} from "../../../lib/workbench/types.js";
import {openLarge} from "../../../tools/noise/large/openLarge.js";
import {rowSink} from "../../../tools/noise/large/rowFile.js";
import {root} from "../../../tools/root.js";

const folder = mkdtempSync(join(tmpdir(), "large-"));
afterAll(() => rmSync(folder, {recursive: true}));

let files = 0;
function written(bytes: Uint8Array | string): string {
  const path = join(folder, `file-${files++}`);
  writeFileSync(path, bytes);
  return path;
}

interface Fixture {
  readonly name: string;
  readonly bytes: string;
  readonly rows: number;
}
const fixtures = (
  JSON.parse(readFileSync(`${root}/test/workbench/fixtures/files.json`, "utf8")) as {
    files: Fixture[];
  }
).files.filter(({name}) => !/npz|fortran/i.test(name));

/** A file read in pieces, as the whole of it is read at once. */
async function held(bytes: Uint8Array) {
  const path = written(bytes);
  const [whole, opened] = [await readGradients(bytes, {name: path}), await openLarge(path, 0)];
  if (!opened) throw new Error("the file was not read in pieces");
  const {numbers} = opened;
  const data: number[] = [];
  for (let i = 0; i < numbers.n; i++) data.push(...numbers.row(i));
  expect([numbers.n, numbers.width, data]).toEqual([
    whole.rows,
    whole.columns,
    Array.from(whole.data)
  ]);
  expect([opened.blocks, opened.format, opened.dtype]).toEqual([
    whole.blocks,
    whole.format,
    whole.dtype
  ]);
  expect(opened.groups && Array.from(opened.groups)).toEqual(
    whole.groups && Array.from(whole.groups)
  );
  return opened;
}

const parquet = (rowGroupSize: number) =>
  parquetWriteBuffer({
    columnData: [
      {name: "a", data: Array.from({length: 95}, (_, i) => i / 7), type: "DOUBLE"},
      {name: "b", data: Array.from({length: 95}, (_, i) => (i === 3 ? null : -i)), type: "DOUBLE"},
      {name: "group", data: Array.from({length: 95}, (_, i) => `g${i % 4}`), type: "STRING"}
    ],
    rowGroupSize
  });

const encoded = (text: string) => new TextEncoder().encode(text);

describe("a file read in pieces has the numbers of one read at once", () => {
  test.each(fixtures)("$name", async ({bytes}) => {
    await held(Uint8Array.from(Buffer.from(bytes, "base64")));
  });

  test.each([
    ["CSV", "1,2\n3,4.5\n"],
    [
      "a header, quotes, comments and Windows' lines",
      '"a","b"\r\n# no row\r\n1,2\r\n\r\n3,4.5\r\n'
    ],
    ["decimal commas", "1;2\n3;4,5\n6;7,25\n"],
    ["groups", "g1,group,g2\n1,x,2\n3,y,4\n5,x,6"]
  ])("text: %s", async (_, text) => {
    await held(encoded(text));
  });

  test("ten thousand lines, cut anywhere", async () => {
    const source = uniforms({seed: 3, experiment: "large", cell: "lines", replicate: 0});
    const lines = Array.from({length: 10_000}, () => `${source.next()},${1e6 * source.next()}`);
    await held(encoded(lines.join("\n")));
  });

  test.each(["stream", "file"] as const)("an Arrow %s of numbers and of lists", async kind => {
    await held(tableToIPC(tableFromArrays({a: [1, 2, 3], b: [0.5, -1, 4]}), kind));
    const lists = tableFromArrays({
      w: [
        [1, 2],
        [3, 4],
        [5, 6]
      ] as never,
      group: ["x", "y", "x"]
    });
    await held(tableToIPC(lists, kind));
  });

  test.each([10, 1000])("Parquet in row groups of %i", async size => {
    await held(new Uint8Array(parquet(size)));
  });

  test("numbers of float32 take half the room, and are the same", async () => {
    const source = rowSink(3, true, {page: 6, piece: 6});
    const data = Float64Array.from({length: 30}, (_, k) => Math.fround(k / 7));
    source.append(data.subarray(0, 12));
    source.append(data.subarray(12));
    const rows = source.rows();
    expect(Array.from({length: 10}, (_, i) => [...rows.row(i)]).flat()).toEqual([...data]);
    expect([...rows.column(1)]).toEqual(Array.from({length: 10}, (_, i) => data[3 * i + 1]));
    expect([...rows.row(7)]).toEqual([...data.subarray(21, 24)]);
  });
});

describe("what cannot be read in pieces is refused in one sentence", () => {
  test("a small file is not", async () => {
    expect(await openLarge(written("1,2\n3,4"))).toBeUndefined();
    expect(await openLarge(written(""))).toBeUndefined();
  });

  test.each([
    [
      "a cell",
      `1,2\n${"3,4\n".repeat(5000)}3,x\n`,
      /numbers alone; got "x" in line 5002, column 2/
    ],
    ["a row", `1,2\n${"3,4\n".repeat(5000)}3\n`, /2 columns in every row; got 1 in line 5002/],
    ["no rows", "# nothing here\n\n", /at least one row of numbers/],
    ["a matrix in brackets", "[[1, 2], [3, 4]]", /matrix in brackets/],
    ["bytes 0", `1,2\n${"3,4\n".repeat(20)}\0\n`, /bytes 0/]
  ])("text: %s", async (_, text, message) => {
    await expect(openLarge(written(text), 0)).rejects.toThrow(message);
  });

  test("two columns of one name in Parquet", async () => {
    const data = Float32Array.of(1, 2);
    const columns = ["x", "x"].map(name => ({name, data, type: "FLOAT" as const}));
    const path = written(new Uint8Array(parquetWriteBuffer({columnData: columns})));
    await expect(openLarge(path, 0)).rejects.toThrow(`${path} must have columns of different`);
  });

  test("bytes that are no UTF-8", async () => {
    const bytes = Uint8Array.from([...encoded("1,2\n3,4\n"), 0xff, 0xfe, 0x0a]);
    await expect(openLarge(written(bytes), 0)).rejects.toThrow(/table in UTF-8/);
  });

  test("Fortran order, with the line that turns it", async () => {
    const {files: all} = JSON.parse(
      readFileSync(`${root}/test/workbench/fixtures/files.json`, "utf8")
    ) as {files: Fixture[]};
    const fortran = all.find(({name}) => /fortran/i.test(name));
    const path = written(Uint8Array.from(Buffer.from(fortran?.bytes ?? "", "base64")));
    await expect(openLarge(path, 0)).rejects.toThrow(/Fortran order.*ascontiguousarray/);
  });

  test.each([
    ["an Arrow stream", tableToIPC(tableFromArrays({a: [1, 2, 3]}), "stream")],
    ["an Arrow file", tableToIPC(tableFromArrays({a: [1, 2, 3]}), "file")],
    ["Parquet", new Uint8Array(parquet(10))]
  ])("%s that is cut off", async (_, bytes) => {
    const path = written(bytes.subarray(0, bytes.length - 9));
    await expect(openLarge(path, 0)).rejects.toThrow(`${path} is truncated`);
  });
});

describe("a report from a file is that from memory", () => {
  const hessian = (d: number) =>
    Array.from({length: d}, (_, i) =>
      Array.from({length: d}, (_, j) => (i === j ? 1 + i : 0.1 / (1 + Math.abs(i - j))))
    );
  const answer = (table: TableRows, question: NoiseQuestion) => {
    const steps = tableSteps(table, question);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return withRun(step.value, question);
  };

  test.each([
    ["more rows than entries", 900, 6, 0, "sample"],
    ["a whole population", 300, 4, 0, "whole"],
    ["forty groups", 400, 12, 40, "sample"],
    ["six groups", 200, 20, 6, "sample"],
    ["fewer rows than entries", 30, 50, 0, "sample"]
  ] as const)("%s", (_, n, d, groupCount, population) => {
    const source = uniforms({seed: 1, experiment: "large", cell: `${n}`, replicate: 0});
    const data = Float64Array.from(
      {length: n * d},
      (_, k) => (source.next() - 0.4) * (1 + (k % d))
    );
    const groups = groupCount
      ? Array.from({length: n}, (_, i) => `${(7 * i) % groupCount}`)
      : undefined;
    const blocks = [
      {name: "first", from: 0, to: 2},
      {name: "rest", from: 2, to: d}
    ];
    const sink = rowSink(d, false, {page: 5 * d, piece: 7 * d});
    sink.append(data);
    const question: NoiseQuestion = {
      rows: "per-sample",
      population,
      hessian: hessian(d),
      run: {learningRate: 0.01, batchSize: 8},
      budget: {calls: 1000, start: 1}
    };
    const there = answer({numbers: sink.rows(), blocks, groups}, question);
    const here = answer({numbers: rowsInMemory(data, n, d), blocks, groups}, question);
    expect(Object.keys(there)).toEqual(Object.keys(here));
    close(there, here, "report");
  });

  /** Numbers to 10⁻⁹, what is found by iteration to 10⁻⁶; all else is the same. */
  function close(a: unknown, b: unknown, place: string): void {
    if (typeof a === "number" && typeof b === "number") {
      const bound = place.endsWith("bias") ? 1e-6 : 1e-9;
      expect(Math.abs(a - b), place).toBeLessThanOrEqual(bound * Math.max(Math.abs(b), 1e-6));
    } else if (typeof a === "object" && a !== null && typeof b === "object" && b !== null) {
      expect(Object.keys(a), place).toEqual(Object.keys(b));
      for (const key of Object.keys(a)) close(a[key as never], b[key as never], `${place}.${key}`);
    } else expect(a, place).toEqual(b);
  }
});
