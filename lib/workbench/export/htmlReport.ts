import type {BenchAnswer} from "../bench.js";
import type {BudgetOptimum} from "../types.js";
import {digits, interval} from "./digits.js";
import {guideTo} from "./findingGuide.js";
import {
  budgetNumber,
  linksOfNumber,
  type NamedNumber,
  namedNumbers,
  runNumbers
} from "./namedNumbers.js";
import {type NamedEllipse, reportCharts} from "./reportCharts.js";
import {escaped, smallChart} from "./smallChart.js";
import {software} from "./software.js";

const style = `body{font:10.5pt/1.45 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1d22}
h1{font-size:17pt;margin:0}.lead{font-size:13pt}table{border-collapse:collapse;width:100%;font:9.5pt/1.4 sans-serif}
td,th{padding:.15rem .4rem;border-bottom:1px solid #ddd;text-align:left;vertical-align:top}.n{text-align:right;white-space:nowrap}
.quiet{color:#5c616a;font:9pt/1.4 sans-serif;overflow-wrap:anywhere}.charts{display:flex;flex-wrap:wrap;gap:.6rem}
figure{margin:0;width:340px}svg{width:100%;height:auto}sub{line-height:0}figcaption{font:9pt/1.4 sans-serif}li{font:9.5pt/1.4 sans-serif}
@page{size:A4;margin:13mm}@media print{body{margin:0;max-width:none;font-size:9.5pt}.second{break-before:page}table,li{font-size:8.5pt}
.quiet{font-size:7pt;line-height:1.25}.lead{font-size:11.5pt}figure{width:calc(33.3% - .45rem);break-inside:avoid}figcaption{font-size:7.5pt;line-height:1.25}td,th{padding:.08rem .3rem}}`;

/**
 * A report as one HTML file without scripts, which prints on two pages: what is told, and its pictures. `site` is the
 * address of this site without a last slash: where it is known, findings and numbers link to it, else they say where to look on it.
 * `ellipse`, where there is one, is drawn beside the pictures of the answer.
 */
export function htmlReport(answer: BenchAnswer, site?: string, ellipse?: NamedEllipse): string {
  const {table, question, report} = answer;
  const {run, level = 0.95} = question;
  const findings = report.findings.map(
    ({code, severity, message}) =>
      `<li><b>${severity}</b> ${code}: ${escaped(message)}. <span class="quiet">${linked(guideTo(code).links, site)}</span></li>`
  );
  const hashes = Object.entries(table.hashes).map(([name, hash]) => `${escaped(name)} ${hash}`);
  const stationary = report.stationary
    ? `<h2>The run, η = ${digits(run?.learningRate)}, b = ${run?.batchSize}, µ = ${run?.momentum ?? 0}</h2>${numbers(answer, runNumbers, {level, site})}`
    : "";
  const budget = report.budget
    ? `<p>After ${digits(report.budget.calls)} gradients: ${optimum("last iterate", report.budget.last)}; ${optimum("average", report.budget.averaged)}. <span class="quiet">${linked(linksOfNumber(budgetNumber), site)}</span></p>`
    : "";
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Noise of ${escaped(table.name)}</title><style>${style}</style></head><body>
<h1>Noise of ${escaped(table.name)}</h1>
<p class="quiet">${table.rows} rows of ${table.columns} numbers (${escaped(table.format)}, ${escaped(table.dtype)})${table.model === null ? "" : `, gradients of a ${escaped(table.model)}`}; rows are ${rowsInWords(question)}</p>
<p class="lead">${escaped(report.sentence)}</p>
<ul>${findings.join("")}</ul>
${numbers(answer, namedNumbers, {level, site})}
<div class="second">${stationary}${budget}
<div class="charts">${reportCharts(answer, ellipse)
    .map(
      chart =>
        `<figure>${smallChart(chart)}<figcaption>${escaped(chart.title)}</figcaption></figure>`
    )
    .join("")}</div>
<p class="quiet">noisefloor ${escaped(software)}. SHA-256: ${hashes.join("; ") || "not computed"}</p></div>
</body></html>
`;
}

/** A symbol, with what follows _ below the line. */
const lowered = (symbol: string): string => escaped(symbol).replace(/_(\w)/g, "<sub>$1</sub>");

/** Addresses on the site, which lead there where it is known. */
const linked = (links: readonly string[], site: string | undefined): string =>
  links
    .map(link =>
      site === undefined ? escaped(link) : `<a href="${escaped(site + link)}">${escaped(link)}</a>`
    )
    .join(", ");

const rowsInWords = ({rows, population}: BenchAnswer["question"]): string => {
  const kind =
    rows === "per-sample"
      ? "gradients of single samples"
      : `means of ${rows.meanOf}${rows.drawn === "epoch" ? ", the parts of one epoch" : rows.drawn ? `, drawn ${rows.drawn} replacement` : ""}`;
  return `${kind}, ${population === "whole" ? "all there are" : "a sample of more"}`;
};

const optimum = (name: string, {learningRate, batchSize, risk}: BudgetOptimum): string =>
  `best ${name} at η = ${digits(learningRate.value)}, b = ${batchSize}, excess loss ${digits(risk.value)}`;

function numbers(
  {report}: BenchAnswer,
  named: readonly NamedNumber[],
  {level, site}: {level: number; site: string | undefined}
): string {
  const rows = named.flatMap(number => {
    const {symbol, meaning, of} = number;
    const measure = of(report);
    if (!measure) return [];
    const reason = measure.reason
      ? `<br><span class="quiet">${escaped(measure.reason)}</span>`
      : "";
    return `<tr><td><b>${lowered(symbol)}</b> ${escaped(meaning)} <span class="quiet">${linked(linksOfNumber(number), site)}</span>${reason}</td><td class="n">${digits(measure.value)}</td><td class="n">${interval(measure)}</td></tr>`;
  });
  return `<table><tr><th>number</th><th class="n">value</th><th class="n">${Number((100 * level).toPrecision(12))} % interval</th></tr>${rows.join("")}</table>`;
}
