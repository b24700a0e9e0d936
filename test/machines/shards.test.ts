import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, afterEach, expect, test} from "vitest";
import {checkout, pieces} from "./checkout.js";
import {endAll, run, tool, until} from "./processes.js";

const own = checkout({
  pieces: pieces("pieces", {milliseconds: 5}),
  slow: pieces("slow", {milliseconds: 500})
});
const stores: string[] = [];
function store(): string {
  const folder = mkdtempSync(join(tmpdir(), "store-"));
  stores.push(folder);
  return folder;
}
afterEach(endAll);
afterAll(() => {
  own.remove();
  for (const folder of stores) rmSync(folder, {recursive: true, force: true});
});

async function data(NOISEFLOOR_STORE: string, ...args: string[]) {
  const run = tool(own.folder, "data", ["pieces", ...args], {NOISEFLOOR_STORE});
  const code = await run.end;
  return {code, said: run.said(), sum: /sha256 (\w{64})/.exec(run.said())?.[1]};
}

test("shards out of order, one missing, one twice, one with a flipped byte give the bits of the whole", async () => {
  const {sum} = await data(store());
  const parts = store();
  for (const k of [4, 0, 2, 2, 1]) expect((await data(parts, "--shard", `${k}/5`)).code).toBe(0);
  const again = await data(parts, "--shard", "2/5");
  expect(again.said).toContain("0 of 5 jobs");
  const folder = readdirSync(parts).find(file => file.endsWith(".parts")) ?? "";
  expect(readdirSync(join(parts, folder)).sort()).toHaveLength(24 - 5);
  const file = join(parts, folder, "7");
  const bytes = readFileSync(file);
  bytes[bytes.length - 8] ^= 1;
  writeFileSync(file, bytes);
  const whole = await data(parts);
  expect(whole.said).toContain("pieces: part 7 of a run is damaged; its job runs again");
  expect(whole.said).toMatch(/ 18\/24 blocks/);
  expect(whole.sum).toBe(sum);
});

test.each(["SIGTERM", "SIGHUP"] as const)(
  "a shard ended by %s lets go of its lock",
  async signal => {
    const folder = store();
    const environment = {NOISEFLOOR_STORE: folder};
    const shard = tool(
      own.folder,
      "data",
      ["slow", "--shard", "0/2", "--workers", "1"],
      environment
    );
    await until(() => /[^ 0]\/12 blocks/.test(shard.said()), shard.said);
    shard.child.kill(signal);
    expect(await shard.end).toBe(130);
    // Another host would wait ten minutes for it.
    expect(readdirSync(folder).filter(file => file.endsWith(".lock"))).toEqual([]);
  }
);

test("two shards at the same time in one store, and the whole beside them", async () => {
  const {sum} = await data(store());
  const shared = store();
  const [a, b, whole] = await Promise.all([
    data(shared, "--shard", "0/2"),
    data(shared, "--shard", "1/2"),
    data(shared)
  ]);
  const said = [a, b, whole].map(({said}) => said).join("\n\n");
  expect([a.code, b.code, whole.code], said).toEqual([0, 0, 0]);
  expect(readdirSync(shared).filter(file => file.includes(".parts"))).toEqual([]);
  expect((await data(shared)).sum).toBe(sum);
  expect(whole.sum).toBe(sum);
});

test("a job script for Slurm runs every shard, also where sbatch is not here", async () => {
  const {sum} = await data(store());
  const NOISEFLOOR_STORE = store();
  const plan = tool(
    own.folder,
    "data",
    ["pieces", "--engine", "slurm", "--shards", "3", "--json"],
    {
      NOISEFLOOR_STORE,
      PATH: "/nowhere"
    }
  );
  expect(await plan.end, plan.said()).toBe(0);
  const [{script, collect, array}] = JSON.parse(plan.said());
  expect({collect, array}).toEqual({collect: "npm run data -- pieces", array: undefined});
  const text = readFileSync(script, "utf8");
  expect(text).toMatch(/^#SBATCH --array=0-2$/m);
  for (const SLURM_ARRAY_TASK_ID of ["2", "0", "1"]) {
    const shard = run("bash", [script], {env: {...process.env, SLURM_ARRAY_TASK_ID}});
    expect(await shard.end, shard.said()).toBe(0);
    expect(shard.said()).toContain("8 of 8 jobs");
  }
  const whole = await data(NOISEFLOOR_STORE);
  expect(whole.said).toContain(" 24/24 blocks, 0.0 s");
  expect(whole.sum).toBe(sum);
});

test.each([
  [["--shard", "5/5"], /^--shard must be k\/K with k from 0 to K − 1; got 5\/5$/m],
  [["--shard", "x"], /^--shard must be k\/K with k from 0 to K − 1; got x$/m],
  [["--shard", "0/2", "--engine", "slurm"], /^--shard and --engine slurm do not go together$/m],
  [
    ["--shard", "0/2", "--closure", "abc"],
    /^pieces: this code has the closure hash \w{64}; the plan was made with abc$/m
  ],
  [["--closure", "abc"], /^--closure is for --shard$/m],
  [
    ["--engine", "ssh://x"],
    /^--engine must be threads, slurm or redis:\/\/host:port; got ssh:\/\/x$/m
  ],
  [["--engine", "slurm"], /^--engine slurm needs the names of experiments, and --shards K$/m],
  [
    ["--engine", "slurm", "--shards", "25"],
    /^--shards must be at most 24, the jobs of pieces; got 25$/m
  ],
  [
    ["--engine", "slurm", "--shards", "3", "--partition", "long queue"],
    /^--partition must be names of letters, .* got "long queue"$/m
  ],
  [
    ["--engine", "slurm", "--shards", "3", "--time", "soon"],
    /^--time must be minutes, or as 1:30:00 .* got "soon"$/m
  ],
  [["--scale", "1.5"], /^scale must lie in \(0, 1\] or be a whole number up to 1000; got 1.5$/m]
])("npm run data -- pieces %s is refused in a line", async (args, message) => {
  const {code, said} = await data(store(), ...args);
  expect(code).toBe(1);
  expect(said).toMatch(message);
});
