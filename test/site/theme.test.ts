import {expect, test} from "vitest";
import {builtSite} from "./builtSite.js";

const site = builtSite();
const paper = () => getComputedStyle(document.documentElement).backgroundColor;

test("the theme is the system's until it is chosen, and then remembered on every page", async () => {
  const context = await site.browser.newContext({colorScheme: "light"});
  try {
    const page = await context.newPage();
    await page.goto(`${site.url}notation`);
    const light = await page.evaluate(paper);
    const button = page.getByRole("button", {name: /^Theme/});
    await button.click();
    await button.click();
    expect(await button.getAttribute("aria-label")).toBe("Theme: dark");
    const dark = await page.evaluate(paper);
    expect(dark).not.toBe(light);
    await page.goto(`${site.url}glossary`, {waitUntil: "commit"});
    await page.waitForFunction(() => document.body !== null);
    expect(await page.evaluate(paper)).toBe(dark);
    await button.waitFor();
    await page.keyboard.press("t");
    expect(await page.evaluate(paper)).toBe(light);
  } finally {
    await context.close();
  }
});

test("? lists the keys, and Escape closes the list", () =>
  site.visit("notation", async page => {
    await page.getByRole("searchbox").waitFor();
    await page.keyboard.press("?");
    const list = page.getByRole("dialog", {name: "Keys"});
    await list.waitFor();
    expect(await list.innerText()).toContain("search");
    await page.keyboard.press("Escape");
    await list.waitFor({state: "hidden"});
  }));

test.each([768, 900, 1099, 1100, 1200])("at %i px there is a way to the other pages", width =>
  site.visit(
    "notation",
    async page => {
      const link = page.locator("#observablehq-sidebar a", {hasText: "Alignment"}).first();
      const menu = page.getByLabel("Menu");
      // The menu closes once scripts run; the search is there after it.
      await page.locator(".search").waitFor({state: "attached"});
      if (await menu.isVisible()) await menu.check();
      expect(await link.isVisible()).toBe(true);
    },
    {width}
  )
);
