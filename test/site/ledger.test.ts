import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {launch} from "../../tools/browser/chromium.js";
import {type StaticServer, serve} from "../../tools/browser/serve.js";
import {readVerdictChanges} from "../../tools/claims/verdictChanges.js";
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
  page.setDefaultTimeout(120_000);
  try {
    await page.goto(server.url + address);
    await page.locator(".actions [role=status]", {hasText: "claims"}).waitFor();
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
      await expect
        .poll(() => new URL(page.url()).search)
        .toBe("?verdict=holds%2C+corrected&document=notes");
      await page.getByRole("button", {name: "reset"}).click();
      await expect.poll(() => visible(page)).toEqual(before);
    }));

  test("is searched by words, all of which a row must hold, and by kind", () =>
    open("ledger?kind=lemma", async page => {
      const keys = async () => (await visible(page)).map(([key]) => key);
      await expect.poll(async () => (await keys()).every(key => key.includes("-Lem"))).toBe(true);
      expect(await keys()).toContain("FG-Lem4.1");
      await page
        .getByRole("searchbox", {name: "Search", exact: true})
        .last()
        .fill(" Score  LEMMA ");
      await expect.poll(keys).not.toContain("FG-Lem4.1");
      expect(await keys()).toContain("FG-Lem3.2");
      await expect.poll(() => new URL(page.url()).searchParams.get("words")).toBe(" Score  LEMMA ");
    }));

  test("is sorted by |z| on request", () =>
    open("ledger?order=largest+%7Cz%7C", async page => {
      const largest = () =>
        page.locator(".ledger tbody tr:visible").evaluateAll(rows =>
          rows.slice(0, 20).flatMap(row => {
            const z = /z = ([−\d.]+)/.exec(row.lastElementChild?.textContent ?? "");
            return z ? [Math.abs(Number(z[1].replace("−", "-")))] : [];
          })
        );
      await expect
        .poll(async () => (await largest()).every((z, i, all) => i === 0 || z <= all[i - 1]))
        .toBe(true);
      expect((await largest()).length).toBeGreaterThan(5);
      expect((await largest())[0]).toBeGreaterThan(1);
    }));

  test("a permalink opens the evidence of its claim, and of no other", () =>
    open("ledger#FG-Lem4.1", async page => {
      const evidence = page.locator('[data-claim="FG-Lem4.1"] details');
      await expect.poll(() => evidence.getAttribute("open")).not.toBeNull();
      await expect.poll(() => evidence.innerText()).toContain("npm run ledger -- FG-Lem4.1");
      expect(await page.locator(".ledger details[open]").count()).toBe(1);
    }));

  test("evidence that cannot be fetched is said to be missing, and tried again", () =>
    open("ledger", async page => {
      let broken = true;
      await page.route(/evidence\.[0-9a-f]+\.json/, route =>
        broken ? route.abort() : route.continue()
      );
      const evidence = page.locator('[data-claim="FG-Lem4.1"] details');
      await evidence.locator("summary").click();
      await evidence.getByText("cannot be fetched").waitFor();
      broken = false;
      await evidence.locator("summary").click();
      await evidence.locator("summary").click();
      await evidence.getByText("npm run ledger -- FG-Lem4.1").waitFor();
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

  test("every verdict that was withdrawn is among the errata", () => {
    const errata = readFileSync(join(dist, "errata.html"), "utf8");
    const [, withdrawn = ""] = errata.split('<ul class="withdrawn">');
    const listed = [...withdrawn.matchAll(/<span class="withdrawn-id">([^<]+)<\/span>/g)];
    const changed = readVerdictChanges().map(({claim}) => claim);
    expect(changed.length).toBeGreaterThan(5);
    expect(listed.map(([, claim]) => claim).sort()).toEqual(changed.sort());
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

  test("shows where its cloud comes to rest, runs it on request, frame by frame, and ends by itself", async () => {
    const page = await browser.newPage();
    try {
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
      // Whatever is said from here on, however briefly.
      await page.evaluate(() => {
        const said: string[] = [];
        Object.assign(window, {said});
        new MutationObserver(records => {
          for (const {addedNodes} of records)
            for (const node of addedNodes) said.push(node.textContent ?? "");
        }).observe(document.querySelector(".actions") as Element, {subtree: true, childList: true});
      });
      await button.click();
      const said = () => page.evaluate(() => Reflect.get(window, "said") as string[]);
      const ended = async () => {
        const texts = await said();
        return texts.some(text => text.includes("stop")) && texts.at(-1)?.includes("run it here");
      };
      await expect.poll(ended).toBe(true);
      const frames = (await said()).filter(text => text.startsWith("5000 iterates after "));
      expect(frames.length).toBeGreaterThan(40);
      expect(new Set(frames).size).toBe(frames.length);
      expect(frames.at(-1)).toMatch(/^5000 iterates after (\d+) of \1 steps$/);
      await expect.poll(drawn).toBeGreaterThan(2000);
    } finally {
      await page.close();
    }
  });
});
