import {readFileSync} from "node:fs";
import type {RuleRow} from "../../../src/figures/rules.js";

/** What the rules for the batch left in the four problems, recorded at a tenth of the scale: their sweeps search for minutes. */
export function recordedRules(): RuleRow[] {
  const text = readFileSync(new URL("rules.tsv", import.meta.url), "utf8");
  const [head, ...lines] = text.trim().split("\n");
  const columns = head.split("\t");
  return lines.map(line => {
    const cells = line.split("\t");
    const entries = columns.map((column, k): [string, string | number] => {
      const isText = column === "version" || column === "rule";
      return [column, isText ? cells[k] : Number(cells[k])];
    });
    return {spent: 0, ...Object.fromEntries(entries)} as RuleRow;
  });
}
