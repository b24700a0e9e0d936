import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {readVerdictChanges} from "../../tools/claims/verdictChanges.js";
import {builtSite} from "./builtSite.js";

const site = builtSite();

/** Opens a page and waits until the browser has taken over what the build had put there, and counts it. */
async function open(
  address: string,
  work: (page: Page) => Promise<void>,
  counted = (page: Page) => page.locator(".actions [role=status]", {hasText: "claims"})
): Promise<void> {
  const page = await site.browser.newPage({viewport: {width: 1280, height: 900}});
  page.setDefaultTimeout(120_000);
  try {
    await page.goto(site.url + address);
    await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
    await counted(page).waitFor();
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
      const shown = await visible(page);
      const rows = shown.filter(([key]) => !key.startsWith("NF-"));
      const [total, own] = cells.slice(-2);
      expect(total[5]).toBe(rows.length);
      expect(own[5]).toBe(shown.length - rows.length);
      for (const line of cells) expect(line.slice(0, 5).reduce((a, b) => a + b)).toBe(line[5]);
      for (const [i, sum] of total.entries())
        expect(cells.slice(0, -2).reduce((s, line) => s + line[i], 0)).toBe(sum);
      expect(total[0]).toBe(rows.filter(([, verdict]) => verdict === "holds").length);
      expect(new Set(rows.map(([key]) => key)).size).toBe(rows.length);
    }));

  test("filters leave the rows that match, and are in the URL", () =>
    open("ledger", async page => {
      const before = await visible(page);
      await page.getByLabel("Verdict", {exact: true}).selectOption("holds, corrected");
      const corrected = before.filter(([, verdict]) => verdict === "holds, corrected");
      // The first question that the page holds no answer to fetches the engine.
      await expect.poll(() => visible(page), {timeout: 120_000}).toEqual(corrected);
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

  test("every correction is among the errata or the conditions, with both forms, without scripts", () => {
    const rows = (html: string) =>
      html.match(/<tr id="[^"]+" data-claim="[^"]+" data-verdict="[^"]+">/g);
    const ledger = rows(readFileSync(join(site.dist, "ledger.html"), "utf8")) ?? [];
    const text = (page: string) => readFileSync(join(site.dist, `${page}.html`), "utf8");
    const wrong = ledger.filter(
      row => !/data-claim="NF-|data-verdict="(?:holds|not checkable)"/.test(row)
    );
    expect(wrong.length).toBeGreaterThan(5);
    const entriesOf = (page: string) => text(page).split('<details class="erratum"').slice(1);
    const [errata, conditions] = [entriesOf("errata"), entriesOf("conditions")];
    expect(errata.length + conditions.length).toBe(wrong.length);
    for (const row of wrong) {
      const id = /id="([^"]+)"/.exec(row)?.[0] ?? "";
      const conditional = row.includes('data-verdict="conditional"');
      const entry = (conditional ? conditions : errata).find(each =>
        each.trimStart().startsWith(id)
      );
      expect(entry, id).toContain("erratum-line");
      if (row.includes("corrected")) expect(entry).toContain("As printed");
    }
  });

  test("errata are chosen by document and weight, and copied", () =>
    open(
      "errata",
      async page => {
        const shown = page.locator("details.erratum:visible");
        const status = page.locator(".errata-chosen [role=status]");
        await status.waitFor();
        const all = await shown.count();
        await page.getByLabel("Document", {exact: true}).selectOption("Notes");
        await expect.poll(() => shown.count()).toBeLessThan(all);
        expect(
          await shown.evaluateAll(nodes => nodes.every(n => n.dataset.document === "notes"))
        ).toBe(true);
        await page.getByLabel("What it changes", {exact: true}).selectOption("slips");
        const others = page.locator('details.erratum:not([data-weight="slip"]):visible');
        await expect.poll(() => others.count()).toBe(0);
        expect(await status.textContent()).toMatch(/^\d+ of \d+ entries: Notes$/);
        await shown.first().locator("summary").click();
        await shown.first().getByRole("button", {name: "copy as LaTeX"}).waitFor();
      },
      page => page.locator(".errata-chosen [role=status]", {hasText: "entries"})
    ));

  test("every verdict that was withdrawn is among the changes, and in the feed", () => {
    const page = readFileSync(join(site.dist, "changes.html"), "utf8");
    const feed = readFileSync(join(site.dist, "changes.xml"), "utf8");
    const [, withdrawn = ""] = page.split('<ul class="withdrawn">');
    const listed = [...withdrawn.matchAll(/<span class="withdrawn-id">([^<]+)<\/span>/g)];
    const changed = readVerdictChanges().map(({claim}) => claim);
    expect(changed.length).toBeGreaterThan(5);
    expect(listed.map(([, claim]) => claim).sort()).toEqual(changed.sort());
    expect(feed.match(/<entry>/g)).toHaveLength(changed.length);
  });
});

describe("the front page", () => {
  test("counts the claims of the ledger, definitions and bookkeeping apart", () => {
    const front = readFileSync(join(site.dist, "index.html"), "utf8");
    const [line = ""] = /class="verdict-total">.*/.exec(front) ?? [];
    const [claims] = line.match(/(?<=<strong>)\d+/) ?? [];
    const [aside] = line.match(/(?<=and <strong>)\d+/) ?? [];
    const total = Number(claims) + Number(aside);
    const rows = readFileSync(join(site.dist, "ledger.html"), "utf8").match(
      /<tr id="[^"]+" data-claim="(?!NF-)/g
    );
    expect(total).toBe(rows?.length);
  });

  test("shows where its cloud comes to rest, runs it on request, frame by frame, and ends by itself", async () => {
    const page = await site.browser.newPage();
    try {
      await page.goto(site.url);
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
