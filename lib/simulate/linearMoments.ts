import {square} from "../elementary/square.js";
import {ratesOf} from "./schedule.js";
import {factorRows, type LinearCell} from "./spec.js";

/** Exact second moments of a linear cell, of coordinates i and j; about 0, in squared units of θ. */
export interface LinearMoments {
  /** E θᵢθⱼ at the snapshot with index `snapshot` (default: the last). */
  state(i: number, j: number, snapshot?: number): number;
  /** E of the time average of θᵢθⱼ over the steps after the burn-in. */
  overTime(i: number, j: number): number;
  /** E θ̄ᵢθ̄ⱼ of the running averages of θ from the burn-in to a snapshot (default: the last). */
  average(i: number, j: number, snapshot?: number): number;
}

interface PairMoments {
  readonly states: readonly number[];
  readonly averages: readonly number[];
  readonly overTime: number;
}

/** A 3×3 matrix, row by row. */
type Cube = Float64Array;

/**
 * What the replicates of a linear cell average to, exactly and at finite time: the recursion of
 * E xᵢxⱼᵀ with xᵢ = (θᵢ, mᵢ, sᵢ), the coordinate, its buffer and its running sum,
 *
 *     E xᵢxⱼᵀ ← Mᵢ E xᵢxⱼᵀ Mⱼᵀ + Gᵢⱼ vᵢvⱼᵀ
 *
 * step by step, with the rate of each step, for every form of `LinearCell` (Euler–Maruyama, heavy ball, QHM,
 * a diagonal preconditioner, schedules). Holds for white noise of covariance G = CCᵀ and any law. No
 * stationary law is assumed and no equation solved: an oracle for what the kernel runs.
 *
 * @example linearMoments({parameters: {}, hessianEigenvalues: [1], noiseFactor: {diagonal: [1]}, learningRate: 1, steps: 5}).state(0, 0) // 1
 */
export function linearMoments(cell: LinearCell): LinearMoments {
  const known = new Map<string, PairMoments>();
  const of = (i: number, j: number): PairMoments => {
    const key = `${Math.min(i, j)},${Math.max(i, j)}`;
    let moments = known.get(key);
    if (!moments) known.set(key, (moments = follow(cell, Math.min(i, j), Math.max(i, j))));
    return moments;
  };
  return {
    state: (i, j, snapshot) => entry(of(i, j).states, snapshot),
    overTime: (i, j) => of(i, j).overTime,
    average: (i, j, snapshot) => entry(of(i, j).averages, snapshot)
  };
}

const entry = (values: readonly number[], at = values.length - 1): number => values[at];

function follow(cell: LinearCell, i: number, j: number): PairMoments {
  const {steps, burnIn = 0} = cell;
  const snapshots = new Set(cell.snapshots ?? [steps]);
  const rates = ratesOf(cell.learningRate, steps);
  const rows = factorRows(cell.noiseFactor);
  const noise =
    "diagonal" in cell.noiseFactor
      ? i === j
        ? rows[i][0] * rows[i][0]
        : 0
      : rows[i].reduce((sum, c, k) => sum + c * rows[j][k], 0);
  const start = (k: number) => cell.initial?.[k] ?? 0;
  let moments: Cube = new Float64Array(9);
  moments[0] = start(i) * start(j);
  const [states, averages]: [number[], number[]] = [[], []];
  let total = 0;
  for (let t = 0; t < steps; t++) {
    const rate = rates[rates.length === 1 ? 0 : t];
    const counts = t >= burnIn;
    const [a, b] = [i, j].map(k => update(cell, k, rate, counts));
    moments = stepped(moments, a, b, noise);
    if (counts) total += moments[0];
    if (!snapshots.has(t + 1)) continue;
    states.push(moments[0]);
    averages.push(moments[8] / square(Math.max(1, t + 1 - burnIn)));
  }
  return {states, averages, overTime: total / (steps - burnIn)};
}

/** One step of (θ, m, s) as a matrix, and how the noise enters it. */
interface Update {
  readonly matrix: Cube;
  readonly gain: readonly [number, number, number];
}

function update(cell: LinearCell, k: number, rate: number, counts: boolean): Update {
  const h = cell.hessianEigenvalues[k];
  const b = cell.batchSize ?? 1;
  const [theta, kick] =
    cell.form === "eulerMaruyama"
      ? plain(1 - rate * (cell.timeStep ?? 1) * h, Math.sqrt((2 * rate * (cell.timeStep ?? 1)) / b))
      : buffered(cell, rate * (cell.preconditioner?.[k] ?? 1), h, 1 / Math.sqrt(b));
  const sum = counts ? 1 : 0;
  return {
    matrix: Float64Array.of(
      ...[theta[0], theta[1], 0],
      ...[theta[2], theta[3], 0],
      ...[sum * theta[0], sum * theta[1], 1]
    ),
    gain: [kick[0], kick[1], sum * kick[0]]
  };
}

/** θ′ and m′ in terms of θ and m (two rows), and of the noise. */
type Pair = readonly [readonly [number, number, number, number], readonly [number, number]];

const plain = (decay: number, gain: number): Pair => [
  [decay, 0, 0, 0],
  [gain, 0]
];

/** m ← µm + w g, θ ← θ − r((1 − c) g + c m) with g = hθ + n; w = 1 and c = 1 for heavy ball. */
function buffered({momentum = 0, nu}: LinearCell, rate: number, h: number, scale: number): Pair {
  const weight = nu === undefined ? 1 : 1 - momentum;
  const share = nu ?? 1;
  const direct = 1 - share + share * weight;
  return [
    [1 - rate * direct * h, -rate * share * momentum, weight * h, momentum],
    [-rate * direct * scale, weight * scale]
  ];
}

/** A X Bᵀ + g aᵢbⱼ. */
function stepped(x: Cube, a: Update, b: Update, noise: number): Cube {
  const half = new Float64Array(9);
  const out = new Float64Array(9);
  for (let r = 0; r < 3; r++)
    for (let c = 0; c < 3; c++)
      for (let k = 0; k < 3; k++) half[3 * r + c] += a.matrix[3 * r + k] * x[3 * k + c];
  for (let r = 0; r < 3; r++)
    for (let c = 0; c < 3; c++) {
      let sum = noise * a.gain[r] * b.gain[c];
      for (let k = 0; k < 3; k++) sum += half[3 * r + k] * b.matrix[3 * c + k];
      out[3 * r + c] = sum;
    }
  return out;
}
