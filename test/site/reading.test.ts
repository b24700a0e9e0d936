import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {pagesOf} from "../../tools/browser/checkSite.js";
import {type Requests, watchRequests} from "../../tools/browser/requests.js";
import {builtSite} from "./builtSite.js";

const site = builtSite();

/** Every page, but of those that one template makes of docstrings a single one. */
const pages = pagesOf(site.dist).filter(
  (path, _, all) => path === all.find(other => other.startsWith("api/")) || !path.startsWith("api/")
);

describe("without scripts", () => {
  test.each(pages)("/%s shows its text, its formulas and the way to another page", path =>
    site.visit(
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
    const html = readFileSync(join(site.dist, "notation.html"), "utf8");
    const formulas = html.match(/class="katex"/g)?.length ?? 0;
    expect(formulas).toBeGreaterThan(10);
    expect(html.match(/<math /g)).toHaveLength(formulas);
  });

  test("the menu opens on a phone", () =>
    site.visit(
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

/** What the ledger's page holds no answer to. */
async function askMore(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
  await page.getByLabel("Verdict", {exact: true}).selectOption("conditional");
}

describe("the query engine", () => {
  test("is not fetched where a page holds the answers, but when a reader asks for more", async () => {
    for (const path of ["", "noise/alignment", "diffusion/batch-scaling", "ledger"]) {
      const html = readFileSync(
        join(site.dist, `${path.replace(/(^|\/)$/, "$1index")}.html`),
        "utf8"
      );
      expect(html).not.toMatch(/<link[^>]*(?:duckdb-wasm|duckdb-eh|duckdb-browser|apache-arrow)/);
      let fetched = false;
      let requests: Requests;
      await site.visit(
        path,
        async page => {
          await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
          await requests.idle(60_000);
          expect(fetched).toBe(false);
          if (path !== "ledger") return;
          await askMore(page);
          await expect.poll(() => fetched).toBe(true);
        },
        {
          before: page => {
            requests = watchRequests(page);
            return page.route(/duckdb-eh.*\.wasm/, async route => {
              fetched = true;
              await route.continue();
            });
          }
        }
      );
    }
  });

  test("says that it is being loaded", async () => {
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    await site.visit(
      "ledger",
      async page => {
        await askMore(page);
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
    site.visit(
      "ledger",
      async page => {
        await askMore(page);
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
    site.visit("notation", async page => {
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
    site.visit("", async page => {
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
    site.visit("noise/alignment", async page => {
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
      for (let i = 0; i < 500; i++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(async () => {
          const node = document.activeElement;
          if (!node?.closest("main")) return null;
          // An editor in a shadow root outlines itself, some milliseconds after it was reached.
          if (node.shadowRoot) await new Promise(done => setTimeout(done, 100));
          const shown = node.shadowRoot?.querySelector(".cm-focused") ?? node;
          const outlined = getComputedStyle(shown).outlineStyle !== "none";
          // An editor lists every table of the site in a fold of its own.
          const listed = node.closest(".schema") !== null;
          return {tag: node.localName, id: node.id, outlined, listed};
        });
        if (at === null) break;
        expect(at.outlined, `${at.tag} ${at.id} shows its focus`).toBe(true);
        focused++;
        reached.add(at.tag);
        if (at.id === "control-batch") {
          await page.keyboard.press("ArrowLeft");
          await expect.poll(() => new URL(page.url()).search).toMatch(/batch=/);
        }
        if (at.tag === "summary" && !at.listed) {
          await page.keyboard.press("Enter");
          // What a fold holds comes with its event, later than the key.
          await page.waitForFunction(() => {
            const fold = document.activeElement?.parentElement;
            return !(fold instanceof HTMLDetailsElement) || fold.children.length > 1;
          });
        }
      }
      expect(focused).toBeGreaterThanOrEqual(wanted);
      expect([...reached]).toEqual(
        expect.arrayContaining(["input", "select", "button", "summary", "a"])
      );
      expect(await page.locator("main details:not([open]):not(.schema, .schema *)").count()).toBe(
        0
      );
    }));

  test("stays where it is when an editor takes the place of the text of its query", async () => {
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    await site.visit(
      "noise/alignment",
      async page => {
        await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
        await page.locator("main summary", {hasText: /^SQL$/}).first().press("Enter");
        await page.locator("main [data-fold=SQL] pre").first().waitFor();
        await page.keyboard.press("Tab");
        expect(await page.evaluate(() => document.activeElement?.localName)).toBe("pre");
        release();
        await page.locator("main [data-fold=SQL] .code").first().waitFor();
        expect(await page.evaluate(() => document.activeElement?.className)).toBe("code");
        await page.keyboard.type("-- mine ");
        expect(await page.locator(".cm-content").first().textContent()).toContain("-- mine ");
      },
      {
        before: page =>
          page.route(/queryEditor.*\.js/, async route => {
            await held;
            await route.continue();
          })
      }
    );
  });
});
