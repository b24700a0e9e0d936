import {integer, type MatrixLike, positive, symmetricMatrix, vector} from "../check.js";
import {exp} from "../elementary/exp.js";
import {expm1} from "../elementary/expm1.js";
import {goldenSection} from "../elementary/goldenSection.js";
import {log} from "../elementary/log.js";
import {log1p} from "../elementary/log1p.js";
import {sumLessProduct} from "../elementary/sumLessProduct.js";
import {inRange} from "../inRange.js";
import {positiveSemidefinite} from "../linalg/definite.js";
import {intoBasis, toDense, toMatrix} from "../linalg/dense.js";
import {quadratic} from "../stationary/quadratic.js";

/** SGD on a quadratic from a known start, with a constant rate: matrices need not commute. */
export interface QuadraticRun {
  /** H, d×d, symmetric positive definite. */
  readonly hessian: MatrixLike;
  /** G, d×d: the covariance of one sample's gradient. */
  readonly sampleNoise: MatrixLike;
  /** θ₀ − θ⋆, d numbers. */
  readonly initial: ArrayLike<number>;
  /** M, d×d, symmetric positive semidefinite: the risk is ½ E θᵀMθ. Default H: the excess loss. */
  readonly metric?: MatrixLike;
}

/** The names of these options. */
export const runOptions = [
  "hessian",
  "sampleNoise",
  "initial",
  "metric"
] as const satisfies readonly (keyof QuadraticRun)[];

/** The risk of a run as a function of its rate, batch size and number of steps. */
export interface RiskOfRun {
  /** 2/λmax(H), below which rates are stable. */
  readonly limit: number;
  /** ½ θ₀ᵀMθ₀, what is left without a step. */
  readonly start: number;
  /** The rate at which noise takes back, step by step, what a step gains at first; at most `limit`. */
  least(batchSize: number): number;
  /** ½ E θᵀMθ after `steps` steps. */
  risk(learningRate: number, batchSize: number, steps: number): number;
}

/**
 * ½ E θ_TᵀMθ_T of θ ← θ − η(Hθ + ζ), Cov ζ = G/b, from θ₀, in the eigenbasis of H
 *
 *     ½ Σᵢⱼ Mᵢⱼ [ (aᵢaⱼ)ᵀ θᵢθⱼ + η² Gᵢⱼ/b (1 − (aᵢaⱼ)ᵀ)/(1 − aᵢaⱼ) ],   aᵢ = 1 − ηhᵢ
 *
 * @throws RangeError if shapes do not match or a matrix is not symmetric or not semidefinite; UnstableError
 * where H is not positive definite
 */
export function riskOfRun({hessian, sampleNoise, initial, metric}: QuadraticRun): RiskOfRun {
  const order = symmetricMatrix("hessian", hessian).rows;
  const G = toMatrix(positiveSemidefinite("sampleNoise", sampleNoise, order), order);
  const {n, curvatures: h, vectors, noise} = quadratic(hessian, G);
  const coordinates = vector("initial", initial, n);
  const theta = Array.from(h, (_, i) =>
    coordinates.reduce((sum, x, j) => sum + vectors[j * n + i] * x, 0)
  );
  const M =
    metric === undefined
      ? toDense(symmetricMatrix("hessian", hessian, n))
      : positiveSemidefinite("metric", metric, n);
  const weights = intoBasis(M, vectors, n);
  const bias = weights.map((x, at) => (x * theta[Math.floor(at / n)] * theta[at % n]) / 2);
  const spread = weights.map((x, at) => (x * noise[at]) / 2);
  const limit = 2 / h[n - 1];
  const pairs = Array.from({length: n * n}, (_, at) => [Math.floor(at / n), at % n] as const);
  const total = (entry: (at: number, i: number, j: number) => number) =>
    pairs.reduce((sum, [i, j], at) => sum + entry(at, i, j), 0);
  const start = Math.max(
    0,
    total(at => bias[at])
  );
  const gain = total((at, i, j) => bias[at] * (h[i] + h[j]));
  const cost = total(at => spread[at]);
  return {
    limit,
    start,
    least: b => (gain > 0 ? Math.min(limit, (gain / cost / 2) * b) : limit),
    risk(eta, b, steps) {
      if (steps === 0) return start;
      const modes = Array.from(h, x => modeOf(eta, x, steps));
      const added = (eta / b) * eta;
      const even = steps % 2 === 0;
      let sum = 0;
      for (let i = 0; i < n; i++) {
        const a = modes[i];
        let row = 0;
        for (let j = i; j < n; j++) {
          const c = modes[j];
          const alike = a.sign === c.sign;
          const size = a.left * c.left;
          const left = alike || even ? size : -size;
          const lost = alike || even ? a.lost + a.left * c.lost : 1 + size;
          const each = alike ? a.y + (1 - a.y) * c.y : 1 + (1 - a.y) * (1 - c.y);
          const both = bias[i * n + j] * left + spread[i * n + j] * added * (lost / each);
          row += i === j ? both / 2 : both;
        }
        sum += row;
      }
      return Math.max(0, 2 * sum);
    }
  };
}

/** What steps leave of a mode, a = ±(1 − y). */
interface Mode {
  readonly sign: number;
  /** ηh or 2 − ηh, the smaller: it has all of its digits. */
  readonly y: number;
  /** |a|ᵗ. */
  readonly left: number;
  /** 1 − |a|ᵗ, not by a difference: of a product, 1 − xy = (1 − x) + x(1 − y), it has all digits too. */
  readonly lost: number;
}

function modeOf(eta: number, h: number, steps: number): Mode {
  const room = sumLessProduct(2, 0, eta, h);
  const y = Math.min(room, eta * h);
  const sign = room < 1 ? -1 : 1;
  if (y === 1) return {sign, y, left: 0, lost: 1};
  const size = steps * log1p(-y);
  return {sign, y, left: exp(size), lost: -expm1(size)};
}

/**
 * The rate of least risk after T steps in batches of b, by a grid over the powers of ten below the edge, at least 6,
 * 4 + log₁₀ T, or as many as noise asks for, and golden section around its best.
 */
export function leastRisk(
  {limit, least: lowest, risk}: RiskOfRun,
  batchSize: number,
  steps: number
): {learningRate: number; risk: number} {
  const at = (position: number) => risk(limit * exp(-position * Math.LN10), batchSize, steps);
  const most = Math.max(
    6,
    log(steps) / Math.LN10 + 4,
    log(limit / lowest(batchSize)) / Math.LN10 + 2
  );
  const cells = 24 * Math.ceil(most);
  let [best, least] = [1, Infinity];
  for (let k = 1; k <= cells; k++) {
    const found = at((k * most) / cells);
    if (found < least) [best, least] = [k, found];
  }
  const place = goldenSection(at, [((best - 1) * most) / cells, ((best + 1) * most) / cells], 60);
  const learningRate = limit * exp(-place * Math.LN10);
  return {
    learningRate: positive("the best learning rate", learningRate),
    risk: inRange("the risk", risk(learningRate, batchSize, steps))
  };
}

/** b ≥ 1, an integer. */
export const batchOf = (value: number | undefined): number => integer("batchSize", value ?? 1, 1);
