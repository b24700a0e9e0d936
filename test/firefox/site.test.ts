import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import type {Browser, Page} from "puppeteer-core";
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from "vitest";
import {createKernel} from "../../lib/simulate/kernel.js";
import {liveRun} from "../../lib/simulate/liveRun.js";
import {findFirefox, launchFirefox} from "../../tools/browser/firefox.js";
import {type StaticServer, serve} from "../../tools/browser/serve.js";
import {root} from "../../tools/root.js";
import {htmlFiles} from "../../tools/site/finishPages.js";
import {batchScaling} from "../simulate/experiments.js";

const dist = join(root, "dist");
const pages = ["", "noise/alignment", "diffusion/batch-scaling", "finite-rate/qhm", "ledger"];

let browser: Browser;
let server: StaticServer;
let page: Page;

beforeAll(async () => {
  if (!existsSync(join(dist, "index.html")))
    throw new Error("dist/ must hold the built site: npm run build");
  const path = findFirefox();
  if (path === undefined) throw new Error("no Firefox found: set FIREFOX_PATH to one");
  browser = await launchFirefox(path);
  server = await serve(dist, "/somewhere/");
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(() => page.close());

/** The file of a folder of dist/ that has this name before its hash. */
function published(folder: string, name: string): string {
  const [stem, extension] = name.split(".");
  const file = readdirSync(join(dist, folder)).find(
    each => each.startsWith(`${stem}.`) && each.endsWith(`.${extension}`)
  );
  if (file === undefined) throw new Error(`dist/${folder} has no ${name}`);
  return `${folder}/${file}`;
}

/** Source of a function: the MathML of a document, how many formulas it has and what is wrong with them. */
const formulasOf = `(parsed => {
  const arity = {mfrac: 2, mroot: 2, msub: 2, msup: 2, msubsup: 3, munder: 2, mover: 2, munderover: 3};
  const formulas = [...parsed.querySelectorAll("math")];
  const problems = formulas.flatMap(math =>
    [...math.querySelectorAll("*")]
      .filter(({localName, childElementCount}) => (arity[localName] ?? childElementCount) !== childElementCount)
      .map(each => "<" + each.localName + "> has " + each.childElementCount + " children: " + math.textContent)
  );
  return {formulas: formulas.length, problems};
})`;

/** What an expression yields on the page; given as text, which no bundler rewrites. */
const evaluate = <T>(code: string): Promise<T> => page.evaluate(code) as Promise<T>;

test.each(pages)("/%s shows no error, and its cells come to an end", async path => {
  const said: string[] = [];
  page.on("console", message => {
    if (message.type() === "error" || message.type() === "warn") said.push(message.text());
  });
  page.on("pageerror", error => {
    // Firefox draws what has arrived of a page: half a formula, of which it says so. The whole is looked at below.
    if (!/^Error: Invalid markup/.test(String(error))) said.push(`uncaught: ${String(error)}`);
  });
  page.on("requestfailed", request => said.push(`failed: ${request.url()}`));
  page.on("response", response => {
    if (response.status() >= 400) said.push(`${response.status()} ${response.url()}`);
    if (!response.url().startsWith(server.url) && !/^(blob|data):/.test(response.url()))
      said.push(`off the origin: ${response.url()}`);
  });
  await page.setViewport({width: 1280, height: 900});
  await page.goto(server.url + path, {waitUntil: "load"});
  // What is drawn when it comes into view comes into view.
  await evaluate("document.querySelectorAll('figure').forEach(each => each.scrollIntoView())");
  await page.waitForNetworkIdle({timeout: 90_000});
  await page.waitForFunction("!document.querySelector('observablehq-loading')", {timeout: 90_000});
  const errors = await evaluate<string[]>(
    "Array.from(document.querySelectorAll('.observablehq--error'), each => each.textContent)"
  );
  const {problems} = await evaluate<{problems: string[]}>(`${formulasOf}(document)`);
  expect([...said, ...errors, ...problems]).toEqual([]);
  expect(await evaluate<string>("document.querySelector('main').innerText")).not.toMatch(
    /\b(NaN|undefined|\[object)\b/
  );
});

test("the MathML of every formula of the site has the children that it wants", async () => {
  await page.goto(`${server.url}`);
  const found = await evaluate<{formulas: number; problems: string[]}>(`(async () => {
    const found = {formulas: 0, problems: []};
    for (const file of ${JSON.stringify(htmlFiles(dist))}) {
      const html = await (await fetch(${JSON.stringify(server.url)} + file)).text();
      const {formulas, problems} = ${formulasOf}(new DOMParser().parseFromString(html, "text/html"));
      found.formulas += formulas;
      found.problems.push(...problems.map(problem => file + ": " + problem));
    }
    return found;
  })()`);
  expect(found.problems).toEqual([]);
  expect(found.formulas).toBeGreaterThan(1000);
});

test("a query returns what the file holds", async () => {
  const file = published("_file/data", "batch-scaling.arrow");
  const component = published("_import/components", "duckdb.js");
  await page.goto(`${server.url}diffusion/batch-scaling`);
  const rows = await evaluate<unknown>(`(async () => {
    const {database} = await import(${JSON.stringify(server.url + component)});
    const sql = await database({sweep: ${JSON.stringify(server.url + file)}});
    const rows = await sql\`SELECT b, coordinate, variance FROM sweep ORDER BY b, coordinate\`;
    return Array.from(rows, ({b, coordinate, variance}) => [b, coordinate, variance]);
  })()`);
  const table = tableFromIPC(readFileSync(join(dist, file)));
  const stored = table
    .toArray()
    .map(({b, coordinate, variance}) => [b, coordinate, variance] as number[])
    .sort(([b, i], [c, j]) => b - c || i - j);
  expect(stored.length).toBeGreaterThan(10);
  expect(rows).toEqual(stored);
});

test("a live run has the bits that Node has", async () => {
  const spec = batchScaling(6, 333);
  const run = liveRun(await createKernel(), spec);
  let cells = run.advance(77);
  while (!run.finished) cells = run.advance(77);
  const hash = createHash("sha256");
  for (const {states, first, second} of cells)
    for (const values of [states, first, second]) hash.update(new Uint8Array(values.buffer));

  const live = published("_import/components", "live-sweep.js");
  const client = published("_import/lib/simulate", "liveClient.js");
  await page.goto(`${server.url}diffusion/batch-scaling`);
  const digest = await evaluate<string>(`(async () => {
    const {liveWorker} = await import(${JSON.stringify(server.url + live)});
    const {runLive} = await import(${JSON.stringify(server.url + client)});
    let last = [];
    await new Promise((onDone, onError) =>
      runLive(liveWorker(), ${JSON.stringify(spec)}, {
        stepsPerFrame: 77, frameInterval: 0, onFrame: cells => { last = cells; }, onDone, onError
      })
    );
    const parts = last.flatMap(({states, first, second}) => [states, first, second]);
    const digest = await crypto.subtle.digest("SHA-256", await new Blob(parts).arrayBuffer());
    return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, "0")).join("");
  })()`);
  expect(digest).toBe(hash.digest("hex"));
});
