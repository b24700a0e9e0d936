import {inventory} from "../../claims/inventory.js";
import {claimEvidence} from "../../claims/ledger/claimEvidence.js";
import {type LedgerRow, ledgerRow} from "../../claims/ledger/ledgerRow.js";
import type {ClaimResult} from "../../claims/ledger/runClaim.js";

/** What the ledger found of a claim, and how long it took. */
export type Timed = ClaimResult & {readonly seconds: number};

/** @throws RangeError on a claim of what is not in the inventory */
export function rowOf(result: ClaimResult): LedgerRow {
  const item = inventory.get(result.key);
  if (!item) throw new RangeError(`${result.key} is not in the inventory`);
  return ledgerRow(claimEvidence(result, item));
}

/** A claim as `npm run ledger -- --json` prints it. `page` is where it is stated. */
export function ledgerJson(result: Timed, page: string | undefined): object {
  const {key, document, label, verdict, method, ...row} = rowOf(result);
  const {predicted, measured, standardError, tolerance, z} = row;
  return {
    id: key,
    document,
    label,
    page: page ?? null,
    verdict,
    weight: row.weight || null,
    consequenceOf: row.consequenceOf || null,
    method,
    predicted,
    measured,
    standardError,
    tolerance,
    z,
    seconds: Math.round(1000 * result.seconds) / 1000,
    mutant: result.mutant,
    scaled: result.scaled,
    search: result.search && {
      cases: result.search.cases,
      ranges: result.search.ranges,
      leastSlack: result.search.leastSlack,
      leastSlackAt: result.search.leastSlackAt
    },
    leastSlack: row.leastSlack,
    leastSlackAt: row.leastSlackAt || null,
    fixed: row.fixed || null,
    tame: row.tame || null,
    section: row.section,
    statement: row.statement,
    printed: row.printed || null,
    assumptions: result.claim.assumptions,
    note: row.note || null,
    kind: row.kind,
    criterion: row.criterion,
    how: row.how,
    where: row.where,
    deviation: row.deviation,
    resolution: row.resolution,
    second: result.second,
    refuted: result.refuted
  };
}
