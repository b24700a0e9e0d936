import {expect, test} from "vitest";
import {builtSite} from "./builtSite.js";

const site = builtSite();

test("a figure from a sweep says where it comes from, and lets one have it", () =>
  site.visit("diffusion/batch-scaling", async page => {
    const line = page.locator("figure .provenance", {hasText: "scale"}).first();
    await line.waitFor();
    const text = await line.innerText();
    for (const part of [
      /\.arrow/,
      /seed \d/,
      /scale (?:1|0\.\d+)\b/,
      /closure [0-9a-f]{4}…/,
      /\d s/
    ])
      expect(text).toMatch(part);
    const folds = await line.locator("summary").allInnerTexts();
    expect(folds).toEqual(expect.arrayContaining(["reproduce", "spec", "SQL", "data"]));
    await line.getByText("spec").click();
    const spec = await line.locator("[data-fold=spec] pre").innerText();
    expect(JSON.parse(spec)).toHaveProperty("steps");
    await line.getByText("data", {exact: true}).click();
    await expect.poll(() => line.locator("[data-fold=data] tbody tr").count()).toBe(60);
    const files = {
      CSV: /^batch-scaling-[\w-]+\.csv$/,
      SVG: /^batch-scaling-[\w-]+\.svg$/,
      Arrow: /^batch-scaling\.arrow$/
    };
    for (const [name, file] of Object.entries(files)) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        line.getByText(name, {exact: true}).click()
      ]);
      expect(download.suggestedFilename()).toMatch(file);
    }
  }));

test("every page says how it is cited, with the address where it stands", () =>
  site.visit("noise/alignment?batch=3", async page => {
    await page.getByText("Cite this page").click();
    const bibtex = await page.locator(".cite code").innerText();
    expect(bibtex).toMatch(/^@misc\{noisefloor/);
    expect(bibtex).toContain(`url = {${site.url}noise/alignment}`);
  }));

test("on paper: the text, folded derivations, no controls, but their address", () =>
  site.visit("noise/alignment?batch=3", async page => {
    await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
    await page.emulateMedia({media: "print", colorScheme: "dark"});
    const hidden = [
      "#observablehq-sidebar",
      "#observablehq-footer nav",
      ".provenance a",
      ".controls input",
      ".controls button"
    ];
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
