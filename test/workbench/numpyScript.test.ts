import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import type {BenchQuestion} from "../../lib/workbench/bench.js";
import type {ModelQuestion} from "../../lib/workbench/model.js";
import {safetensors} from "../../tools/samples/safetensors.js";
import {
  all,
  asked,
  csv,
  folder,
  groupOf,
  held,
  python,
  rows,
  run,
  source,
  text
} from "./numpyProgram.js";

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

/** A file that NumPy writes of the rows, X. */
function byNumpy(call: string): Uint8Array {
  const program = `import json, sys, numpy as np\nX = np.array(json.load(sys.stdin)); n = len(X)\n${call}`;
  const file = join(folder, "written");
  execFileSync(python as string, ["-c", program, file], {input: JSON.stringify(rows)});
  return new Uint8Array(readFileSync(file));
}

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
    [
      "decimal commas, and a semicolon that ends each line",
      asked,
      () =>
        text(
          `a;b;c;d;\r\n${rows.map(row => `${row.join(";").replaceAll(".", ",")};\r\n`).join("")}`
        )
    ],
    ["JAX's print", asked, () => text(`Array(${JSON.stringify(rows)}, dtype=float64)`)],
    [
      "a start that one step leaves nothing of",
      {...asked, budget: {calls: 64, start: [1e4, 0, 0, 0]}},
      () => csv(rows)
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

  test("no interval of a best rate where every rate only leaves the start", async () => {
    const {told, left} = await held({...asked, budget: {calls: 100, start: 1e-12}}, csv(rows));
    expect(left).toEqual([]);
    expect(told).toContain("budget.last.learningRate");
    expect(told).not.toContain("budget.last.learningRate high");
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

  test("two values, equally often, whose squares do not vary", async () => {
    const question = {...asked, run: undefined, budget: undefined};
    const pairs = Array.from({length: 66}, (_, i) => [i % 2]);
    const {told, left} = await held(question, csv(pairs), {curve: null});
    expect(left).toEqual([]);
    expect(told).toEqual(expect.arrayContaining(["trace high", "largestEigenvalue high"]));
  });

  test("blocks: one that does not vary, a single parameter, more columns than rows", async () => {
    const shapes = [
      {name: "still", shape: [2]},
      {name: "one", shape: []},
      {name: "wide", shape: [5, 6]}
    ];
    const numbers = Array.from({length: 14}, () =>
      Array.from({length: 33}, (_, j) => (j < 2 ? 0.1 : source.normal()))
    );
    const bytes = safetensors(numbers, shapes, "F64");
    for (const population of ["sample", "whole"] as const) {
      const question = {...asked, population, run: undefined, budget: undefined};
      const {told, left} = await held(question, bytes, {curve: null});
      expect(left).toEqual([]);
      expect(told).toEqual(
        expect.arrayContaining([
          ...["blocks.0.largestEigenvalue high", "blocks.1.largestEigenvalue high"],
          ...["blocks.2.spectrum.high.4", "blocks.2.noiseScale", "covarianceError.gaussian"]
        ])
      );
    }
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
