import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {initWasm, Resvg} from "@resvg/resvg-wasm";
import type {Page} from "playwright-core";
import {afterAll, describe, expect, test} from "vitest";
import {toCsv} from "../../lib/workbench/export/csv.js";
import {chartRows} from "../../src/components/chart/chartRows.js";
import type {Chart} from "../../src/components/chart/declaration.js";
import {plainText} from "../../src/components/chart/text.js";
import {launch} from "../../tools/browser/chromium.js";
import {root} from "../../tools/root.js";
import {startDuckDb} from "../../tools/site/duckDb.js";
import {figuresPage} from "./figuresPage.js";
import {gallery} from "./gallery.js";

/** The paper of the light theme, which files have though the page is dark. */
const light = "#fdfdfb";

/** A page that draws figures, and what is drawn wrong on it at a width. */
export interface Drawing {
  readonly page: Page;
  drawn(charts: readonly Chart[], width: number): Promise<string[]>;
}

/**
 * Draws the figures of all pages in Chromium: no text may be crossed at these widths, in pixels, and the files
 * of every k-th figure must open elsewhere.
 */
export async function drawFigures(
  widths: readonly number[],
  {every}: {readonly every: number}
): Promise<Drawing> {
  const pages = await gallery();
  const browser = await launch();
  const page = await figuresPage(browser, "dark");
  afterAll(() => browser.close());
  const drawn = (charts: readonly Chart[], width: number) =>
    page.evaluate(([all, w]) => window.drawAll(all, w), [charts, width] as const);

  describe.each(widths)("at %i px", width => {
    test.each([...pages])(
      "%s: no label crosses a line, another label or the edge",
      async (_, charts) => expect(await drawn(charts, width)).toEqual([])
    );
  });

  const all = [...pages]
    .flatMap(([, charts]) => charts.map(chart => [chart.title, chart] as const))
    .filter((_, k) => k % every === 0);

  describe("files", () => {
    const folder = mkdtempSync(join(tmpdir(), "figures-"));
    afterAll(() => rmSync(folder, {recursive: true}));
    test("the SVG of a figure opens elsewhere: panels, light colours, fonts, title and address", async () => {
      await initWasm(readFileSync(join(root, "node_modules/@resvg/resvg-wasm/index_bg.wasm")));
      for (const [title, chart] of all) {
        const svg = await page.evaluate(c => window.exported(c, 736), chart);
        const text = svg.replace(/base64,[^)]*/g, "");
        expect(text, title).not.toMatch(/var\(--|NaN|\$/);
        expect(text).toContain(light);
        expect(svg.includes('@font-face{font-family:"Inter"')).toBe(true);
        expect(text).toContain("https://noisefloor.example/page#figure");
        // Ticks, which Plot hides from those who hear a page.
        expect(text, title).toMatch(/d="M0,0L(0,6|-6,0)"/);
        const names = chart.panels.flatMap(({name}) => name ?? []);
        for (const name of names) expect(text.replace(/<[^>]*>/g, "")).toContain(plainText(name));
        const image = renderedElsewhere(svg, title);
        expect(image.width, title).toBeGreaterThanOrEqual(736);
        expect(new Set(image.pixels).size, title).toBeGreaterThan(10);
        image.free();
      }
    });

    test("the CSV of a figure opens elsewhere: as many rows as marks, by series", async () => {
      const connection = (await startDuckDb()).connect();
      for (const [k, [title, chart]] of all.entries()) {
        const file = join(folder, `${k}.csv`);
        writeFileSync(file, toCsv(chartRows(chart)));
        const answer = connection.query(
          `SELECT series, count(*)::INT AS n FROM read_csv('${file}', header = true) GROUP BY series`
        );
        const counts = new Map(answer.toArray().map(row => [row["series"], row["n"]]));
        const marks = new Map<string, number>();
        for (const row of chartRows(chart))
          marks.set(String(row["series"]), (marks.get(String(row["series"])) ?? 0) + 1);
        expect(counts, title).toEqual(marks);
      }
      connection.close();
    });
  });
  return {page, drawn};
}

/** The picture that another drawer makes of it; where it ends badly, the figure is named. */
function renderedElsewhere(svg: string, title: string) {
  try {
    return new Resvg(svg).render();
  } catch (error) {
    throw new Error(`${title}: ${error}`);
  }
}
