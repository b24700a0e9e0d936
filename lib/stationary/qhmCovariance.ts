import type {Matrix} from "ml-matrix";
import {numberIn} from "../check.js";
import {scale} from "../elementary/bits.js";
import {withNoise} from "../noise/noiseArgument.js";
import {inEigenbasis, unitOf} from "./inEigenbasis.js";
import type {ConstantMomentum, MomentumRun} from "./linearRun.js";
import {qhmGain} from "./qhmGain.js";
import {quadratic} from "./quadratic.js";
import {momentumIn, qhmLimit, qhmRoom, requireStable} from "./stability.js";

/**
 * Stationary covariance Σ of the parameters under quasi-hyperbolic momentum on a quadratic
 * (finite-rate (72)), with the damped buffer:
 *
 *     g = K w + η, m ← µm + (1−µ)g, w ← w − λ[(1−ν)g + νm], Cov η = C
 *
 * K (`hessian`) is n×n, symmetric positive definite; C (`noise`) n×n, symmetric positive
 * semidefinite, the covariance of the gradient noise of one update (already divided by the batch
 * size); µ (`momentum`, default 0) lies in [0, 1), ν (`nu`, default 1) in [0, 1]. ν = 0 is SGD at
 * rate λ, ν = 1 heavy ball at rate λ(1−µ). K and C need not commute. Σ exists exactly for λ
 * (`learningRate`) in (0, 2(1+µ)/((1+µ−2µν)λmax(K))).
 *
 * Method: in the eigenbasis of K two modes couple through C alone; each pair has a closed form
 * without cancellation ({@link qhmGain}), derived here from the recursion and not from
 * finite-rate theorem 11.
 *
 * @throws RangeError if an argument is out of range, a matrix not symmetric or orders differ.
 * @throws UnstableError if K is not positive definite or λ outside the region above.
 * @example
 * qhmCovariance({hessian: [[1]], noise: [[1]], learningRate: 2, momentum: 0.5}); // [[1.5]]
 */
export function qhmCovariance(options: MomentumRun & {nu?: number}): Matrix {
  const {
    hessian,
    noise,
    learningRate,
    momentum = 0,
    nu = 1
  } = withNoise<ConstantMomentum & {nu?: number}>("qhmCovariance", options, [
    "hessian",
    "learningRate",
    "momentum",
    "nu"
  ]);
  momentumIn(momentum);
  numberIn("nu", nu, "[0, 1]", x => x >= 0 && x <= 1);
  const q = quadratic(hessian, noise);
  const largest = q.curvatures[q.n - 1];
  requireStable(
    learningRate,
    qhmLimit(largest, momentum, nu),
    "2(1+momentum)/((1+momentum−2·momentum·nu)λmax)",
    () => qhmRoom(largest, learningRate, momentum, nu)
  );
  const unit = unitOf(q);
  const rate = scale(learningRate, unit);
  return inEigenbasis(q, (ki, kj) => qhmGain(ki, kj, rate, momentum, nu), -2 * unit);
}
