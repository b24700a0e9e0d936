import {type ChildProcess, execFileSync, spawn} from "node:child_process";
import {readFileSync, renameSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {launch} from "../../tools/browser/chromium.js";
import {root} from "../../tools/root.js";
import {ownClaim} from "./ownClaim.js";
import {siteFixture} from "./siteFixture.js";

const loader = `
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
const page = `# Number

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
/** As an editor saves that writes another file and renames it over the old one. */
function save(path: string, text: string): void {
  writeFileSync(inSite(`${path}.tmp`), text);
  renameSync(inSite(`${path}.tmp`), inSite(path));
}
const panel = () => tab.locator(".preview-state");
const badge = () => tab.locator("section.statement .badge");

test("the first page is there before the ledger, whose verdicts are in doubt until then", async () => {
  await expect.poll(() => badge().innerText()).toMatch(/being checked|✓ holds/);
  await tab.getByText("The value is 1.").waitFor();
  await expect.poll(() => badge().innerText()).toContain("✓ holds");
});

test("an edit in lib/ re-runs its sweep, whose progress is on the page; until then its data is called old", async () => {
  save("lib/own/value.ts", "export const value = 2;\n");
  await tab.getByText("The data on this page is older than its code").waitFor();
  await panel().getByText("number ").waitFor();
  await tab.getByText("The value is 2.").waitFor();
  await expect.poll(() => tab.getByText("older than its code").count()).toBe(0);
  await expect.poll(() => panel().count()).toBe(0);
  expect(said().match(/\w+: its code has changed/g)).toEqual(["number: its code has changed"]);
});

test("an edit of a page is searched", async () => {
  const index = () =>
    tab.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel="noisefloor-search"]');
      return (await fetch(link?.href ?? "", {cache: "no-store"})).text();
    });
  expect(await index()).not.toContain("chalcedony");
  save("src/index.md", `${page}\nNow with chalcedony.\n`);
  await expect.poll(index).toContain("chalcedony");
});

test("what is wrong with a page stands on it by file and line, at every save, until it is mended", async () => {
  await tab.evaluate(() => document.body.setAttribute("data-same", ""));
  const line = page.split("\n").length + 2;
  for (const name of ["One", "Two", "Three"]) {
    save("src/index.md", `${page}\nSaved ${name}.\n$\\no${name}$\n`);
    await tab
      .locator(".problems")
      .getByText(`src/index.md:${line} TeX error in \\no${name}`)
      .waitFor();
    await tab.getByText(`Saved ${name}.`).waitFor();
  }
  save("src/index.md", page);
  await tab.locator(".problems").waitFor({state: "detached"});
  expect(await tab.locator("body[data-same]").count()).toBe(1);
});

test("what is wrong with code is shown by file and line, on a fresh load too, until it is mended", async () => {
  save("lib/own/value.ts", "\nexport const value = ;\n");
  await panel()
    .getByText(/lib\/own\/value\.ts:2 Unexpected ";"/)
    .waitFor();
  await tab.reload();
  await panel()
    .getByText(/lib\/own\/value\.ts:2 Unexpected ";"/)
    .waitFor();
  save("lib/own/value.ts", "export const value = 3;\n");
  await tab.getByText("The value is 3.").waitFor();
  await panel().waitFor({state: "detached"});
});

test("a sweep that throws is named with what it says", async () => {
  save(
    "data/number.arrow.ts",
    loader.replace("const until", 'throw new Error("boom"); const until')
  );
  await panel()
    .getByText(/number\.arrow\.ts.*boom/)
    .waitFor();
  save("data/number.arrow.ts", loader);
  await tab.getByText("The value is 3.").waitFor();
  await panel().waitFor({state: "detached"});
});

test("a verdict whose code has changed is never shown as it was, and not confirmed where the ledger refuses", async () => {
  await expect.poll(() => badge().innerText()).toContain("✓ holds");
  await tab.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, {seen});
    const note = () => {
      const text = document.querySelector("section.statement .badge")?.textContent ?? "";
      if (text && text !== seen.at(-1)) seen.push(text);
    };
    note();
    new MutationObserver(note).observe(document.body, {childList: true, subtree: true});
  });
  const seen = () => tab.evaluate(() => (window as unknown as {seen: string[]}).seen);
  save("lib/own/two.ts", "export const two = -2;\n");
  await expect.poll(() => badge().innerText()).toBe("? not confirmed");
  expect(await tab.locator("section.statement").getAttribute("data-verdict")).toBe("not confirmed");
  await tab.locator("details.evidence summary").click();
  await tab
    .getByText(/sum: predicted 4, measured -4/)
    .first()
    .waitFor();
  save("lib/own/two.ts", "export const two = 2;\n");
  await expect.poll(() => badge().innerText()).toContain("✓ holds");
  const shown = await seen();
  expect(shown[0]).toContain("✓ holds");
  // Up to the refusal there is nothing but doubt; afterwards the mended code may be confirmed twice.
  const refused = shown.indexOf("? not confirmed");
  expect(refused).toBeGreaterThan(0);
  expect(shown.slice(1, refused).filter(text => text !== "… being checked")).toEqual([]);
});

test("a new page in the menu, and settings that cannot be read, need no restart by hand", async () => {
  const settings = readFileSync(inSite("observablehq.config.ts"), "utf8");
  writeFileSync(inSite("src/new.md"), "# A new page\n");
  const menu = settings.replace("pages: []", 'pages: [{name: "In the menu", path: "/new"}]');
  save("observablehq.config.ts", menu);
  await tab.getByText("In the menu").first().waitFor({state: "attached"});
  save("observablehq.config.ts", settings.replace("pages: []", "pages: [}"));
  await panel()
    .getByText(/observablehq\.config\.ts:2:\d+: ERROR/)
    .waitFor();
  const other = await browser.newPage();
  other.setDefaultTimeout(120_000);
  await other.goto(`http://127.0.0.1:${port}/new`);
  await other.getByText("This page cannot be shown").first().waitFor();
  save("observablehq.config.ts", settings);
  await other.getByRole("heading", {name: "A new page"}).waitFor();
  await other.close();
});

test("nothing stays on its port, however it ends", async () => {
  const inner = /--port", "(\d+)/;
  expect(inner).toBeDefined();
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false
    );
  expect(await answers()).toBe(true);
  const behind = execFileSync("pgrep", ["-P", String(child.pid)], {encoding: "utf8"}).trim();
  child.kill("SIGKILL");
  await expect.poll(answers).toBe(false);
  const left = () => behind.split("\n").filter(pid => isAlive(Number(pid)));
  await expect.poll(left).toEqual([]);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
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
