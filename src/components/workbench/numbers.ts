import type {BenchAnswer} from "../../lib/workbench/bench.js";
import {digits, interval} from "../../lib/workbench/export/digits.js";
import type {NamedNumber} from "../../lib/workbench/export/namedNumbers.js";
import type {Finding} from "../../lib/workbench/types.js";
import {element} from "../element.js";
import {levelOf} from "./questions.js";

/** The numbers with their intervals, and the reason where something is missing; each leads to its explanation. */
export function numbersTable(
  {report, question}: BenchAnswer,
  numbers: readonly NamedNumber[],
  label: string
): HTMLElement {
  const rows = numbers.flatMap(({key, symbol, meaning, of}) => {
    const measure = of(report);
    if (!measure) return [];
    const reason = measure.reason
      ? element("td", {class: "reason", colspan: 3}, measure.reason)
      : undefined;
    return [
      element(
        "tr",
        {},
        element(
          "th",
          {scope: "row"},
          element("a", {href: `#number-${key}`}, ...lowered(symbol)),
          element("span", {class: "meaning"}, ` ${meaning}`)
        ),
        element("td", {class: "number"}, digits(measure.value)),
        element("td", {class: "number interval"}, interval(measure))
      ),
      reason && element("tr", {class: "why"}, reason)
    ];
  });
  return element(
    "div",
    {class: "scroll", role: "region", "aria-label": label, tabindex: 0},
    element(
      "table",
      {class: "numbers"},
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("th", {scope: "col"}, "number"),
          element("th", {scope: "col", class: "number"}, "value"),
          element("th", {scope: "col", class: "number"}, `${levelOf(question)} interval`)
        )
      ),
      element("tbody", {}, ...rows)
    )
  );
}

/** A symbol, with what follows _ below the line. */
const lowered = (symbol: string): (string | HTMLElement)[] =>
  symbol.split(/_(\w)/).map((part, k) => (k % 2 ? element("sub", {}, part) : part));

const signs: Readonly<Record<Finding["severity"], string>> = {error: "✕", warning: "◇", note: "–"};

/** The sentence first, and below it what was found in the file. */
export function verdictOf({table, report}: BenchAnswer): HTMLElement {
  const findings = report.findings.map(({code, severity, message, rows}) =>
    element(
      "li",
      {class: `finding ${severity}`},
      element("span", {class: "finding-sign"}, `${signs[severity]} ${severity} `),
      element("a", {href: `#finding-${code}`}, code),
      ` ${message}`,
      rows?.length ? ` (rows ${rows.join(", ")})` : null,
      "."
    )
  );
  return element(
    "div",
    {class: "bench-verdict", "aria-live": "polite"},
    element("p", {class: "bench-sentence"}, report.sentence),
    findings.length
      ? element(
          "ul",
          {class: "findings", "aria-label": `What was found in ${table.name}`},
          ...findings
        )
      : element("p", {class: "aside"}, "Nothing looks wrong with these rows.")
  );
}
