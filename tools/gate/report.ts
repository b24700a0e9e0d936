import type {Outcome} from "./step.js";

/** A step that ended, or that was not begun because what it needs had failed. */
export interface Row extends Outcome {
  readonly name: string;
  readonly milliseconds: number;
  readonly ran: boolean;
}

/** Failures of a step that the table repeats. */
const shown = 10;

/** One line per step, with the names of what failed below it; the last line has the whole run's time. */
export function stepTable(rows: readonly Row[], milliseconds: number): string {
  const width = Math.max(...rows.map(({name}) => name.length), "step".length);
  const cells = (name: string, passed: string, failed: string, time: string) =>
    `${name.padEnd(width)} ${passed.padStart(7)} ${failed.padStart(7)} ${time.padStart(9)}`;
  const lines = rows.flatMap(({name, passed, failed, failures, ...row}) => {
    const more = failures.length > shown ? [`… and ${failures.length - shown} more`] : [];
    return [
      cells(name, String(passed), String(failed), row.ran ? elapsed(row.milliseconds) : "–"),
      ...[...failures.slice(0, shown), ...more].map(failure => `  ✕ ${failure}`)
    ];
  });
  return [
    cells("step", "passed", "failed", "time"),
    ...lines,
    cells("all", "", "", elapsed(milliseconds))
  ].join("\n");
}

/** `N passed, N failed`, and `N skipped` where there are any. */
export function totals(outcomes: readonly Outcome[]): string {
  const [passed, failed, skipped] = (["passed", "failed", "skipped"] as const).map(key =>
    outcomes.reduce((sum, outcome) => sum + outcome[key], 0)
  );
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
}

/** Milliseconds as seconds, or as minutes and seconds: `3.1 s`, `4 min 05 s`. */
export function elapsed(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}
