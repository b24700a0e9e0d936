/** Notes that a file, or something in a folder, has changed. */
export type Changed = (path: string) => void;

/**
 * Rounds of `work`, each on what has changed since the one before began. Never two at once: what changes
 * during a round aborts its signal, and one more round follows it. A round waits until nothing has
 * changed for `quiet` milliseconds.
 */
export function rounds(
  work: (changed: ReadonlySet<string>, signal: AbortSignal) => Promise<void>,
  quiet = 100
): Changed {
  let waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running: AbortController | undefined;
  const round = async () => {
    timer = undefined;
    if (running) return running.abort();
    const changed = waiting;
    waiting = new Set();
    running = new AbortController();
    try {
      await work(changed, running.signal);
    } finally {
      running = undefined;
      if (waiting.size && timer === undefined) void round();
    }
  };
  return path => {
    waiting.add(path);
    clearTimeout(timer);
    timer = setTimeout(round, quiet);
  };
}
