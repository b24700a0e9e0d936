import {integer as integerIn} from "../../lib/check.js";
import {integer, number, table, text} from "../../lib/experiments/columns.js";
import type {Experiment} from "../../lib/experiments/experiment.js";
import {withSettings} from "../../lib/experiments/withSettings.js";
import {type Claim, claimKey} from "./claim.js";
import {type FreshEntry, freshEntry, simulatedClaims, standardScore} from "./freshScores.js";

interface Job {
  readonly section: string;
  readonly claims: readonly string[];
  readonly seed: number;
}

type Row = FreshEntry & {readonly key: string; readonly seed: number};

/**
 * Every simulated claim again with other seeds: a job for each section and seed, a row for each claim
 * and seed in the order of `claims`, with the columns claim, seed, predicted, value, standardError,
 * positive (1 where errors are compared as logarithms, else 0) and z. The scale sets the number of
 * seeds, never the size of a sample.
 *
 * @param options.seed the seed that the ledger used; the fresh ones follow it
 * @param options.seeds how many of them at scale 1, from 1
 * @param options.sections the claims by the file below `claims/` that holds them
 * @throws RangeError if `seeds` is no such integer
 */
export function freshSeedsExperiment({
  name,
  seed,
  seeds,
  claims,
  sections
}: {
  readonly name: string;
  readonly seed: number;
  readonly seeds: number;
  readonly claims: readonly Claim[];
  readonly sections?: Readonly<Record<string, readonly Claim[]>>;
}): Experiment<Job, Row[]> {
  integerIn("seeds", seeds, 1, 10_000);
  const simulated = new Map(simulatedClaims(claims).map(each => [each.key, each]));
  const bySection = Object.entries(sections ?? {claims})
    .map(([section, own]) => ({
      section,
      claims: own.map(claimKey).filter(key => simulated.has(key))
    }))
    .filter(job => job.claims.length > 0);
  return {
    name,
    title: "Every simulated claim with fresh seeds",
    source: "The three documents",
    seed,
    spec: {claims: [...simulated.keys()], seeds},
    jobs: scale => {
      const count = Math.max(1, Math.round(seeds * scale));
      const fresh = Array.from({length: count}, (_, k) => seed + 1 + k);
      return bySection.flatMap(job => fresh.map(value => ({...job, seed: value})));
    },
    describe: job => `${job.section}, seed ${job.seed}`,
    cost: job => job.claims.length,
    run: async job => {
      const rows: Row[] = [];
      for (const key of job.claims) {
        const claim = simulated.get(key);
        if (!claim) throw new RangeError(`there is no simulated claim ${key}`);
        rows.push({key, seed: job.seed, ...(await freshEntry(claim, job.seed))});
      }
      return rows;
    },
    modules: job => sections && [`claims/${job.section}.ts`, "claims/ledger/freshScores.ts"],
    table: results => {
      const found = results.flat();
      const rows = [...simulated.keys()].flatMap(key => found.filter(row => row.key === key));
      return table(rows, {
        claim: text(row => row.key),
        seed: integer(row => row.seed),
        predicted: number(row => row.predicted),
        value: number(row => row.value),
        standardError: number(row => row.standardError),
        positive: integer(row => Number(row.positive === true)),
        z: number(row => standardScore(row))
      });
    },
    vary: changes =>
      freshSeedsExperiment({...withSettings({name, seeds}, changes), seed, claims, sections})
  };
}
