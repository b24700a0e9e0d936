import {spawnSync} from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {hostname, tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {exclusively} from "../../../tools/sweeps/lock.js";
import {newOwner, ownerOf, startOf} from "../../../tools/sweeps/lockOwner.js";

let folder: string;
let lock: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
  lock = join(folder, "tally.lock");
  said = [];
  vi.spyOn(console, "error").mockImplementation(line => void said.push(line));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  rmSync(folder, {recursive: true, force: true});
});

const hold = (owner: object) => writeFileSync(lock, JSON.stringify({...newOwner(), ...owner}));

/** Waits for the lock on a clock of its own; the milliseconds until it was had, or `most` of them. */
async function wait(most: number, meanwhile: (elapsed: number) => void = () => undefined) {
  vi.useFakeTimers();
  const stop = new AbortController();
  let had = false;
  const run = exclusively(lock, async () => void (had = true), {
    name: "tally",
    signal: stop.signal
  });
  run.catch(() => undefined);
  let elapsed = 0;
  for (; elapsed < most && !had; elapsed += 1000) {
    meanwhile(elapsed);
    await vi.advanceTimersByTimeAsync(1000);
  }
  stop.abort();
  await vi.advanceTimersByTimeAsync(1000);
  return elapsed;
}

test("a lock names host, process, its start and a token while the work runs, and is gone behind it", async () => {
  const owners = [1, 2].map(() =>
    exclusively(lock, async () => ownerOf(readFileSync(lock, "utf8")), {name: "tally"})
  );
  const [one, other] = await Promise.all(owners);
  expect(one).toEqual({
    host: hostname(),
    pid: process.pid,
    started: startOf(process.pid),
    token: expect.stringMatching(/^[\w-]{36}$/)
  });
  expect(other?.token).not.toBe(one?.token);
  expect(readdirSync(folder)).toEqual([]);
});

test("one of many works at a time, also where a dead process has left the lock", async () => {
  hold({started: "before"});
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise(resolve => setTimeout(resolve, 2));
    inside--;
  };
  await Promise.all(Array.from({length: 8}, () => exclusively(lock, work, {name: "tally"})));
  expect([most, readdirSync(folder)]).toEqual([1, []]);
});

describe("a lock is taken over", () => {
  test("at once from a process that has ended", async () => {
    const {pid} = spawnSync(process.execPath, ["--version"]);
    expect(startOf(pid)).toBeUndefined();
    hold({pid, started: "1"});
    expect(await wait(60_000)).toBe(0);
  });

  test("at once where the process's id is another's by now", async () => {
    hold({started: "before"});
    expect(await wait(60_000)).toBe(0);
  });

  const nobodys: [string, () => void][] = [
    ["is empty", () => writeFileSync(lock, "")],
    ["holds a process id alone", () => writeFileSync(lock, String(process.pid))],
    ["is a link to nothing", () => symlinkSync(join(folder, "none"), lock)],
    ["is a folder", () => mkdirSync(join(lock, "within"), {recursive: true})]
  ];
  test.each(nobodys)("after some seconds where it %s", async (_, make) => {
    make();
    expect(await wait(60_000)).toBeLessThan(5000);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("after ten minutes from another host that shows no sign of life", async () => {
    hold({host: "elsewhere"});
    expect(await wait(3_600_000)).toBeGreaterThanOrEqual(600_000);
    expect(said).toEqual([
      `tally: waits for process ${process.pid} on the host elsewhere, which runs it (${lock})`
    ]);
  });
});

describe("a lock is waited for", () => {
  test("as long as its process runs on this host", async () => {
    hold({});
    expect(await wait(1_000_000)).toBe(1_000_000);
    expect(said).toEqual([`tally: waits for process ${process.pid}, which runs it (${lock})`]);
    expect(existsSync(lock)).toBe(true);
  });

  test("as long as another host shows signs of life", async () => {
    hold({host: "elsewhere"});
    const touch = (elapsed: number) => {
      if (elapsed % 400_000 === 0) utimesSync(lock, 1 + elapsed, 1 + elapsed);
    };
    expect(await wait(2_000_000, touch)).toBe(2_000_000);
  });

  test("until it is interrupted", async () => {
    hold({});
    const stop = new AbortController();
    const waiting = exclusively(lock, async () => undefined, {name: "tally", signal: stop.signal});
    setTimeout(() => stop.abort(new Error("interrupted")), 20);
    await expect(waiting).rejects.toThrow("interrupted");
  });
});

test("the owner shows signs of life, and leaves a lock alone that has been taken from it", async () => {
  vi.useFakeTimers();
  const taken = JSON.stringify({...newOwner(), host: "elsewhere"});
  let touched = 0;
  const work = async () => {
    utimesSync(lock, 1, 1);
    await vi.advanceTimersByTimeAsync(60_000);
    touched = statSync(lock).mtimeMs;
    writeFileSync(lock, taken);
  };
  await exclusively(lock, work, {name: "tally"});
  expect(touched).toBeGreaterThan(1000);
  expect(readFileSync(lock, "utf8")).toBe(taken);
});
