import {type Claim, claimKey, isCheckable, ofCases} from "../../claims/ledger/claim.js";
import {type Effort, search, thorough, usual} from "../../claims/ledger/search/search.js";
import {tameness} from "../../claims/ledger/search/tame.js";

/** A claim that was searched, or is to be explained. */
export interface Searched {
  readonly id: string;
  readonly seed: number;
  readonly cases: number;
  readonly ranges: string;
  /** The smallest drawn case that refutes the claim. */
  readonly refuted: {name: string; predicted: number; measured: number} | null;
  /** NaN where nothing is bounded. */
  readonly leastSlack: number;
  readonly leastSlackAt: string;
  readonly mutantRefused: boolean;
  /** In what way its cases ask too little, and the reason that the claim gives. */
  readonly tame: readonly string[];
  readonly reason: string | null;
}

/** Searches a claim that has a family; of the others only their fixed cases tell how tame they are. */
async function searchClaim(claim: Claim, effort: Effort, seed: number): Promise<Searched | null> {
  if (!isCheckable(claim)) return null;
  const perCase = ofCases(claim);
  const result = perCase && (await search(perCase, effort, {seed, scale: 1}));
  const found = result?.refuted;
  const tame = perCase ? tameness(perCase, result) : [];
  return {
    id: claimKey(claim),
    seed,
    cases: result?.cases ?? 0,
    ranges: result?.ranges ?? "",
    refuted: found
      ? {name: found.name, predicted: found.outcome.predicted, measured: found.outcome.measured}
      : null,
    leastSlack: result?.leastSlack ?? Number.NaN,
    leastSlackAt: result?.leastSlackAt ?? "",
    mutantRefused: result?.mutantRefused ?? false,
    tame: result ? tame : ["no case is drawn", ...tame],
    reason: claim.fixed ?? claim.tame ?? null
  };
}

/**
 * `--search n`: n drawn cases per claim and climbs for bounds, from a seed that is printed.
 *
 * @returns what is wrong: one line per claim that a drawn case refutes
 */
export async function reportSearch(
  claims: readonly Claim[],
  {cases, seed, json}: {cases: number; seed: number; json: boolean}
): Promise<string[]> {
  const rows: Searched[] = [];
  if (!json) console.log(`seed ${seed}`);
  for (const claim of claims) {
    const row = await searchClaim(claim, thorough(cases), seed);
    if (!row || row.cases === 0) continue;
    rows.push(row);
    if (!json) console.log(line(row));
  }
  if (json) console.log(JSON.stringify(rows, null, 2));
  else
    console.log(
      `\n${rows.length} ${rows.length === 1 ? "claim" : "claims"} searched, ${rows.filter(refuted).length} refuted`
    );
  return rows
    .filter(refuted)
    .map(({id, refuted: found}) => `${id}: refuted by ${found!.name} (seed ${seed})`);
}

const refuted = (row: Searched) => row.refuted !== null;

function line({id, cases, refuted: found, leastSlack, leastSlackAt, ranges}: Searched): string {
  const slack = Number.isNaN(leastSlack)
    ? ""
    : `, least slack ${leastSlack.toPrecision(4)} at ${leastSlackAt}`;
  const verdict = found
    ? `REFUTED by ${found.name}: predicted ${found.predicted}, measured ${found.measured}`
    : `not refuted by ${cases} cases`;
  return `${id.padEnd(24)} ${verdict}${slack}; ${ranges}`;
}

/**
 * `--tame`: the claims whose cases ask too little, or of which none is drawn, with the reason that each
 * gives.
 *
 * @returns what is wrong: one line per claim that gives none
 */
export async function reportTame(
  claims: readonly Claim[],
  {seed, json}: {seed: number; json: boolean}
): Promise<string[]> {
  const rows: Searched[] = [];
  for (const claim of claims) {
    const row = await searchClaim(claim, usual, seed);
    if (row && row.tame.length > 0) rows.push(row);
  }
  if (json) console.log(JSON.stringify(rows, null, 2));
  else
    for (const {id, tame, reason} of rows)
      console.log(`${id.padEnd(24)} ${tame.join("; ")}${reason ? ` — ${reason}` : ""}`);
  const unexplained = rows.filter(({reason}) => reason === null);
  if (!json)
    console.log(
      `\n${rows.length} tame ${rows.length === 1 ? "claim" : "claims"}, ${unexplained.length} without a reason`
    );
  return unexplained.map(
    ({id, tame}) => `${id}: tame, and it does not say why: ${tame.join("; ")}`
  );
}
