import {execFile} from "node:child_process";
import {mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {expect, test} from "vitest";
import {root} from "../../../tools/root.js";

const closure = "c".repeat(64);

/** Runs statements over and over in a process of its own, and tells how often. */
async function another(store: string, statements: string): Promise<number> {
  const parts = JSON.stringify(join(root, "tools/sweeps/parts.ts"));
  const text = `import {dropParts, readParts, storePart} from ${parts};
    const until = Date.now() + 1500;
    let times = 0;
    for (; Date.now() < until; times++) { ${statements} }
    console.log(times);`;
  const file = join(store, `${Math.random()}.mts`);
  writeFileSync(file, text);
  const args = ["--import", "tsx", file];
  const environment = {...process.env, NOISEFLOOR_STORE: join(store, "store")};
  const run = await promisify(execFile)(process.execPath, args, {cwd: root, env: environment});
  expect(run.stderr).toBe("");
  return Number(run.stdout);
}

test("parts are written and read while other processes remove their folder", async () => {
  const store = mkdtempSync(join(tmpdir(), "removed-"));
  const pause = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);";
  const write = `storePart("tally", "${closure}", times % 9, {times});`;
  try {
    const times = await Promise.allSettled([
      another(store, write),
      another(store, write),
      another(store, `dropParts("tally", "${closure}"); ${pause}`),
      another(store, `readParts("tally", "${closure}", [0, 1, 2, 3, 4, 5, 6, 7, 8]);`)
    ]);
    for (const run of times) {
      if (run.status === "rejected") throw run.reason;
      expect(run.value).toBeGreaterThan(9);
    }
    const left = readdirSync(join(store, "store"), {recursive: true}).map(String);
    expect(left.filter(path => !/\.parts(\/\d)?$/.test(path))).toEqual([]);
  } finally {
    rmSync(store, {recursive: true, force: true});
  }
});
