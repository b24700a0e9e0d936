import {execFileSync, spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {tableFromArrays, tableToIPC} from "apache-arrow";
import {parquetWriteBuffer} from "hyparquet-writer";
import {afterAll, describe, expect, test} from "vitest";
import {type BenchQuestion, openBench} from "../../lib/workbench/bench.js";
import {numpyScript} from "../../lib/workbench/export/numpyScript.js";
import type {ModelQuestion} from "../../lib/workbench/model.js";
import {pythonWithNumpy} from "../../tools/bench/baselines.js";
import {safetensors} from "../../tools/samples/safetensors.js";
import {uniformSource} from "../statistics/uniformSource.js";
import {numbersOf} from "./reportNumbers.js";

const folder = mkdtempSync(join(tmpdir(), "numpy-"));
afterAll(() => rmSync(folder, {recursive: true}));

const source = uniformSource(11);
const rows = Array.from({length: 120}, () =>
  [2, 1, 0.5, 0.1].map(scale => 0.4 + scale * source.normal())
);
const hessian = [
  [2, 0.3, 0, 0.1],
  [0.3, 1, 0.2, 0],
  [0, 0.2, 0.5, 0],
  [0.1, 0, 0, 0.2]
];
const text = (words: string) => new Uint8Array(new TextEncoder().encode(words));
const csv = (table: readonly (readonly unknown[])[], header = "") =>
  text(header + table.map(row => row.join(",")).join("\n"));
const groupOf = (i: number) => `user ${(7 * i) % 41}`;
const column = (j: number) => rows.map(row => row[j]);
const tensors = [
  {name: "w", shape: [3]},
  {name: "b", shape: []}
];

/** A safetensors file of float32 as one of bfloat16, which has the upper halves. */
function inBrainFloats(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = 8 + view.getUint32(0, true);
  const header = new TextDecoder()
    .decode(bytes.subarray(8, from))
    .trimEnd()
    .replaceAll('"F32"', '"BF16"')
    .replace(/"data_offsets":\[(\d+),(\d+)\]/g, (_, begin, end) => {
      return `"data_offsets":[${begin / 2},${end / 2}]`;
    });
  const length = new Uint8Array(8);
  new DataView(length.buffer).setUint32(0, header.length, true);
  const halves = bytes.subarray(from).filter((_, k) => k % 4 > 1);
  return new Uint8Array(Buffer.concat([length, new TextEncoder().encode(header), halves]));
}

const python = pythonWithNumpy();
const hasArrow = python !== undefined && spawnSync(python, ["-c", "import pyarrow"]).status === 0;

/** A file that NumPy writes of the rows, X. */
function byNumpy(call: string): Uint8Array {
  const program = `import json, sys, numpy as np\nX = np.array(json.load(sys.stdin)); n = len(X)\n${call}`;
  const file = join(folder, "written");
  execFileSync(python as string, ["-c", program, file], {input: JSON.stringify(rows)});
  return new Uint8Array(readFileSync(file));
}

const run = {learningRate: 0.3, batchSize: 8, momentum: 0.5};
const asked: BenchQuestion = {
  rows: "per-sample",
  population: "sample",
  run,
  budget: {calls: 1000, start: 0.5}
};

interface Others {
  readonly curve?: Uint8Array | null;
  readonly groups?: Uint8Array;
  readonly model?: ModelQuestion;
}

/** Holds what the program tells of a file to the report, number by number, and returns what it told of, and what not. */
async function held(
  question: BenchQuestion,
  bytes: Uint8Array,
  {curve = csv(hessian), groups, model}: Others = {}
): Promise<{told: string[]; left: string[]}> {
  const named = (name: string, content: Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return {name, bytes: new Uint8Array(content)};
  };
  const bench = await openBench({
    gradients: named("rows", bytes),
    ...(curve && !model && {hessian: named("curve", curve)}),
    ...(groups && {groups: named("groups", groups)}),
    model
  });
  const steps = bench.ask(question);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const {report} = step.value;
  writeFileSync(join(folder, "program.py"), numpyScript(step.value) as string);
  const lines = execFileSync(python as string, ["program.py"], {cwd: folder, encoding: "utf8"});
  const wanted = numbersOf(report);
  const [h1 = 1, hk = 1] = [0, -1].map(at => step.value.pictures?.modes?.curvatures.at(at));
  /** Eigenvalues are known to ε of the largest: κ_G and µ_F rest on the least of G, Tr Σ on that of H. */
  const conditionOf = (key: string): number => {
    if (/^conditionNumber|fisherStrong/.test(key)) return report.conditionNumber.value ?? 1;
    return key.startsWith("stationary.traceCovariance") ? hk / h1 : 1;
  };
  const told = lines
    .trim()
    .split("\n")
    .map(line => {
      const [, key, number] = /^(.+) (\S+)$/.exec(line) as RegExpExecArray;
      const most = Math.max(1e-10, 16 * Number.EPSILON * conditionOf(key));
      const {expected, scale} = wanted.get(key) ?? {expected: Number.NaN, scale: 1};
      expect(
        Math.abs(Number(number) - expected),
        `${key}: ${number}, ${expected}`
      ).toBeLessThanOrEqual(most * scale);
      wanted.delete(key);
      return key;
    });
  return {told, left: [...wanted.keys()]};
}

/** Some of what is told wherever there are more rows than columns, and a Hessian. */
const all = [
  ...["trace high", "meanNormSquared low", "noiseScale high", "conditionNumber low"],
  ...["participationRatio bias", "covarianceError high", "spectrum.high.0"],
  ...["hessian.noiseScale low", "hessian.alignment high", "hessian.fisherStrongConvexity"],
  ...[
    "stationary.floor high",
    "budget.last.learningRate high",
    "budget.averaged.region.batchSize.1"
  ]
];

const inWhole = (key: string) => !/bias|spectrum/.test(key);

describe.runIf(python !== undefined)("the NumPy program has the report's numbers", () => {
  test.each<[string, BenchQuestion, () => Uint8Array]>([
    ["a sample, CSV", asked, () => csv(rows)],
    [
      "a whole population, safetensors",
      {...asked, population: "whole", run: {...run, replacement: false}},
      () => safetensors(rows, tensors, "F64")
    ],
    [
      "means without replacement",
      {...asked, rows: {meanOf: 5, drawn: "without"}, datasetSize: 200},
      () => csv(rows)
    ],
    [
      "the parts of an epoch",
      {...asked, rows: {meanOf: 5, drawn: "epoch"}, run: {...run, replacement: false}},
      () => csv(rows)
    ],
    ["brackets", asked, () => text(JSON.stringify(rows))],
    ["bfloat16", asked, () => inBrainFloats(safetensors(rows, tensors, "F32"))],
    ["npy", asked, () => byNumpy("np.save(open(sys.argv[1], 'wb'), np.asfortranarray(X))")],
    [
      "a structured npy",
      asked,
      () =>
        byNumpy(
          "Z = np.zeros(n, [(k, '<f8') for k in 'abcd'])\nfor j, k in enumerate('abcd'): Z[k] = X[:, j]\nnp.save(open(sys.argv[1], 'wb'), Z)"
        )
    ],
    [
      "npz",
      asked,
      () => byNumpy("np.savez_compressed(open(sys.argv[1], 'wb'), w=X[:, :3], b=X[:, 3])")
    ],
    [
      "groups in npz",
      asked,
      () => byNumpy("np.savez(open(sys.argv[1], 'wb'), w=X, group=np.arange(n) % 37)")
    ],
    [
      "groups in a column of a CSV with quotes, comments and Windows' lines",
      asked,
      () =>
        text(
          `"a","Group","b, c",d,e\r\n# none\r\n${rows.map(([a, ...rest], i) => [a, `"${groupOf(i)}"`, ...rest].join(",")).join("\r\n")}\r\n`
        )
    ],
    [
      "decimal commas",
      asked,
      () => text(rows.map(row => row.join(";").replaceAll(".", ",")).join("\n"))
    ],
    ["blanks", asked, () => text(rows.map(row => row.join("  ").replaceAll("e", "D")).join("\n"))]
  ])("%s", async (_, question, bytes) => {
    const isWhole = question.population === "whole";
    const {told, left} = await held(question, bytes());
    expect(left).toEqual([]);
    expect(told).toEqual(expect.arrayContaining(isWhole ? all.filter(inWhole) : all));
  });

  test.each<[string, Uint8Array]>([
    ["names", text(rows.map((_, i) => groupOf(i)).join("\n"))],
    [
      "a column of a CSV",
      csv(
        rows.map((_, i) => [i, groupOf(i)]),
        "row,group\n"
      )
    ],
    ["numbers", text(`groups\n${rows.map((_, i) => i % 23).join("\n")}\n`)]
  ])("groups in a file of %s, with means", async (_, groups) => {
    const question: BenchQuestion = {...asked, rows: {meanOf: 4, drawn: "with"}};
    const {told, left} = await held(question, csv(rows), {groups});
    expect(left).toEqual([]);
    expect(told).toEqual(expect.arrayContaining([...all, "trace bias"]));
  });

  test("fewer rows than columns, without a Hessian", async () => {
    const wide = Array.from({length: 12}, () => Array.from({length: 40}, () => source.normal()));
    const question = {...asked, run: undefined, budget: undefined};
    const {told, left} = await held(question, csv(wide), {curve: null});
    expect(left).toEqual([]);
    expect(told).toEqual(
      expect.arrayContaining(["largestEigenvalue high", "covarianceError.splitHalves"])
    );
  });

  test("a diagonal H of more than 2000 parameters", async () => {
    const wide = Array.from({length: 12}, () => Array.from({length: 2001}, () => source.normal()));
    const diagonal = csv([wide[0].map(x => x + 1)]);
    const budget = {calls: 200, start: 1};
    const question = {...asked, run: {...run, learningRate: 0.1}, budget};
    const {told, left} = await held(question, csv(wide), {curve: diagonal});
    expect(left).toEqual([]);
    expect(told).toEqual(
      expect.arrayContaining(["hessian.alignment high", "stationary.floor high"])
    );
  }, 60_000);

  const data = rows.map(([a, b, c], i) => [
    100 + 20 * a,
    Number(b + 0.4 * source.normal() > 0.3),
    0.001 * c,
    2 * a - c + source.normal(),
    i % 31
  ]);
  const header = "age,label,dose,outcome,group\n";

  test.each<[ModelQuestion, string]>([
    [{kind: "linear", response: "outcome"}, "sample"],
    [{kind: "linear", response: "outcome"}, "whole"],
    [{kind: "logistic", response: "label"}, "sample"],
    [{kind: "logistic", response: "label"}, "whole"],
    [{kind: "probit", response: "label"}, "sample"],
    [{kind: "probit", response: "label"}, "whole"]
  ])("%j, %s", async (model, population) => {
    const question = {...asked, population, run: {...run, learningRate: 1e-5}} as BenchQuestion;
    const {told, left} = await held(question, csv(data, header), {model});
    // At the fit of all rows their mean is zero, and what is left of it is rounding.
    const isMean = (key: string) => population === "whole" && key.startsWith("meanNormSquared");
    expect(left.filter(key => !isMean(key))).toEqual([]);
    expect(told).toEqual(
      expect.arrayContaining(["stationary.floor high", "largestEigenvalue high"])
    );
  });
});

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
