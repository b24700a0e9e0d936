import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../root.js";
import {isDate, verdicts} from "./signed.js";

/** A line under *Verdicts* in the changelog. */
export interface VerdictChange {
  readonly date: string;
  readonly claim: string;
  readonly from: string;
  /** A verdict, or `removed`. */
  readonly to: string;
  readonly reason: string;
  /** File and line. */
  readonly at: string;
}

/** What becomes of a claim that is there no more. */
export const removed = "removed";

const file = "CHANGELOG.md";

/** The lines under *Verdicts* in a project's changelog; none without one. */
export function readVerdictChanges(project = root): VerdictChange[] {
  const path = join(project, file);
  return existsSync(path) ? verdictChanges(readFileSync(path, "utf8")) : [];
}

/**
 * The lines under *Verdicts* of a changelog, in its order: `* date, claim: from → to. Reason`, which may
 * run on below, indented.
 *
 * @throws Error with file and line where one has another form, no day of the calendar, or no verdict
 */
export function verdictChanges(text: string): VerdictChange[] {
  const changes: VerdictChange[] = [];
  let entry = {text: "", line: 0};
  let inside = false;
  const close = () => {
    if (entry.text) changes.push(parse(entry.text, `${file}:${entry.line}`));
    entry = {text: "", line: 0};
  };
  text.split("\n").forEach((line, i) => {
    if (/^#/.test(line)) {
      close();
      inside = /^#+ Verdicts\s*$/.test(line);
    } else if (inside && line.startsWith("* ")) {
      close();
      entry = {text: line, line: i + 1};
    } else if (entry.text && /^\s+\S/.test(line)) entry.text += ` ${line.trim()}`;
    else close();
  });
  close();
  return changes;
}

function parse(text: string, at: string): VerdictChange {
  const parts = /^\* (\S+), (\S+): ([a-z, ]+) → ([a-z, ]+)\. (\S.*)$/.exec(text);
  if (!parts)
    throw new Error(`${at} must read "* date, claim: from → to. Reason"; got ${text.slice(0, 60)}`);
  const [, date, claim, from, to, reason] = parts;
  if (!isDate(date)) throw new Error(`${at} date must be one like 2026-03-02; got ${date}`);
  for (const verdict of to === removed ? [from] : [from, to])
    if (!(verdicts as readonly string[]).includes(verdict))
      throw new Error(`${at} no verdict is called "${verdict}"`);
  return {date, claim, from, to, reason, at};
}

/**
 * Verdicts that differ from those of the first round, or of the last change, without a line that says
 * why; and lines that do not follow from one another, or end elsewhere than what is signed.
 *
 * @param first verdicts of the first round, by claim
 * @param signed verdicts of today, by claim
 * @param changes in any order; of one claim and one day, the later the further down
 */
export function changeFaults(
  first: ReadonlyMap<string, string>,
  signed: ReadonlyMap<string, string>,
  changes: readonly VerdictChange[]
): string[] {
  const faults: string[] = [];
  const now = new Map(first);
  const ordered = [...changes].sort((a, b) => a.date.localeCompare(b.date));
  for (const {claim, from, to, at} of ordered) {
    const before = now.get(claim);
    if (before === undefined && !signed.has(claim))
      faults.push(`${at} ${claim}: there is and was no such claim`);
    else if (before !== undefined && before !== from)
      faults.push(`${at} ${claim}: it was "${before}", and the line begins with "${from}"`);
    now.set(claim, to);
  }
  for (const [claim, verdict] of now) {
    const today = signed.get(claim) ?? removed;
    if (today !== verdict)
      faults.push(
        `${claim}: it was "${verdict}" and is "${today}", with no line under Verdicts in ${file}`
      );
  }
  return faults;
}
