import {type ChildProcess, spawn} from "node:child_process";
import {renameSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll} from "vitest";
import {launch} from "../../tools/browser/chromium.js";
import {root} from "../../tools/root.js";
import {ownClaim} from "./ownClaim.js";
import {siteFixture} from "./siteFixture.js";

/** The loader of an experiment that takes 2.5 s. */
export const loader = `
import {tableExperiment} from "../lib/experiments/tableExperiment.js";
import {value} from "../lib/own/value.js";
export default tableExperiment({
  name: "number", title: "Number", source: "", spec: {},
  columns: () => {
    const until = Date.now() + 2500;
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
/** The page that shows it, with a statement. */
export const page = `# Number

\`\`\`js
import {database} from "./components/duckdb.js";
const sql = database({number: FileAttachment("./data/number.arrow").url()});
\`\`\`

\`\`\`sql id=rows
SELECT value FROM number
\`\`\`

The value is $\{rows[0].value}.

::: FG-Lem4.1
Two and two.
:::
`;
const ledger = `
import {ledgerExperiment} from "../claims/ledger/ledgerExperiment.js";
import {register} from "../claims/ledger/register.js";
import {claims as sum} from "../claims/own/sum.js";
const claims = register(sum);
export default ledgerExperiment({name: "ledger", seed: 1, claims, sections: {"own/sum": sum}});`;

/** `npm start`, past npm, on a site of one page, with a tab open on it, while the tests of the file run that asks for it. */
export function preview() {
  let fixture: ReturnType<typeof siteFixture>;
  let child: ChildProcess;
  let said: () => string;
  let port: number;
  let browser: Browser;
  let tab: Page;
  beforeAll(async () => {
    fixture = siteFixture({
      "src/index.md": page,
      "data/number.arrow.ts": loader,
      "data/still.arrow.ts": still,
      "data/ledger.arrow.ts": ledger,
      "claims/own/sum.ts": ownClaim("sum", "FG-Lem4.1"),
      "claims/own/sum.predicted.ts": "export const predicted = () => ({sum: [4]});\n",
      "claims/own/sum.measured.ts":
        'import {two} from "../../lib/own/two.js";\nexport const measured = () => ({sum: [two + two]});\n',
      "lib/own/two.ts": "export const two = 2;\n",
      "lib/own/value.ts": "export const value = 1;\n",
      "lib/own/other.ts": "export const other = 1;\n"
    });
    port = await freePort();
    ({child, said} = start(fixture.site, port));
    browser = await launch();
    tab = await browser.newPage();
    tab.setDefaultTimeout(120_000);
    await until(() => said().includes(String(port)));
    await tab.goto(`http://127.0.0.1:${port}/`);
  });
  afterAll(async () => {
    await browser?.close();
    child?.kill();
    fixture?.remove();
  });
  const inSite = (path: string) => join(fixture.site, path);
  return {
    inSite,
    /** As an editor saves that writes another file and renames it over the old one. */
    save(path: string, text: string): void {
      writeFileSync(inSite(`${path}.tmp`), text);
      renameSync(inSite(`${path}.tmp`), inSite(path));
    },
    get tab() {
      return tab;
    },
    get browser() {
      return browser;
    },
    get port() {
      return port;
    },
    get child() {
      return child;
    },
    said: () => said(),
    panel: () => tab.locator(".preview-state"),
    badge: () => tab.locator("section.statement .badge")
  };
}

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
