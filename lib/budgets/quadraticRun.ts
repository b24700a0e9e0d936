import {integer, type MatrixLike, positive, symmetricMatrix, vector} from "../check.js";
import {exp} from "../elementary/exp.js";
import {goldenSection} from "../elementary/goldenSection.js";
import {integerPower} from "../elementary/integerPower.js";
import {log} from "../elementary/log.js";
import {log1p} from "../elementary/log1p.js";
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
  const start = vector("initial", initial, n);
  const theta = Array.from(h, (_, i) =>
    start.reduce((sum, x, j) => sum + vectors[j * n + i] * x, 0)
  );
  const M =
    metric === undefined
      ? toDense(symmetricMatrix("hessian", hessian, n))
      : positiveSemidefinite("metric", metric, n);
  const weights = intoBasis(M, vectors, n);
  const bias = weights.map((x, at) => (x * theta[Math.floor(at / n)] * theta[at % n]) / 2);
  const spread = weights.map((x, at) => (x * noise[at]) / 2);
  const limit = 2 / h[n - 1];
  return {
    limit,
    risk(eta, b, steps) {
      const kept = Array.from(h, x => powerOf(1 - eta * x, eta * x, steps));
      let sum = 0;
      for (let i = 0; i < n; i++)
        for (let j = i; j < n; j++) {
          const both = eta * (h[i] + h[j] - eta * h[i] * h[j]);
          const left = kept[i] * kept[j];
          const at = i * n + j;
          const each = bias[at] * left + (((spread[at] * eta) / b) * eta * (1 - left)) / both;
          sum += i === j ? each : 2 * each;
        }
      return Math.max(0, sum);
    }
  };
}

/** (1 − x)ᵗ for a whole t, without the cancellation of 1 − x where x is small. */
function powerOf(base: number, x: number, t: number): number {
  return x < 0.5 ? exp(t * log1p(-x)) : integerPower(base, t);
}

/**
 * The rate of least risk after T steps in batches of b, by a grid over the max(6, 4 + log₁₀ T) powers of ten below
 * the edge and golden section around its best.
 */
export function leastRisk(
  {limit, risk}: RiskOfRun,
  batchSize: number,
  steps: number
): {learningRate: number; risk: number} {
  const at = (position: number) => risk(limit * exp(-position * Math.LN10), batchSize, steps);
  const most = Math.max(6, log(steps) / Math.LN10 + 4);
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
