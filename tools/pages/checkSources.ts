import {existsSync} from "node:fs";
import {join} from "node:path";
import {checkPages} from "../markdown/checkPages.js";
import {evidenceReader} from "../markdown/evidence.js";
import type {Problem} from "../markdown/problems.js";
import {checkNumbers} from "../numbers/checkNumbers.js";
import {checkQueries} from "../site/checkQueries.js";
import {closureHash} from "../sweeps/closureHash.js";
import {loadExperiment} from "../sweeps/load.js";
import {buildScale} from "../sweeps/publish.js";
import {storedArrow} from "../sweeps/store.js";
import {checkPageTypes} from "../types/checkPageTypes.js";
import {loadersOf} from "./loadersOf.js";

/** What is wrong with pages as they are written, and what could not be checked. */
export interface PagesChecked {
  readonly problems: readonly Problem[];
  readonly unchecked: readonly string[];
}

/**
 * Checks pages of a site without building it: formulas, statements, references, links, numbers typed in
 * prose, the types of their code, and their queries against stored tables. Runs no sweep and no claim: verdicts are those that the
 * ledger's last run left.
 *
 * @param pages files below `<site>/src`
 */
export async function checkSources(site: string, pages: readonly string[]): Promise<PagesChecked> {
  const root = join(site, "src");
  const unchecked: string[] = [];
  const claims = join(site, ".cache/claims.json");
  if (!existsSync(claims)) unchecked.push("verdicts: the ledger has not run (npm run ledger)");
  const outputs = new Map<string, string>();
  const ready: string[] = [];
  for (const page of pages) {
    const missing = await find(site, page, outputs);
    if (missing.length === 0) ready.push(page);
    else
      unchecked.push(
        `SQL of src/${page}: npm run data -- ${missing.join(" ")} computes the tables that it wants`
      );
  }
  const problems = [
    ...checkPages({root, pages, evidence: evidenceReader(claims)}),
    ...checkNumbers({root, pages}),
    ...(await checkPageTypes({site, pages})),
    ...(await checkQueries(site, outputs, ready))
  ];
  return {problems, unchecked};
}

/** Adds today's stored outputs that a page names to `outputs`; names those that are not stored. */
async function find(site: string, page: string, outputs: Map<string, string>): Promise<string[]> {
  const missing: string[] = [];
  for (const {name, loader} of loadersOf(site, page)) {
    if (outputs.has(name)) continue;
    const stored = storedArrow(name, closureHash(await loadExperiment(loader), buildScale()));
    if (stored === undefined) missing.push(name);
    else outputs.set(name, stored);
  }
  return missing;
}
