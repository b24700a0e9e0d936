import type {BenchAnswer} from "../bench.js";
import {guideTo} from "./findingGuide.js";
import {namedNumbers, runNumbers} from "./namedNumbers.js";
import {software} from "./software.js";

/** The version of the JSON's layout. */
const layout = 1;

/**
 * A report as JSON: its layout's version, the files' SHA-256, the question, how each number was estimated, when each
 * finding is made and where it is explained on the site, every value; `more` stands behind the report.
 */
export function reportJson(
  {table, question, report}: BenchAnswer,
  more: Readonly<Record<string, unknown>> = {}
): string {
  const {name, rows, columns, blocks, format, dtype, model, hashes} = table;
  const estimators = [...namedNumbers, ...runNumbers]
    .filter(({of}) => of(report))
    .map(({symbol, estimator}) => [symbol, estimator]);
  return JSON.stringify(
    {
      version: layout,
      software,
      files: hashes,
      table: {name, rows, columns, blocks, format, dtype, ...(model !== null && {model})},
      question,
      estimators: Object.fromEntries(estimators),
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
