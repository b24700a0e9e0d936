import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect} from "vitest";
import {type BenchQuestion, openBench} from "../../lib/workbench/bench.js";
import {numpyScript} from "../../lib/workbench/export/numpyScript.js";
import type {ModelQuestion} from "../../lib/workbench/model.js";
import {pythonWithNumpy} from "../../tools/bench/baselines.js";
import {uniformSource} from "../statistics/uniformSource.js";
import {hessian, rows} from "./fourParameters.js";
import {numbersOf} from "./reportNumbers.js";

export const folder = mkdtempSync(join(tmpdir(), "numpy-"));
afterAll(() => rmSync(folder, {recursive: true}));

export const source = uniformSource(12);
export {rows};
export const text = (words: string) => new Uint8Array(new TextEncoder().encode(words));
export const csv = (table: readonly (readonly unknown[])[], header = "") =>
  text(header + table.map(row => row.join(",")).join("\n"));
export const groupOf = (i: number) => `user ${(7 * i) % 41}`;
export const column = (j: number) => rows.map(row => row[j]);
export const python = pythonWithNumpy();

export const run = {learningRate: 0.3, batchSize: 8, momentum: 0.5};
export const asked: BenchQuestion = {
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
export async function held(
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
    const [, , block] =
      /^(blocks\.(\d+)\.)?(?:conditionNumber|hessian.fisherStrong)/.exec(key) ?? [];
    const part = block === undefined ? report : report.blocks[Number(block)];
    if (/conditionNumber|fisherStrong/.test(key)) return part.conditionNumber.value ?? 1;
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
export const all = [
  ...["trace high", "meanNormSquared low", "noiseScale high", "conditionNumber low"],
  ...["participationRatio bias", "covarianceError high", "spectrum.high.0"],
  ...["hessian.noiseScale low", "hessian.alignment high", "hessian.fisherStrongConvexity"],
  ...[
    "stationary.floor high",
    "budget.last.learningRate high",
    "budget.averaged.region.batchSize.1"
  ]
];
