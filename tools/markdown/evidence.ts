import {existsSync, statSync} from "node:fs";
import {type Doubts, doubtOfId, noDoubts} from "../claims/doubts.js";
import {type EvidenceByKey, readEvidence} from "../claims/evidenceFile.js";
import {badgeHtml, evidenceHtml, rowsOf} from "./badge.js";
import {gravest, type Shown, shownOf, withSignHtml} from "./shown.js";
import type {Statement} from "./statementKinds.js";

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
  /** The gravest of what is said of its claims; undefined where no claim stands behind it. */
  readonly shown?: Shown;
  readonly badge: string;
  readonly evidence: string;
}

/** What the claims of a statement say of it; nothing else does. Those not yet heard of may be in doubt. */
export function judge(
  {id, local}: Statement,
  rows: EvidenceByKey,
  doubts: Doubts = noDoubts
): Judgement {
  if (local) return {badge: "", evidence: ""};
  const shown = gravest(rowsOf(id, rows).map(shownOf));
  if (shown !== undefined)
    return {shown, badge: badgeHtml(id, rows), evidence: evidenceHtml(id, rows)};
  const standing = doubtOfId(doubts, id)?.standing;
  if (standing === undefined) return {badge: "", evidence: ""};
  const badge = `<span class="badge" data-verdict="${standing}">${withSignHtml(standing)}</span>`;
  return {shown: standing, badge, evidence: ""};
}
