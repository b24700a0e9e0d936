import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {builtSite} from "./builtSite.js";

const site = builtSite();

async function open(path: string, width: number): Promise<Page> {
  const context = await site.browser.newContext({viewport: {width, height: 900}});
  const page = await context.newPage();
  await page.goto(site.url + path);
  await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
  return page;
}

/** The body rows of the table under a label, as text; long ones are folded. */
async function rows(page: Page, label: string): Promise<string[][]> {
  return page
    .getByRole("region", {name: label, includeHidden: true})
    .locator("tbody tr")
    .evaluateAll(trs =>
      trs.map(tr => [...tr.querySelectorAll("td")].map(td => td.textContent ?? ""))
    );
}

/** A number shown as 1.7·10⁻¹⁶. */
function scientific(text: string): number {
  const ascii = text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, digit => String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)));
  return Number(ascii.replace("·10", "e").replace("⁻", "-"));
}

const number = (text: string) => Number(text.replace("−", "-").replace(/[^\d.e+-]/g, ""));

describe.each([1280, 390])("at %i px", width => {
  test("batch scaling: measured variances are the exact law's, not the continuous one's", async () => {
    const page = await open("diffusion/batch-scaling", width);
    for (const [name, h] of [
      ["stiff, h = 1", 1],
      ["flat, h = 0.1", 0.1]
    ] as const) {
      const table = await rows(page, `Experiment 1, ${name}`);
      expect(table.map(row => Number(row[0]))).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512]);
      const squares = table.map(([, continuous, exact, measured]) => {
        expect(number(continuous)).toBeCloseTo(1 / h, 5);
        expect(number(exact)).toBeCloseTo(2 / (h * (2 - 0.05 * h)), 5);
        const [value, error] = measured.split("±").map(number);
        expect(error / value).toBeLessThan(0.01);
        const z = (value - 2 / (h * (2 - 0.05 * h))) / error;
        expect(Math.abs(z)).toBeLessThanOrEqual(4);
        return z * z;
      });
      expect(squares.reduce((a, b) => a + b)).toBeLessThan(29.6);
      expect(squares.reduce((a, b) => a + b)).toBeGreaterThan(1.5);
    }
    await page.context().close();
  });

  test("alignment: 333 of 344 penguins, errors as sampling predicts, enumeration to rounding", async () => {
    const page = await open("noise/alignment", width);
    const text = await page.locator("main").textContent();
    expect(text).toMatch(/128 from 333 samples .*Palmer penguins/);
    expect(text).toContain("Of the 344 penguins in the file");
    const errors = await rows(
      page,
      "Relative Frobenius errors against the exact law, measured (expected)"
    );
    expect(errors.map(row => Number(row[0]))).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
    for (const [b, ...cells] of errors) {
      for (const cell of cells.slice(0, 3)) {
        const [, error, expected] = /^(.*) \((.*)\)$/.exec(cell) ?? [];
        expect(Number(error)).toBeLessThan(4 * Number(expected));
      }
      if (Number(b) >= 16)
        expect(Math.abs(number(cells[3]) - (100 * Number(b)) / 333)).toBeLessThan(2);
    }
    const enumeration = await rows(page, "Exact enumeration on ten penguins");
    expect(enumeration.map(row => row[2].replace(/\s/g, ""))).toEqual(
      ["10", "45", "120", "210", "252", "210", "120", "45", "10", "1"].concat([
        "10",
        "100",
        "1000",
        "10000",
        "100000",
        "1000000"
      ])
    );
    for (const [, , , difference] of enumeration)
      expect(scientific(difference)).toBeLessThanOrEqual(1e-13);
    await page.context().close();
  });
});

describe("controls", () => {
  test("the URL holds what differs from the defaults, and restores it", async () => {
    const page = await open("noise/alignment", 1280);
    expect(new URL(page.url()).search).toBe("");
    await page.getByRole("slider", {name: "Batch size b"}).fill("3");
    await page.getByRole("combobox", {name: "Across"}).selectOption("culmen depth");
    await expect.poll(() => new URL(page.url()).search).toBe("?batch=3&first=culmen+depth");
    await page.reload();
    expect(await page.getByRole("slider", {name: "Batch size b"}).inputValue()).toBe("3");
    expect(await page.getByRole("combobox", {name: "Across"}).inputValue()).toBe("culmen depth");
    await page.getByRole("button", {name: "reset"}).click();
    await expect.poll(() => new URL(page.url()).search).toBe("");
    await page.context().close();
  });

  test("values out of range are corrected, unknown ones ignored, markup shown to nobody", async () => {
    const evil = encodeURIComponent("<img src=x onerror=alert(1)>");
    const page = await open(`noise/alignment?batch=99&first=${evil}&scheme=with+replacement`, 1280);
    expect(await page.getByRole("slider", {name: "Batch size b"}).inputValue()).toBe("7");
    expect(await page.getByRole("combobox", {name: "Across"}).inputValue()).toBe("flipper length");
    expect(await page.locator("img").count()).toBe(0);
    await expect.poll(() => new URL(page.url()).search).toBe("?scheme=with+replacement");
    await page.context().close();
  });
});

/** Dots of a figure; the ring around the mark under the pointer is none. */
const drawnCircles = "circle:not([aria-hidden])";

describe("the live run", () => {
  test("runs on request and stops by itself", async () => {
    const page = await open("diffusion/batch-scaling?rate=1.5", 1280);
    const figure = page.getByRole("figure", {name: "The variance as it grows"});
    expect(await figure.locator(drawnCircles).count()).toBe(0);
    await page.getByRole("button", {name: "run it here"}).click();
    await expect.poll(() => figure.locator(drawnCircles).count(), {timeout: 60_000}).toBe(200);
    await page.getByRole("button", {name: "run it here"}).waitFor();
    await page.context().close();
  });

  test("can be stopped", async () => {
    const page = await open("diffusion/batch-scaling?rate=0.05&flat=0.02", 1280);
    const figure = page.getByRole("figure", {name: "The variance as it grows"});
    await page.getByRole("button", {name: "run it here"}).click();
    await page.waitForFunction(() => {
      const running = document.querySelectorAll('[aria-label="The variance as it grows"] circle');
      if (running.length < 5) return false;
      const stop = [...document.querySelectorAll("button")].find(b =>
        b.textContent?.includes("stop")
      );
      stop?.click();
      return true;
    });
    // The frame that was under way is drawn; none comes after it.
    await page.getByRole("button", {name: "run it here"}).waitFor();
    await page.waitForTimeout(400);
    const stopped = await figure.locator(drawnCircles).count();
    expect(stopped).toBeLessThan(200);
    await page.waitForTimeout(400);
    expect(await figure.locator(drawnCircles).count()).toBe(stopped);
    await page.context().close();
  });
});
