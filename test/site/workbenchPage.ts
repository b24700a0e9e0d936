import type {Page} from "playwright-core";
import {expect} from "vitest";
import {noiseReport} from "../../lib/workbench/noiseReport.js";
import {uniformSource} from "../statistics/uniformSource.js";
import {builtSite} from "./builtSite.js";

export const site = builtSite();

/** Normal gradients of three parameters. */
function gradients(n: number): number[][] {
  const source = uniformSource(5);
  return Array.from({length: n}, () => [1, 0.5, 0.2].map(scale => 0.3 + scale * source.normal()));
}

export const rows = gradients(200);
export const file = (name: string, mimeType = "text/csv") => ({
  name,
  mimeType,
  buffer: Buffer.from(rows.map(row => row.join(",")).join("\n"))
});
export const expected = noiseReport(
  {rows: rows.length, columns: 3, data: rows.flat()},
  {rows: "per-sample", population: "sample"}
);

export const sentence = (page: Page) => page.locator(".bench-sentence");
export const chooser = (page: Page) => page.locator('.intake input[type="file"]');

/** Opens the page, and waits until scripts have taken it over. */
export const visit = (work: (page: Page) => Promise<void>) =>
  site.visit("workbench", async page => {
    await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
    await work(page);
  });

/** A number as the page writes it. */
export function shown(text: string | null): number {
  const ascii = (text ?? "").replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, digit => String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)));
  return Number(ascii.replace("·10", "e").replace("⁻", "-"));
}

/** Until what stands first is another sentence than that of the penguins. */
export async function answered(page: Page): Promise<void> {
  await expect.poll(() => sentence(page).textContent(), {timeout: 20_000}).toBe(expected.sentence);
}
