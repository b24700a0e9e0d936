import {existsSync, statSync} from "node:fs";
import type {Verdict} from "../../claims/ledger/verdict.js";
import {type EvidenceByKey, readEvidence} from "../claims/evidenceFile.js";
import {badgeHtml, evidenceHtml, rowsOf} from "./badge.js";
import type {Statement} from "./statementKinds.js";

/** From the verdict that a reader must see first to the one that asks for least. */
const severity: readonly Verdict[] = [
  "fails",
  "holds, corrected",
  "conditional",
  "holds",
  "not checkable"
];

/** A function that reads the evidence that the last run of the ledger left, anew when it changes. */
export function evidenceReader(path: string): () => EvidenceByKey {
  let modified = -1;
  let rows: EvidenceByKey = {};
  return () => {
    if (!existsSync(path)) return {};
    const {mtimeMs} = statSync(path);
    if (mtimeMs !== modified) {
      rows = readEvidence(path);
      modified = mtimeMs;
    }
    return rows;
  };
}

/** What the claims of a statement add to it. */
export interface Judgement {
  /** The gravest of its claims' verdicts; undefined where no claim stands behind it. */
  readonly verdict?: Verdict;
  readonly badge: string;
  readonly evidence: string;
}

/** What the claims of a statement say of it; nothing else does. */
export function judge({id, local}: Statement, rows: EvidenceByKey): Judgement {
  const found = local ? [] : rowsOf(id, rows).map(row => row.verdict);
  const verdict = severity.find(each => found.includes(each));
  if (verdict === undefined) return {badge: "", evidence: ""};
  return {verdict, badge: badgeHtml(id, rows), evidence: evidenceHtml(id, rows)};
}
