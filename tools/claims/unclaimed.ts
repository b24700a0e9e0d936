import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {documents} from "../../claims/documents.js";
import type {Items} from "../../claims/inventory.js";
import {root} from "../root.js";
import {isDate, readTable} from "./signed.js";

/** A line of `claims/<document>/unclaimed.tsv`: what a document asserts and no claim checks. */
export interface Unclaimed {
  readonly where: string;
  readonly "what it says": string;
  readonly "why no claim": string;
  readonly date: string;
  /** File and line. */
  readonly at: string;
}

const columns = ["where", "what it says", "why no claim", "date"] as const;

/** What has no claim, document by document, as far as a document has such a table. */
export function readUnclaimed(project = root): Unclaimed[] {
  return documents.flatMap(({id}) => {
    const file = `claims/${id}/unclaimed.tsv`;
    const path = join(project, file);
    return existsSync(path) ? readTable(readFileSync(path, "utf8"), columns, file) : [];
  });
}

/** Lines that leave something out, have no day of the calendar, or lead to no item of the inventory. */
export function unclaimedFaults(lines: readonly Unclaimed[], items: Items): string[] {
  const prefixes = [...new Set([...items.values()].map(({document}) => document.prefix))];
  const name = new RegExp(`\\b(?:${prefixes.join("|")})-[\\w.-]*\\w(?:/[a-z-]*[a-z])?`, "g");
  return lines.flatMap(line => [
    ...columns
      .filter(column => line[column].trim() === "")
      .map(column => `${line.at} ${column} is empty`),
    ...(isDate(line.date) ? [] : [`${line.at} date must be one like 2026-03-02; got ${line.date}`]),
    ...[...line["why no claim"].matchAll(name)]
      .filter(([key]) => !items.has(key))
      .map(([key]) => `${line.at} there is no ${key}`)
  ]);
}
