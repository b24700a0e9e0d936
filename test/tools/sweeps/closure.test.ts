import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, expect, test, vi} from "vitest";
import {ensureKernels, kernels} from "../../../tools/kernel.js";
import {root} from "../../../tools/root.js";
import {loaders} from "../../../tools/sweeps/loaders.js";
import {publish} from "../../../tools/sweeps/publish.js";

const table = (name: string, imports: string, value: string) => `${imports}
import {tableExperiment} from "../lib/experiments/tableExperiment.js";
export default {
  ...tableExperiment({name: "${name}", title: "", source: "", spec: {}, columns: () => ({})}),
  run: async () => ({value: Float64Array.of(${value})})
};`;

/** A project of its own with four loaders, each resting on something else. */
const files: Record<string, string> = {
  "data/kernel.arrow.ts": `
import {sweepExperiment} from "../lib/experiments/sweepExperiment.js";
export default sweepExperiment({
  name: "kernel", title: "", source: "", seed: 1, replicates: 4, settings: {},
  cells: () => [{parameters: {}, hessianEigenvalues: [1], noiseFactor: {diagonal: [1]}, learningRate: 0.5, steps: 3}],
  columns: results => ({state: results[0].values})
});`,
  "data/package.arrow.ts": table("package", 'import {four} from "four";', "four"),
  "data/threads.arrow.ts": table(
    "threads",
    "",
    '(await import("../lib/own/onlyInWorkers.js")).five'
  ),
  "data/json.arrow.ts": table("json", 'import eight from "../lib/own/eight.json";', "eight"),
  "data/plain.arrow.ts": table("plain", 'import {six} from "../lib/own/six.js";', "six"),
  "lib/own/onlyInWorkers.ts": "export const five = 5;\n",
  "lib/own/eight.json": "8",
  "lib/own/six.ts": "export const six = 6;\n",
  "lib/own/unrelated.ts": "export const seven = 7;\n",
  "node_modules/four/package.json": '{"name": "four", "version": "1.0.0", "type": "module"}',
  "node_modules/four/index.js": "export const four = 4;\n"
};

let folder: string;
const write = (name: string, text: string) => {
  mkdirSync(join(folder, name, ".."), {recursive: true});
  writeFileSync(join(folder, name), text);
};
const read = (name: string) => readFileSync(join(folder, name), "utf8");

/** The experiments that ran, of all that the project has. */
async function ran(): Promise<string[]> {
  const published = [];
  for (const loader of loaders(folder)) published.push(await publish(loader, {workers: 1}));
  return published.filter(output => output.ran).map(({sidecar}) => sidecar.experiment);
}

beforeAll(() => {
  mkdirSync(join(root, ".cache/fixtures"), {recursive: true});
  folder = mkdtempSync(join(root, ".cache/fixtures/closure-"));
  for (const name of [
    "simulate",
    "experiments",
    "random",
    "elementary",
    "check.ts",
    "rowsOf.ts",
    "linalg"
  ])
    cpSync(join(root, "lib", name), join(folder, "lib", name), {recursive: true});
  for (const [name, text] of Object.entries(files)) write(name, text);
  process.env.NOISEFLOOR_STORE = join(folder, "store");
});
afterEach(() => void vi.unstubAllEnvs());
afterAll(() => {
  delete process.env.NOISEFLOOR_STORE;
  rmSync(folder, {recursive: true, force: true});
});

test("all run at first, and none a second time", async () => {
  expect(await ran()).toEqual(["json", "kernel", "package", "plain", "threads"]);
  expect(await ran()).toEqual([]);
});

test("an edit re-runs what rests on it, and nothing else", async () => {
  write("lib/own/unrelated.ts", "export const seven = 7; // edited\n");
  expect(await ran()).toEqual([]);
  write("lib/own/six.ts", "export const six = 6; // edited\n");
  expect(await ran()).toEqual(["plain"]);
  write("lib/own/onlyInWorkers.ts", "export const five = 5.5;\n");
  expect(await ran()).toEqual(["threads"]);
});

test("so does an edit of data that it imports", async () => {
  write("lib/own/eight.json", "8.5");
  expect(await ran()).toEqual(["json"]);
});

test.each([
  ["a parameter", "learningRate: 0.5", "learningRate: 0.25"],
  ["the seed", "seed: 1", "seed: 2"],
  ["the number of replicates", "replicates: 4", "replicates: 8"]
])("so does an edit of %s", async (_, before, after) => {
  write("data/kernel.arrow.ts", read("data/kernel.arrow.ts").replace(before, after));
  expect(await ran()).toEqual(["kernel"]);
});

test("so does a new file that comes before the imported one; without it, what is stored is today's again", async () => {
  write("lib/own/six.js", "export const six = 6.5;\n");
  expect(await ran()).toEqual(["plain"]);
  rmSync(join(folder, "lib/own/six.js"));
  expect(await ran()).toEqual([]);
});

test("so does another version of a package, its code being the same", async () => {
  write(
    "node_modules/four/package.json",
    files["node_modules/four/package.json"].replace("1.0.0", "1.0.1")
  );
  expect(await ran()).toEqual(["package"]);
});

test("so does an edit of the AssemblyScript, through the kernel compiled from it", async () => {
  const [source, compiled] = [`${kernels.simulation.sources}/index.ts`, kernels.simulation.output];
  const before = read(compiled);
  write(source, `${read(source)}\nexport function planted(): f64 {\n  return 1;\n}\n`);
  expect(ensureKernels(folder)).toEqual([compiled]);
  expect(read(compiled)).not.toBe(before);
  expect(await ran()).toEqual(["kernel"]);
  expect(ensureKernels(folder)).toEqual([]);
  expect(await ran()).toEqual([]);
});

test.each([
  ["plain", undefined],
  ["coloured, as in CI", "true"]
])(
  "AssemblyScript that does not compile is named by file and line where the output is %s, and what was compiled stays",
  (_, CI) => {
    vi.stubEnv("CI", CI);
    const [source, compiled] = [
      `${kernels.simulation.sources}/index.ts`,
      kernels.simulation.output
    ];
    const [sound, before] = [read(source), read(compiled)];
    const line = sound.split("\n").length;
    write(source, `${sound}export function = ;\n`);
    expect(() => ensureKernels(folder)).toThrow(`${source}:${line} Identifier expected.`);
    expect(read(compiled)).toBe(before);
    write(source, sound);
  }
);
