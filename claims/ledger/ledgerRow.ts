import type {StatementKind} from "../statementKind.js";
import {type ClaimEvidence, leastSlackOf, refutedOutcome} from "./claimEvidence.js";
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
  /** What a correction changes: conclusion, formula, slip; and the claim at which it is charged. */
  readonly weight: string;
  readonly consequenceOf: string;
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
  /** For bounds, the larger side over the smaller one where fixed or drawn cases brought them nearest. */
  readonly leastSlack: number;
  readonly leastSlackAt: string;
  /** Why no cases are drawn, or why they are tamer than they could be. */
  readonly fixed: string;
  readonly tame: string;
}

/** The line of a claim, of which it keeps the first outcome of each kind. */
export function ledgerRow(evidence: ClaimEvidence): LedgerRow {
  const {routes, printed, condition, note, reason, mutant, scaled, search} = evidence;
  const [first, second] = routes.map(({outcomes}) => outcomes[0]);
  const refuted = refutedOutcome(evidence);
  const leastSlack = leastSlackOf(evidence);
  const flag = (rejected: boolean | undefined) => (rejected === undefined ? -1 : Number(rejected));
  return {
    key: evidence.key,
    id: evidence.id,
    document: evidence.document,
    label: evidence.label,
    section: evidence.section,
    verdict: evidence.verdict,
    weight: printed?.weight ?? "",
    consequenceOf: printed?.consequenceOf ?? "",
    statement: evidence.statement,
    printed: printed?.formula ?? "",
    assumptions: evidence.assumptions.join("; "),
    note: [condition?.text, reason, reason === null ? note : null].filter(Boolean).join(" "),
    kind: evidence.kind,
    criterion: evidence.criterion ?? "",
    method: routes.map(({method}) => method).join(", "),
    how: routes.map(({how}) => how).join("; "),
    where: first?.where ?? "",
    predicted: first?.predicted ?? Number.NaN,
    measured: first?.measured ?? Number.NaN,
    standardError: first?.standardError ?? Number.NaN,
    tolerance: first?.tolerance ?? Number.NaN,
    deviation: first?.deviation ?? Number.NaN,
    z: first?.z ?? Number.NaN,
    resolution: first?.resolution ?? Number.NaN,
    secondDeviation: second?.deviation ?? Number.NaN,
    secondZ: second?.z ?? Number.NaN,
    refutedPredicted: refuted?.predicted ?? Number.NaN,
    refutedMeasured: refuted?.measured ?? Number.NaN,
    refutedDeviation: refuted?.deviation ?? Number.NaN,
    mutant: mutant?.description ?? "",
    mutantRejected: flag(mutant?.rejected),
    scaledBy: scaled?.factor ?? Number.NaN,
    scaledRejected: flag(scaled?.rejected),
    drawnCases: search?.cases ?? 0,
    drawnFrom: search?.ranges ?? "",
    leastSlack: leastSlack?.slack ?? Number.NaN,
    leastSlackAt: leastSlack?.at ?? "",
    fixed: evidence.fixed ?? "",
    tame: evidence.tame ?? ""
  };
}
