import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {claimKey} from "../../claims/ledger/claim.js";
import type {LedgerRow} from "../../claims/ledger/ledgerRow.js";
import {sections} from "../../claims/ledger/sections.js";
import {root} from "../root.js";
import {type PublishOptions, publish} from "../sweeps/publish.js";
import {writeWhole} from "../sweeps/store.js";
import {sectionsOf} from "./closures.js";
import {placed} from "./locate.js";
import {namesOf} from "./origins.js";
import {pagesOf, statedOn} from "./pages.js";
import {snippet} from "./snippet.js";

/** A row of the ledger with the page that states it, if one does, and the lines that compute it again. */
export interface Evidence extends LedgerRow {
  readonly page?: string;
  readonly snippet: string;
}

/** Where the build leaves the evidence for the pages: evidence by the key of its claim. */
const evidencePath = (site: string) => join(site, ".cache/claims.json");

/** The rows of a stored ledger, an Arrow stream. */
export function readLedger(bytes: Uint8Array): LedgerRow[] {
  return tableFromIPC(bytes)
    .toArray()
    .map(row => row.toJSON() as unknown as LedgerRow);
}

/**
 * Brings the stored ledger up to date, as a sweep is, and writes what it says for the pages, if that is
 * another than it was.
 *
 * @throws as `publish`, naming the claim's file and line, where a check gives no verdict
 */
export async function publishEvidence(
  site = root,
  options: PublishOptions = {}
): Promise<{evidence: Record<string, Evidence>; changed: boolean}> {
  const loader = join(site, "data/ledger.arrow.ts");
  const {arrow} = await publish(loader, options).catch((error: Error) => {
    throw new Error(placed(error.message, loader), {cause: error});
  });
  const snippets = new Map<string, string>();
  for (const section of sectionsOf())
    for (const claim of sections[section.name] ?? []) {
      const names = await namesOf(section, claim);
      if (names) snippets.set(claimKey(claim), snippet(section.name, names));
    }
  const pages = statedOn(pagesOf(site));
  const evidence = Object.fromEntries(
    readLedger(readFileSync(arrow)).map(row => [
      row.key,
      {...row, page: pages.get(row.id), snippet: snippets.get(row.key) ?? ""}
    ])
  );
  const path = evidencePath(site);
  const text = `${JSON.stringify(evidence, null, 1)}\n`;
  const changed = !existsSync(path) || readFileSync(path, "utf8") !== text;
  if (changed) writeWhole(path, text);
  return {evidence, changed};
}
