import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {type BenchAnswer, type BenchQuestion, openBench} from "../../lib/workbench/bench.js";
import {bibtex} from "../../lib/workbench/export/bibtex.js";
import {toCsv} from "../../lib/workbench/export/csv.js";
import {digits, interval} from "../../lib/workbench/export/digits.js";
import {guideTo} from "../../lib/workbench/export/findingGuide.js";
import {htmlReport} from "../../lib/workbench/export/htmlReport.js";
import {linksOfNumber, namedNumbers, runNumbers} from "../../lib/workbench/export/namedNumbers.js";
import {pictureRows} from "../../lib/workbench/export/pictureRows.js";
import {reportJson} from "../../lib/workbench/export/reportJson.js";
import {software} from "../../lib/workbench/export/software.js";
import {linesOf} from "../../tools/noise/lines.js";
import {root} from "../../tools/root.js";
import {safetensors} from "../../tools/samples/safetensors.js";
import {hessian, rows} from "./fourParameters.js";

const csv = (table: number[][]) => new TextEncoder().encode(table.map(String).join("\n"));
const tensors = [
  {name: "w", shape: [3]},
  {name: "b", shape: []}
];

async function answerOf(
  question: BenchQuestion,
  name: string,
  bytes: Uint8Array
): Promise<BenchAnswer> {
  const copy = new Uint8Array(bytes);
  const bench = await openBench({
    gradients: {name, bytes: copy},
    hessian: {name: "hessian.csv", bytes: new Uint8Array(csv(hessian))}
  });
  const steps = bench.ask(question);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const run = {learningRate: 0.3, batchSize: 8, momentum: 0.5};
const asked: BenchQuestion = {
  rows: "per-sample",
  population: "sample",
  run,
  budget: {calls: 1000, start: 1}
};

describe("a report", () => {
  const made = answerOf(asked, "report.safetensors", safetensors(rows, tensors, "F64"));

  test("as JSON has its layout's version, hashes, question, estimators and every value", async () => {
    const answer = await made;
    const told = JSON.parse(reportJson(answer));
    expect(told).toMatchObject({version: 1, software, question: JSON.parse(JSON.stringify(asked))});
    expect(Object.keys(told.files)).toEqual(["report.safetensors", "hessian.csv"]);
    for (const hash of Object.values(told.files)) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(told.report).toEqual(JSON.parse(JSON.stringify(answer.report)));
    expect(Object.keys(told.estimators)).toHaveLength(16);
  });

  test("leads from each finding to its page, in JSON, HTML and on the terminal", async () => {
    const answer = await made;
    const {findings} = answer.report;
    expect(findings.map(({code}) => code)).toContain("with-replacement");
    const {guide} = JSON.parse(reportJson(answer));
    const [plain, linked] = [htmlReport(answer), htmlReport(answer, "https://example.org/base")];
    const lines = linesOf(answer.report);
    for (const {code} of findings) {
      const address = `/workbench#finding-${code}`;
      expect(guide[code].links[0]).toBe(address);
      expect(guide[code].threshold).toBe(guideTo(code).threshold);
      expect(plain).toContain(`>${guide[code].links.join(", ")}<`);
      expect(linked).toContain(`<a href="https://example.org/base${address}">${address}</a>`);
      expect(lines).toContain(`  see ${guide[code].links.join(", ")}`);
    }
  });

  test("leads from each number to what it rests on, in JSON, HTML and, where asked for, on the terminal", async () => {
    const answer = await made;
    const {links} = JSON.parse(reportJson(answer));
    const [plain, site] = [htmlReport(answer), htmlReport(answer, "https://example.org")];
    const [quiet, told] = [linesOf(answer.report), linesOf(answer.report, {links: true})];
    for (const number of [...namedNumbers, ...runNumbers]) {
      const addresses = linksOfNumber(number);
      expect(links[number.symbol]).toEqual(addresses);
      expect(plain).toContain(addresses.join(", "));
      for (const address of addresses)
        expect(site).toContain(`<a href="https://example.org${address}">${address}</a>`);
      expect(told).toContain(`  see ${addresses.join(", ")}`);
      expect(quiet).not.toContain(`  see ${addresses.join(", ")}`);
    }
    expect(links.budget).toEqual(["/workbench#number-budget", "/api/averagedIterate"]);
    expect(plain).toContain(links.budget.join(", "));
  });

  const captionsOf = (html: string) =>
    [...html.matchAll(/<figure><svg.*?<figcaption>(.*?)<\/figcaption>/gs)].map(
      ([, caption]) => caption
    );

  test("as HTML is one file without scripts and addresses, with sentence, numbers and charts", async () => {
    const answer = await made;
    const html = htmlReport(answer);
    expect(html).toContain(answer.report.sentence);
    expect(html).not.toMatch(/<script|<link|https?:/);
    expect(captionsOf(html)).toEqual([
      expect.stringMatching(/^Eigenvalues of G with their intervals; dashed/),
      "Share of Tr G in the first directions",
      "Tr G of each block: 1 w, 2 b",
      expect.stringMatching(/^Squared distances/),
      expect.stringMatching(/^Floor against the learning rate/),
      expect.stringMatching(/^Excess loss after 1,?000 gradients at the best batch size/)
    ]);
    const ellipse = {
      across: "h1",
      upwards: "p<0",
      covariance: [
        [2, 0.5],
        [0.5, 1]
      ] as const
    };
    expect(captionsOf(htmlReport(answer, undefined, ellipse))).toContain(
      "Where 95 % of Gaussian iterates settle along h1 and p&lt;0"
    );
    expect(html).toContain("break-before:page");
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("text of the reader's is text in HTML", async () => {
    const answer = await made;
    const html = htmlReport({...answer, table: {...answer.table, name: "<img src=x>"}});
    expect(html).not.toContain("<img");
  });

  test("has rows behind every picture", async () => {
    const tables = pictureRows(await made);
    expect(Object.keys(tables)).toEqual([
      "eigenvalues",
      "cumulated",
      "blocks",
      "lengths",
      "floor",
      "risk"
    ]);
    expect(toCsv(tables.blocks).split("\r\n")[0]).toBe("block,parameters,trace,low,high");
  });
});

test("the version is the package's", () => {
  const {version} = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(software).toBe(version);
  expect(bibtex()).toContain(`version = {${version}}`);
});

test("three digits, in every size", () => {
  expect([0, 0.000123, -0.0456, 1.5, 310.4, 52341, 6.02e23, Infinity, null].map(digits)).toEqual([
    "0",
    "1.23·10⁻⁴",
    "\u22120.0456",
    "1.50",
    "310",
    "52341",
    "6.02·10²³",
    "∞",
    "–"
  ]);
  const measure = {value: 1, standardError: 0.1, low: 0.8, high: null};
  expect(interval(measure)).toBe("0.800 or more");
  expect(interval({...measure, low: 1, high: 1, standardError: 0})).toBe("exact");
});
