import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {documents} from "../../claims/documents.js";
import {inventory} from "../../claims/inventory.js";
import {type Claim, claimKey, isCheckable} from "../../claims/ledger/claim.js";
import type {Verdict} from "../../claims/ledger/verdict.js";
import {weightWords} from "../../claims/ledger/weight.js";
import {root} from "../root.js";

/** A line of `claims/<document>/signed.tsv`: a verdict that someone has signed with the text open. */
export interface Signed {
  readonly claim: string;
  readonly verdict: string;
  /** Of a correction; `-` for any other verdict. */
  readonly weight: string;
  /** What was compared with what. */
  readonly compared: string;
  /** The rules that decided, numbers from 1 to 12 between commas. */
  readonly rule: string;
  /** `2026-03-02`. */
  readonly date: string;
  /** File and line. */
  readonly at: string;
}

export const signedColumns = ["claim", "verdict", "weight", "compared", "rule", "date"] as const;

export const verdicts: readonly Verdict[] = [
  "holds",
  "holds, corrected",
  "conditional",
  "fails",
  "not checkable"
];

/** How many rules there are to decide by. */
const rules = 12;

/**
 * The lines of a table of values between tabs, its head left out, as objects.
 *
 * @throws Error with file and line if the head is not `columns`, or a line has more or fewer values
 */
export function readTable<Name extends string>(
  text: string,
  columns: readonly Name[],
  file: string
): (Record<Name, string> & {readonly at: string})[] {
  const [head, ...lines] = text.replace(/\n$/, "").split("\n");
  if (head !== columns.join("\t"))
    throw new Error(`${file}:1 its head must be ${columns.join(", ")}; got ${head}`);
  return lines.map((line, i) => {
    const values = line.split("\t");
    const at = `${file}:${i + 2}`;
    if (values.length !== columns.length)
      throw new Error(
        `${at} must have ${columns.length} values between tabs; got ${values.length}`
      );
    const named = Object.fromEntries(columns.map((name, k) => [name, values[k]]));
    return {...(named as Record<Name, string>), at};
  });
}

/** What is signed, document by document. */
export function readSigned(project = root): Signed[] {
  return readAll("signed.tsv", signedColumns, project);
}

/** The verdicts of the first round, by claim. */
export function readFirstRound(project = root): Map<string, string> {
  const rows = readAll("firstRound.tsv", ["claim", "verdict"], project);
  return new Map(rows.map(({claim, verdict}) => [claim, verdict]));
}

function readAll<Name extends string>(name: string, columns: readonly Name[], project: string) {
  return documents.flatMap(({id}) => {
    const file = `claims/${id}/${name}`;
    const path = join(project, file);
    return existsSync(path) ? readTable(readFileSync(path, "utf8"), columns, file) : [];
  });
}

/** The weight that a claim gives its correction; `-` without one. */
export const weightOf = (claim: Claim): string =>
  (isCheckable(claim) && claim.printed?.weight) || "-";

/**
 * What is wrong with the table of signatures, a line each, as far as it can be told without running a
 * claim: claims without a line, with two or out of order, and values that say nothing or something else
 * than the claim.
 *
 * @param claims in the order of the inventory
 */
export function signatureFaults(signed: readonly Signed[], claims: readonly Claim[]): string[] {
  const byKey = new Map(claims.map(claim => [claimKey(claim), claim]));
  const order = [...byKey.keys()];
  const lines = new Map<string, Signed>();
  const faults: string[] = [];
  let last = -1;
  for (const line of signed) {
    const fault = (what: string) => faults.push(`${line.at} ${line.claim}: ${what}`);
    const claim = byKey.get(line.claim);
    const twin = lines.get(line.claim);
    const place = order.indexOf(line.claim);
    if (!claim) fault("there is no such claim");
    else if (twin) fault(`it is signed twice, also in ${twin.at}`);
    else if (place < last) fault("it is out of the order of the inventory");
    else last = place;
    lines.set(line.claim, line);
    for (const what of claim ? contradictions(line, claim) : []) fault(what);
    for (const what of malformed(line)) fault(what);
  }
  order.forEach((key, i) => {
    const table = `claims/${inventory.get(key)?.document.id}/signed.tsv`;
    const after = i > 0 ? `, after ${order[i - 1]}` : "";
    if (!lines.has(key)) faults.push(`${key}: it has no line in ${table}${after}`);
  });
  return faults;
}

/** What a line says of a claim that its evidence rules out. */
function contradictions({verdict, weight}: Signed, claim: Claim): string[] {
  const possible = possibleVerdicts(claim);
  const own = weightOf(claim);
  return [
    ...(possible.includes(verdict)
      ? []
      : [`signed as "${verdict}", and its evidence allows ${possible.join(" or ")}`]),
    ...(weight === own ? [] : [`signed with the weight ${weight}, and the claim says ${own}`])
  ];
}

function possibleVerdicts(claim: Claim): readonly string[] {
  if (!isCheckable(claim)) return ["not checkable"];
  if (claim.printed) return ["holds, corrected"];
  return claim.condition ? ["conditional"] : ["holds", "fails"];
}

function malformed({verdict, weight, compared, rule, date}: Signed): string[] {
  const numbers = rule.split(",").map(Number);
  const complaints: [boolean, string][] = [
    [!(verdicts as readonly string[]).includes(verdict), `no verdict is called "${verdict}"`],
    [weight !== "-" && !(weight in weightWords), `no weight is called ${weight}`],
    [["", "-"].includes(compared.trim()), "it does not say what was compared"],
    [
      !numbers.every(n => Number.isInteger(n) && n >= 1 && n <= rules),
      `rule must be of 1 to ${rules}, several between commas; got ${rule}`
    ],
    [!isDate(date), `date must be one like 2026-03-02; got ${date}`]
  ];
  return complaints.flatMap(([wrong, what]) => (wrong ? [what] : []));
}

/** Whether it is a day of the calendar, as year, month and day. */
export function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** Verdicts and weights that the ledger found otherwise than they are signed, or that are not signed once. */
export function unlikeSigned(
  signed: readonly Signed[],
  found: readonly {readonly key: string; readonly verdict: string; readonly claim: Claim}[]
): string[] {
  return found.flatMap(({key, verdict, claim}) => {
    const lines = signed.filter(line => line.claim === key);
    if (lines.length !== 1) return [`${key}: signed ${lines.length} times, and it must be once`];
    const [line] = lines;
    const [says, is] = [`${line.verdict}, ${line.weight}`, `${verdict}, ${weightOf(claim)}`];
    return says === is ? [] : [`${line.at} ${key}: signed as "${says}", found "${is}"`];
  });
}
