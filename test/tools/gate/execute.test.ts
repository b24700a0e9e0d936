import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {check} from "../../../tools/gate/execute.js";
import {startOf} from "../../../tools/sweeps/lockOwner.js";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "gate-"))));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

test("a command whose time is up is ended, and so is what it has started", async () => {
  const file = join(folder, "pid");
  const stop = new AbortController();
  const sleeps = `sleep 600 & echo $! > ${file}; echo asleep; wait`;
  const running = check("endless", ["sh", "-c", sleeps], {live: false, signal: stop.signal});
  const pid = () => Number(readFileSync(file, "utf8"));
  await expect.poll(() => startOf(pid())).toBeDefined();
  stop.abort();
  const {failed, output, failures} = await running;
  expect({failed, output}).toEqual({failed: 1, output: "asleep\n"});
  expect(failures).toEqual(["exit status null", "asleep"]);
  await expect.poll(() => startOf(pid())).toBeUndefined();
});
