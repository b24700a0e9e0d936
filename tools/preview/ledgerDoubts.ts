import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import type {LedgerDetails} from "../../claims/ledger/ledgerExperiment.js";
import type {ClaimRun} from "../../claims/ledger/runSection.js";
import {type Doubt, doubtsPath, noDoubts, writeDoubts} from "../claims/doubts.js";
import {evidenceOf} from "../claims/evidence.js";
import {evidencePath, readEvidence, writeEvidence} from "../claims/evidenceFile.js";
import {root} from "../root.js";
import {restsOn} from "../sweeps/closureHash.js";
import type {LoadedExperiment} from "../sweeps/load.js";
import {keptByJob} from "../sweeps/results.js";

const checking: Doubt = {
  standing: "being checked",
  why: "The code that it rests on has changed, and the ledger has not looked at it since."
};

/** A section of the ledger with a verdict on each of its claims. */
interface Settled {
  readonly keys: readonly string[];
  /** The files on which it rests, as absolute paths. */
  readonly files: ReadonlySet<string>;
}

/**
 * What the pages of a preview cannot stand by, kept in the file from which they take it. Everything is in doubt
 * until the ledger has gone through once; then what an edit touches, until its sections have run.
 */
export class LedgerDoubts {
  private claims: Record<string, Doubt> = {};
  private others: Doubt | null = null;
  private sections: readonly Settled[] | undefined;

  /** @param onChange called where pages must say something else */
  constructor(
    private readonly site: string,
    private readonly onChange: () => void
  ) {
    this.others = existsSync(join(site, "data/ledger.arrow.ts")) ? checking : null;
    writeDoubts(doubtsPath(site), {...noDoubts, others: this.others});
  }

  /** Files have changed that the ledger imports. */
  changed(paths: ReadonlySet<string>): void {
    const touched = (file: string) =>
      paths.has(file) || [...paths].some(path => file.startsWith(`${path}/`));
    const keys = (this.sections ?? [])
      .filter(({files}) => [...files].some(touched))
      .flatMap(({keys}) => keys);
    this.write({
      claims: allOf([...Object.keys(this.claims), ...keys], checking),
      others: this.sections === undefined || this.others !== null ? checking : null
    });
  }

  /** The ledger is bundled: what it has no result of, under today's code, is in doubt. */
  loaded(loaded: LoadedExperiment, scale: number): void {
    if (this.others !== null) return;
    const {unsettled} = this.settle(loaded, scale);
    this.write({claims: allOf(unsettled, checking), others: null});
  }

  /** The ledger has gone through. */
  confirmed(loaded: LoadedExperiment, scale: number): void {
    this.settle(loaded, scale);
    this.write(noDoubts);
  }

  /**
   * The ledger has ended with a message: where it was bundled, the sections that it has results of are settled;
   * else what was being checked is not confirmed.
   */
  refused(message: string, bundled?: {readonly loaded: LoadedExperiment; readonly scale: number}) {
    const doubt = (key: string): Doubt => {
      const own = message.split("\n").filter(line => line.includes(`claim ${key}: `));
      return {standing: "not confirmed", why: own.join("\n") || message};
    };
    const all = (keys: readonly string[]) =>
      Object.fromEntries(keys.map(key => [key, doubt(key)] as const));
    if (bundled === undefined)
      return this.write({
        claims: all(Object.keys(this.claims)),
        others: this.others && {standing: "not confirmed", why: message}
      });
    const {unsettled, results} = this.settle(bundled.loaded, bundled.scale);
    const details = bundled.loaded.experiment.details?.(results) as LedgerDetails;
    const path = evidencePath(this.site);
    const before = existsSync(path) ? readEvidence(path) : {};
    writeEvidence(path, {...before, ...evidenceOf(details, this.site)});
    this.write({claims: all(unsettled), others: null});
  }

  private settle(loaded: LoadedExperiment, scale: number) {
    const kept = keptByJob(loaded, scale) as Map<string, ClaimRun[]>;
    const {experiment} = loaded;
    this.sections = experiment.jobs(scale).flatMap(job => {
      const runs = kept.get(experiment.describe(job));
      const files = restsOn(loaded, job)?.map(file => resolve(root, file));
      return runs && files ? {keys: runs.map(({key}) => key), files: new Set(files)} : [];
    });
    const settled = new Set(this.sections.flatMap(({keys}) => keys));
    const {claims} = experiment.spec as {readonly claims: readonly string[]};
    return {unsettled: claims.filter(key => !settled.has(key)), results: [...kept.values()]};
  }

  private write({claims, others}: {claims: Record<string, Doubt>; others: Doubt | null}): void {
    this.claims = claims;
    this.others = others;
    if (writeDoubts(doubtsPath(this.site), {claims, others})) this.onChange();
  }
}

const allOf = (keys: readonly string[], doubt: Doubt): Record<string, Doubt> =>
  Object.fromEntries(keys.map(key => [key, doubt]));
