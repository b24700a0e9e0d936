import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {launch} from "../../tools/browser/chromium.js";
import {type StaticServer, serve} from "../../tools/browser/serve.js";
import {root} from "../../tools/root.js";

const dist = join(root, "dist");
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  if (!existsSync(join(dist, "ledger.html"))) throw new Error("dist/ is not there: npm run build");
  server = await serve(dist, "/base/");
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the ledger and waits until the query has answered. */
async function open(address: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  try {
    await page.goto(server.url + address);
    await page.getByRole("status").filter({hasText: "claims"}).waitFor();
    await work(page);
  } finally {
    await page.close();
  }
}

const visible = (page: Page) =>
  page
    .locator(".ledger tbody tr:visible")
    .evaluateAll(rows =>
      rows.map(row => [row.dataset["claim"] ?? "", row.dataset["verdict"] ?? ""])
    );

describe("the ledger", () => {
  test("counts by document and verdict add up to the rows there are", () =>
    open("ledger", async page => {
      const cells = await page
        .locator(".verdicts tr:has(td)")
        .evaluateAll(rows =>
          rows.map(row => [...row.querySelectorAll("td")].map(td => Number(td.textContent)))
        );
      const rows = await visible(page);
      const [total] = cells.slice(-1);
      expect(total[5]).toBe(rows.length);
      for (const line of cells) expect(line.slice(0, 5).reduce((a, b) => a + b)).toBe(line[5]);
      for (const [i, sum] of total.entries())
        expect(cells.slice(0, -1).reduce((s, line) => s + line[i], 0)).toBe(sum);
      expect(total[0]).toBe(rows.filter(([, verdict]) => verdict === "holds").length);
      expect(new Set(rows.map(([key]) => key)).size).toBe(rows.length);
    }));

  test("filters leave the rows that match, and are in the URL", () =>
    open("ledger", async page => {
      const before = await visible(page);
      await page.getByLabel("Verdict", {exact: true}).selectOption("holds, corrected");
      const corrected = before.filter(([, verdict]) => verdict === "holds, corrected");
      await expect.poll(() => visible(page)).toEqual(corrected);
      await page.getByLabel("Document", {exact: true}).selectOption("notes");
      const notes = corrected.filter(([key]) => key.startsWith("NT-"));
      await expect.poll(() => visible(page)).toEqual(notes);
      expect(new URL(page.url()).search).toBe("?verdict=holds%2C+corrected&document=notes");
      await page.getByRole("button", {name: "reset"}).click();
      await expect.poll(() => visible(page)).toEqual(before);
    }));

  test("is searched by words, all of which a row must hold, and by kind", () =>
    open("ledger?kind=lemma", async page => {
      await expect.poll(async () => (await visible(page)).length).toBeLessThan(60);
      const lemmas = (await visible(page)).map(([key]) => key);
      expect(lemmas).toContain("FG-Lem4.1");
      for (const key of lemmas) expect(key).toContain("-Lem");
      await page
        .getByRole("searchbox", {name: "Search", exact: true})
        .last()
        .fill(" Score  LEMMA ");
      await expect
        .poll(async () => (await visible(page)).map(([key]) => key))
        .toContain("FG-Lem3.2");
      expect((await visible(page)).map(([key]) => key)).not.toContain("FG-Lem4.1");
      await expect.poll(() => new URL(page.url()).searchParams.get("words")).toBe(" Score  LEMMA ");
    }));

  test("is sorted by |z| on request", () =>
    open("ledger?order=largest+%7Cz%7C", async page => {
      await expect.poll(async () => (await visible(page)).length).toBeGreaterThan(50);
      const first = page.locator(".ledger tbody tr:visible").first();
      await first.locator("summary").click();
      const z = first.locator("dt", {hasText: /^z$/}).locator("+ dd");
      expect(Math.abs(Number((await z.innerText()).replace("−", "-")))).toBeGreaterThan(1);
    }));

  test("a permalink opens the evidence of its claim, and of no other", () =>
    open("ledger#FG-Lem4.1", async page => {
      const evidence = page.locator('[data-claim="FG-Lem4.1"] details');
      await expect.poll(() => evidence.getAttribute("open")).not.toBeNull();
      expect(await evidence.innerText()).toContain("npm run ledger -- FG-Lem4.1");
      expect(await page.locator(".ledger details[open]").count()).toBe(1);
    }));

  test("every correction is among the errata, with both forms, without scripts", () => {
    const rows = (html: string) =>
      html.match(/<tr id="[^"]+" data-claim="[^"]+" data-verdict="[^"]+">/g);
    const ledger = rows(readFileSync(join(dist, "ledger.html"), "utf8")) ?? [];
    const errata = readFileSync(join(dist, "errata.html"), "utf8");
    const wrong = ledger.filter(row => !/data-verdict="(holds|not checkable)"/.test(row));
    expect(wrong.length).toBeGreaterThan(5);
    const entries = errata.split('<section class="statement erratum"').slice(1);
    expect(entries).toHaveLength(wrong.length);
    for (const row of wrong) {
      const id = /id="([^"]+)"/.exec(row)?.[0] ?? "";
      const entry = entries.find(text => text.trimStart().startsWith(id));
      expect(entry).toContain("version--as-printed");
      if (row.includes("corrected")) expect(entry).toContain("version--holds");
    }
  });
});

describe("the front page", () => {
  test("counts the claims of the ledger", () => {
    const front = readFileSync(join(dist, "index.html"), "utf8");
    const total = /class="verdict-total"><span><strong>(\d+)<\/strong>/.exec(front)?.[1];
    const rows = readFileSync(join(dist, "ledger.html"), "utf8").match(
      /<tr id="[^"]+" data-claim=/g
    );
    expect(Number(total)).toBe(rows?.length);
  });

  test("shows where its cloud comes to rest, runs it on request, in frames below 16 ms, and ends by itself", async () => {
    const page = await browser.newPage();
    try {
      await page.addInitScript(() => {
        const request = window.requestAnimationFrame.bind(window);
        const times: number[] = [];
        Object.assign(window, {times});
        window.requestAnimationFrame = work =>
          request(now => {
            const started = performance.now();
            work(now);
            times.push(performance.now() - started);
          });
      });
      await page.goto(server.url);
      const button = page.getByRole("button", {name: "run it here"});
      await button.waitFor();
      const drawn = () =>
        page.locator(".cloud canvas").evaluate((canvas: HTMLCanvasElement) => {
          const {data} = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
          return data.filter((alpha, i) => i % 4 === 3 && alpha > 0).length;
        });
      await page.getByText(/^5000 iterates after (\d+) of \1 steps$/).waitFor();
      await expect.poll(drawn).toBeGreaterThan(2000);
      await page.evaluate(() => Object.assign(window, {from: Reflect.get(window, "times").length}));
      await button.click();
      await page.getByRole("button", {name: "stop"}).waitFor();
      await button.waitFor({timeout: 30_000});
      await page.getByText(/^5000 iterates after (\d+) of \1 steps$/).waitFor();
      expect(await drawn()).toBeGreaterThan(2000);
      const times = await page.evaluate(() => {
        const all = Reflect.get(window, "times") as number[];
        return all.slice(Reflect.get(window, "from")).sort((a, b) => a - b);
      });
      expect(times.length).toBeGreaterThan(40);
      expect(times[times.length >> 1]).toBeLessThan(16);
    } finally {
      await page.close();
    }
  });
});
