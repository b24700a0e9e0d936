import type {Item} from "../inventory.js";
import type {StatementKind} from "../statementKind.js";
import {isCheckable} from "./claim.js";
import type {ClaimResult} from "./runClaim.js";
import type {Verdict} from "./verdict.js";

/** A claim's line in the ledger: plain data. Texts that do not apply are empty, numbers NaN. */
export interface LedgerRow {
  /** The id of the inventory, with the part after a slash where its statements are checked apart. */
  readonly key: string;
  readonly id: string;
  readonly document: string;
  readonly label: string;
  readonly section: string;
  readonly verdict: Verdict;
  /** TeX between dollars, as are the printed form. */
  readonly statement: string;
  readonly printed: string;
  readonly assumptions: string;
  /** What a reader should know besides; of an uncheckable claim, the reason. */
  readonly note: string;
  /** What the id names: a theorem, a figure, … */
  readonly kind: StatementKind;
  /** How measured and predicted were compared: equal, close, sampled, atLeast, atMost. */
  readonly criterion: string;
  readonly method: string;
  readonly how: string;
  /** The case and entry that are furthest off, and the numbers there. */
  readonly where: string;
  readonly predicted: number;
  readonly measured: number;
  readonly standardError: number;
  readonly tolerance: number;
  readonly deviation: number;
  readonly z: number;
  readonly resolution: number;
  /** Against the second route. */
  readonly secondDeviation: number;
  readonly secondZ: number;
  /** What the printed form, or the counterexample, says and what was measured there. */
  readonly refutedPredicted: number;
  readonly refutedMeasured: number;
  readonly refutedDeviation: number;
  readonly mutant: string;
  /** 1 or 0; −1 where there is no mutant. */
  readonly mutantRejected: number;
  readonly scaledBy: number;
  /** 1 or 0; −1 where bounds, not numbers, are compared. */
  readonly scaledRejected: number;
  /** Cases that were drawn, none of which refuted the claim; from where. */
  readonly drawnCases: number;
  readonly drawnFrom: string;
  /** For bounds, the larger side over the smaller one where drawn cases brought them nearest. */
  readonly leastSlack: number;
  readonly leastSlackAt: string;
}

/** The line of a claim, which is that item of the inventory. */
export function ledgerRow(result: ClaimResult, {document, label, section, kind}: Item): LedgerRow {
  const {claim, second, refuted, mutant, scaled} = result;
  const checked = isCheckable(claim) ? claim : null;
  const reason = isCheckable(claim) ? [claim.condition?.text, claim.note] : [claim.reason];
  const flag = (rejected: boolean | undefined) => (rejected === undefined ? -1 : Number(rejected));
  return {
    key: result.key,
    id: claim.id,
    document: document.id,
    label,
    section,
    verdict: result.verdict,
    statement: claim.statement,
    printed: checked?.printed?.formula ?? "",
    assumptions: claim.assumptions.join("; "),
    note: reason
      .filter(text => text !== undefined)
      .map(sentence)
      .join(" "),
    kind,
    criterion: checked?.criterion.kind ?? "",
    method: result.methods.join(", "),
    how: checked?.routes.map(({how}) => how).join("; ") ?? "",
    where: result.where,
    predicted: result.predicted,
    measured: result.measured,
    standardError: result.standardError,
    tolerance: result.tolerance,
    deviation: result.deviation,
    z: result.z,
    resolution: result.resolution,
    secondDeviation: second?.deviation ?? Number.NaN,
    secondZ: second?.z ?? Number.NaN,
    refutedPredicted: refuted?.predicted ?? Number.NaN,
    refutedMeasured: refuted?.measured ?? Number.NaN,
    refutedDeviation: refuted?.deviation ?? Number.NaN,
    mutant: mutant?.description ?? "",
    mutantRejected: flag(mutant?.rejected),
    scaledBy: scaled?.factor ?? Number.NaN,
    scaledRejected: flag(scaled?.rejected),
    drawnCases: result.search?.cases ?? 0,
    drawnFrom: result.search?.ranges ?? "",
    leastSlack: result.search?.leastSlack ?? Number.NaN,
    leastSlackAt: result.search?.leastSlackAt ?? ""
  };
}

/** The text with a full stop, unless it ends like a sentence. */
const sentence = (text: string): string => (/[.!?][”)]?$/.test(text) ? text : `${text}.`);
