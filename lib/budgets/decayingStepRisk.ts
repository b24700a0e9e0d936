import {Matrix} from "ml-matrix";
import {integer, type MatrixLike, numberIn, positive, symmetricMatrix} from "../check.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import {iterateCovariance} from "../stationary/iterateCovariance.js";

export interface DecayingStepRiskOptions {
  /** H, d×d, positive definite. */
  readonly hessian: MatrixLike;
  /** d×d covariance of the noise of one update: G/b. */
  readonly noise: MatrixLike;
  /** F, d×d: the risk is E‖θ_T − θ⋆‖²_F. */
  readonly metric: MatrixLike;
  /** η₀ and t₀ ≥ 0 of η_t = η₀/(t + t₀), t = 1, 2, …; t₀ defaults to 0. */
  readonly eta0: number;
  readonly offset?: number;
  /** θ₁ − θ⋆. */
  readonly initial: readonly number[];
  /** The T ≥ 2 at which to look, ascending: after T − 1 updates. */
  readonly horizons: readonly number[];
}

/** The two parts of the risk, which add up to it. */
export interface DecayingStepRisk {
  readonly horizon: number;
  /** Tr F Cov θ_T: what the noise has left. */
  readonly noise: number;
  /** ‖E θ_T − θ⋆‖²_F: what is left of the start. */
  readonly start: number;
}

/**
 * Exact risk of SGD with steps η₀/(t + t₀) on a quadratic, at each horizon
 *
 *     θ_{t+1} = θ_t − η_t(H(θ_t − θ⋆) + ζ_t),   E‖θ_T − θ⋆‖²_F = Tr F Cov θ_T + ‖E θ_T − θ⋆‖²_F
 *
 * in the eigenbasis of H, for white noise of any law. O(T d²). Source: Fisher, Theorem 6.5, which
 * bounds it.
 *
 * @throws RangeError unless H is positive definite, shapes match, η₀ > 0, t₀ ≥ 0, horizons ascending ≥ 2
 * @example
 * decayingStepRisk({hessian: [[1]], noise: [[1]], metric: [[1]], eta0: 1, initial: [5], horizons: [101]});
 * // noise 0.01, start 0: θ is then a mean of 100 draws
 */
export function decayingStepRisk(options: DecayingStepRiskOptions): DecayingStepRisk[] {
  const hessian = symmetricMatrix("hessian", options.hessian);
  const d = hessian.rows;
  const noise = symmetricMatrix("noise", options.noise, d);
  const metric = symmetricMatrix("metric", options.metric, d);
  const eta0 = positive("eta0", options.eta0);
  const offset = numberIn("offset", options.offset ?? 0, "[0, ∞)", x => x >= 0);
  const {initial, horizons} = options;
  if (initial.length !== d)
    throw new RangeError(`initial must have ${d} entries; got ${initial.length}`);
  for (const [k, horizon] of horizons.entries())
    integer("horizons", horizon, k === 0 ? 2 : horizons[k - 1] + 1);
  const {values, vectors} = symmetricEigen(hessian);
  if (!(values[0] > 0))
    throw new RangeError(`hessian must be positive definite; got an eigenvalue of ${values[0]}`);
  const curvatures = [...values];
  const turn = (m: Matrix) => vectors.transpose().mmul(m).mmul(vectors);
  const [F, N] = [turn(metric), turn(noise)];
  let mean = vectors
    .transpose()
    .mmul(Matrix.columnVector([...initial]))
    .getColumn(0);
  const rate = (t: number) => eta0 / (t + 1 + offset);
  const steps = horizons.map(T => T - 1);
  let t = 0;
  return iterateCovariance({
    curvatures,
    noise: symmetricMatrix("noise", symmetrised(N)),
    learningRate: rate,
    steps
  }).map((C, k) => {
    for (; t < steps[k]; t++) mean = mean.map((x, i) => (1 - rate(t) * curvatures[i]) * x);
    const column = Matrix.columnVector(mean);
    return {
      horizon: horizons[k],
      noise: F.mmul(C).trace(),
      start: column.transpose().mmul(F).mmul(column).get(0, 0)
    };
  });
}

const symmetrised = (m: Matrix) => Matrix.mul(Matrix.add(m, m.transpose()), 0.5);
