import {type ChildProcess, spawn} from "node:child_process";
import {writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {join} from "node:path";
import {afterEach, expect, test} from "vitest";
import {launch} from "../../tools/browser/chromium.js";
import {root} from "../../tools/root.js";
import {siteFixture} from "./siteFixture.js";

const loader = `
import {tableExperiment} from "../lib/experiments/tableExperiment.js";
import {value} from "../lib/own/value.js";
export default tableExperiment({
  name: "number", title: "Number", source: "", spec: {},
  columns: () => {
    const until = Date.now() + 800;
    while (Date.now() < until);
    return {value: Float64Array.of(value)};
  }
});`;
const still = `
import {tableExperiment} from "../lib/experiments/tableExperiment.js";
import {other} from "../lib/own/other.js";
export default tableExperiment({
  name: "still", title: "Still", source: "", spec: {}, columns: () => ({other: Float64Array.of(other)})
});`;
const page = `# Number

\`\`\`js
import {database} from "./components/duckdb.js";
const sql = database({number: FileAttachment("./data/number.arrow").url()});
\`\`\`

\`\`\`sql id=rows
SELECT value FROM number
\`\`\`

The value is $\{rows[0].value}.
`;

let stop = async () => {};
afterEach(() => stop());

test("an edit in lib/ re-runs its sweep; until then the page says that its data is older than its code", async () => {
  const fixture = siteFixture({
    "src/index.md": page,
    "data/number.arrow.ts": loader,
    "data/still.arrow.ts": still,
    "lib/own/value.ts": "export const value = 1;\n",
    "lib/own/other.ts": "export const other = 1;\n"
  });
  const port = await freePort();
  const {child, said} = start(fixture.site, port);
  const browser = await launch();
  stop = async () => {
    await browser.close();
    child.kill();
    fixture.remove();
  };
  await until(() => said().includes(String(port)));
  const tab = await browser.newPage();
  tab.setDefaultTimeout(90_000);
  await tab.goto(`http://127.0.0.1:${port}/`);
  await tab.getByText("The value is 1.").waitFor();
  writeFileSync(join(fixture.site, "lib/own/value.ts"), "export const value = 2;\n");
  await tab.getByText("The data on this page is older than its code").waitFor();
  await tab.getByText("The value is 2.").waitFor();
  await expect.poll(() => tab.getByText("older than its code").count()).toBe(0);
  expect(said().match(/\w+: its code has changed/g)).toEqual(["number: its code has changed"]);

  const index = () =>
    tab.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel="noisefloor-search"]');
      return (await fetch(link?.href ?? "", {cache: "no-store"})).text();
    });
  expect(await index()).not.toContain("chalcedony");
  writeFileSync(join(fixture.site, "src/index.md"), `${page}\nNow with chalcedony.\n`);
  await expect.poll(index).toContain("chalcedony");
});

function start(site: string, port: number): {child: ChildProcess; said: () => string} {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "tools/start.ts", "--site", site, "--port", String(port), "--no-open"],
    {cwd: root, stdio: ["ignore", "pipe", "pipe"], env: {...process.env, CI: "1"}}
  );
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", chunk => {
      text += chunk;
    });
  return {child, said: () => text};
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (holds()) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error("it took more than 30 s");
}

/** A free port below those that the system hands out to whoever asks for any. */
async function freePort(): Promise<number> {
  for (let port = 10_000 + (process.pid % 20_000); ; port++) {
    const server = createServer();
    const free = await new Promise<boolean>(resolve => {
      server.once("error", () => resolve(false));
      server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
    });
    if (free) return port;
  }
}
