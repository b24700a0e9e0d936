import type {Criterion, Numbers, Sampled, Samples} from "./claim.js";
import {EvidenceError} from "./errors.js";

/** How far a measurement is from a prediction, told by the entry that is furthest. */
export interface Outcome {
  readonly passes: boolean;
  /** The case and the entry that the numbers below belong to. */
  readonly where: string;
  readonly predicted: number;
  readonly measured: number;
  /** NaN where nothing was sampled, as are z and the resolution. */
  readonly standardError: number;
  /** The largest |measured − predicted| that would pass there. */
  readonly tolerance: number;
  /** ‖measured − predicted‖/‖measured‖ of the case. */
  readonly deviation: number;
  readonly z: number;
  /** The smallest relative error of the prediction that is certain to be seen. */
  readonly resolution: number;
}

/** Fewest effective samples that a standard error may rest on. */
const fewestSamples = 400;
/** Standard errors within which a sampled number must lie. */
const largestZ = 4;
/** The coarsest resolution that needs no reason. */
const coarsest = 0.05;

/**
 * Holds a prediction against a measurement.
 *
 * @throws EvidenceError if their cases or lengths differ, a number is not finite, a sampled number
 * has no standard error or too few samples, or resolves less than 5 % without a stated reason
 */
export function compare(
  key: string,
  criterion: Criterion,
  predicted: Numbers,
  measured: Numbers | Samples
): Outcome {
  const outcomes: (Outcome & {strain: number})[] = [];
  for (const [name, p, m] of casesOf(key, predicted, measured))
    outcomes.push(judge(key, criterion, name, p, m));
  const passes = outcomes.every(outcome => outcome.passes);
  const {strain, ...worst} = outcomes.reduce((a, b) => (b.strain > a.strain ? b : a));
  const resolution = outcomes.reduce((r, o) => (o.resolution > r ? o.resolution : r), 0);
  return {
    ...worst,
    passes,
    resolution: criterion.kind === "sampled" ? resolution : Number.NaN
  };
}

/** What numbers say at the place that an outcome names; NaN where they have no such case or entry. */
export function valueAt(numbers: Numbers, {where}: Pick<Outcome, "where">): number {
  for (const [name, values] of Object.entries(numbers)) {
    const entry = values.findIndex((_, i) => placeOf(name, i, values.length) === where);
    if (entry >= 0) return values[entry];
  }
  return Number.NaN;
}

const placeOf = (name: string, entry: number, length: number) =>
  length === 1 ? name : `${name}, entry ${entry + 1} of ${length}`;

function judge(
  key: string,
  criterion: Criterion,
  name: string,
  p: readonly number[],
  m: readonly (number | Sampled)[]
): Outcome & {strain: number} {
  const values = m.map(x => (typeof x === "number" ? x : x.value));
  const errors = m.map(x => (typeof x === "number" ? Number.NaN : x.standardError));
  for (const x of [...p, ...values])
    if (!Number.isFinite(x)) throw new EvidenceError(key, `${name} holds ${x}`);
  const differences = values.map((x, i) => x - p[i]);
  const error = norm(differences);
  const size = norm(values);
  const common = {
    deviation: size > 0 ? error / size : error,
    resolution: Number.NaN
  };
  const at = (i: number, tolerance: number, passes: boolean, strain: number) => ({
    ...common,
    passes,
    strain,
    where: placeOf(name, i, p.length),
    predicted: p[i],
    measured: values[i],
    standardError: errors[i],
    tolerance,
    z: differences[i] === 0 && !(errors[i] > 0) ? Number.NaN : differences[i] / errors[i]
  });
  const furthest = (sizes: readonly number[]) => sizes.indexOf(Math.max(...sizes));
  switch (criterion.kind) {
    case "equal":
    case "close": {
      const relative =
        criterion.kind === "equal" ? criterion.c * p.length * Number.EPSILON : criterion.relative;
      const allowed = relative * size;
      const i = furthest(differences.map(Math.abs));
      return at(i, allowed, error <= allowed, error === 0 ? 0 : error / allowed);
    }
    case "atLeast":
    case "atMost": {
      const sign = criterion.kind === "atLeast" ? -1 : 1;
      const excess = differences.map(x => sign * x);
      const i = furthest(excess);
      const passes = excess[i] <= criterion.slack;
      return at(
        i,
        criterion.slack,
        passes,
        excess[i] / (Math.abs(p[i]) + Math.abs(values[i]) || 1)
      );
    }
    case "sampled": {
      const evidence = m.map((x, i) => sampledEntry(key, `${name}, entry ${i + 1}`, x));
      const scores = differences.map((x, i) => Math.abs(x) / evidence[i].standardError);
      const widths = evidence.map(({standardError}) => 8 * standardError);
      const resolution = Math.max(...widths.map((width, i) => width / Math.abs(p[i])));
      // A mutant far below what was measured must not make good evidence look coarse.
      const seen = Math.max(
        ...widths.map((width, i) => width / Math.max(Math.abs(p[i]), Math.abs(values[i])))
      );
      if (seen > coarsest && !criterion.resolution)
        throw new EvidenceError(
          key,
          `${name} resolves f = ${seen.toFixed(3)}; it must resolve ${coarsest}, or say why not`
        );
      const i = furthest(scores);
      const allowed = largestZ * evidence[i].standardError;
      return {...at(i, allowed, scores[i] <= largestZ, scores[i] / largestZ), resolution};
    }
  }
}

function sampledEntry(key: string, where: string, x: number | Sampled): Sampled {
  if (typeof x === "number" || !(x.standardError > 0))
    throw new EvidenceError(key, `${where} is sampled and has no standard error`);
  if (!(x.effectiveSamples >= fewestSamples))
    throw new EvidenceError(
      key,
      `${where} rests on ${x.effectiveSamples} effective samples; it needs ${fewestSamples}`
    );
  return x;
}

function* casesOf(
  key: string,
  predicted: Numbers,
  measured: Numbers | Samples
): Generator<[string, readonly number[], readonly (number | Sampled)[]]> {
  const names = Object.keys(predicted);
  const others = Object.keys(measured);
  if (names.length === 0) throw new EvidenceError(key, "nothing is predicted");
  if (names.join("|") !== others.join("|"))
    throw new EvidenceError(
      key,
      `predicted has cases ${names.join(", ")}; measured has ${others.join(", ")}`
    );
  for (const name of names) {
    const p = predicted[name];
    const m = measured[name];
    if (p.length === 0 || p.length !== m.length)
      throw new EvidenceError(key, `${name}: ${p.length} predicted, ${m.length} measured`);
    yield [name, p, m];
  }
}

const norm = (x: readonly number[]) => Math.hypot(...x);
