import type {CellResult} from "./combine.js";

/** A mean over independent replicates and its standard error. */
export interface Estimate {
  readonly mean: number;
  /** s/√R with s² the sample variance, 1/(R−1); NaN for a single replicate. */
  readonly standardError: number;
  readonly replicates: number;
}

/** Mean and standard error of a quantity of which each replicate yields one value. */
export function estimate(values: ArrayLike<number>): Estimate {
  const replicates = values.length;
  let sum = 0;
  for (let i = 0; i < replicates; i++) sum += values[i];
  const mean = sum / replicates;
  let squares = 0;
  for (let i = 0; i < replicates; i++) squares += (values[i] - mean) * (values[i] - mean);
  const standardError = Math.sqrt(squares / (replicates - 1) / replicates);
  return {mean, standardError, replicates};
}

/** The replicates' values of one column of a cell's results. */
function column({values, layout, replicates}: CellResult, offset: number): Float64Array {
  const out = new Float64Array(replicates);
  for (let r = 0; r < replicates; r++) out[r] = values[r * layout.width + offset];
  return out;
}

/** Coordinate i of the state at the snapshot with index `snapshot` (default: the last), per replicate. */
export function stateOf(result: CellResult, i: number, snapshot?: number): Float64Array {
  const {layout} = result;
  const at = snapshot ?? layout.snapshots.length - 1;
  return column(result, layout.states + at * layout.dimension + i);
}

/** The time average of θᵢ after the burn-in, per replicate. */
export function timeAverageOf(result: CellResult, i: number): Float64Array {
  if (result.layout.first < 0) throw new RangeError("moments must not be none; got none");
  return column(result, result.layout.first + i);
}

/** The time average of θᵢθⱼ after the burn-in, per replicate. */
export function timeSecondMomentOf(result: CellResult, i: number, j: number): Float64Array {
  const {layout} = result;
  const low = Math.min(i, j);
  const high = Math.max(i, j);
  const at = layout.pairs.findIndex(pair => pair[0] === low && pair[1] === high);
  if (at < 0) throw new RangeError(`moments must include (${low}, ${high}); they do not`);
  return column(result, layout.second + at);
}

/** The time average of (uᵀθ)ᵖ, p = 1…4, along the direction with index k, per replicate. */
export function directionalMomentOf(result: CellResult, k: number, p: number): Float64Array {
  const {directional, directions} = result.layout;
  if (!(k >= 0 && k < directions))
    throw new RangeError(`k must index one of ${directions} directions; got ${k}`);
  if (!(p >= 1 && p <= 4)) throw new RangeError(`p must be 1, 2, 3 or 4; got ${p}`);
  return column(result, directional + 4 * k + p - 1);
}

/** The average of θᵢ over the iterates from the burn-in to a snapshot (default: the last), per replicate. */
export function iterateAverageOf(result: CellResult, i: number, snapshot?: number): Float64Array {
  const {iterateAverages, snapshots, dimension} = result.layout;
  if (iterateAverages < 0) throw new RangeError("iterateAverages must be true; got false");
  return column(result, iterateAverages + (snapshot ?? snapshots.length - 1) * dimension + i);
}

/** Σᵢ wᵢ θᵢ² at a snapshot (default: the last), per replicate: the risk where H or F is diag(w). */
export function weightedSquaresOf(
  result: CellResult,
  weights: readonly number[],
  snapshot?: number
): Float64Array {
  const {dimension, snapshots, states, width} = result.layout;
  if (weights.length !== dimension)
    throw new RangeError(`weights must have ${dimension} entries; got ${weights.length}`);
  const at = states + (snapshot ?? snapshots.length - 1) * dimension;
  const out = new Float64Array(result.replicates);
  for (let r = 0; r < out.length; r++)
    for (const [i, w] of weights.entries()) {
      const x = result.values[r * width + at + i];
      out[r] += w * x * x;
    }
  return out;
}

/** E θᵢθⱼ at a snapshot (default: the last) over replicates, with its standard error. */
export function secondMoment(
  result: CellResult,
  i: number,
  j: number,
  snapshot?: number
): Estimate {
  const x = stateOf(result, i, snapshot);
  const y = stateOf(result, j, snapshot);
  return estimate(x.map((value, r) => value * y[r]));
}

/** The time average of θᵢθⱼ over replicates, with its standard error (over replicates). */
export function timeSecondMoment(result: CellResult, i: number, j: number): Estimate {
  return estimate(timeSecondMomentOf(result, i, j));
}

/** SHA-256 is taken over these bytes: every cell's values, in order, as little-endian float64. */
export function resultBytes(results: readonly CellResult[]): Uint8Array {
  const length = results.reduce((n, {values}) => n + values.length, 0);
  const view = new DataView(new ArrayBuffer(8 * length));
  let at = 0;
  for (const {values} of results)
    for (const x of values) {
      view.setFloat64(at, x, true);
      at += 8;
    }
  return new Uint8Array(view.buffer);
}
