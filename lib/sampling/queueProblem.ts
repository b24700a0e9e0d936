import {uniforms} from "../random/uniforms.js";
import {rowCovariance} from "./batchMoments.js";
import {meanSojourn, type WithSlope} from "./finiteQueue.js";
import {exponential, type QueueEstimator, queueOracle} from "./queueGradients.js";
import type {SamplingProblem} from "./samplingProblem.js";

/** What a queue is run with; arrivals have the rate 1, so that its load is 1/μ. */
export interface QueueSettings {
  /** n, customers of one sample. */
  readonly customers: number;
  /** c. */
  readonly cost: number;
  /** μ₀. */
  readonly startRate: number;
  /** The rates that may be chosen, from and to. */
  readonly feasible: readonly number[];
}

/** Nodes between which the cost of given arrivals is interpolated. */
const nodes = 120;

/**
 * The service rate μ of least mean sojourn time plus cμ, with exponential gaps or with those of `blocks`, lists of
 * n − 1 gaps each, of which a sample draws one. G is the variance of `noiseSamples` gradients at the optimum.
 */
export function queueProblem(
  name: string,
  settings: QueueSettings,
  {
    estimator,
    blocks,
    noiseSamples
  }: {estimator: QueueEstimator; blocks?: readonly Float64Array[]; noiseSamples: number}
): SamplingProblem {
  const {customers, cost} = settings;
  const at = (mu: number): WithSlope => {
    const {value, slope} = blocks
      ? meanOver(blocks, customers, mu)
      : meanSojourn({rate: 1}, customers, mu);
    return {value: value + cost * mu, slope: slope + cost};
  };
  return problemOf(name, settings, {
    noiseSamples,
    at,
    value: blocks ? interpolated(at, settings.feasible) : mu => at(mu).value,
    open: stream =>
      queueOracle(
        {
          estimator,
          customers,
          cost,
          continued: false,
          gaps: blocks
            ? (source, out) => out.set(blocks[Math.floor(source.next() * blocks.length)], 1)
            : drawGaps
        },
        stream
      )
  });
}

/**
 * The same for a run that is never stopped: the next sample begins with the customers that the last one left. What
 * is least is the mean at rest, 1/(μ − 1) + cμ.
 */
export function longRunProblem(
  name: string,
  settings: QueueSettings,
  noiseSamples: number
): SamplingProblem {
  const {customers, cost} = settings;
  const at = (mu: number): WithSlope => ({
    value: 1 / (mu - 1) + cost * mu,
    slope: cost - 1 / ((mu - 1) * (mu - 1))
  });
  return problemOf(name, settings, {
    noiseSamples,
    at,
    value: mu => at(mu).value,
    open: stream =>
      queueOracle(
        {estimator: "perturbation", customers, cost, continued: true, gaps: drawGaps},
        stream
      )
  });
}

function drawGaps(source: {next(): number}, out: Float64Array): void {
  for (let k = 0; k < out.length; k++) out[k] = exponential(source);
}

function problemOf(
  name: string,
  {startRate, feasible: [lowest, highest]}: QueueSettings,
  {
    noiseSamples,
    at,
    value,
    open
  }: {
    noiseSamples: number;
    at: (mu: number) => WithSlope;
    value: (mu: number) => number;
    open: SamplingProblem["open"];
  }
): SamplingProblem {
  const best = rootOf(mu => at(mu).slope, [lowest, highest]);
  const least = value(best);
  const step = 1 / 1024;
  const rows = new Float64Array(noiseSamples);
  open(uniforms({seed: 1, experiment: name, cell: "noise at the optimum", replicate: 0})).gradients(
    Float64Array.of(best),
    noiseSamples,
    rows
  );
  return {
    name,
    dimension: 1,
    start: [startRate],
    project: theta => {
      theta[0] = Math.min(Math.max(theta[0], lowest), highest);
    },
    open,
    excess: ([mu]) => Math.max(0, value(mu) - least),
    optimum: [best],
    hessian: [[(at(best + step).slope - at(best - step).slope) / (2 * step)]],
    noise: rowCovariance(rows, noiseSamples, 1)
  };
}

function meanOver(blocks: readonly Float64Array[], customers: number, mu: number): WithSlope {
  let [value, slope] = [0, 0];
  for (const gaps of blocks) {
    const each = meanSojourn({gaps}, customers, mu);
    value += each.value / blocks.length;
    slope += each.slope / blocks.length;
  }
  return {value, slope};
}

/** A function by cubics between nodes that lie evenly in 1/μ, where it is nearly straight, from its values and slopes there. */
function interpolated(
  at: (mu: number) => WithSlope,
  [lowest, highest]: readonly number[]
): (mu: number) => number {
  const [from, to] = [1 / highest, 1 / lowest];
  const width = (to - from) / nodes;
  const table = Array.from({length: nodes + 1}, (_, k) => {
    const mu = 1 / (from + k * width);
    const {value, slope} = at(mu);
    return {value, slope: -slope * mu * mu};
  });
  return mu => {
    const place = (1 / mu - from) / width;
    const k = Math.min(nodes - 1, Math.max(0, Math.floor(place)));
    const x = place - k;
    const [left, right] = [table[k], table[k + 1]];
    const rest = 1 - x;
    return (
      left.value * (1 + 2 * x) * rest * rest +
      right.value * (3 - 2 * x) * x * x +
      width * (left.slope * x * rest * rest - right.slope * x * x * rest)
    );
  };
}

/** Where a rising function is zero, by bisection; an end of the interval where it has one sign. */
function rootOf(rising: (x: number) => number, [low, high]: [number, number]): number {
  let [left, right] = [low, high];
  for (let k = 0; k < 50; k++) {
    const middle = (left + right) / 2;
    if (rising(middle) < 0) left = middle;
    else right = middle;
  }
  return (left + right) / 2;
}
