import type {Column, Experiment} from "../../lib/experiments/experiment.js";
import {type Items, inventory} from "../inventory.js";
import {type Claim, claimKey} from "./claim.js";
import {type LedgerRow, ledgerRow} from "./ledgerRow.js";
import {runClaim} from "./runClaim.js";

const flags: ReadonlySet<string> = new Set(["mutantRejected", "scaledRejected"]);

/**
 * The ledger as an experiment: a job per claim, a row per claim. Sample sizes do not follow the
 * scale, because a claim that rests on fewer samples is none.
 *
 * Running it throws what `runClaim` throws, with the claim's id.
 */
export function ledgerExperiment({
  name,
  seed,
  claims,
  items = inventory
}: {
  readonly name: string;
  readonly seed: number;
  readonly claims: readonly Claim[];
  /** The inventory that the claims are of; that of all documents unless given. */
  readonly items?: Items;
}): Experiment<string, LedgerRow> {
  const byKey = new Map(claims.map(claim => [claimKey(claim), claim]));
  return {
    name,
    title: "Every claim with its verdict and its evidence",
    source: "The three documents",
    seed,
    spec: {claims: [...byKey.keys()]},
    jobs: () => [...byKey.keys()],
    describe: key => `claim ${key}`,
    cost: () => 1,
    run: async key => {
      const claim = byKey.get(key);
      const item = items.get(key);
      if (!claim || !item) throw new RangeError(`there is no claim ${key}`);
      return ledgerRow(await runClaim(claim, {seed, scale: 1}), item);
    },
    table: rows => {
      const names = Object.keys(rows[0] ?? {}) as (keyof LedgerRow)[];
      return Object.fromEntries(names.map(column => [column, columnOf(rows, column)]));
    },
    vary: settings => {
      const other = Object.keys(settings).find(key => key !== "seed");
      if (other !== undefined) throw new RangeError(`setting must be seed; got ${other}`);
      return ledgerExperiment({name, seed: Number(settings["seed"]), claims, items});
    }
  };
}

function columnOf(rows: readonly LedgerRow[], column: keyof LedgerRow): Column {
  const values = rows.map(row => row[column]);
  if (flags.has(column)) return Int32Array.from(values as number[]);
  return typeof values[0] === "number"
    ? Float64Array.from(values as number[])
    : (values as string[]);
}
