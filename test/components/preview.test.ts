import {join} from "node:path";
import {build} from "esbuild";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {launch} from "../../tools/browser/chromium.js";
import {root} from "../../tools/root.js";

const page = (body: string, script: string) =>
  `<!doctype html><title>t</title><style>.preview{position:absolute;width:300px}
  .equation-body{overflow-x:auto}</style>${body}<script>${script}</script>`;

const here = `<p><a id="own" class="reference" href="#lemma" data-preview="Lemma 4.1: exact">Lemma 4.1</a>
<a id="far" class="reference" href="/b#eq-x" data-preview="Equation (1)">(1)</a>
<a id="cite" class="citation" href="/b#ref" data-preview="Liu (2021)">Liu</a>
<a id="lost" class="reference" href="/none#x" data-preview="Nothing">(2)</a> <button>b</button></p>
<section id="lemma">Lemma body <span id="inner">x</span></section>
<p><span class="katex-html" aria-hidden="true"><a id="eta" href="/notation#eta" tabindex="-1">h</a>
<a id="y" href="#own-y" tabindex="-1">y</a> <a id="bare" href="/notation#x" tabindex="-1">x</a></span></p>
<dl><div id="symbol-eta"><dt><a href="/notation#eta">h</a></dt><dd>learning rate</dd></div>
<div id="own-y"><dt>y</dt><dd>a rest</dd></div></dl>
<div class="equation-body" id="wide" style="width:100px"><div style="width:300px">x</div></div>
<div class="equation-body" id="narrow" style="width:100px">x</div>
<div class="observablehq-pre-container"><pre id="listing" style="width:100px;overflow-x:auto">${"x".repeat(99)}</pre></div>`;

let browser: Browser;
let tab: Page;
let script: string;

const serve = (target: Page) =>
  target.route("**/*", route => {
    const {pathname} = new URL(route.request().url());
    const body =
      pathname === "/a" ? here : pathname === "/b" ? '<div id="eq-x">remote equation</div>' : null;
    return body === null
      ? route.fulfill({status: 404})
      : route.fulfill({contentType: "text/html", body: page(body, script)});
  });

beforeAll(async () => {
  const {outputFiles} = await build({
    stdin: {
      contents:
        'import {installPreviews} from "./preview.ts"; import {watchScrollable} from "./scrollable.ts"; installPreviews(); watchScrollable();',
      resolveDir: join(root, "src/components")
    },
    bundle: true,
    write: false
  });
  script = outputFiles[0].text;
  browser = await launch();
  tab = await browser.newPage();
  await serve(tab);
}, 60_000);

afterAll(() => browser?.close());

beforeEach(() => tab.goto("http://site.test/a"));

describe("a reference", () => {
  it("shows its target under the pointer, without its ids, and keeps it while the pointer is in it", async () => {
    await tab.hover("#own");
    await tab.waitForSelector(".preview section");
    expect(await tab.textContent(".preview-summary")).toBe("Lemma 4.1: exact");
    expect(await tab.textContent(".preview section")).toBe("Lemma body x");
    expect(await tab.locator("#lemma, #inner").count()).toBe(2);
    expect(await tab.getAttribute("#own", "aria-describedby")).toBe("reference-preview");
    await tab.hover(".preview-summary");
    await tab.waitForTimeout(400);
    expect(await tab.locator(".preview").count()).toBe(1);
    await tab.hover("button");
    await tab.waitForSelector(".preview", {state: "detached"});
    expect(await tab.getAttribute("#own", "aria-describedby")).toBeNull();
  });

  it("shows the target of another page at the keyboard's focus; Escape closes it", async () => {
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Tab");
    await tab.waitForSelector(".preview div");
    expect(await tab.textContent(".preview div")).toBe("remote equation");
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe("far");
    await tab.keyboard.press("Escape");
    expect(await tab.locator(".preview").count()).toBe(0);
  });

  it.each([
    ["cite", "Liu (2021)"],
    ["lost", "Nothing"]
  ])("%s shows its summary alone", async (id, summary) => {
    await tab.hover(`#${id}`);
    await tab.waitForSelector(".preview");
    await tab.waitForTimeout(200);
    expect(await tab.textContent(".preview")).toBe(summary);
  });
});

describe("a symbol in a formula", () => {
  it.each([
    ["eta", "h learning rate"],
    ["y", "y a rest"]
  ])("shows under the pointer what %s means", async (id, meaning) => {
    await tab.hover(`#${id}`);
    await tab.waitForSelector(".preview");
    expect(await tab.textContent(".preview")).toBe(meaning);
    await tab.hover("button");
    await tab.waitForSelector(".preview", {state: "detached"});
  });

  it("shows nothing where the page says nothing of it", async () => {
    await tab.hover("#bare");
    await tab.waitForTimeout(500);
    expect(await tab.locator(".preview").count()).toBe(0);
  });

  it("opens at a finger's first tap, closes at one beside it and is followed at the second", async () => {
    const context = await browser.newContext({hasTouch: true});
    const phone = await context.newPage();
    await serve(phone);
    await phone.goto("http://site.test/a");
    await phone.tap("#eta");
    expect(await phone.textContent(".preview")).toBe("h learning rate");
    expect(phone.url()).toBe("http://site.test/a");
    await phone.tap("#lemma");
    expect(await phone.locator(".preview").count()).toBe(0);
    await phone.tap("#y");
    await phone.tap("#y");
    expect(phone.url()).toBe("http://site.test/a#own-y");
    await context.close();
  });
});

it("a formula or a listing is a stop for the keyboard only if it scrolls", async () => {
  await tab.waitForSelector("#wide[tabindex='0']");
  await tab.waitForSelector("#listing[tabindex='0']");
  expect(await tab.getAttribute("#listing", "aria-label")).toBe("Code, scrolls sideways");
  expect(await tab.getAttribute("#narrow", "tabindex")).toBeNull();
});
