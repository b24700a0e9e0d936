import {type MatrixLike, symmetricMatrix} from "../check.js";
import {exponentOf, scale} from "../elementary/bits.js";
import {inRange} from "../inRange.js";
import {positiveSemidefinite} from "../linalg/definite.js";
import {frobenius, large, largestEntry, times, toDense} from "../linalg/dense.js";
import {factorAbove, quotientTrace} from "../linalg/quotientTrace.js";
import {withNoise} from "../noise/noiseArgument.js";
import {heavyBallGain} from "./heavyBallGain.js";
import {unitOf} from "./inEigenbasis.js";
import type {ConstantMomentum, MomentumRun} from "./linearRun.js";
import {quadratic} from "./quadratic.js";
import {heavyBallLimit, heavyBallRoom, momentumIn, requireStable} from "./stability.js";

/**
 * The expected excess loss of heavy ball in its stationary state, Σ that of
 * `momentumCovariance`, with the same arguments, shapes and stability region.
 *
 *     ½ Tr KΣ = λ/(4(1−µ)) Tr[(I − λK/(2(1+µ)))⁻¹C]
 *
 * for every C, commuting with K or not, as only the diagonal of C in the eigenbasis of K enters.
 *
 * Method: ½ Σᵢ kᵢΣᵢᵢ in that basis; from n = 64 on the trace, by Cholesky factors. Source: finite-rate (11) and theorem 5, (12).
 *
 * @throws RangeError if an argument is out of range, a matrix not symmetric, orders differ, or the
 * loss is beyond the range of float64.
 * @throws UnstableError if K is not positive definite or λ outside (0, 2(1+µ)/λmax).
 * @example
 * excessLoss({hessian: [[1]], noise: [[1]], learningRate: 1}); // 0.5
 */
export function excessLoss(options: MomentumRun): number {
  const {
    hessian,
    noise,
    learningRate,
    momentum = 0
  } = withNoise<ConstantMomentum>("excessLoss", options, ["hessian", "learningRate", "momentum"]);
  momentumIn(momentum);
  const trace = traceForm(hessian, noise, learningRate, momentum);
  if (trace !== undefined) return trace;
  const {n, curvatures, noise: c} = quadratic(hessian, noise);
  const largest = curvatures[n - 1];
  const room = () => heavyBallRoom(largest, learningRate, momentum);
  requireStable(learningRate, heavyBallLimit(largest, momentum), "2(1+momentum)/λmax", room);
  // In units of the largest curvature and noise, so that no product leaves the range before the loss does.
  const unit = unitOf({n, curvatures});
  const level = Math.max(-1000, exponentOf(largestEntry(c)));
  const rate = scale(learningRate, unit);
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const k = scale(curvatures[i], -unit);
    loss += 0.5 * k * scale(c[i * (n + 1)], -level) * heavyBallGain(k, k, rate, momentum);
  }
  return inRange("the stationary loss", scale(loss, level - unit));
}

/**
 * The trace, for large matrices of ordinary size, where K and I − λK/(2(1+µ)) are definite beyond doubt. Else
 * nothing: the eigenvalues tell what is wrong.
 */
function traceForm(
  hessian: MatrixLike,
  noise: MatrixLike,
  learningRate: number,
  momentum: number
): number | undefined {
  const k = toDense(symmetricMatrix("hessian", hessian));
  const n = Math.sqrt(k.length);
  if (n < large) return undefined;
  const c = positiveSemidefinite("noise", noise, n);
  const rate = learningRate / (2 * (1 + momentum));
  const sizes = [learningRate, largestEntry(k), largestEntry(c)];
  if (!sizes.every(x => x > 1e-100 && x < 1e100)) return undefined;
  const rest = times(k, -rate);
  for (let i = 0; i < n; i++) rest[i * n + i] += 1;
  const doubt = 100 * n * Number.EPSILON;
  const factor = factorAbove(doubt * Math.max(1, frobenius(rest)), rest, n);
  if (!factor || !factorAbove(doubt * frobenius(k), k, n)) return undefined;
  return (learningRate / (4 * (1 - momentum))) * quotientTrace(factor, c, n);
}
