import {availableParallelism} from "node:os";
import {resolve} from "node:path";
import {publishEvidence} from "../claims/evidence.js";
import {ensureKernels} from "../kernel.js";
import {root} from "../root.js";
import {closureHash} from "../sweeps/closureHash.js";
import {type LoadedExperiment, loadExperiment} from "../sweeps/load.js";
import {experimentName, loaders} from "../sweeps/loaders.js";
import {BundledFrom} from "./bundledFrom.js";
import {LedgerDoubts} from "./ledgerDoubts.js";
import {messageOf, readable} from "./readable.js";

/** The ledger leaves a core to whoever looks at pages. */
const workers = Math.max(1, availableParallelism() - 1);

export interface UpToDateOptions {
  readonly site: string;
  readonly scale: number;
  /** Called with each loader whose closure is another than it was. */
  readonly onStale: (loader: string) => void;
  /** Called where what pages show of the ledger has changed. */
  readonly onEvidence: () => void;
  /** Called where what pages cannot stand by has changed. */
  readonly onDoubts: () => void;
  /** Called with what is wrong with code, or with nothing, after each round. */
  readonly onErrors?: (messages: readonly string[]) => void;
  readonly say?: (line: string) => void;
}

/**
 * What a preview does about an edit: it bundles the loaders that the edit can have changed, says which
 * are stale, and lets the sections of the ledger that it touches run; what these say is in doubt meanwhile, and
 * stays so where they refuse. A loader that cannot be bundled is tried again with the next edit, and so is all
 * that a round had left when its signal was aborted.
 */
export function upToDate({
  site,
  scale,
  onStale,
  onEvidence,
  onDoubts,
  onErrors = () => {},
  say = console.error
}: UpToDateOptions): (changed: ReadonlySet<string>, signal?: AbortSignal) => Promise<void> {
  const from = new BundledFrom();
  const closures = new Map<string, string>();
  const errors = new Map<string, readonly string[]>();
  const ledger = resolve(site, "data/ledger.arrow.ts");
  const doubts = new LedgerDoubts(site, onDoubts);

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
    doubts.loaded(loaded, scale);
    try {
      const {changed} = await publishEvidence(site, {loaded, scale, signal, workers});
      doubts.confirmed(loaded, scale);
      if (changed) onEvidence();
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      say(`ledger: its badges are ${changed ? "new" : "as they were"}, after ${seconds} s`);
    } catch (error) {
      if (!signal?.aborted) doubts.refused(messageOf(error), {loaded, scale});
      throw error;
    }
  };

  const compiled = () => {
    errors.delete("kernels");
    try {
      return ensureKernels().map(file => resolve(root, file));
    } catch (error) {
      fail("kernels", error);
      return [];
    }
  };

  const fail = (source: string, error: unknown) => {
    const messages = readable(error);
    const known = new Set([...errors.values()].flat());
    for (const message of messages) if (!known.has(message)) say(message);
    errors.set(source, messages);
  };

  const failed = (loader: string, signal?: AbortSignal) => (error: unknown) => {
    if (signal?.aborted) from.forget(loader);
    else fail(loader, error);
  };

  const tell = () => onErrors([...new Set([...errors.values()].flat())]);

  return async (changed, signal) => {
    const paths = new Set([...changed, ...compiled()]);
    const affected = from.affected(loaders(site), paths);
    if (affected.includes(ledger)) doubts.changed(paths);
    // The others' pages need not wait for the ledger, whose sections may run for a while.
    affected.sort((a, b) => Number(b === ledger) - Number(a === ledger));
    let evidence: Promise<void> | undefined;
    for (const loader of affected) {
      from.forget(loader);
      if (signal?.aborted) continue;
      errors.delete(loader);
      try {
        const loaded = await freshen(loader);
        if (loader === ledger)
          evidence = showEvidence(loaded, signal).catch(failed(loader, signal));
      } catch (error) {
        failed(loader, signal)(error);
        if (loader === ledger && !signal?.aborted) doubts.refused(readable(error).join("\n"));
      }
    }
    tell();
    await evidence;
    tell();
  };
}
