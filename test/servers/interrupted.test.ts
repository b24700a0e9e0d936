import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {afterAll, beforeAll, expect, test} from "vitest";
import {root} from "../../tools/root.js";
import {siteFixture} from "../site/siteFixture.js";

/** Two jobs, which note that they run; before the end of the second one `second` happens. */
const loader = (value: number, log: string, second = "") => `
import {appendFileSync, existsSync} from "node:fs";
import {tableExperiment} from "../lib/experiments/tableExperiment.js";
const table = {name: "pair", title: "Pair", source: "", spec: {}, columns: () => ({})};
export default {
  ...tableExperiment(table),
  jobs: () => [0, 1],
  cost: () => 1,
  describe: job => "job " + job,
  run: async job => {
    appendFileSync(${JSON.stringify(log)}, "job " + job + "\\n");
    if (job === 1) {${second}}
    return ${value} + job;
  },
  table: results => ({value: Float64Array.from(results)})
};`;

let fixture: ReturnType<typeof siteFixture>;
let site: string;
let store: string;
beforeAll(async () => {
  fixture = siteFixture({
    "src/index.md": '# Pair\n\n```js\nFileAttachment("./data/pair.arrow").url()\n```\n'
  });
  ({site} = fixture);
  store = join(site, "store");
  writeFileSync(join(site, "data/pair.arrow.ts"), loader(1, join(site, "log")));
  expect(await build().end).toEqual({code: 0, said: expect.stringContaining("pair: ran in")});
  expect(published()).toEqual([1, 2]);
});
afterAll(() => fixture.remove());

/** `npm run build`, past npm, on the site, with a store of its own. */
function build(): {child: ChildProcess; end: Promise<{code: number | null; said: string}>} {
  const child = spawn(process.execPath, ["--import", "tsx", "tools/build.ts", "--site", site], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
    env: {...process.env, NOISEFLOOR_STORE: store}
  });
  let said = "";
  child.stderr?.on("data", chunk => (said += chunk));
  return {child, end: once(child, "close").then(([code]) => ({code, said}))};
}

const stored = (kind: string) =>
  readdirSync(store)
    .filter(file => file.endsWith(kind))
    .map(file => join(store, file));

/** The numbers on the site that is published. */
function published(): number[] {
  const folder = join(site, "dist/_file/data");
  const [file, ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  return [...(tableFromIPC(readFileSync(join(folder, file))).getChild("value") ?? [])];
}

test("a run that fails leaves the last good output and the last good site, and names its loader", async () => {
  const outputs = stored(".arrow");
  const broken = loader(2, join(site, "log"), 'throw new Error("power cut");');
  writeFileSync(join(site, "data/pair.arrow.ts"), broken);
  const {code, said} = await build().end;
  expect(code).toBe(1);
  expect(said).toMatch(/data\/pair\.arrow\.ts: job 1 failed: power cut/);
  expect(published()).toEqual([1, 2]);
  expect(stored(".arrow")).toEqual(outputs);
});

test.each(["SIGINT", "SIGKILL"] as const)(
  "so does one that %s ends in its midst; the next goes on where it stopped",
  async signal => {
    const outputs = stored(".arrow");
    const old = stored(".parts");
    const [log, go] = ["log", "go"].map(name => join(site, `${name}-${signal}`));
    const wait = `while (!existsSync(${JSON.stringify(go)})) await new Promise(done => setTimeout(done, 20));`;
    writeFileSync(join(site, "data/pair.arrow.ts"), loader(4, log, wait));
    const {child, end} = build();
    await expect
      .poll(() => stored(".parts").some(each => !old.includes(each) && existsSync(join(each, "0"))))
      .toBe(true);
    child.kill(signal);
    expect((await end).code).not.toBe(0);
    expect(published()).toEqual([1, 2]);
    expect(stored(".arrow")).toEqual(outputs);
    if (signal === "SIGINT") return;
    writeFileSync(go, "");
    writeFileSync(log, "");
    expect(await build().end).toEqual({code: 0, said: expect.stringContaining("pair: ran in")});
    expect(readFileSync(log, "utf8")).toBe("job 1\n");
    expect(published()).toEqual([4, 5]);
  }
);

test("a stored output with another number under today's hash is not believed: it runs again, by name", async () => {
  const numbers = Buffer.from(Float64Array.of(4, 5).buffer);
  const file = stored(".arrow").find(each => readFileSync(each).includes(numbers));
  if (file === undefined) throw new Error("what was built is not in the store");
  const bytes = readFileSync(file);
  bytes.writeDoubleLE(40, bytes.indexOf(numbers));
  writeFileSync(file, bytes);
  const {code, said} = await build().end;
  expect(code).toBe(0);
  expect(said).toMatch(/^pair: what is stored is not what was written; it runs again \(/m);
  expect(published()).toEqual([4, 5]);
});
