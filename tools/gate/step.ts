/** What became of a step. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Tests that were left out, or the step itself. */
  readonly skipped: number;
  /** What it said; empty where it was shown as it came. */
  readonly output: string;
  /** Names of what failed, or the end of what was said. */
  readonly failures: readonly string[];
}

/** One of the things that `npm test` checks. */
export interface Step {
  /** How the command line calls it. */
  readonly name: string;
  readonly about: string;
  /** Steps that must have passed before, where they are among those that run. */
  readonly needs?: readonly string[];
  /** Steps that must have ended before, however, where they are among those that run. */
  readonly after?: readonly string[];
  /** Takes too long for every change: runs by name, or with `all`. */
  readonly long?: boolean;
  /** After which it counts as stuck, is ended, and fails. */
  readonly minutes: number;
  /**
   * @param live whether to show the output as it comes rather than to keep it
   * @param signal fires when its time is up
   */
  run(live: boolean, signal: AbortSignal): Promise<Outcome>;
}

/**
 * The steps that a command line asks for, in their own order: all but the long ones unless named; every one
 * for `all`.
 *
 * @throws naming the steps that there are, where one is unknown
 */
export function chooseSteps(steps: readonly Step[], names: readonly string[]): Step[] {
  const known = [...steps.map(({name}) => name), "all"];
  const unknown = names.filter(name => !known.includes(name));
  if (unknown.length)
    throw new Error(`unknown step ${unknown.join(", ")}; there are ${known.join(", ")}`);
  if (names.includes("all")) return [...steps];
  return steps.filter(({name, long}) => (names.length ? names.includes(name) : !long));
}
