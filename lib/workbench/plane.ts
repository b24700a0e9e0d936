import type {LinearCell} from "../simulate/spec.js";
import {heavyBallGain} from "../stationary/heavyBallGain.js";
import {heavyBallLimit} from "../stationary/stability.js";
import type {Curvature} from "./curvature.js";
import {scatterOf} from "./moments.js";
import {relaxationSteps} from "./relaxation.js";
import type {Sample} from "./sample.js";
import type {Scores} from "./scores.js";
import {batchShare} from "./settled.js";
import type {RunQuestion} from "./types.js";

/** An eigenvector of H (the stiffest is 1) or of G (the noisiest is 1), or a parameter (the first column is 0). */
export interface Direction {
  readonly of: "hessian" | "covariance" | "parameters";
  readonly at: number;
}

export type Pair<T> = readonly [T, T];

/** The stationary law of a run along two directions, and runs of the recursion that show it. */
export interface PlaneLaw {
  /** uᵀΣu, uᵀΣv; vᵀΣu, vᵀΣv. */
  readonly covariance: Pair<Pair<number>>;
  /** Which share of the square of each direction lies where H curves upwards; the rest of it is left out. */
  readonly inside: Pair<number>;
  readonly runs: PlaneRuns | null;
}

/** The modes of H that the two directions have most of, and that settle in the steps that there are. */
export interface PlaneRuns {
  readonly cell: LinearCell;
  readonly replicates: number;
  /** How much of each mode of the cell the two directions have. */
  readonly weights: Pair<readonly number[]>;
  /** The law of these modes alone. */
  readonly covariance: Pair<Pair<number>>;
  /** How many of the modes are left out because they settle too slowly, or count for little. */
  readonly left: number;
}

/** Runs in a cloud, steps of one, modes, and their products: some two seconds' worth. */
const effort = {most: 1500, least: 200, steps: 20_000, modes: 64, products: 1.5e9};

/** What drawing a number costs, in products. */
const draw = 20;

/** Of how many modes the covariances are all taken. */
const most = 2000;

/** Modes with a smaller share of the variance along both directions do not run. */
const negligible = 1e-6;

/** A function of a run and two directions; what it needs of the table is computed when it is first asked for. */
export function planeLaws(sample: Sample, scores: Scores | undefined, curvature: Curvature) {
  let whole: Float64Array | undefined;
  const k = curvature.values.length;
  const share = sample.factor / (sample.whole ? sample.n : sample.n - 1);
  const covarianceOf = (modes: readonly number[]): ((p: number, q: number) => number) => {
    if (2 * modes.length > k && k > 8) {
      whole ??= scatterOf(curvature.along);
      const all = whole;
      return (p, q) => share * all[modes[p] * k + modes[q]];
    }
    const width = modes.length;
    const part = scatterOf(
      curvature.along.map(width, (row, to) => {
        for (let p = 0; p < width; p++) to[p] = row[modes[p]];
      })
    );
    return (p, q) => share * part[p * width + q];
  };
  return (run: RunQuestion, size: number | undefined, directions: Pair<Direction>): PlaneLaw => {
    const {learningRate, batchSize, momentum = 0, replacement = true} = run;
    const {values} = curvature;
    if (!(learningRate < heavyBallLimit(values[k - 1], momentum)))
      throw new RangeError("the learning rate is beyond the edge, and nothing settles");
    const [u, v] = directions.map(direction => alongModes(direction, scores, curvature));
    const modes = [...values.keys()].filter(a => u[a] !== 0 || v[a] !== 0);
    const noise = covarianceOf(modes);
    const drawn = batchShare(batchSize, replacement, size);
    const h = modes.map(a => values[a]);
    const settled = (p: number, q: number) =>
      drawn * noise(p, q) * heavyBallGain(h[p], h[q], learningRate, momentum);
    const weights: Pair<number[]> = [modes.map(a => u[a]), modes.map(a => v[a])];
    const covariance = lawOf([...modes.keys()], weights, settled);
    return {
      covariance,
      inside: [sumOfSquares(weights[0]), sumOfSquares(weights[1])],
      runs: runsOf({h, noise: (p, q) => drawn * noise(p, q), settled, weights, covariance}, run)
    };
  };
}

interface Modes {
  readonly h: readonly number[];
  readonly noise: (p: number, q: number) => number;
  readonly settled: (p: number, q: number) => number;
  readonly weights: Pair<readonly number[]>;
  readonly covariance: Pair<Pair<number>>;
}

function runsOf(
  {h, noise, settled, weights, covariance}: Modes,
  {learningRate, batchSize, momentum = 0}: RunQuestion
): PlaneRuns | null {
  const counts = h.map((_, p) =>
    Math.max(...[0, 1].map(i => (weights[i][p] ** 2 * settled(p, p)) / (covariance[i][i] || 1)))
  );
  const important = [...h.keys()]
    .filter(p => counts[p] > negligible)
    .sort((p, q) => counts[q] - counts[p])
    .slice(0, effort.modes);
  const price = important.length * (important.length / 2 + draw);
  const longest = Math.min(effort.steps, effort.products / (effort.least * price));
  const times = new Map(important.map(p => [p, relaxationSteps(h[p], learningRate, momentum)]));
  const kept = important.filter(p => 3 * (times.get(p) ?? 0) <= longest);
  if (!kept.length) return null;
  const steps = Math.max(60, Math.ceil(3 * Math.max(...kept.map(p => times.get(p) ?? 0))));
  return {
    cell: {
      parameters: {eta: learningRate, b: batchSize, momentum},
      hessianEigenvalues: kept.map(p => h[p]),
      noiseFactor: {lower: factorOf(kept.map(p => kept.map(q => noise(p, q))))},
      learningRate,
      momentum,
      steps
    },
    replicates: Math.floor(
      Math.min(effort.most, Math.max(effort.least, effort.products / (price * steps)))
    ),
    weights: [kept.map(p => weights[0][p]), kept.map(p => weights[1][p])],
    covariance: lawOf(kept, weights, settled),
    left: counts.filter(x => x > 0).length - kept.length
  };
}

/** uᵀΣv of some of the modes. */
function lawOf(
  modes: readonly number[],
  weights: Pair<readonly number[]>,
  settled: (p: number, q: number) => number
): Pair<Pair<number>> {
  const sums = [0, 0, 0];
  for (const p of modes)
    for (const q of modes) {
      const s = settled(p, q);
      sums[0] += weights[0][p] * s * weights[0][q];
      sums[1] += weights[0][p] * s * weights[1][q];
      sums[2] += weights[1][p] * s * weights[1][q];
    }
  return [
    [sums[0], sums[1]],
    [sums[1], sums[2]]
  ];
}

/**
 * A direction in the eigenvectors of H. The eigenvectors of G are those of the rows, v = Σᵢ zᵢψᵢ/Σᵢ zᵢ² with z the
 * rows along it.
 *
 * @throws RangeError naming a direction that there is not
 */
function alongModes(
  {of, at}: Direction,
  known: Scores | undefined,
  curvature: Curvature
): Float64Array {
  const {values, along, basis, order} = curvature;
  const k = values.length;
  const to = new Float64Array(k);
  const within = (least: number, most: number, what: string) => {
    if (!(Number.isSafeInteger(at) && at >= least && at <= most))
      throw new RangeError(`${what} go from ${least} to ${most}; got ${at}`);
  };
  if (of === "hessian") {
    within(1, k, "the eigenvectors of H that curve upwards");
    to[k - at] = 1;
  } else if (of === "parameters") {
    within(0, order - 1, "the parameters");
    for (let a = 0; a < k; a++) to[a] = basis.get(at, a);
  } else {
    if (!known || k > most)
      throw new RangeError(
        `the eigenvectors of G have a share in each of ${k} parameters, and of more than ${most} their law would take too long: choose parameters`
      );
    const {scores} = known;
    within(1, scores.width, "the eigenvectors of G");
    const z = scores.column(at - 1);
    const square = z.reduce((sum, x) => sum + x * x, 0);
    if (!(square > 0)) throw new RangeError(`eigenvector ${at} of G has no noise`);
    for (const [i, weight] of z.entries()) {
      const row = along.row(i);
      for (let a = 0; a < k; a++) to[a] += (weight / square) * row[a];
    }
  }
  return to;
}

/** L of LLᵀ = S, S positive semi-definite: a pivot that is rounding counts as zero. */
function factorOf(s: readonly (readonly number[])[]): number[][] {
  const lower = s.map(row => row.map(() => 0));
  for (let j = 0; j < s.length; j++) {
    let pivot = s[j][j];
    for (let m = 0; m < j; m++) pivot -= lower[j][m] ** 2;
    lower[j][j] = pivot > 1e-12 * s[j][j] ? Math.sqrt(pivot) : 0;
    for (let i = j + 1; i < s.length; i++) {
      let sum = s[i][j];
      for (let m = 0; m < j; m++) sum -= lower[i][m] * lower[j][m];
      lower[i][j] = lower[j][j] > 0 ? sum / lower[j][j] : 0;
    }
  }
  return lower;
}

const sumOfSquares = (x: readonly number[]) => x.reduce((sum, one) => sum + one * one, 0);
