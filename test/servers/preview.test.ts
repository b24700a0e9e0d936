import {readFileSync, writeFileSync} from "node:fs";
import {expect, test} from "vitest";
import {loader, page, preview} from "../site/previewFixture.js";

const site = preview();

/** A tab in which nothing is rendered anew: what it says, it has from the preview's own script. */
async function unrendered() {
  const tab = await site.browser.newPage();
  tab.setDefaultTimeout(120_000);
  await tab.addInitScript(() => {
    Object.assign(window, {WebSocket: class extends EventTarget {}});
  });
  await tab.goto(`http://127.0.0.1:${site.port}/`);
  const statement = tab.locator("section.statement");
  await statement.getByText("✓ holds").first().waitFor();
  return {tab, badge: statement.locator(".badge")};
}

test("an edit in lib/ re-runs its sweep, whose progress is on the page; until then its data is called old", async () => {
  await site.tab.getByText("The value is 1.").waitFor();
  site.save("lib/own/value.ts", "export const value = 2;\n");
  await site.tab.getByText("The data on this page is older than its code").waitFor();
  await site.panel().getByText("number ").waitFor();
  await site.tab.getByText("The value is 2.").waitFor();
  await expect.poll(() => site.tab.getByText("older than its code").count()).toBe(0);
  await expect.poll(() => site.panel().count()).toBe(0);
  expect(site.said().match(/\w+: its code has changed/g)).toEqual(["number: its code has changed"]);
});

test("an edit of a page is searched", async () => {
  const index = () =>
    site.tab.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel="noisefloor-search"]');
      return (await fetch(link?.href ?? "", {cache: "no-store"})).text();
    });
  expect(await index()).not.toContain("chalcedony");
  site.save("src/index.md", `${page}\nNow with chalcedony.\n`);
  await expect.poll(index).toContain("chalcedony");
});

test("what is wrong with code is shown by file and line, on a fresh load too, until it is mended", async () => {
  site.save("lib/own/value.ts", "\nexport const value = ;\n");
  await site
    .panel()
    .getByText(/lib\/own\/value\.ts:2 Unexpected ";"/)
    .waitFor();
  await site.tab.reload();
  await site
    .panel()
    .getByText(/lib\/own\/value\.ts:2 Unexpected ";"/)
    .waitFor();
  site.save("lib/own/value.ts", "export const value = 3;\n");
  await site.tab.getByText("The value is 3.").waitFor();
  await site.panel().waitFor({state: "detached"});
});

test("a sweep that throws is named with what it says", async () => {
  site.save(
    "data/number.arrow.ts",
    loader.replace("const until", 'throw new Error("boom"); const until')
  );
  await site
    .panel()
    .getByText(/number\.arrow\.ts.*boom/)
    .waitFor();
  site.save("data/number.arrow.ts", loader);
  await site.tab.getByText("The value is 3.").waitFor();
  await site.panel().waitFor({state: "detached"});
});

test("a verdict whose code has changed is never shown as it was, and not confirmed where the ledger refuses", async () => {
  await expect.poll(() => site.badge().innerText()).toContain("✓ holds");
  await site.tab.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, {seen});
    const note = () => {
      const text = document.querySelector("section.statement .badge")?.textContent ?? "";
      if (text && text !== seen.at(-1)) seen.push(text);
    };
    note();
    new MutationObserver(note).observe(document.body, {childList: true, subtree: true});
  });
  const seen = () => site.tab.evaluate(() => (window as unknown as {seen: string[]}).seen);
  const deaf = await unrendered();
  site.save("lib/own/two.ts", "export const two = -2;\n");
  await deaf.badge.filter({hasText: "… being checked"}).waitFor();
  await deaf.badge.filter({hasText: "? not confirmed"}).waitFor();
  await expect.poll(() => site.badge().innerText()).toBe("? not confirmed");
  expect(await site.tab.locator("section.statement").getAttribute("data-verdict")).toBe(
    "not confirmed"
  );
  await site.tab.locator("details.evidence > summary").click();
  await site.tab
    .getByText(/sum: predicted 4, measured -4/)
    .first()
    .waitFor();
  site.save("lib/own/two.ts", "export const two = 2;\n");
  await expect.poll(() => site.badge().innerText()).toContain("✓ holds");
  await deaf.badge.filter({hasText: "✓ holds"}).waitFor();
  await deaf.tab.close();
  const shown = await seen();
  expect(shown[0]).toContain("✓ holds");
  // Up to the refusal there is nothing but doubt; afterwards the mended code may be confirmed twice.
  const refused = shown.indexOf("? not confirmed");
  expect(refused).toBeGreaterThan(0);
  expect(shown.slice(1, refused).filter(text => text !== "… being checked")).toEqual([]);
});

test("a new page in the menu, and settings that cannot be read, need no restart by hand", async () => {
  const settings = readFileSync(site.inSite("observablehq.config.ts"), "utf8");
  writeFileSync(site.inSite("src/new.md"), "# A new page\n");
  const menu = settings.replace("pages: []", 'pages: [{name: "In the menu", path: "/new"}]');
  site.save("observablehq.config.ts", menu);
  await site.tab.getByText("In the menu").first().waitFor({state: "attached"});
  site.save("observablehq.config.ts", settings.replace("pages: []", "pages: [}"));
  await site
    .panel()
    .getByText(/observablehq\.config\.ts:2:\d+: ERROR/)
    .waitFor();
  const other = await site.browser.newPage();
  other.setDefaultTimeout(120_000);
  await other.goto(`http://127.0.0.1:${site.port}/new`);
  await other.getByText("This page cannot be shown").first().waitFor();
  site.save("observablehq.config.ts", settings);
  await other.getByRole("heading", {name: "A new page"}).waitFor();
  await other.close();
});
