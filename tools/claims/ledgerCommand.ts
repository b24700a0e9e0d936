import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {inventory, keysToClaim} from "../../claims/inventory.js";
import {type Claim, claimKey} from "../../claims/ledger/claim.js";
import {register} from "../../claims/ledger/register.js";
import {type ClaimRun, faultsOf, runSection} from "../../claims/ledger/runSection.js";
import {sections} from "../../claims/ledger/sections.js";
import {nearIt} from "../alike.js";
import {wholeNumber} from "../readCommand.js";
import {root} from "../root.js";
import {loadExperiment} from "../sweeps/load.js";
import {keptResults} from "../sweeps/results.js";
import {importsOf, meetings, sectionsOf} from "./closures.js";
import {publishEvidence} from "./evidence.js";
import {freshSeeds} from "./freshSeeds.js";
import {ledgerJson, rowOf, type Timed} from "./ledgerJson.js";
import {placed} from "./locate.js";
import {strayFunctions} from "./origins.js";
import {pagesOf, statedOn, unclaimed} from "./pages.js";
import {printMutants, printRows} from "./printRows.js";
import {reportSearch, reportTame} from "./searchReport.js";
import {sectionFiles} from "./sectionsFile.js";
import {readSigned, unlikeSigned} from "./signed.js";

const baseSeed = 1;
const problems: string[] = [];
const loader = join(root, "data/ledger.arrow.ts");
const pages = pagesOf();
const pageOf = statedOn(pages);

/** Every claim, once `ledger` has read them: a malformed one is a message and no stack. */
let registry: readonly Claim[] = [];

/** What `npm run ledger` is asked for. */
export interface LedgerOptions {
  readonly json: boolean;
  readonly force: boolean;
  readonly mutants: boolean;
  readonly "fresh-seeds"?: string;
  readonly search?: string;
  readonly seed?: string;
  readonly tame: boolean;
}

/**
 * Runs `npm run ledger` for the claims with these names, or for all; prints what it finds and sets the status of
 * the process where something is refused.
 */
export async function ledger(options: LedgerOptions, names: readonly string[]): Promise<void> {
  try {
    await run(options, names);
  } catch (error) {
    throw new Error(placed(error instanceof Error ? error.message : String(error), loader));
  }
}

async function run(options: LedgerOptions, names: readonly string[]): Promise<void> {
  const {json} = options;
  registry = register(Object.values(sections).flat());
  problems.push(...unlisted());
  const claims = chosen(names);
  problems.push(...(await originsOf(claims)));
  if (names.length === 0)
    problems.push(
      ...unclaimed(registry, pages),
      ...missing().map(key => `${key}: no claim checks it`)
    );
  if (options["fresh-seeds"] !== undefined) {
    const count = wholeNumber("fresh-seeds", options["fresh-seeds"], 1);
    problems.push(...(await freshSeeds(claims, {count, baseSeed, json})));
  } else if (options.search !== undefined) {
    const seed = wholeNumber("seed", options.seed ?? String(Date.now() % 2 ** 31), 0);
    const cases = wholeNumber("search", options.search, 1);
    problems.push(...(await reportSearch(claims, {cases, seed, json})));
  } else if (options.tame) problems.push(...(await reportTame(claims, {seed: baseSeed, json})));
  else {
    const results = names.length ? await resultsOf(claims) : await allResults(options.force);
    problems.push(...unlikeSigned(readSigned(), results), ...leftOut(claims, results));
    report(results, options, names.length === 0);
  }
  for (const problem of problems) console.error(`✕ ${problem}`);
  if (problems.length) process.exitCode = 1;
}

/**
 * What is known of every claim, once the sections that are not stored have run, on all cores; the build,
 * which derives the pages' verdicts from the ledger, finds it stored. Of a section with a claim that gives
 * no verdict, its faults alone.
 */
async function allResults(force: boolean): Promise<Timed[]> {
  const loaded = await loadExperiment(loader);
  try {
    await publishEvidence(root, {loaded, scale: 1, force});
  } catch (error) {
    problems.push(...(error instanceof Error ? error.message : String(error)).split("\n"));
  }
  return resultsIn((keptResults(loaded, 1) as ClaimRun[][]).flat());
}

/** How many claims a list of results lacks. */
function leftOut(claims: readonly Claim[], results: readonly Timed[]): string[] {
  const count = claims.length - results.length;
  if (count === 0) return [];
  return [
    `${count} of ${claims.length} claims are not in this list: they, or others of their sections, give no verdict`
  ];
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

function report(results: readonly Timed[], options: LedgerOptions, whole: boolean): void {
  if (options.json) {
    const each = results.map(result => ledgerJson(result, pageOf.get(result.claim.id)));
    console.log(JSON.stringify(each, null, 2));
  } else if (options.mutants) printMutants(results);
  else {
    printRows(results.map(result => ({...rowOf(result), seconds: result.seconds})));
    if (whole) printCoverage();
  }
}

function printCoverage(): void {
  const unclaimedIds = new Set(missing().map(key => key.split("/")[0]));
  for (const own of [false, true]) {
    const items = [...inventory.values()].filter(({document}) => (document.own ?? false) === own);
    const ids = new Set(items.map(({id}) => id));
    const claimed = [...ids].filter(id => !unclaimedIds.has(id)).length;
    const whose = own ? "of this site's own" : "of the inventory";
    if (ids.size) console.log(`${claimed} of ${ids.size} ids ${whose} have a claim`);
  }
}

function chosen(names: readonly string[]): readonly Claim[] {
  if (names.length === 0) return registry;
  const wanted = names.map(name => {
    const found = registry.filter(claim => claim.id === name || claimKey(claim) === name);
    if (found.length === 0) {
      const near = nearIt(name, registry.map(claimKey));
      throw new Error([`there is no claim ${name || '""'}${near}`, ...problems].join("\n"));
    }
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
  const imports = await importsOf(own);
  const each = await Promise.all(
    own.map(async section => [
      ...meetings(section, imports),
      ...(await strayFunctions(section, sections[section.name] ?? []))
    ])
  );
  return each.flat();
}

function missing(): string[] {
  const claimed = new Set(registry.map(claimKey));
  return keysToClaim(inventory).filter(key => !claimed.has(key));
}
