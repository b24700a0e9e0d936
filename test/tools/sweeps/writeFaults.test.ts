import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {root} from "../../../tools/root.js";
import {publish} from "../../../tools/sweeps/publish.js";

/** Which write fails, and how: paths below the store are given, or those of open files as numbers. */
const fault = vi.hoisted(() => ({hits: (_: unknown): boolean => false, code: "ENOSPC: none left"}));
vi.mock("node:fs", async original => {
  const fs = await original<typeof import("node:fs")>();
  const refused = () => Object.assign(new Error(`${fault.code}, write`), {code: "fault"});
  return {
    ...fs,
    writeFileSync: (...args: Parameters<typeof fs.writeFileSync>) => {
      if (!fault.hits(args[0])) return fs.writeFileSync(...args);
      if (typeof args[0] === "string") fs.writeFileSync(args[0], "");
      throw refused();
    },
    openSync: (...args: Parameters<typeof fs.openSync>) => {
      if (fault.code.startsWith("ENOSPC") || !fault.hits(args[0])) return fs.openSync(...args);
      throw refused();
    }
  };
});

let folder: string;
let store: string;
let loader: string;
beforeEach(() => {
  mkdirSync(join(root, ".cache/fixtures"), {recursive: true});
  folder = mkdtempSync(join(root, ".cache/fixtures/faults-"));
  store = join(folder, "store");
  process.env.NOISEFLOOR_STORE = store;
  loader = join(folder, "pair.arrow.ts");
  writeFileSync(
    loader,
    `export default {
      name: "pair", title: "Pair", source: "", seed: 1, spec: {},
      jobs: () => [0, 1], describe: i => "job " + i, cost: () => 1, run: i => i,
      table: results => ({value: Float64Array.from(results)})
    };`
  );
});
afterEach(() => {
  fault.hits = () => false;
  delete process.env.NOISEFLOOR_STORE;
  rmSync(folder, {recursive: true, force: true});
});

const disk = "ENOSPC: no space left on device";
const cases: [string, string, (path: unknown) => boolean][] = [
  ["a full disk at its lock", disk, path => typeof path === "number"],
  ["a full disk at a part", disk, path => /\.parts\/1\./.test(String(path))],
  ["a full disk at the output", disk, path => /\.arrow\./.test(String(path))],
  ["a full disk at the sidecar", disk, path => /\.json\./.test(String(path))],
  ["a read-only file system", "EROFS: read-only file system", path => /\.lock/.test(String(path))],
  ["another user's folder", "EACCES: permission denied", path => /\.lock/.test(String(path))]
];

describe("a run ends in one sentence", () => {
  test.each(cases)("on %s, and goes on where there is room again", async (_, code, hits) => {
    Object.assign(fault, {hits, code});
    const failure = await publish(loader).catch(error => error as Error);
    if (!(failure instanceof Error)) throw new Error("it was stored");
    expect(failure.message).toMatch(new RegExp(`^(?:the store )?${store}\\S* cannot be written: `));
    expect(failure.message.endsWith(`: ${code}`)).toBe(true);
    const left = readdirSync(store, {recursive: true}).map(String);
    expect(left.filter(file => /lock|-\w{4}-\w{4}-/.test(file))).toEqual([]);
    fault.hits = () => false;
    expect((await publish(loader)).ran).toBe(true);
  });
});
