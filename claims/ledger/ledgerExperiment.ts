import {integer, number, table, text} from "../../lib/experiments/columns.js";
import type {Experiment} from "../../lib/experiments/experiment.js";
import {withSettings} from "../../lib/experiments/withSettings.js";
import {type Items, inventory} from "../inventory.js";
import {type Claim, claimKey} from "./claim.js";
import {type ClaimEvidence, claimEvidence} from "./claimEvidence.js";
import {type LedgerRow, ledgerRow} from "./ledgerRow.js";
import {type Modules, type Origin, originOf} from "./origin.js";
import {type ClaimRun, faultsOf, runSection} from "./runSection.js";

const flags: ReadonlySet<string> = new Set(["mutantRejected", "scaledRejected"]);

/** Evidence as the ledger hands it on, with the place where the claim's functions are found. */
export type LedgerDetails = readonly (ClaimEvidence & {readonly origin: Origin | null})[];

/**
 * The ledger as an experiment: a job per section, which rests on the section's own modules, and a row
 * per claim, in the order of `claims`. Sample sizes do not follow the scale, because a claim that rests
 * on fewer samples is none. Its details are all that is known of each claim, of which a row is a part;
 * there may be details of some claims alone.
 *
 * A claim that gives no verdict is a fault of its section's result, in the words of `runClaim`.
 */
export function ledgerExperiment({
  name,
  seed,
  claims,
  items = inventory,
  sections,
  sides = {}
}: {
  readonly name: string;
  readonly seed: number;
  readonly claims: readonly Claim[];
  /** The inventory that the claims are of; that of all documents unless given. */
  readonly items?: Items;
  /** The claims by the file below `claims/` that holds them; without it, all rest on the whole loader. */
  readonly sections?: Readonly<Record<string, readonly Claim[]>>;
  /** Where the functions of each section come from, for the lines that call them. */
  readonly sides?: Modules;
}): Experiment<string, ClaimRun[]> {
  const bySection = new Map(Object.entries(sections ?? {claims}));
  const evidenceOf = (runs: readonly ClaimRun[][]): ClaimEvidence[] => {
    const results = new Map(
      runs.flat().flatMap(run => ("result" in run ? [[run.key, run.result]] : []))
    );
    return claims.flatMap(claim => {
      const key = claimKey(claim);
      const [result, item] = [results.get(key), items.get(key)];
      if (!item) throw new RangeError(`there is no claim ${key}`);
      return result ? claimEvidence({...result, claim}, item) : [];
    });
  };
  return {
    name,
    title: "Every claim with its verdict and its evidence",
    source: "The three documents",
    seed,
    spec: {claims: claims.map(claimKey)},
    jobs: () => [...bySection.keys()],
    describe: section => section,
    cost: section => bySection.get(section)?.length ?? 0,
    run: async section => {
      const own = bySection.get(section);
      if (!own) throw new RangeError(`there is no section ${section}`);
      return runSection(own, {seed, scale: 1});
    },
    modules: section => sections && [`claims/${section}.ts`, "claims/ledger/runSection.ts"],
    fault: faultsOf,
    details: (runs): LedgerDetails => {
      const origins = new Map(
        Object.entries(sections ?? {}).flatMap(([section, own]) =>
          own.map(claim => [claimKey(claim), originOf(claim, section, sides)])
        )
      );
      return evidenceOf(runs).map(each => ({...each, origin: origins.get(each.key) ?? null}));
    },
    table: runs => {
      const rows = evidenceOf(runs).map(ledgerRow);
      if (rows.length !== claims.length)
        throw new RangeError(`${claims.length - rows.length} claims have no verdict`);
      const names = Object.keys(rows[0] ?? {}) as (keyof LedgerRow)[];
      return table(rows, Object.fromEntries(names.map(name => [name, columnOf(name, rows[0])])));
    },
    vary: changes =>
      ledgerExperiment({...withSettings({name, seed}, changes), claims, items, sections, sides})
  };
}

function columnOf(name: keyof LedgerRow, first: LedgerRow) {
  if (flags.has(name)) return integer((row: LedgerRow) => Number(row[name]));
  return typeof first[name] === "number"
    ? number((row: LedgerRow) => Number(row[name]))
    : text((row: LedgerRow) => row[name] as string);
}
