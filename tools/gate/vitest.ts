import {mkdirSync, readFileSync, rmSync} from "node:fs";
import {join, relative} from "node:path";
import {stripVTControlCharacters} from "node:util";
import {root} from "../root.js";
import {execute, type Manner} from "./execute.js";
import type {Outcome} from "./step.js";

/** The part of vitest's JSON report that counts. */
export interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** Runs projects of the test suite, the one of the step's name unless given, and counts their tests. */
export async function runTests(
  name: string,
  manner: Manner,
  projects: readonly string[] = [name]
): Promise<Outcome> {
  const folder = join(root, ".cache/gate");
  const file = join(folder, `${name}.json`);
  mkdirSync(folder, {recursive: true});
  rmSync(file, {force: true});
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile=${file}`];
  const {status, output} = await execute(
    name,
    [
      process.execPath,
      "node_modules/vitest/vitest.mjs",
      "run",
      ...projects.flatMap(project => ["--project", project]),
      ...reporters
    ],
    manner
  );
  return {...countTests(read(file), status), output};
}

function read(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return undefined;
  }
}

/** The first line of a test's message, on a line of its own below the test's name. */
function firstLine(message = ""): string {
  const [line] = stripVTControlCharacters(message).split("\n");
  return line && `\n      ${line.slice(0, 300)}`;
}

/** A run that fails without a failing test, as by a file that does not load, counts as one failure. */
export function countTests(
  report: Report | undefined,
  status: number | null
): Omit<Outcome, "output"> {
  if (report === undefined)
    return {passed: 0, failed: 1, skipped: 0, failures: [`no report; exit status ${status}`]};
  const {success, numPassedTests, numFailedTests, numPendingTests, numTodoTests} = report;
  const failures = report.testResults.flatMap(({name, status, assertionResults}) => {
    const failing = assertionResults.filter(test => test.status === "failed");
    const path = relative(root, name);
    if (failing.length)
      return failing.map(
        ({fullName, failureMessages}) => `${path}: ${fullName}${firstLine(failureMessages?.[0])}`
      );
    return status === "failed" ? [path] : [];
  });
  const silent = numFailedTests === 0 && (!success || status !== 0);
  return {
    passed: numPassedTests,
    failed: numFailedTests + (silent ? 1 : 0),
    skipped: numPendingTests + numTodoTests,
    failures: silent && failures.length === 0 ? [`exit status ${status}`] : failures
  };
}
