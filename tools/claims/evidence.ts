import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {LedgerDetails} from "../../claims/ledger/ledgerExperiment.js";
import {root} from "../root.js";
import {fromExactJson} from "../sweeps/exactJson.js";
import {type PublishOptions, publish} from "../sweeps/publish.js";
import {type EvidenceByKey, evidencePath, writeEvidence} from "./evidenceFile.js";
import {placed} from "./locate.js";
import {pagesOf, statedOn} from "./pages.js";
import {snippet} from "./snippet.js";

/**
 * Brings the stored ledger up to date, as a sweep is, and writes what it says for the pages, if that is
 * another than it was.
 *
 * @throws as `publish`, naming the claim's file and line, where a check gives no verdict
 */
export async function publishEvidence(
  site = root,
  options: PublishOptions = {}
): Promise<{evidence: EvidenceByKey; changed: boolean}> {
  const loader = join(site, "data/ledger.arrow.ts");
  const {details} = await publish(loader, options).catch((error: Error) => {
    throw new Error(placed(error.message, loader), {cause: error});
  });
  if (details === undefined) throw new Error(`${loader}: it must be a ledger`);
  const evidence = evidenceOf(fromExactJson(readFileSync(details, "utf8")), site);
  return {evidence, changed: writeEvidence(evidencePath(site), evidence)};
}

/** What the pages of a site show of claims, by the ledger's details. */
export function evidenceOf(details: LedgerDetails, site: string): EvidenceByKey {
  const pages = statedOn(pagesOf(site));
  return Object.fromEntries(
    details.map(({origin, ...claim}) => [
      claim.key,
      {
        ...claim,
        page: pages.get(claim.id) ?? null,
        snippet: origin && snippet(claim.key, origin)
      }
    ])
  );
}
