import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {builtSite} from "./builtSite.js";

const site = builtSite();

/** Opens a page whose cells do not run before `run` is called. */
async function beforeItRuns(
  path: string,
  work: (page: Page, run: () => Promise<unknown>) => Promise<void>,
  width = 1440
): Promise<void> {
  const page = await site.browser.newPage({viewport: {width, height: 900}});
  let release = () => {};
  const released = new Promise<void>(resolve => {
    release = resolve;
  });
  try {
    await page.route(/_observablehq\/client/, async route => {
      await released;
      await route.continue();
    });
    await page.goto(site.url + path, {waitUntil: "commit"});
    // The menu's search comes with the first script.
    await page.locator(".search").first().waitFor({state: "attached"});
    await work(page, () => {
      release();
      return page.waitForFunction(() => !document.querySelector("observablehq-loading"));
    });
  } finally {
    release();
    await page.close();
  }
}

describe("before its cells run, a page", () => {
  test.each([1440, 390])(
    "shows one picture in each figure, as wide as there is room, at %i px",
    width =>
      beforeItRuns(
        "diffusion/batch-scaling",
        async page => {
          const pictures = await page.locator("main figure .picture").evaluateAll(boxes =>
            boxes.map(box => {
              const seen = [...box.querySelectorAll("svg[role=img]")].filter(svg =>
                svg.checkVisibility()
              );
              return seen.map(svg => svg.getAttribute("width"));
            })
          );
          expect(pictures.length).toBeGreaterThan(1);
          for (const widths of pictures) expect(widths).toEqual([width === 390 ? "358" : "736"]);
        },
        width
      )
  );

  test("says what its controls are set to", () =>
    beforeItRuns("noise/alignment", async (page, run) => {
      const outputs = () => page.locator(".controls output").allTextContents();
      const before = await outputs();
      expect(before.filter(text => text !== "")).not.toEqual([]);
      await run();
      expect(await outputs()).toEqual(before);
    }));

  test("shows nothing that was made with other settings than its address asks for", () =>
    beforeItRuns("noise/alignment?batch=3", async (page, run) => {
      const figure = page.getByRole("figure", {
        name: "Mini-batch gradients against two laws",
        includeHidden: true
      });
      expect(await figure.isVisible()).toBe(false);
      await run();
      expect(await figure.isVisible()).toBe(true);
    }));

  test("has folds that stay open when its cells have run", () =>
    beforeItRuns("diffusion/batch-scaling", async (page, run) => {
      const folds = page.locator("main figure details");
      const open = () =>
        folds.evaluateAll(all => all.map(fold => (fold as HTMLDetailsElement).open));
      await folds.nth(1).locator("summary").click();
      const before = await open();
      expect(before.filter(Boolean)).toHaveLength(1);
      await run();
      expect(await open()).toEqual(before);
      expect(await folds.nth(1).locator("pre").count()).toBe(1);
    }));
});
