import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {ClaimEvidence} from "../../claims/ledger/claimEvidence.js";
import {root} from "../root.js";
import {fromExactJson, toExactJson} from "../sweeps/exactJson.js";
import {writeWhole} from "../sweeps/writeWhole.js";
import {type Doubt, type Doubts, doubtOf} from "./doubts.js";

/** What a page shows of a claim: its evidence, the page that states it and the lines that compute it again. */
export interface Evidence extends ClaimEvidence {
  readonly page: string | null;
  readonly snippet: string | null;
  /** Why a preview cannot stand by the verdict. */
  readonly doubt?: Doubt;
}

/** Evidence by the key of its claim, in the order of the ledger. */
export type EvidenceByKey = Readonly<Record<string, Evidence>>;

/** Where the ledger leaves the evidence for the pages of a site. */
export const evidencePath = (site = root): string => join(site, ".cache/claims.json");

/** The evidence that stands in a file. */
export function readEvidence(path: string): EvidenceByKey {
  return fromExactJson(readFileSync(path, "utf8"));
}

/** Writes evidence to a file; returns whether it is another than it was, and only then writes it. */
export function writeEvidence(path: string, evidence: EvidenceByKey): boolean {
  const text = `${toExactJson(evidence, 1)}\n`;
  if (existsSync(path) && readFileSync(path, "utf8") === text) return false;
  writeWhole(path, text);
  return true;
}

/** Evidence with the doubt about each claim. */
export function withDoubts(rows: EvidenceByKey, doubts: Doubts): EvidenceByKey {
  if (doubts.others === null && Object.keys(doubts.claims).length === 0) return rows;
  return Object.fromEntries(
    Object.entries(rows).map(([key, row]) => [key, {...row, doubt: doubtOf(doubts, key)}])
  );
}
