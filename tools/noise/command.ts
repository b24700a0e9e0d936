import {readFileSync, statSync} from "node:fs";
import {
  type Bench,
  type BenchFiles,
  checked,
  type NamedBytes,
  openBench
} from "../../lib/workbench/bench.js";
import {reportJson} from "../../lib/workbench/export/reportJson.js";
import type {ModelQuestion} from "../../lib/workbench/model.js";
import type {Direction, Pair, PlaneLaw} from "../../lib/workbench/plane.js";
import {ellipseLines, numbersOf} from "./ellipse.js";
import {checkExports, writeExports} from "./exports.js";
import {openLarge} from "./large/openLarge.js";
import {linesOf} from "./lines.js";
import {directionsFrom, type NoiseLine, optionNames, questionFrom, startFile} from "./options.js";

const named = (file: string): NamedBytes => ({
  name: file,
  bytes: new Uint8Array(readFileSync(file))
});

/** What is written to the command, or pasted into its terminal, up to the end. */
async function standardInput(): Promise<NamedBytes> {
  const pieces: Uint8Array[] = [];
  for await (const piece of process.stdin) pieces.push(piece);
  return {name: "standard input", bytes: new Uint8Array(Buffer.concat(pieces))};
}

/** Throws RangeError where there is no file of this name. */
function checkFile(path: string): void {
  const status = statSync(path, {throwIfNoEntry: false});
  if (!status || status.isDirectory())
    throw new RangeError(
      `${path} must be a file; ${status ? "it is a folder" : "there is none of that name"}`
    );
}

/** Throws RangeError naming the option where there is no such law. */
function planeOf(bench: Bench, directions: Pair<Direction>): PlaneLaw {
  try {
    return bench.plane(directions);
  } catch (error) {
    throw new RangeError(`--directions cannot be answered: ${(error as Error).message}`);
  }
}

/** What went wrong, in a sentence. */
function said(error: unknown): unknown {
  const {code, path, message} = error as NodeJS.ErrnoException;
  return code === "ENOENT" && path ? `${path} cannot be written: its folder is not there` : message;
}

/**
 * Says how noisy the gradients in a file are, as a command line asks. Sets the exit code to 1 where nothing can be told,
 * and says why in one line.
 */
export async function noiseCommand(line: NoiseLine): Promise<void> {
  try {
    await answer(line);
  } catch (error) {
    console.error(said(error));
    process.exitCode = 1;
  }
}

async function answer({values, positionals}: NoiseLine): Promise<void> {
  const [file] = positionals;
  if (positionals.length !== 1)
    throw new RangeError(`FILE must be one file; got ${positionals.length} of them`);
  const {hessian, groups, response} = values;
  const asked = questionFrom(values);
  const start = startFile(values);
  const isPiped = file === "-";
  for (const path of [isPiped ? undefined : file, hessian, groups, start])
    if (path !== undefined) checkFile(path);
  const kind = values.model as ModelQuestion["kind"] | undefined;
  if (response !== undefined && kind === undefined)
    throw new RangeError(`--model must be given where --response is; got ${response} alone`);
  if (hessian === undefined && kind === undefined && (asked.run || asked.budget))
    throw new RangeError(
      `--hessian or --model must be given where ${asked.run ? "--rate" : "--calls"} is; got neither`
    );
  const {html, csv, numpy, bibtex} = values;
  checkExports({html, csv, numpy, bibtex});
  const directions = directionsFrom(values);
  const files: BenchFiles = {
    gradients: isPiped
      ? await standardInput()
      : ((kind === undefined ? await openLarge(file) : undefined) ?? named(file)),
    ...(kind !== undefined && {model: {kind, response}}),
    ...(hessian !== undefined && {hessian: named(hessian)}),
    ...(groups !== undefined && {groups: named(groups)}),
    ...(start !== undefined && {start: named(start)})
  };
  const bench = await openBench(files, optionNames);
  const steps = bench.ask(asked);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const told = values.check ? await checked(step.value) : step.value;
  const ellipse =
    directions && told.report.trace.value !== null
      ? {along: values.directions as string, ...planeOf(bench, directions)}
      : undefined;
  if (values.json) console.log(reportJson(told, ellipse && {ellipse: numbersOf(ellipse)}));
  else
    for (const line of [...linesOf(told.report, {links: values.links}), ...ellipseLines(ellipse)])
      console.log(line);
  writeExports(told, {html, csv, numpy, bibtex}, ellipse);
  if (told.report.findings.some(({severity}) => severity === "error")) process.exitCode = 1;
}
