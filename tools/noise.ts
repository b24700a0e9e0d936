import {readFileSync, statSync} from "node:fs";
import {type BenchQuestion, checked, type NamedBytes, openBench} from "../lib/workbench/bench.js";
import {reportJson} from "../lib/workbench/export/reportJson.js";
import type {ModelQuestion} from "../lib/workbench/model.js";
import {checkExports, writeExports} from "./noise/exports.js";
import {openLarge} from "./noise/large/openLarge.js";
import {linesOf} from "./noise/lines.js";
import {readCommand} from "./readCommand.js";

const usage = `npm run noise -- FILE [options]
  how noisy the gradients in FILE are, how sure that is, and what follows for step and batch;
  FILE is npy, npz, safetensors, Arrow, Parquet, CSV or TSV, one gradient per row; large ones are read in pieces

  --mean-of b          rows are means of b samples, not gradients of single ones
  --drawn HOW          how these were drawn: with or without replacement, or as the parts of one epoch:
                       with, without, epoch
  --whole              the rows are all there are, not a sample of more
  --dataset-size n     of how many samples they are a part
  --groups FILE        one number per row: rows of one group may depend on one another
  --level x            of the intervals; default 0.95
  --model KIND         FILE is a table of data: the gradients of a linear, logistic or probit regression at its fit
  --response NAME      the column that it explains; default the last
  --hessian FILE       the Hessian, d×d, or its diagonal, d numbers
  --rate x, --batch b  a run's learning rate and batch size: where it settles (wants --hessian or --model)
  --momentum x         its momentum; default 0
  --without            its batches hold no sample twice
  --calls n, --start x the best rate and batch for n gradients from an excess loss x (wants the same)
  --check              also simulate the run, and hold its floor to the law (wants --rate)
  --json               the report as JSON, with the files' SHA-256
  --html FILE          the report as one HTML file that prints on two pages
  --csv FOLDER         the rows behind each picture
  --numpy FILE         a NumPy program that recomputes the numbers from the same files
  --bibtex FILE        what the report rests on`;

const {values, positionals} = readCommand(usage, {
  words: true,
  options: {
    "mean-of": {type: "string"},
    drawn: {type: "string"},
    whole: {type: "boolean", default: false},
    "dataset-size": {type: "string"},
    groups: {type: "string"},
    level: {type: "string"},
    model: {type: "string"},
    response: {type: "string"},
    hessian: {type: "string"},
    rate: {type: "string"},
    batch: {type: "string"},
    momentum: {type: "string"},
    without: {type: "boolean", default: false},
    calls: {type: "string"},
    start: {type: "string"},
    check: {type: "boolean", default: false},
    json: {type: "boolean", default: false},
    html: {type: "string"},
    csv: {type: "string"},
    numpy: {type: "string"},
    bibtex: {type: "string"}
  }
});

/** An option's number; absent where the option is. */
function numberOf(name: keyof typeof values): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text === "" || Number.isNaN(value))
    throw new RangeError(`${name} must be a number; got ${text}`);
  return value;
}

const named = (file: string): NamedBytes => ({
  name: file,
  bytes: new Uint8Array(readFileSync(file))
});

/** Throws RangeError where there is no file of this name. */
function checkFile(path: string): void {
  const status = statSync(path, {throwIfNoEntry: false});
  if (!status || status.isDirectory())
    throw new RangeError(
      `${path} must be a file; ${status ? "it is a folder" : "there is none of that name"}`
    );
}

/** What went wrong, in a sentence. */
function said(error: unknown): unknown {
  const {code, path, message} = error as NodeJS.ErrnoException;
  return code === "ENOENT" ? `${path} cannot be written: its folder is not there` : message;
}

/** A pair of options that only make sense together. */
function both(first: "rate" | "calls", second: "batch" | "start"): [number, number] | undefined {
  const [a, b] = [numberOf(first), numberOf(second)];
  if (a === undefined && b === undefined) return undefined;
  if (a === undefined || b === undefined)
    throw new RangeError(`${first} and ${second} must be given together; got one of them`);
  return [a, b];
}

function question(): BenchQuestion {
  const b = numberOf("mean-of");
  const run = both("rate", "batch");
  const budget = both("calls", "start");
  const drawn = values.drawn as "with" | "without" | "epoch" | undefined;
  if (drawn !== undefined && b === undefined)
    throw new RangeError(`mean-of must be given where drawn is; got ${drawn} alone`);
  return {
    rows: b === undefined ? "per-sample" : {meanOf: b, drawn},
    population: values.whole ? "whole" : "sample",
    datasetSize: numberOf("dataset-size"),
    level: numberOf("level"),
    run: run && {
      learningRate: run[0],
      batchSize: run[1],
      momentum: numberOf("momentum"),
      replacement: values.without ? false : undefined
    },
    budget: budget && {calls: budget[0], start: budget[1]}
  };
}

// Whoever reads the first lines alone, as head does, closes the rest.
process.stdout.on("error", ({code}: NodeJS.ErrnoException) => {
  if (code === "EPIPE") process.exit();
});

try {
  const [file] = positionals;
  if (positionals.length !== 1)
    throw new RangeError(`FILE must be one file; got ${positionals.length} of them`);
  const {hessian, groups, response} = values;
  for (const path of [file, hessian, groups]) if (path !== undefined) checkFile(path);
  const kind = values.model as ModelQuestion["kind"] | undefined;
  if (response !== undefined && kind === undefined)
    throw new RangeError(`model must be given where response is; got ${response} alone`);
  const asked = question();
  if (values.check && !asked.run)
    throw new RangeError("rate must be given where check is; got none");
  if (hessian === undefined && kind === undefined && (asked.run || asked.budget))
    throw new RangeError(`hessian must be given where ${asked.run ? "rate" : "calls"} is`);
  const {html, csv, numpy, bibtex} = values;
  checkExports({html, csv, numpy, bibtex});
  const bench = await openBench({
    gradients: (kind === undefined ? await openLarge(file) : undefined) ?? named(file),
    ...(kind !== undefined && {model: {kind, response}}),
    ...(hessian !== undefined && {hessian: named(hessian)}),
    ...(groups !== undefined && {groups: named(groups)})
  });
  const steps = bench.ask(asked);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const answer = values.check ? await checked(step.value) : step.value;
  if (values.json) console.log(reportJson(answer));
  else for (const line of linesOf(answer.report)) console.log(line);
  writeExports(answer, {html, csv, numpy, bibtex});
  if (answer.report.findings.some(({severity}) => severity === "error")) process.exitCode = 1;
} catch (error) {
  console.error(said(error));
  process.exitCode = 1;
}
