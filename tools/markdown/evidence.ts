import {existsSync, statSync} from "node:fs";
import {type EvidenceByKey, readEvidence} from "../claims/evidenceFile.js";
import {badgeHtml, evidenceHtml, rowsOf} from "./badge.js";
import type {Statement, Verdict} from "./statementKinds.js";

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
  /** The gravest of its claims' verdicts, else what the page says. */
  readonly verdict?: Verdict;
  readonly badge: string;
  readonly evidence: string;
  /** Set where the page says what no claim of the statement found. */
  readonly complaint?: string;
}

/** The verdict of a statement, derived from its claims; the page may say it too, but not another one. */
export function judge({id, local, verdict}: Statement, rows: EvidenceByKey): Judgement {
  const found = local ? [] : rowsOf(id, rows).map(row => row.verdict);
  const gravest = severity.find(each => found.includes(each));
  if (gravest === undefined) return {verdict, badge: "", evidence: ""};
  return {
    verdict: gravest,
    badge: badgeHtml(id, rows),
    evidence: evidenceHtml(id, rows),
    complaint:
      verdict !== undefined && !found.includes(verdict)
        ? `${id} is marked "${verdict}"; its claims say ${found.map(each => `"${each}"`).join(", ")}`
        : undefined
  };
}
