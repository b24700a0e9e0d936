import {integer} from "../../lib/check.js";
import type {Experiment} from "../../lib/experiments/experiment.js";
import type {Claim} from "./claim.js";
import {type FreshEntry, freshEntry, simulatedClaims, standardScore} from "./freshScores.js";

interface Job {
  readonly key: string;
  readonly seed: number;
}

type Row = Job & FreshEntry;

/**
 * Every simulated claim again with other seeds: a job and a row for each claim and seed, with the
 * columns claim, seed, predicted, value, standardError, positive (1 where errors are compared as
 * logarithms, else 0) and z. The scale sets the number of seeds, never the size of a sample.
 *
 * @param options.seed the seed that the ledger used; the fresh ones follow it
 * @param options.seeds how many of them at scale 1, from 1
 * @throws RangeError if `seeds` is no such integer
 */
export function freshSeedsExperiment({
  name,
  seed,
  seeds,
  claims
}: {
  readonly name: string;
  readonly seed: number;
  readonly seeds: number;
  readonly claims: readonly Claim[];
}): Experiment<Job, Row> {
  integer("seeds", seeds, 1, 10_000);
  const byKey = new Map(simulatedClaims(claims).map(each => [each.key, each]));
  return {
    name,
    title: "Every simulated claim with fresh seeds",
    source: "The three documents",
    seed,
    spec: {claims: [...byKey.keys()], seeds},
    jobs: scale => {
      const count = Math.max(1, Math.round(seeds * scale));
      const fresh = Array.from({length: count}, (_, k) => seed + 1 + k);
      return [...byKey.keys()].flatMap(key => fresh.map(value => ({key, seed: value})));
    },
    describe: job => `claim ${job.key}, seed ${job.seed}`,
    cost: () => 1,
    run: async job => {
      const claim = byKey.get(job.key);
      if (!claim) throw new RangeError(`there is no simulated claim ${job.key}`);
      return {...job, ...(await freshEntry(claim, job.seed))};
    },
    table: rows => ({
      claim: rows.map(({key}) => key),
      seed: Int32Array.from(rows, row => row.seed),
      predicted: Float64Array.from(rows, row => row.predicted),
      value: Float64Array.from(rows, row => row.value),
      standardError: Float64Array.from(rows, row => row.standardError),
      positive: Int32Array.from(rows, row => Number(row.positive === true)),
      z: Float64Array.from(rows, standardScore)
    }),
    vary: settings => {
      const other = Object.keys(settings).find(key => key !== "seeds");
      if (other !== undefined) throw new RangeError(`setting must be seeds; got ${other}`);
      return freshSeedsExperiment({name, seed, seeds: Number(settings["seeds"]), claims});
    }
  };
}
