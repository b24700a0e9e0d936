import type {Finding} from "./inspect.js";

/**
 * Runs in the page: columns of numbers that change their decimals from row to row, or write some as powers. Words
 * and zero fit everywhere; a number is written alike alone, with its error and as an end of a range; what a document
 * prints keeps its digits, and a row with a heading of its own its unit.
 */
export function inspectTables(): Finding[] {
  const findings: Finding[] = [];
  for (const table of document.querySelectorAll("figure table, .scroll table")) {
    if (table.querySelector("tbody th")) continue;
    const heads = [...table.querySelectorAll("thead th")].map(head => head.textContent ?? "");
    const rows = [...table.querySelectorAll("tbody tr")];
    const about = table.closest("[aria-label]")?.getAttribute("aria-label");
    for (const [k, head] of heads.entries()) {
      if (/^(printed|≈)/.test(head)) continue;
      const cells = rows
        .map(row => row.children[k])
        .filter(cell => cell?.classList.contains("number"))
        .map(cell => cell.textContent ?? "")
        .filter(text => /\d/.test(text) && !/\p{L}{3}/u.test(text) && text !== "0");
      const forms = new Map(
        cells.map(text => [
          text
            .replace(/10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, "a power")
            .replace(/[+−]/g, "")
            .replace(/\d[\d\u2009]*(?:\.(\d+))?/g, (_, decimals = "") => `#${decimals.length}`)
            .replace(/(#\d+)(?: [±…] \1)+/g, "$1"),
          text
        ])
      );
      const [one, other] = forms.values();
      if (other)
        findings.push({
          message: `numbers of one column are written in two ways, ${one} and ${other}: “${head}” of ${about}`
        });
    }
  }
  return findings;
}
