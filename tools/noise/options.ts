import type {BenchQuestion} from "../../lib/workbench/bench.js";
import type {Direction, Pair} from "../../lib/workbench/plane.js";
import type {QuestionNames} from "../../lib/workbench/questionNames.js";
import type {CommandLine} from "../readCommand.js";

/** What the command takes. */
export const noiseOptions = {
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
  with: {type: "boolean", default: false},
  without: {type: "boolean", default: false},
  directions: {type: "string"},
  calls: {type: "string"},
  start: {type: "string"},
  check: {type: "boolean", default: false},
  links: {type: "boolean", default: false},
  json: {type: "boolean", default: false},
  html: {type: "string"},
  csv: {type: "string"},
  numpy: {type: "string"},
  bibtex: {type: "string"}
} as const;

/** What errors call the parts of a question: the options that ask them. */
export const optionNames: QuestionNames = {
  rows: "--mean-of",
  single: "left out",
  meanOf: "--mean-of",
  drawn: "--drawn",
  population: "--whole",
  sample: "left out",
  whole: "given",
  datasetSize: "--dataset-size",
  level: "--level",
  hessian: "--hessian",
  run: "--rate",
  learningRate: "--rate",
  batchSize: "--batch",
  momentum: "--momentum",
  budget: "--calls",
  calls: "--calls",
  start: "--start",
  model: "--model",
  response: "--response"
};

/** What a command line says. */
export type NoiseLine = CommandLine<typeof noiseOptions>;
type Values = NoiseLine["values"];
type Words = {
  [Name in keyof typeof noiseOptions]: (typeof noiseOptions)[Name]["type"] extends "string"
    ? Name
    : never;
}[keyof typeof noiseOptions];

/** An option's number; absent where the option is. Throws RangeError where it is none. */
function numberOf(values: Values, name: Words): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const value = toNumber(text);
  if (Number.isNaN(value)) throw new RangeError(`--${name} must be a number; got ${text}`);
  return value;
}

const toNumber = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));

/** The file of d numbers that `--start` names, where it is no excess loss. */
export const startFile = ({start}: Values): string | undefined =>
  start !== undefined && Number.isNaN(toNumber(start)) ? start : undefined;

/** Throws RangeError where one of two options stands that only make sense together. */
function together(values: Values, first: Words, second: Words): boolean {
  const [a, b] = [values[first], values[second]];
  if ((a === undefined) !== (b === undefined))
    throw new RangeError(
      `--${first} and --${second} must be given together; got --${a === undefined ? second : first} alone`
    );
  return a !== undefined;
}

/**
 * The question that a command line asks. Where a file says where a run starts, `budget.start` is 1 in its place.
 *
 * @throws RangeError on what is no number, and on one of two options that only make sense together
 */
export function questionFrom(values: Values): BenchQuestion {
  const number = (name: Words) => numberOf(values, name);
  const b = number("mean-of");
  const drawn = values.drawn as "with" | "without" | "epoch" | undefined;
  if (drawn !== undefined && b === undefined)
    throw new RangeError(`--mean-of must be given where --drawn is; got --drawn ${drawn} alone`);
  const ofRun = (["momentum", "with", "without", "directions", "check"] as const).find(
    name => values[name]
  );
  if (ofRun && values.rate === undefined)
    throw new RangeError(`--rate must be given where --${ofRun} is; got none`);
  if (values.with && values.without)
    throw new RangeError("--with must be left out where --without is given: they contradict");
  const run = together(values, "rate", "batch") && {
    learningRate: number("rate") as number,
    batchSize: number("batch") as number,
    momentum: number("momentum"),
    replacement: values.with ? true : values.without ? false : undefined
  };
  const budget = together(values, "calls", "start") && {
    calls: number("calls") as number,
    start: startFile(values) === undefined ? (number("start") as number) : 1
  };
  return {
    rows: b === undefined ? "per-sample" : {meanOf: b, drawn},
    population: values.whole ? "whole" : "sample",
    datasetSize: number("dataset-size"),
    level: number("level"),
    run: run || undefined,
    budget: budget || undefined
  };
}

const kindsOfDirection = {h: "hessian", g: "covariance", p: "parameters"} as const;

/**
 * The two directions of `--directions`, as h1,p0: eigenvectors of H from the stiffest on, of G from the noisiest on,
 * parameters by their column from 0.
 *
 * @throws RangeError on other words
 */
export function directionsFrom({directions}: Values): Pair<Direction> | undefined {
  if (directions === undefined) return undefined;
  const found = /^([hgp])(\d+),([hgp])(\d+)$/.exec(directions);
  if (!found)
    throw new RangeError(
      `--directions must be two of h1, h2, … (eigenvectors of H), g1, … (of G) and p0, … (parameters), as h1,h2; got ${directions}`
    );
  const [, a, i, b, j] = found;
  const of = (kind: string) => kindsOfDirection[kind as keyof typeof kindsOfDirection];
  return [
    {of: of(a), at: Number(i)},
    {of: of(b), at: Number(j)}
  ];
}
