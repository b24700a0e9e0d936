import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {axe} from "../../tools/browser/axe.js";
import {builtSite} from "./builtSite.js";

const site = builtSite();

const status = (page: Page) => page.locator(".query [role=status]").first();
const fault = (page: Page) => page.locator(".query .fault").first();

const ready = (page: Page) =>
  page.waitForFunction(() => !document.querySelector("observablehq-loading"));

/** Opens the query of a page's first figure by the keyboard and goes into the editor. */
async function openEditor(page: Page): Promise<void> {
  await ready(page);
  await page.locator("main figure details[data-fold=SQL] > summary").first().focus();
  await page.keyboard.press("Enter");
  await page.locator(".query .cm-content").first().waitFor();
  await page.keyboard.press("Tab");
}

/** Writes a query in place of what the editor holds, and runs it. */
async function runQuery(page: Page, query: string): Promise<void> {
  await page.locator(".query .cm-content").first().focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(query);
  await page.keyboard.press("Control+Enter");
}

const cells = (page: Page) => page.locator(".query .data tbody td").allTextContents();

describe("the query under a figure", () => {
  test.each([1280, 390])("is edited and run by keyboard at %i px", width =>
    site.visit(
      "diffusion/batch-scaling",
      async page => {
        await openEditor(page);
        expect(
          await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className)
        ).toContain("cm-content");
        await runQuery(
          page,
          "SELECT DISTINCT coordinate, curvature FROM sweep ORDER BY coordinate"
        );
        await expect.poll(() => status(page).textContent()).toMatch(/^2 rows in [\d.]+ s/);
        expect(await cells(page)).toEqual(["1", "1", "2", "0.1"]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        ).toBeLessThanOrEqual(0);
      },
      {width}
    )
  );

  test("keeps accessibility rules with its result and its tables open, in the dark too", () =>
    site.visit("diffusion/batch-scaling", async page => {
      await openEditor(page);
      await runQuery(page, "SELECT b, nothing FROM sweep");
      await fault(page).waitFor();
      await runQuery(page, "SELECT b, variance FROM sweep");
      await expect.poll(() => status(page).textContent()).toMatch(/rows/);
      await page.locator(".schema > summary").first().click();
      expect(await axe(page, "all")).toEqual([]);
      await page.emulateMedia({colorScheme: "dark"});
      expect(await axe(page, "contrast")).toEqual([]);
    }));

  test("shows an error where it is, and beside it in words", () =>
    site.visit("diffusion/batch-scaling", async page => {
      await openEditor(page);
      await runQuery(page, "SELECT b, varianz FROM sweep");
      await fault(page).waitFor();
      expect(await fault(page).textContent()).toMatch(/Referenced column "varianz" not found/);
      expect(await page.locator(".query .cm-lintRange-error").textContent()).toBe("varianz");
      await runQuery(page, "DROP TABLE sweep");
      await expect.poll(() => fault(page).textContent()).toMatch(/read-only/);
      await runQuery(page, "SELECT count(*) AS n FROM sweep");
      await expect.poll(() => cells(page)).toEqual([expect.stringMatching(/^\d+$/)]);
      expect(await fault(page).isVisible()).toBe(false);
    }));

  test("asks any table of the site, and stops when it is told to", () =>
    site.visit("diffusion/batch-scaling", async page => {
      await openEditor(page);
      await runQuery(page, "SELECT count(*) AS n FROM plateau");
      await expect.poll(() => cells(page)).toEqual([expect.stringMatching(/^\d+$/)]);
      await runQuery(page, "SELECT count(*) FROM range(100000000) a, range(1000) b");
      await page.getByRole("button", {name: "■ stop"}).click();
      await expect.poll(() => fault(page).textContent(), {timeout: 20_000}).toBe("stopped");
    }));

  test("is drawn in the figure where it has what the picture reads", () =>
    site.visit("finite-rate/noise", async page => {
      await openEditor(page);
      const picture = page
        .locator("main figure", {has: page.locator(".query")})
        .locator("svg[role=img]");
      const drawn = () =>
        picture.evaluate(svg =>
          [...svg.querySelectorAll("path, circle")].map(
            node => node.getAttribute("d") ?? node.getAttribute("cx")
          )
        );
      const before = await drawn();
      const use = page.getByRole("button", {name: "use this result in the figure"});
      await runQuery(page, "SELECT learningRate, variance FROM sweep");
      await expect
        .poll(() => status(page).textContent())
        .toMatch(/would also need .*standardError/);
      expect(await use.isVisible()).toBe(false);
      await runQuery(
        page,
        'SELECT *, "expectedVariance" AS expected, 2 * variance AS doubled FROM sweep WHERE learningRate < 1'
      );
      await use.click();
      expect(await page.locator("main figure .altered").isVisible()).toBe(true);
      expect(await drawn()).not.toEqual(before);
      await page.getByRole("button", {name: "draw the page's own rows"}).click();
      expect(await page.locator("main figure .altered").count()).toBe(0);
      expect(await drawn()).toEqual(before);
    }));

  test("stays drawn where a control draws the figure anew", () =>
    site.visit("finite-rate/kramers", async page => {
      await openEditor(page);
      await runQuery(page, "SELECT * FROM kramers WHERE ratio = 1 AND height = 6 AND step < 1");
      await page.getByRole("button", {name: "use this result in the figure"}).click();
      const altered = page.locator("main figure .altered");
      await altered.waitFor();
      await altered.evaluate(node => node.setAttribute("data-old", ""));
      await page.getByRole("slider", {name: "Step"}).press("ArrowRight");
      await page.locator("main figure .altered:not([data-old])").waitFor();
      expect(await status(page).textContent()).toBe("The figure shows this result.");
      await page.getByRole("button", {name: "draw the page's own rows"}).click();
      expect(await altered.count()).toBe(0);
    }));

  test("is in the address once it has run, and opens from there", async () => {
    let address = "";
    await site.visit("diffusion/batch-scaling", async page => {
      await openEditor(page);
      await runQuery(page, "SELECT max(b) AS largest FROM sweep");
      await expect.poll(() => status(page).textContent()).toMatch(/^1 row /);
      address = page.url();
      const link = page.locator(".query").getByRole("link", {name: "permalink"});
      expect(await link.evaluate((a: HTMLAnchorElement) => a.href)).toBe(address);
    });
    await site.visit(address.slice(site.url.length), async page => {
      await expect.poll(() => status(page).textContent(), {timeout: 20_000}).toMatch(/^1 row /);
      expect(await cells(page)).toEqual(["512"]);
      expect(await page.locator("main details[data-fold=SQL][open]").count()).toBe(1);
      expect(
        await page.locator(".query .code").evaluate(node => node.getBoundingClientRect().y)
      ).toBeLessThan(900);
    });
  });
});

describe("the queries behind a page", () => {
  const places = (page: Page) => page.locator("main > details.queries");

  test("open one by one at its end, those of tables and sentences too", () =>
    site.visit("ledger", async page => {
      await ready(page);
      await places(page).locator("> summary").click();
      const first = places(page).locator("> details").first();
      await first.locator("> summary").click();
      await first.getByRole("button", {name: "▶ run"}).click();
      await expect.poll(() => status(page).textContent()).toMatch(/rows? in/);
    }));

  test("open from an address that holds one", () =>
    site.visit("ledger?sql=SELECT+count(*)+AS+n+FROM+claims&figure=query-1", async page => {
      await expect.poll(() => cells(page)).toEqual([expect.stringMatching(/^\d+$/)]);
    }));
});

describe("/explore", () => {
  test("opens with a query that runs, and lists every table", () =>
    site.visit("explore", async page => {
      await ready(page);
      await page.locator(".query .cm-content").waitFor();
      await page.getByRole("button", {name: "▶ run"}).click();
      await expect.poll(() => status(page).textContent(), {timeout: 20_000}).toMatch(/rows in/);
      const rows = page.getByRole("region", {name: "Tables", exact: true}).locator("tbody tr");
      expect(await rows.count()).toBeGreaterThan(50);
      expect(await page.locator(".schema > details").count()).toBe(await rows.count());
    }));

  test("opens with the query of its address", () =>
    site.visit("explore?sql=SELECT+41+%2B+1+AS+answer", async page => {
      await expect.poll(() => cells(page), {timeout: 20_000}).toEqual(["42"]);
    }));

  test("fetches no engine before a query runs", async () => {
    const asked: string[] = [];
    await site.visit(
      "explore",
      async page => {
        await ready(page);
        await page.locator(".query .cm-content").waitFor();
        expect(asked.filter(url => /duckdb|apache-arrow|\.arrow/.test(url))).toEqual([]);
      },
      {before: async page => void page.on("request", request => asked.push(request.url()))}
    );
  });
});
