import {spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, afterEach, describe, expect, test} from "vitest";
import {checkout, pieces} from "./checkout.js";
import {endAll, run, until} from "./processes.js";

const hasHosts = spawnSync("unshare", ["--uts", "true"]).status === 0;

describe.runIf(hasHosts)("hosts of other names on one store", () => {
  const own = checkout({pieces: pieces("pieces", {milliseconds: 150})});
  const folder = mkdtempSync(join(tmpdir(), "hosts-"));
  afterEach(endAll);
  afterAll(() => {
    own.remove();
    rmSync(folder, {recursive: true, force: true});
  });

  /** `npm run data` on a host of this name, with a store. */
  function on(host: string, store: string, ...args: string[]) {
    const script = `hostname ${host} && exec "$0" --import tsx tools/data.ts pieces "$@"`;
    const command = ["--uts", "bash", "-c", script, process.execPath, ...args];
    const NOISEFLOOR_STORE = join(folder, store);
    return run("unshare", command, {cwd: own.folder, env: {...process.env, NOISEFLOOR_STORE}});
  }
  const sum = (said: string) => /sha256 (\w{64})/.exec(said)?.[1];

  test("two run shards, and a third the whole at the same time", async () => {
    const alone = on("alone", "alone");
    expect(await alone.end, alone.said()).toBe(0);
    const [a, b, whole] = [
      on("lab-a", "shared", "--shard", "0/3"),
      on("lab-b", "shared", "--shard", "1/3"),
      on("lab-c", "shared")
    ];
    for (const each of [a, b, whole]) expect(await each.end, each.said()).toBe(0);
    expect(sum(whole.said())).toBe(sum(alone.said()));
    expect(readdirSync(join(folder, "shared")).sort()).toEqual(
      readdirSync(join(folder, "alone")).sort()
    );
  });

  test("one that has died is waited for by its name, since its process may live", async () => {
    const dead = on("lab-a", "waited");
    const locks = () =>
      readdirSync(folder, {recursive: true}).filter(file => /waited.*lock$/.test(String(file)));
    await until(() => locks().length === 1, dead.said);
    dead.child.kill("SIGKILL");
    await dead.end;
    const next = on("lab-b", "waited");
    await until(() => next.said().includes("waits for"), next.said);
    expect(next.said()).toMatch(/pieces: waits for process \d+ on the host lab-a, which runs it/);
  });
});
