import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, test, vi} from "vitest";
import {root} from "../../../tools/root.js";
import {closureHash} from "../../../tools/sweeps/closureHash.js";
import {loadExperiment} from "../../../tools/sweeps/load.js";
import {newOwner} from "../../../tools/sweeps/lockOwner.js";
import {publish} from "../../../tools/sweeps/publish.js";

let folder: string;
let loader: string;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

const tally = (extra = "") => `
import {appendFileSync} from "node:fs";
import {square} from "./square.js";
export default {
  name: "tally", title: "Tally", source: "", seed: 3, spec: {jobs: 6},
  jobs: scale => Array.from({length: Math.round(6 * scale)}, (_, i) => i),
  describe: i => "job " + i,
  cost: () => 1,
  run: i => {
    appendFileSync(${JSON.stringify("LOG")}, i + "\\n");
    ${extra}
    return square(i);
  },
  table: results => ({square: Float64Array.from(results)}),
  details: results => ({last: results.at(-1)}),
  vary: () => { throw new RangeError("no settings"); }
};`;
const loaderText = (extra?: string) => tally(extra).replace("LOG", join(folder, "log"));
const runs = () =>
  existsSync(join(folder, "log"))
    ? readFileSync(join(folder, "log"), "utf8").split("\n").length - 1
    : 0;

beforeAll(() => {
  mkdirSync(join(root, ".cache/fixtures"), {recursive: true});
  folder = mkdtempSync(join(root, ".cache/fixtures/publish-"));
  loader = join(folder, "tally.arrow.ts");
  process.env.NOISEFLOOR_STORE = join(folder, "store");
});
afterAll(() => {
  delete process.env.NOISEFLOOR_STORE;
  rmSync(folder, {recursive: true, force: true});
});
beforeEach(() => {
  rmSync(join(folder, "store"), {recursive: true, force: true});
  rmSync(join(folder, "log"), {force: true});
  write("square.ts", "export const square = (i: number) => i * i;\n");
  write("unrelated.ts", "export const other = 1;\n");
  write("tally.arrow.ts", loaderText());
});

const detailsOf = (arrow: string) => arrow.replace(/arrow$/, "details.json");

function flipText(file: string, from: string, to: string): void {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(from);
  if (at < 0) throw new Error(`${file} has no ${from}`);
  bytes.write(to, at);
  writeFileSync(file, bytes);
}

/** Turns 25 = 5² into another number. */
function flipNumber(arrow: string): void {
  const bytes = readFileSync(arrow);
  bytes.writeDoubleLE(26, bytes.indexOf(Buffer.from(Float64Array.of(25).buffer)));
  writeFileSync(arrow, bytes);
}

describe("publish", () => {
  test("runs once, then serves what is stored, at each scale by itself", async () => {
    const first = await publish(loader, {workers: 2});
    expect([first.ran, first.sidecar.rows, runs()]).toEqual([true, 6, 6]);
    const second = await publish(loader);
    expect([second.ran, second.arrow, runs()]).toEqual([false, first.arrow, 6]);
    const half = await publish(loader, {scale: 0.5});
    expect([half.ran, half.sidecar.rows, runs()]).toEqual([true, 3, 9]);
  });

  test("the result's hash does not depend on the number of workers", async () => {
    const hashes = [];
    for (const workers of [1, 2, 5])
      hashes.push((await publish(loader, {workers, force: true})).sidecar.sha256);
    expect(new Set(hashes).size).toBe(1);
  });

  test("an edit in an imported file re-runs it; one in another file does not", async () => {
    await publish(loader);
    write("unrelated.ts", "export const other = 2; // edited\n");
    expect((await publish(loader)).ran).toBe(false);
    write("square.ts", "export const square = (i: number) => i * i + 1;\n");
    expect((await publish(loader)).ran).toBe(true);
  });

  test("spec, seed and scale are part of the closure hash", async () => {
    const hash = async (scale = 1) => closureHash(await loadExperiment(loader), scale);
    const original = await hash();
    expect(await hash(0.5)).not.toBe(original);
    write("tally.arrow.ts", loaderText().replace("seed: 3", "seed: 4"));
    expect(await hash()).not.toBe(original);
    write("tally.arrow.ts", loaderText());
    expect(await hash()).toBe(original);
  });

  test("a failing job names the loader and the cell, and keeps what is stored", async () => {
    const {arrow} = await publish(loader);
    const good = readFileSync(arrow);
    write("tally.arrow.ts", loaderText('if (i === 4) throw new Error("out of luck");'));
    await expect(publish(loader)).rejects.toThrow(/tally\.arrow\.ts: job 4 failed: out of luck/);
    expect(readFileSync(arrow)).toEqual(good);
  });

  test.each([
    ["columns of unequal length", "new Float64Array(2)", "column other must have 6 rows"],
    ["a table that throws", "null.rows", "Cannot read properties of null"]
  ])("%s: the loader is named", async (_, column, cause) => {
    const columns = `from(results), other: ${column}})`;
    write("tally.arrow.ts", loaderText().replace("from(results)})", columns));
    await expect(publish(loader)).rejects.toThrow(
      new RegExp(`tally\\.arrow\\.ts: its table cannot be made: ${cause}`)
    );
  });

  test("a thread that ends in a job, or before any, names loader and cell", async () => {
    write("tally.arrow.ts", loaderText("if (i === 4) process.exit(3);"));
    await expect(publish(loader)).rejects.toThrow(
      /tally\.arrow\.ts: job 4 failed: its thread ended with exit code 3/
    );
    const guard = 'import {isMainThread} from "node:worker_threads";\n';
    write(
      "tally.arrow.ts",
      `${guard}if (!isMainThread) throw new Error("no bundle");${loaderText()}`
    );
    await expect(publish(loader)).rejects.toThrow(/tally\.arrow\.ts: a thread failed: no bundle/);
  });

  test("an interrupted run goes on where it stopped", async () => {
    const flag = join(folder, "broken");
    const broken = `if (i === 5 && existsSync(${JSON.stringify(flag)})) throw new Error("power cut");`;
    write(
      "tally.arrow.ts",
      loaderText(broken).replace("appendFileSync}", "appendFileSync, existsSync}")
    );
    writeFileSync(flag, "");
    await expect(publish(loader, {workers: 1})).rejects.toThrow("power cut");
    rmSync(flag);
    const {ran, sidecar} = await publish(loader, {workers: 1});
    expect([ran, sidecar.rows, runs()]).toEqual([true, 6, 7]);
  });

  test("two processes that want the same output run it once", async () => {
    const both = await Promise.all([publish(loader), publish(loader)]);
    expect(both.filter(({ran}) => ran).length).toBe(1);
    expect(runs()).toBe(6);
  });

  const fault = "tally: what is stored is not what was written; it runs again (";
  const damaged: [string, (arrow: string, sidecar: string) => void][] = [
    ["a flipped bit of its records", arrow => flipNumber(arrow)],
    ["no bytes", arrow => writeFileSync(arrow, "")],
    ["half of its bytes", arrow => writeFileSync(arrow, readFileSync(arrow).subarray(0, 300))],
    ["another text beside its records", arrow => flipText(arrow, '"jobs"', '"Jobs"')],
    ["another number in its details", arrow => flipText(detailsOf(arrow), "25", "26")],
    [
      "half of its details",
      arrow => writeFileSync(detailsOf(arrow), readFileSync(detailsOf(arrow)).subarray(0, 4))
    ],
    [
      "a sidecar without their hashes",
      (_, sidecar) =>
        writeFileSync(
          sidecar,
          readFileSync(sidecar, "utf8").replace(/"files": \{[^}]*\}/, '"files": null')
        )
    ],
    ["the sidecar {}", (_, sidecar) => writeFileSync(sidecar, "{}")],
    ["an empty sidecar", (_, sidecar) => writeFileSync(sidecar, "")],
    [
      "another experiment's sidecar",
      (_, sidecar) =>
        writeFileSync(sidecar, readFileSync(sidecar, "utf8").replace('"tally"', '"other"'))
    ]
  ];
  test.each(damaged)("does not believe a stored output with %s", async (_, damage) => {
    const {arrow, sidecar} = await publish(loader);
    damage(arrow, arrow.replace(/arrow$/, "json"));
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const again = await publish(loader);
    expect([again.ran, again.sidecar.sha256]).toEqual([true, sidecar.sha256]);
    expect(said.mock.calls.map(([line]) => line.slice(0, fault.length))).toEqual([fault]);
    said.mockRestore();
    expect((await publish(loader)).ran).toBe(false);
  });

  test("does not run a bundle that is not what was bundled", async () => {
    const {sidecar} = await publish(loader);
    const {bundle} = await loadExperiment(loader);
    const code = readFileSync(bundle, "utf8");
    writeFileSync(bundle, code.replace("i * i", "i + i"));
    await publish(loader, {force: true});
    expect(readFileSync(bundle, "utf8")).toBe(code);
    expect((await publish(loader)).sidecar.sha256).toBe(sidecar.sha256);
  });

  test("reads what is stored whoever holds the lock, waits for it else, and stops when told to", async () => {
    const {arrow} = await publish(loader);
    writeFileSync(arrow.replace(/arrow$/, "lock"), JSON.stringify(newOwner()));
    expect((await publish(loader)).ran).toBe(false);
    const interruption = new AbortController();
    const waiting = publish(loader, {force: true, signal: interruption.signal});
    setTimeout(() => interruption.abort(new Error("interrupted")), 300);
    await expect(waiting).rejects.toThrow("interrupted");
    expect(runs()).toBe(6);
  });

  test("says where a store cannot be", async () => {
    write("store", "a file");
    await expect(publish(loader)).rejects.toThrow(
      /^the store \S+store cannot be written: EEXIST: file already exists$/
    );
  });

  // Below /proc Node's own way to make folders tries for ever, and no signal reaches it.
  test.runIf(existsSync("/proc/self"))(
    "nodejs/node#27198, bun#40600: says so of a place in which folders cannot be made",
    async () => {
      process.env.NOISEFLOOR_STORE = "/proc/store/within";
      await expect(publish(loader)).rejects.toThrow(
        "the store /proc/store/within cannot be written: ENOENT: no such file or directory"
      );
      process.env.NOISEFLOOR_STORE = join(folder, "store");
    }
  );

  test("says what is wrong with a loader", async () => {
    await expect(publish(join(folder, "none.arrow.ts"))).rejects.toThrow(
      "none.arrow.ts: no such loader"
    );
    write("tally.arrow.ts", "export default {};");
    await expect(publish(loader)).rejects.toThrow("default export must be an experiment");
    write("tally.arrow.ts", loaderText().replace('name: "tally"', 'name: "other"'));
    await expect(publish(loader)).rejects.toThrow('name must be "tally"; got "other"');
    await expect(publish(loader, {scale: 1.5})).rejects.toThrow("got 1.5");
  });
});
