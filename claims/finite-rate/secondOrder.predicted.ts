import type {Matrix} from "ml-matrix";
import {symmetricSqrt} from "../../lib/linalg/symmetricSqrt.js";
import {adamCovariance} from "../../lib/stationary/adamCovariance.js";
import {dampedNewtonCovariance} from "../../lib/stationary/dampedNewtonCovariance.js";
import {naturalGradientCovariance} from "../../lib/stationary/naturalGradientCovariance.js";
import {type Pair, pairs, secondOrder} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, eye, invert, plus, times, toMatrix} from "../printed/algebra.js";

const {
  datasetSize: N,
  batchSize: S,
  learningRate: lambda,
  momentum: mu,
  noiseRatio: c
} = secondOrder;
const share = (N - S) / (N * S);

const perPair = (f: (pair: Pair, k: Matrix) => readonly number[]): Numbers =>
  Object.fromEntries(pairs.map(pair => [pair.name, f(pair, toMatrix(pair.hessian))]));

const C = (pair: Pair) => toMatrix(pair.noise);
const newtonGain = ((1 + mu) / (1 - mu)) * (lambda / (2 * (1 + mu) - lambda));
const newtonGainPlain = ((1 + mu) / (1 - mu)) * (lambda / 2 / (1 + mu));

/** (98), as printed and the library's. */
export const newton = (): Numbers =>
  perPair((pair, k) => [
    ...entries(times(newtonGain, invert(k), C(pair), invert(k))),
    ...entries(
      dampedNewtonCovariance({
        hessian: pair.hessian,
        noise: pair.noise,
        learningRate: lambda,
        momentum: mu
      })
    )
  ]);

/** (98) without the correction −λ. */
export const newtonContinuous = (): Numbers =>
  perPair((pair, k) => {
    const sigma = entries(times(newtonGainPlain, invert(k), C(pair), invert(k)));
    return [...sigma, ...sigma];
  });

/** (101), with C = (N−S)/(NS) K. */
export const newtonMinibatch = (): Numbers =>
  perPair((_, k) => entries(times(newtonGain * share, invert(k))));

/** (101) with 1/S for (N−S)/(NS). */
export const newtonMinibatchFresh = (): Numbers =>
  perPair((_, k) => entries(times(newtonGain / S, invert(k))));

/** (103), general and mini-batch. */
export const newtonError = (): Numbers =>
  perPair((pair, k) => [
    (newtonGain / 2) * times(invert(k), C(pair)).trace(),
    (newtonGain / 2) * share * k.rows
  ]);

/** (103) without the correction −2λ. */
export const newtonErrorContinuous = (): Numbers =>
  perPair((pair, k) => [
    (newtonGainPlain / 2) * times(invert(k), C(pair)).trace(),
    (newtonGainPlain / 2) * share * k.rows
  ]);

/** (107), with the root of a matrix that is similar to a symmetric one; and the library's. */
export const natural = (): Numbers =>
  perPair((pair, k) => [
    ...entries(times(0.5, invert(k), bracket(k, C(pair)))),
    ...entries(
      naturalGradientCovariance({
        hessian: pair.hessian,
        noise: pair.noise,
        learningRate: lambda,
        momentum: mu
      })
    )
  ]);

/** Q + λ/(2(1+µ)) I of (107): CK⁻¹ = K^½ (K^−½CK^−½) K^−½. */
function bracket(k: Matrix, noise: Matrix): Matrix {
  const root = symmetricSqrt(k);
  const back = invert(root);
  const inner = times(back, noise, back);
  const one = eye(k.rows);
  const square = plus(
    times(lambda ** 2 / (4 * (1 + mu) ** 2), one),
    times((2 * lambda) / (1 - mu), plus(times(0.5, inner), times(0.5, inner.transpose())))
  );
  return plus(times(root, symmetricSqrt(square), back), times(lambda / (2 * (1 + mu)), one));
}

/** (107) with 1+µ for 1−µ under the root. */
export const naturalOther = (): Numbers =>
  perPair((pair, k) => {
    const noise = times((1 - mu) / (1 + mu), C(pair));
    const sigma = entries(times(0.5, invert(k), bracket(k, noise)));
    return [...sigma, ...sigma];
  });

/** (112), general: ¼ Tr[Q + λ/(2(1+µ)) I]. */
export const naturalError = (): Numbers => perPair((pair, k) => [bracket(k, C(pair)).trace() / 4]);

/** (112) without the term that is there without noise. */
export const naturalErrorNoiseless = (): Numbers =>
  perPair((pair, k) => [bracket(k, C(pair)).trace() / 4 - (lambda * k.rows) / (8 * (1 + mu))]);

/** (104): what is left of (KΣ)² − λ/(2(1+µ)) KΣ beside λ/(2(1−µ)) CK⁻¹. */
export const naturalEquation = (): Numbers =>
  perPair((pair, k) => entries(times(lambda / (2 * (1 - mu)), C(pair), invert(k))));

/** K⁻¹C for CK⁻¹. */
export const naturalEquationTransposed = (): Numbers =>
  perPair((pair, k) => entries(times(lambda / (2 * (1 - mu)), invert(k), C(pair))));

/** (109), with C = (N−S)/(NS) KΣK; and its loss, (112). */
export const naturalMinibatch = (): Numbers =>
  naturalMinibatchWith(((1 + mu) * share + 1 - mu) / (2 * (1 - mu ** 2)));

/** (109) with (1−µ)² for 1−µ². */
export const naturalMinibatchOther = (): Numbers =>
  naturalMinibatchWith(((1 + mu) * share + 1 - mu) / (2 * (1 - mu) ** 2));

const naturalMinibatchWith = (gain: number): Numbers =>
  perPair((_, k) => [...entries(times(lambda * gain, invert(k))), (lambda * gain * k.rows) / 2]);

/** (27) as printed and the library's; and (117). */
export const adam = (): Numbers => adamWith(lambda ** 2);

/** λ for λ²: the scaling of SGD. */
export const adamFirstOrder = (): Numbers => adamWith(lambda);

const adamWith = (scale: number): Numbers =>
  perPair((_, k) => [
    ...entries(times((scale * (1 + c)) / 4, eye(k.rows))),
    ...entries(
      times(
        scale / lambda ** 2,
        adamCovariance({learningRate: lambda, noiseRatio: c, dimension: k.rows})
      )
    ),
    ((scale * (1 + c)) / 8) * k.trace()
  ]);

/** (115): (1 + c)I. */
export const adamEquation = (): Numbers => perPair((_, k) => entries(times(1 + c, eye(k.rows))));

/** Were E ggᵀ the noise alone. */
export const adamEquationNoise = (): Numbers => perPair((_, k) => entries(times(c, eye(k.rows))));
