import {resolve} from "node:path";
import {publishEvidence} from "../claims/evidence.js";
import {ensureKernels} from "../kernel.js";
import {root} from "../root.js";
import {closureHash} from "../sweeps/closureHash.js";
import {type LoadedExperiment, loadExperiment} from "../sweeps/load.js";
import {experimentName, loaders} from "../sweeps/loaders.js";
import {BundledFrom} from "./bundledFrom.js";

export interface UpToDateOptions {
  readonly site: string;
  readonly scale: number;
  /** Called with each loader whose closure is another than it was. */
  readonly onStale: (loader: string) => void;
  /** Called where what pages show of the ledger has changed. */
  readonly onEvidence: () => void;
  readonly say?: (line: string) => void;
}

/**
 * What a preview does about an edit: it bundles the loaders that the edit can have changed, says which
 * are stale, and lets the sections of the ledger that it touches run. A loader that cannot be bundled is
 * tried again with the next edit, and so is all that a round had left when its signal was aborted.
 */
export function upToDate({
  site,
  scale,
  onStale,
  onEvidence,
  say = console.error
}: UpToDateOptions): (changed: ReadonlySet<string>, signal?: AbortSignal) => Promise<void> {
  const from = new BundledFrom();
  const closures = new Map<string, string>();
  const ledger = resolve(site, "data/ledger.arrow.ts");

  const freshen = async (loader: string): Promise<LoadedExperiment> => {
    const loaded = await loadExperiment(loader);
    from.set(
      loader,
      Object.keys(loaded.closure.files).map(file => resolve(root, file))
    );
    const [before, closure] = [closures.get(loader), closureHash(loaded, scale)];
    closures.set(loader, closure);
    if (before !== undefined && before !== closure) {
      say(`${experimentName(loader)}: its code has changed`);
      onStale(loader);
    }
    return loaded;
  };

  const showEvidence = async (loaded: LoadedExperiment, signal?: AbortSignal) => {
    const started = performance.now();
    const {changed} = await publishEvidence(site, {loaded, scale, signal});
    if (changed) onEvidence();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`ledger: its badges are ${changed ? "new" : "as they were"}, after ${seconds} s`);
  };

  const compiled = () => {
    try {
      return ensureKernels().map(file => resolve(root, file));
    } catch (error) {
      say(messageOf(error));
      return [];
    }
  };

  const failed = (loader: string, signal?: AbortSignal) => (error: unknown) => {
    if (signal?.aborted) from.forget(loader);
    else say(messageOf(error));
  };

  return async (changed, signal) => {
    const affected = from.affected(loaders(site), new Set([...changed, ...compiled()]));
    // The others' pages need not wait for the ledger, whose sections may run for a while.
    affected.sort((a, b) => Number(b === ledger) - Number(a === ledger));
    let evidence: Promise<void> | undefined;
    for (const loader of affected) {
      from.forget(loader);
      if (signal?.aborted) continue;
      try {
        const loaded = await freshen(loader);
        if (loader === ledger)
          evidence = showEvidence(loaded, signal).catch(failed(loader, signal));
      } catch (error) {
        failed(loader, signal)(error);
      }
    }
    await evidence;
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
