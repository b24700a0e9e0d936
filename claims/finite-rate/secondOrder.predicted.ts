import {symmetricSqrt} from "../../lib/linalg/symmetricSqrt.js";
import {adamCovariance} from "../../lib/stationary/adamCovariance.js";
import {dampedNewtonCovariance} from "../../lib/stationary/dampedNewtonCovariance.js";
import {naturalGradientCovariance} from "../../lib/stationary/naturalGradientCovariance.js";
import {type Pair, secondOrder} from "../cases/problems.js";
import {C, eye, invert, K, plus, times} from "../printed/algebra.js";

const {
  datasetSize: N,
  batchSize: S,
  learningRate: lambda,
  momentum: mu,
  noiseRatio: c
} = secondOrder;
const share = (N - S) / (N * S);

const order = (pair: Pair) => pair.hessian.length;
const told = ({hessian, noise}: Pair) => ({hessian, noise, learningRate: lambda, momentum: mu});

const newtonGain = ((1 + mu) / (1 - mu)) * (lambda / (2 * (1 + mu) - lambda));
const newtonGainPlain = ((1 + mu) / (1 - mu)) * (lambda / 2 / (1 + mu));

const newtonWith = (gain: number) => (pair: Pair) =>
  times(gain, invert(K(pair)), C(pair), invert(K(pair)));

/** (98). */
export const newton = newtonWith(newtonGain);

export const libraryNewton = (pair: Pair) => dampedNewtonCovariance(told(pair));

/** (98) without the correction −λ. */
export const newtonContinuous = newtonWith(newtonGainPlain);

/** (101), with C = (N−S)/(NS) K. */
export const newtonMinibatch = (pair: Pair) => times(newtonGain * share, invert(K(pair)));

/** (101) with 1/S for (N−S)/(NS). */
export const newtonMinibatchFresh = (pair: Pair) => times(newtonGain / S, invert(K(pair)));

const newtonErrorWith = (gain: number) => (pair: Pair) => [
  (gain / 2) * times(invert(K(pair)), C(pair)).trace(),
  (gain / 2) * share * order(pair)
];

/** (103), general and mini-batch. */
export const newtonError = newtonErrorWith(newtonGain);

/** (103) without the correction −2λ. */
export const newtonErrorContinuous = newtonErrorWith(newtonGainPlain);

/** Q + λ/(2(1+µ)) I of (107): CK⁻¹ = K^½ (K^−½CK^−½) K^−½; `weight` of the noise. */
function bracket(pair: Pair, weight = 1) {
  const root = symmetricSqrt(K(pair));
  const back = invert(root);
  const inner = times(back, times(weight, C(pair)), back);
  const one = eye(order(pair));
  const square = plus(
    times(lambda ** 2 / (4 * (1 + mu) ** 2), one),
    times((2 * lambda) / (1 - mu), plus(times(0.5, inner), times(0.5, inner.transpose())))
  );
  return plus(times(root, symmetricSqrt(square), back), times(lambda / (2 * (1 + mu)), one));
}

/** (107), with the root of a matrix that is similar to a symmetric one. */
export const natural = (pair: Pair) => times(0.5, invert(K(pair)), bracket(pair));

export const libraryNatural = (pair: Pair) => naturalGradientCovariance(told(pair));

/** (107) with 1+µ for 1−µ under the root. */
export const naturalOther = (pair: Pair) =>
  times(0.5, invert(K(pair)), bracket(pair, (1 - mu) / (1 + mu)));

/** (112), general: ¼ Tr[Q + λ/(2(1+µ)) I]. */
export const naturalError = (pair: Pair) => bracket(pair).trace() / 4;

/** (112) without the term that is there without noise. */
export const naturalErrorNoiseless = (pair: Pair) =>
  naturalError(pair) - (lambda * order(pair)) / (8 * (1 + mu));

/** (104): what is left of (KΣ)² − λ/(2(1+µ)) KΣ beside λ/(2(1−µ)) CK⁻¹. */
export const naturalEquation = (pair: Pair) =>
  times(lambda / (2 * (1 - mu)), C(pair), invert(K(pair)));

/** K⁻¹C for CK⁻¹. */
export const naturalEquationTransposed = (pair: Pair) =>
  times(lambda / (2 * (1 - mu)), invert(K(pair)), C(pair));

const naturalMinibatchWith = (spread: number) => (pair: Pair) => {
  const gain = ((1 + mu) * share + 1 - mu) / (2 * spread);
  return [times(lambda * gain, invert(K(pair))), (lambda * gain * order(pair)) / 2];
};

/** (109), with C = (N−S)/(NS) KΣK; and its loss, (112). */
export const naturalMinibatch = naturalMinibatchWith(1 - mu ** 2);

/** (109) with (1−µ)² for 1−µ². */
export const naturalMinibatchOther = naturalMinibatchWith((1 - mu) ** 2);

const adamWith = (scale: number) => (pair: Pair) => [
  times((scale * (1 + c)) / 4, eye(order(pair))),
  ((scale * (1 + c)) / 8) * K(pair).trace()
];

/** (27) and (117). */
export const adam = adamWith(lambda ** 2);

/** The library's Σ, and half its trace with K. */
export const libraryAdam = (pair: Pair) => {
  const sigma = adamCovariance({learningRate: lambda, noiseRatio: c, dimension: order(pair)});
  return [sigma, times(K(pair), sigma).trace() / 2];
};

/** λ for λ²: the scaling of SGD. */
export const adamFirstOrder = adamWith(lambda);

/** (115): (1 + c)I. */
export const adamEquation = (pair: Pair) => times(1 + c, eye(order(pair)));

/** Were E ggᵀ the noise alone. */
export const adamEquationNoise = (pair: Pair) => times(c, eye(order(pair)));
