import {elapsed, type Row, stepTable, totals} from "./report.js";
import type {Outcome, Step} from "./step.js";

export interface RunOptions {
  /** Steps that run at the same time. */
  readonly lanes: number;
  readonly print: (text: string) => void;
  /** Milliseconds between two lines on what is running. */
  readonly heartbeat?: number;
}

/**
 * Runs steps side by side, each as soon as those that it waits for have ended and a lane is free, earlier
 * ones first; one whose needs have failed is skipped. What a step says is printed when it ends, that of a
 * step that runs alone as it comes. A table of all comes last, and the line `N passed, N failed`.
 *
 * @returns whether nothing failed
 * @throws where steps wait for each other
 */
export async function runSteps(
  steps: readonly Step[],
  {lanes, print, heartbeat = 30_000}: RunOptions
): Promise<boolean> {
  const started = performance.now();
  const live = steps.length === 1;
  const chosen = new Set(steps.map(({name}) => name));
  const waiting = [...steps];
  const running = new Map<string, Promise<void>>();
  const begun = new Map<string, number>();
  const rows: Row[] = [];
  const isOver = (name: string) => !chosen.has(name) || rows.some(row => row.name === name);
  const sound = (name: string) =>
    !chosen.has(name) || rows.some(row => row.name === name && row.ran && row.failed === 0);

  const start = async (step: Step) => {
    const {name, about, minutes} = step;
    begun.set(name, performance.now());
    if (live) print(`— ${name}: ${about}`);
    const signal = AbortSignal.timeout(60_000 * minutes);
    const ended = await step.run(live, signal).catch(unforeseen);
    const outcome = signal.aborted ? late(ended, minutes) : ended;
    const milliseconds = performance.now() - begun.get(name)!;
    running.delete(name);
    rows.push({...outcome, name, milliseconds, ran: true});
    if (!live)
      print(`\n— ${name}: ${about} (${elapsed(milliseconds)})\n${outcome.output.trimEnd()}`);
  };
  const begin = () => {
    for (const step of [...waiting]) {
      const {name, needs = [], after = []} = step;
      if (![...needs, ...after].every(isOver)) continue;
      const unmet = needs.filter(need => !sound(need));
      if (unmet.length === 0 && running.size >= lanes) continue;
      waiting.splice(waiting.indexOf(step), 1);
      if (unmet.length === 0) running.set(name, start(step));
      else rows.push(skipped(name, unmet));
    }
  };
  const pulse = setInterval(() => {
    const each = [...running.keys()].map(
      name => `${name} ${elapsed(performance.now() - begun.get(name)!)}`
    );
    if (!live) print(`… running: ${each.join(", ")}`);
  }, heartbeat);
  try {
    while (waiting.length || running.size) {
      const before = waiting.length;
      begin();
      if (running.size) await Promise.race(running.values());
      else if (waiting.length === before)
        throw new Error(`steps wait for each other: ${waiting.map(({name}) => name).join(", ")}`);
    }
  } finally {
    clearInterval(pulse);
  }
  const inOrder = steps.map(({name}) => rows.find(row => row.name === name)!);
  print(`\n${stepTable(inOrder, performance.now() - started)}`);
  print(totals(inOrder));
  return inOrder.every(({failed}) => failed === 0);
}

function skipped(name: string, unmet: readonly string[]): Row {
  const failures = [`skipped: it needs ${unmet.join(" and ")}`];
  return {
    name,
    passed: 0,
    failed: 0,
    skipped: 1,
    output: "",
    failures,
    milliseconds: 0,
    ran: false
  };
}

/** What counts of a step that did not end by itself. */
const late = (outcome: Outcome, minutes: number): Outcome => ({
  ...outcome,
  failed: Math.max(1, outcome.failed),
  failures: [`ended after ${minutes} min, its limit`, ...outcome.failures]
});

function unforeseen(error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error);
  return {passed: 0, failed: 1, skipped: 0, output: message, failures: [message]};
}
