import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {inventory, keysToClaim} from "../claims/inventory.js";
import {calibration} from "../claims/ledger/calibration.js";
import {type Claim, claimKey} from "../claims/ledger/claim.js";
import {claimEvidence} from "../claims/ledger/claimEvidence.js";
import {freshEntry, simulatedClaims, standardScore} from "../claims/ledger/freshScores.js";
import {type LedgerRow, ledgerRow} from "../claims/ledger/ledgerRow.js";
import {register} from "../claims/ledger/register.js";
import type {ClaimResult} from "../claims/ledger/runClaim.js";
import {type ClaimRun, faultsOf, runSection} from "../claims/ledger/runSection.js";
import {sections} from "../claims/ledger/sections.js";
import {meetings, sectionsOf} from "./claims/closures.js";
import {placed} from "./claims/locate.js";
import {strayFunctions} from "./claims/origins.js";
import {pagesOf, statedOn, unclaimed} from "./claims/pages.js";
import {printMutants, printRows} from "./claims/printRows.js";
import {reportSearch, reportTame} from "./claims/searchReport.js";
import {sectionFiles} from "./claims/sectionsFile.js";
import {readSigned, unlikeSigned} from "./claims/signed.js";
import {readCommand, wholeNumber} from "./readCommand.js";
import {root} from "./root.js";
import {loadExperiment} from "./sweeps/load.js";
import {publish} from "./sweeps/publish.js";
import {keptResults} from "./sweeps/results.js";

const usage = `npm run ledger -- [claim …] [options]
  --json            one object per claim, as JSON
  --force           run every section, whatever is stored
  --mutants         what became of each mutant, and of each prediction scaled up
  --fresh-seeds n   run the simulated claims again with n other seeds and list their z
  --search n        try each claim that says "for all" on n drawn cases, and climb towards violation
  --seed k          the seed of that search; from the clock unless given
  --tame            the claims whose cases ask too little: none drawn, commuting, flat, far from their
                    bound; exits with 1 where one does not say why`;

const {values, positionals} = readCommand(usage, {
  words: true,
  options: {
    json: {type: "boolean", default: false},
    force: {type: "boolean", default: false},
    mutants: {type: "boolean", default: false},
    "fresh-seeds": {type: "string"},
    search: {type: "string"},
    seed: {type: "string"},
    tame: {type: "boolean", default: false}
  }
});

type Timed = ClaimResult & {readonly seconds: number};

const baseSeed = 1;
/** Scores less probable than this are an error. */
const improbable = 1e-3;
const problems: string[] = [];
const loader = join(root, "data/ledger.arrow.ts");
const pages = pagesOf();
const pageOf = statedOn(pages);

/** Every claim, once `main` has read them: a malformed one is a message and no stack. */
let registry: readonly Claim[] = [];

try {
  await main();
} catch (error) {
  console.error(placed(error instanceof Error ? error.message : String(error), loader));
  process.exitCode = 1;
}

async function main(): Promise<void> {
  registry = register(Object.values(sections).flat());
  problems.push(...unlisted());
  const claims = chosen();
  problems.push(...(await originsOf(claims)));
  if (positionals.length === 0)
    problems.push(
      ...unclaimed(registry, pages),
      ...missing().map(key => `${key}: no claim checks it`)
    );
  if (values["fresh-seeds"] !== undefined) await freshSeeds(claims);
  else if (values.search !== undefined) {
    const seed = wholeNumber("seed", values.seed ?? String(Date.now() % 2 ** 31), 0);
    const cases = wholeNumber("search", values.search, 1);
    problems.push(...(await reportSearch(claims, {cases, seed, json: values.json})));
  } else if (values.tame)
    problems.push(...(await reportTame(claims, {seed: baseSeed, json: values.json})));
  else report(positionals.length ? await resultsOf(claims) : await allResults());
  for (const problem of problems) console.error(`✕ ${problem}`);
  if (problems.length) process.exitCode = 1;
}

/**
 * What is known of every claim, once the sections that are not stored have run, on all cores; the build,
 * which derives the pages' verdicts from the ledger, finds it stored. Of a section with a claim that gives
 * no verdict, its faults alone.
 */
async function allResults(): Promise<Timed[]> {
  const loaded = await loadExperiment(loader);
  try {
    await publish(loader, {loaded, scale: 1, force: values.force});
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push(...placed(message, loader).split("\n"));
  }
  return resultsIn((keptResults(loaded, 1) as ClaimRun[][]).flat());
}

async function resultsOf(claims: readonly Claim[]): Promise<Timed[]> {
  const runs = await runSection(claims, {seed: baseSeed, scale: 1});
  const faults = faultsOf(runs);
  if (faults !== undefined) problems.push(...placed(faults, loader).split("\n"));
  return resultsIn(runs);
}

/** The verdicts among runs, in the order of the documents. */
function resultsIn(runs: readonly ClaimRun[]): Timed[] {
  const byKey = new Map(runs.map(run => [run.key, run]));
  return registry.flatMap(claim => {
    const run = byKey.get(claimKey(claim));
    return run && "result" in run ? {...run.result, claim, seconds: run.seconds} : [];
  });
}

function report(results: readonly Timed[]): void {
  problems.push(...unlikeSigned(readSigned(), results));
  if (values.json) console.log(JSON.stringify(results.map(json), null, 2));
  else if (values.mutants) printMutants(results);
  else {
    printRows(results.map(result => ({...rowOf(result), seconds: result.seconds})));
    if (positionals.length === 0) printCoverage();
  }
}

function printCoverage(): void {
  const ids = new Set([...inventory.values()].map(({id}) => id));
  const unclaimedIds = new Set(missing().map(key => key.split("/")[0]));
  console.log(`${ids.size - unclaimedIds.size} of ${ids.size} ids of the inventory have a claim`);
}

function chosen(): readonly Claim[] {
  if (positionals.length === 0) return registry;
  const wanted = positionals.map(name => {
    const found = registry.filter(claim => claim.id === name || claimKey(claim) === name);
    if (found.length === 0) throw new Error([`there is no claim ${name}`, ...problems].join("\n"));
    return found;
  });
  return [...new Set(wanted.flat())];
}

/** Lists of sections that are not of the files that there are. */
function unlisted(): string[] {
  const old = Object.entries(sectionFiles()).filter(
    ([path, text]) =>
      !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text
  );
  return old.map(([path]) => `${path} is not of today: npx tsx tools/claims/writeSections.ts`);
}

/** Formulas and measurements of the claims' sections that share code, or that come from elsewhere than they must. */
async function originsOf(claims: readonly Claim[]): Promise<string[]> {
  const asked = new Set(claims);
  const own = sectionsOf().filter(({name}) => sections[name]?.some(claim => asked.has(claim)));
  const each = await Promise.all(
    own.map(async section => [
      ...(await meetings(section)),
      ...(await strayFunctions(section, sections[section.name] ?? []))
    ])
  );
  return each.flat();
}

function missing(): string[] {
  const claimed = new Set(registry.map(claimKey));
  return keysToClaim(inventory).filter(key => !claimed.has(key));
}

function rowOf(result: ClaimResult): LedgerRow {
  const item = inventory.get(result.key);
  if (!item) throw new RangeError(`${result.key} is not in the inventory`);
  return ledgerRow(claimEvidence(result, item));
}

function json(result: Timed): object {
  const {key, document, label, verdict, method, ...row} = rowOf(result);
  const {predicted, measured, standardError, tolerance, z} = row;
  return {
    id: key,
    document,
    label,
    page: pageOf.get(row.id) ?? null,
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

async function freshSeeds(claims: readonly Claim[]): Promise<void> {
  const count = wholeNumber("fresh-seeds", values["fresh-seeds"] ?? "", 1);
  const rows: {id: string; seed: number; z: number}[] = [];
  for (const simulated of simulatedClaims(claims))
    for (let seed = baseSeed + 1; seed <= baseSeed + count; seed++)
      rows.push({id: simulated.key, seed, z: standardScore(await freshEntry(simulated, seed))});
  if (values.json) console.log(JSON.stringify(rows, null, 2));
  else for (const {id, seed, z} of rows) console.log(`${id.padEnd(28)} ${seed} ${z.toFixed(2)}`);
  if (rows.length < 10) return;
  const {kolmogorovSmirnov, chiSquare, byClaim} = calibration(
    rows.map(({id, z}) => ({claim: id, z}))
  );
  if (!values.json)
    console.log(
      `\n${rows.length} scores of ${byClaim.length} simulations against N(0, 1): ` +
        `Kolmogorov–Smirnov p = ${kolmogorovSmirnov.pValue.toPrecision(2)}, ` +
        `χ²(${chiSquare.degrees}) p = ${chiSquare.pValue.toPrecision(2)}`
    );
  for (const [name, {pValue}] of Object.entries({kolmogorovSmirnov, chiSquare}))
    if (pValue < improbable)
      problems.push(`the scores are not standard normal: ${name} p = ${pValue.toPrecision(2)}`);
  for (const {claim, adjusted, extreme} of byClaim)
    if (adjusted < improbable)
      problems.push(
        `${claim}: its scores are not standard normal, p = ${adjusted.toPrecision(2)} after Bonferroni, the furthest z = ${extreme.toFixed(2)}`
      );
}
