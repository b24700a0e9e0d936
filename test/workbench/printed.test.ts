import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openBench} from "../../lib/workbench/bench.js";
import {htmlReport} from "../../lib/workbench/export/htmlReport.js";
import {launch} from "../../tools/browser/chromium.js";
import {uniformSource} from "../statistics/uniformSource.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 120_000);
afterAll(() => browser?.close());

test("a report with every number, many reasons and findings prints on two pages", async () => {
  const source = uniformSource(3);
  const table = Array.from({length: 60}, () => Array.from({length: 40}, () => source.normal()));
  const named = (name: string, rows: number[][]) => ({
    name,
    bytes: new Uint8Array(new TextEncoder().encode(rows.map(String).join("\n")))
  });
  const bench = await openBench({
    gradients: named("/home/someone/projects/a-network/gradients-of-the-first-layer.csv", table),
    hessian: named("hessian.csv", [
      Array.from({length: 40}, (_, k) => 0.1 + k / 10 - (k % 7 ? 0 : 1))
    ])
  });
  const steps = bench.ask({
    rows: "per-sample",
    population: "sample",
    run: {learningRate: 0.45, batchSize: 8},
    budget: {calls: 1000, start: 1}
  });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const {report} = step.value;
  expect(report.findings.length).toBeGreaterThan(2);
  const page = await browser.newPage();
  const blocks = Array.from({length: 12}, (_, k) => ({
    ...report,
    name: `layers.${k}.attention.weight`
  }));
  const ellipse = {
    across: "eigenvector 1 of H",
    upwards: "parameter 31",
    covariance: [
      [2, 0.5],
      [0.5, 1]
    ] as const
  };
  const html = htmlReport({...step.value, report: {...report, blocks}}, undefined, ellipse);
  expect(html.match(/<svg/g)).toHaveLength(7);
  await page.setContent(html);
  const pdf = (await page.pdf({preferCSSPageSize: true})).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
}, 60_000);
