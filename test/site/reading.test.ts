import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {pagesOf} from "../../tools/browser/checkSite.js";
import {launch} from "../../tools/browser/chromium.js";
import {type StaticServer, serve} from "../../tools/browser/serve.js";
import {root} from "../../tools/root.js";

const dist = join(root, "dist");
let server: StaticServer;
let browser: Browser;

if (!existsSync(join(dist, "index.html"))) throw new Error("dist/ is not there: npm run build");

beforeAll(async () => {
  server = await serve(dist, "/base/");
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

interface Visit {
  readonly width?: number;
  readonly scripts?: boolean;
  /** What happens before the page is opened. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/** Opens `path`, hands the page to `work`, and closes it. */
async function visit(
  path: string,
  work: (page: Page) => Promise<void>,
  {width = 1280, scripts = true, before}: Visit = {}
): Promise<void> {
  const context = await browser.newContext({
    viewport: {width, height: 900},
    javaScriptEnabled: scripts
  });
  try {
    const page = await context.newPage();
    await before?.(page);
    await page.goto(server.url + path);
    await work(page);
  } finally {
    await context.close();
  }
}

describe("without scripts", () => {
  test.each(pagesOf(dist))("/%s shows its text, its formulas and the way to another page", path =>
    visit(
      path,
      async page => {
        const seen = await page.evaluate(() => {
          const shown = (node: Element | null) => node?.checkVisibility({visibilityProperty: true});
          const main = document.querySelector("main") as HTMLElement;
          const formulas = [...main.querySelectorAll(".katex")].filter(shown);
          return {
            heading: shown(main.querySelector("h1")),
            text: main.innerText.length,
            flat: formulas.filter(formula => {
              const box = formula.querySelector(".katex-html");
              return !shown(box) || !(box && box.getBoundingClientRect().width > 3);
            }).length,
            onwards: shown(document.querySelector("#observablehq-footer a[href]"))
          };
        });
        expect(seen).toEqual({heading: true, text: expect.any(Number), flat: 0, onwards: true});
        expect(seen.text).toBeGreaterThan(100);
      },
      {scripts: false}
    )
  );

  test("formulas carry MathML", () => {
    const html = readFileSync(join(dist, "notation.html"), "utf8");
    const formulas = html.match(/class="katex"/g)?.length ?? 0;
    expect(formulas).toBeGreaterThan(10);
    expect(html.match(/<math /g)).toHaveLength(formulas);
  });

  test("the menu opens on a phone", () =>
    visit(
      "notation",
      async page => {
        const link = page.locator("#observablehq-sidebar a", {hasText: "Alignment"});
        expect(await link.isVisible()).toBe(false);
        await page.getByLabel("Menu").check();
        expect(await link.isVisible()).toBe(true);
      },
      {width: 390, scripts: false}
    ));
});

describe("the query engine", () => {
  test("is fetched only where something is queried, and after the text is there", async () => {
    for (const path of ["", "notation", "noise/alignment", "diffusion/batch-scaling"]) {
      const html = readFileSync(join(dist, `${path.replace(/(^|\/)$/, "$1index")}.html`), "utf8");
      const queries = html.includes("/components/duckdb.");
      expect(html).not.toMatch(/<link[^>]*(?:duckdb-eh|duckdb-browser)/);
      let textFirst: boolean | undefined;
      await visit(
        path,
        async page => {
          await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
          expect(textFirst).toBe(queries ? true : undefined);
        },
        {
          before: page =>
            page.route(/duckdb-eh.*\.wasm/, async route => {
              textFirst = await page.locator("main p").first().isVisible();
              await route.continue();
            })
        }
      );
    }
  });

  test("says that it is being loaded", async () => {
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    await visit(
      "diffusion/batch-scaling",
      async page => {
        const status = page.getByRole("status").filter({hasText: "Loading the query engine"});
        await status.waitFor();
        release();
        await status.waitFor({state: "hidden"});
      },
      {
        before: page =>
          page.route(/duckdb-eh.*\.wasm/, async route => {
            await held;
            await route.continue();
          })
      }
    );
  });

  test.each([
    ["its WebAssembly", /duckdb-eh.*\.wasm/],
    ["its worker", /duckdb-browser.*\.js/]
  ])("says what is missing where %s cannot be loaded", (_, file) =>
    visit(
      "diffusion/batch-scaling",
      async page => {
        const error = page.locator(".observablehq--error").first();
        await error.waitFor();
        expect(await error.textContent()).toMatch(
          /the query engine cannot be loaded.*reload the page to try again/
        );
        expect(await page.locator("main h1").isVisible()).toBe(true);
      },
      {before: page => page.route(file, route => route.abort())}
    )
  );
});

describe("search", () => {
  test("goes from the keyboard to a statement, by the beginning of a word", () =>
    visit("notation", async page => {
      await page.keyboard.press("/");
      await page.keyboard.type("euler maruy");
      // The results of the whole of it, not of what had been typed before.
      const first = page.locator(".search li:first-child a", {
        has: page.locator("mark", {hasText: /^maruy/i})
      });
      await first.waitFor();
      await page.keyboard.press("ArrowDown");
      expect(await first.evaluate(node => node === document.activeElement)).toBe(true);
      const {pathname, hash} = new URL(await first.evaluate((a: HTMLAnchorElement) => a.href));
      await page.keyboard.press("Enter");
      await page.waitForURL(url => url.pathname === pathname && url.hash === hash);
      expect(await page.locator("main").textContent()).toMatch(/Euler.Maruyama|Euler and Maruyama/);
    }));

  test("misspelt words are found, others are not; markup is text", () =>
    visit("", async page => {
      const input = page.getByRole("searchbox");
      const status = page.locator(".search [role=status]");
      await input.fill("zzyzx");
      await expect.poll(() => status.textContent()).toBe("no places");
      await input.fill("covarience");
      await expect.poll(() => status.textContent()).toMatch(/^\d+ places$/);
      await input.fill("<img src=x onerror=alert(1)> penguins");
      await expect.poll(() => status.textContent()).toBe("no places");
      expect(await page.locator(".search img").count()).toBe(0);
      await page.keyboard.press("Escape");
      expect(await input.inputValue()).toBe("");
    }));
});

describe("the keyboard", () => {
  test("reaches every control, moves a slider and a choice, opens every fold", () =>
    visit("noise/alignment", async page => {
      await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
      const wanted = await page
        .locator("main :is(input, select, button, summary, a[href]):visible")
        .evaluateAll(nodes => nodes.filter(n => n.getAttribute("tabindex") !== "-1").length);
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
        "Skip to the text"
      );
      await page.keyboard.press("Enter");
      const reached = new Set<string>();
      let focused = 0;
      for (let i = 0; i < 200; i++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => {
          const node = document.activeElement;
          if (!node?.closest("main")) return null;
          const outlined = getComputedStyle(node).outlineStyle !== "none";
          return {tag: node.localName, id: node.id, outlined};
        });
        if (at === null) break;
        expect(at.outlined, `${at.tag} ${at.id} shows its focus`).toBe(true);
        focused++;
        reached.add(at.tag);
        if (at.id === "control-batch") {
          await page.keyboard.press("ArrowLeft");
          await expect.poll(() => new URL(page.url()).search).toMatch(/batch=/);
        }
        if (at.tag === "summary") await page.keyboard.press("Enter");
      }
      expect(focused).toBeGreaterThanOrEqual(wanted);
      expect([...reached]).toEqual(
        expect.arrayContaining(["input", "select", "button", "summary", "a"])
      );
      expect(await page.locator("main details:not([open])").count()).toBe(0);
    }));
});

describe("evidence", () => {
  test("a figure from a sweep says where it comes from, and lets one have it", () =>
    visit("diffusion/batch-scaling", async page => {
      const line = page.locator("figure .provenance", {hasText: "scale"}).first();
      await line.waitFor();
      const text = await line.innerText();
      for (const part of [/\.arrow/, /seed \d/, /scale 1/, /closure [0-9a-f]{4}…/, /\d s/])
        expect(text).toMatch(part);
      const folds = await line.locator("summary").allInnerTexts();
      expect(folds).toEqual(expect.arrayContaining(["reproduce", "spec", "SQL", "data"]));
      await line.getByText("spec").click();
      const spec = await line.locator("[data-fold=spec] pre").innerText();
      expect(JSON.parse(spec)).toHaveProperty("steps");
      await line.getByText("data", {exact: true}).click();
      await expect.poll(() => line.locator("[data-fold=data] tbody tr").count()).toBe(20);
      for (const name of ["CSV", "SVG", "Arrow"]) {
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          line.getByText(name, {exact: true}).click()
        ]);
        expect(download.suggestedFilename()).toBe(`batch-scaling.${name.toLowerCase()}`);
      }
    }));

  test("every page says how it is cited, with the address where it stands", () =>
    visit("noise/alignment?batch=3", async page => {
      await page.getByText("Cite this page").click();
      const bibtex = await page.locator(".cite code").innerText();
      expect(bibtex).toMatch(/^@misc\{noisefloor/);
      expect(bibtex).toContain(`url = {${server.url}noise/alignment}`);
    }));

  test("on paper: the text, folded derivations, controls as they stand, and their address", () =>
    visit("noise/alignment?batch=3", async page => {
      await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
      await page.emulateMedia({media: "print", colorScheme: "dark"});
      const hidden = ["#observablehq-sidebar", "#observablehq-footer nav", ".provenance a"];
      for (const selector of hidden)
        expect(await page.locator(selector).first().isVisible()).toBe(false);
      const derivation = page.locator("main > details .equation, main > details .katex").first();
      expect((await derivation.boundingBox())?.height).toBeGreaterThan(5);
      const address = page.locator(".controls footer a");
      expect(await address.evaluate(node => getComputedStyle(node, "::after").content)).toContain(
        "?batch=3"
      );
      const paper = await page.evaluate(
        () => getComputedStyle(document.documentElement).backgroundColor
      );
      expect(paper).toBe("rgb(253, 253, 251)");
    }));
});

test("no module parses text as markup", () => {
  const folder = join(root, "src");
  // Formulas that the build rendered from the project's own TeX.
  const trusted = new Set(["components/ledger.ts"]);
  const sinks =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|\bhtml`/;
  for (const file of readdirSync(folder, {recursive: true}).map(String))
    if (!trusted.has(file) && /^(?!lib|data|\.observablehq).*\.(?:ts|md)$/.test(file))
      expect(readFileSync(join(folder, file), "utf8"), file).not.toMatch(sinks);
});
