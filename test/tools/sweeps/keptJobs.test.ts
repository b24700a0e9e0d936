import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {root} from "../../../tools/root.js";
import {publish} from "../../../tools/sweeps/publish.js";

let project: string;
let loader: string;
const write = (name: string, text: string) => {
  mkdirSync(dirname(join(project, name)), {recursive: true});
  writeFileSync(join(project, name), text);
};

/** An experiment with a job for each file that `parts` names; a job notes that it runs. */
const experiment = (parts: readonly string[]) => `
import {appendFileSync} from "node:fs";
import {run} from "../lib/run.js";
${parts.map(part => `import {value as ${part}} from "../parts/${part}.js";`).join("\n")}
const values = {${parts.join(", ")}};
export default {
  name: "sum", title: "Sum", source: "", seed: 3, spec: {},
  jobs: () => Object.keys(values),
  describe: part => "part " + part,
  cost: () => 1,
  run: part => {
    appendFileSync(${JSON.stringify(join(project, "log"))}, part + "\\n");
    if (values[part] === "stop") throw new Error("power cut");
    return run(values[part]);
  },
  modules: part => ["parts/" + part + ".ts", "lib/run.ts"],
  fault: result => typeof result === "string" ? result : undefined,
  table: results => ({value: Float64Array.from(results)}),
  vary: () => { throw new RangeError("no settings"); }
};`;

/** The parts that run where the output is asked for now. */
async function ran(options: {force?: boolean} = {}): Promise<string[]> {
  const log = join(project, "log");
  rmSync(log, {force: true});
  await publish(loader, {workers: 1, ...options});
  return existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
}

const kept = () => {
  const folder = join(project, "store/sum.jobs");
  return readdirSync(folder).map(file => join(folder, file));
};

beforeEach(async () => {
  mkdirSync(join(root, ".cache/fixtures"), {recursive: true});
  project = mkdtempSync(join(root, ".cache/fixtures/kept-"));
  process.env.NOISEFLOOR_STORE = join(project, "store");
  loader = join(project, "data/sum.arrow.ts");
  write("lib/run.ts", "export const run = (x: number) => x;\n");
  write("lib/shared.ts", "export const one = 1;\n");
  write("lib/own.ts", "export const three = 3;\n");
  write("parts/a.ts", 'import {one} from "../lib/shared.js";\nexport const value = one;\n');
  write("parts/b.ts", 'import {one} from "../lib/shared.js";\nexport const value = one / 0;\n');
  write("parts/c.ts", 'import {three} from "../lib/own.js";\nexport const value = three;\n');
  write("data/sum.arrow.ts", experiment(["a", "b", "c"]));
  expect(await ran()).toEqual(["a", "b", "c"]);
}, 60_000);
afterEach(() => {
  delete process.env.NOISEFLOOR_STORE;
  rmSync(project, {recursive: true, force: true});
});

test("an edit of a part's own file re-runs that part, one of what several import re-runs these", async () => {
  expect(await ran()).toEqual([]);
  appendFileSync(join(project, "parts/a.ts"), "// edited\n");
  expect(await ran()).toEqual(["a"]);
  appendFileSync(join(project, "lib/shared.ts"), "// edited\n");
  expect(await ran()).toEqual(["a", "b"]);
  appendFileSync(join(project, "lib/own.ts"), "// edited\n");
  expect(await ran()).toEqual(["c"]);
  appendFileSync(join(project, "lib/run.ts"), "// edited\n");
  expect(await ran()).toEqual(["a", "b", "c"]);
});

test("an edit of the loader alone re-runs none, and the table is that of today's loader", async () => {
  write("data/sum.arrow.ts", experiment(["c", "b", "a"]));
  expect(await ran()).toEqual([]);
  const {sidecar} = await publish(loader);
  write("data/sum.arrow.ts", experiment(["a", "b", "c"]));
  expect((await publish(loader)).sidecar.sha256).not.toBe(sidecar.sha256);
});

test("a new part runs alone; one under another seed, or where it is asked for, runs with all", async () => {
  write("parts/d.ts", "export const value = 4;\n");
  write("data/sum.arrow.ts", experiment(["a", "b", "c", "d"]));
  expect(await ran()).toEqual(["d"]);
  expect(await ran({force: true})).toEqual(["a", "b", "c", "d"]);
  write("data/sum.arrow.ts", experiment(["a"]).replace("seed: 3", "seed: 4"));
  expect(await ran()).toEqual(["a"]);
});

test("a part at fault is named and not kept; the others are, and so are those before an interruption", async () => {
  write("parts/b.ts", 'export const value = "b has no number";\n');
  appendFileSync(join(project, "lib/own.ts"), "// edited\n");
  await expect(ran()).rejects.toThrow("b has no number");
  write("parts/b.ts", "export const value = 2;\n");
  expect(await ran()).toEqual(["b"]);

  write("parts/c.ts", 'export const value = "stop";\n');
  appendFileSync(join(project, "lib/shared.ts"), "// edited\n");
  await expect(ran()).rejects.toThrow("power cut");
  write("parts/c.ts", "export const value = 3;\n");
  expect(await ran()).toEqual(["c"]);
});

test("a kept result says what it is, and brings infinities back; one that was tampered with runs again", async () => {
  const [file] = kept().filter(path => path.includes("part.b-"));
  const [head, result] = readFileSync(file, "utf8").split("\n");
  expect(JSON.parse(head)).toMatchObject({experiment: "sum", job: "part b"});
  expect(JSON.parse(result)).toEqual({number: "Infinity"});
  const {sidecar} = await publish(loader);
  rmSync(join(project, "store/sum.jobs"), {recursive: true});
  expect((await publish(loader, {force: true})).sidecar.sha256).toBe(sidecar.sha256);
  const [again] = kept().filter(path => path.includes("part.b-"));
  writeFileSync(again, readFileSync(again, "utf8").replace("Infinity", "-Infinity"));
  write("data/sum.arrow.ts", `${experiment(["a", "b", "c"])}\n`);
  expect(await ran()).toEqual(["b"]);
});

test("a module that the loader does not import is refused", async () => {
  write("parts/e.ts", "export const value = 5;\n");
  write("data/sum.arrow.ts", experiment(["a"]).replace('"lib/run.ts"', '"parts/e.ts"'));
  await expect(ran()).rejects.toThrow("part a rests on parts/e.ts, which it does not import");
});
