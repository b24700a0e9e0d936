import type {BenchAnswer} from "../bench.js";
import {guideTo} from "./findingGuide.js";
import {budgetNumber, linksOfNumber, namedNumbers, runNumbers} from "./namedNumbers.js";
import {software} from "./software.js";

/** The version of the JSON's layout. */
const layout = 1;

/**
 * A report as JSON: its layout's version, the files' SHA-256, the question, how each number was estimated and what it rests on, when each
 * finding is made and where it is explained on the site, every value; `more` stands behind the report.
 */
export function reportJson(
  {table, question, report}: BenchAnswer,
  more: Readonly<Record<string, unknown>> = {}
): string {
  const {name, rows, columns, blocks, format, dtype, model, hashes} = table;
  const told = [...namedNumbers, ...runNumbers].filter(({of}) => of(report));
  const estimators = told.map(({symbol, estimator}) => [symbol, estimator]);
  const links = told.map(number => [number.symbol, linksOfNumber(number)]);
  if (report.budget) links.push(["budget", linksOfNumber(budgetNumber)]);
  return JSON.stringify(
    {
      version: layout,
      software,
      files: hashes,
      table: {name, rows, columns, blocks, format, dtype, ...(model !== null && {model})},
      question,
      estimators: Object.fromEntries(estimators),
      links: Object.fromEntries(links),
      guide: Object.fromEntries(
        report.findings.map(({code}) => {
          const {threshold, links} = guideTo(code);
          return [code, {threshold, links}];
        })
      ),
      report,
      ...more
    },
    null,
    1
  );
}
