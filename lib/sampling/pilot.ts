import {solveSmall} from "../linalg/solveSmall.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import type {UniformSource} from "../random/source.js";
import {batchMoments, rowCovariance} from "./batchMoments.js";
import type {SamplingProblem} from "./samplingProblem.js";

/** What a few calls say of a problem near a point. */
export interface PilotFindings {
  readonly gradient: Float64Array;
  /** Ĥ, d×d, its eigenvalues at least a thousandth of the largest. */
  readonly hessian: number[][];
  /** Ĝ, d×d. */
  readonly noise: number[][];
  readonly calls: number;
}

/** How often its own spacing a difference may span. */
const widest = 64;

/**
 * Gradient, Hessian and noise at θ from `samples` samples, each seen at 2d + 1 places: Ĥ by differences of mean
 * gradients of the same samples at θ ± spacing along each axis. Where no sample's gradient changes between two
 * such places, as may happen when gradients jump, the spacing doubles, up to 64 times itself, and the calls are
 * made anew.
 *
 * @param stream gives a stream at its start, the same one every time
 */
export function measureAt(
  problem: SamplingProblem,
  theta: Float64Array,
  {samples, spacing, stream}: {samples: number; spacing: number; stream: () => UniformSource}
): PilotFindings {
  const d = problem.dimension;
  const rows = new Float64Array(samples * d);
  const gradient = new Float64Array(d);
  const meanAt = (point: Float64Array, into: Float64Array) => {
    problem.open(stream()).gradients(point, samples, rows);
    batchMoments(rows, samples, into);
  };
  let places = 1;
  const differences = (i: number, width: number): number[] => {
    const [above, below] = [theta.slice(), theta.slice()];
    above[i] += width;
    below[i] -= width;
    problem.project?.(above);
    problem.project?.(below);
    const [up, down] = [new Float64Array(d), new Float64Array(d)];
    meanAt(above, up);
    meanAt(below, down);
    places += 2;
    const found = Array.from(up, (x, j) => (x - down[j]) / (above[i] - below[i]));
    return found.every(x => x === 0) && width < widest * spacing
      ? differences(i, 2 * width)
      : found;
  };
  const raw = Array.from({length: d}, (_, i) => differences(i, spacing));
  meanAt(theta, gradient);
  const noise = rowCovariance(rows, samples, d);
  return {gradient, hessian: positivePart(raw), noise, calls: samples * places};
}

/** The symmetric part with eigenvalues of at least a thousandth of the largest. */
function positivePart(raw: readonly (readonly number[])[]): number[][] {
  const d = raw.length;
  const symmetric = raw.map((row, i) => row.map((x, j) => (x + raw[j][i]) / 2));
  const {values, vectors} = symmetricEigen(symmetric);
  const largest = values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const kept = Array.from(values, x => Math.max(x, largest / 1000, Number.MIN_VALUE * 2 ** 52));
  const entry = (i: number, j: number) =>
    kept.reduce((sum, x, k) => sum + x * vectors.get(i, k) * vectors.get(j, k), 0);
  return Array.from({length: d}, (_, i) =>
    Array.from({length: d}, (_, j) => entry(Math.max(i, j), Math.min(i, j)))
  );
}

/** θ − H⁻¹g, within the feasible set. */
export function newtonPoint(
  problem: SamplingProblem,
  theta: Float64Array,
  {hessian, gradient}: Pick<PilotFindings, "hessian" | "gradient">
): Float64Array {
  const step = gradient.slice();
  solveSmall(Float64Array.from(hessian.flat()), step);
  const point = theta.map((x, j) => x - step[j]);
  problem.project?.(point);
  return point;
}

/** What a pilot says of the curvature and the noise where it thinks that the optimum is, and how far that is. */
export interface Pilot {
  readonly hessian: number[][];
  readonly noise: number[][];
  /** θ₀ − θ̂⋆. */
  readonly initial: number[];
  readonly calls: number;
}

/**
 * Measures at the start, and again and again where Newton's step from the last place leads, with equally many calls
 * in each round. What the last round finds is returned.
 *
 * @param stream gives the stream of a round at its start
 */
export function pilot(
  problem: SamplingProblem,
  {
    calls,
    spacing,
    rounds,
    stream
  }: {
    calls: number;
    spacing: number;
    rounds: number;
    stream: (round: number) => UniformSource;
  }
): Pilot {
  const samples = Math.max(2, Math.floor(calls / (rounds * (2 * problem.dimension + 1))));
  let place: Float64Array = Float64Array.from(problem.start);
  let spent = 0;
  for (let round = 1; ; round++) {
    const found = measureAt(problem, place, {samples, spacing, stream: () => stream(round)});
    spent += found.calls;
    place = newtonPoint(problem, place, found);
    if (round < rounds) continue;
    const initial = problem.start.map((x, j) => x - place[j]);
    return {hessian: found.hessian, noise: found.noise, initial, calls: spent};
  }
}
