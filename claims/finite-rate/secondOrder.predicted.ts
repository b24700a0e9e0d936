import {symmetricSqrt} from "../../lib/linalg/symmetricSqrt.js";
import {adamCovariance} from "../../lib/stationary/adamCovariance.js";
import {dampedNewtonCovariance} from "../../lib/stationary/dampedNewtonCovariance.js";
import {naturalGradientCovariance} from "../../lib/stationary/naturalGradientCovariance.js";
import type {SecondRun} from "../cases/secondOrder.js";
import {C, eye, invert, K, plus, shareOf, times} from "../printed/algebra.js";

const order = (run: SecondRun) => run.hessian.length;
const told = ({hessian, noise, rate, momentum}: SecondRun) => ({
  hessian,
  noise,
  learningRate: rate,
  momentum
});

const newtonGain = ({rate: lambda, momentum: mu}: SecondRun) =>
  ((1 + mu) / (1 - mu)) * (lambda / (2 * (1 + mu) - lambda));
const newtonGainPlain = ({rate: lambda, momentum: mu}: SecondRun) =>
  ((1 + mu) / (1 - mu)) * (lambda / 2 / (1 + mu));

const newtonWith = (gain: (run: SecondRun) => number) => (run: SecondRun) =>
  times(gain(run), invert(K(run)), C(run), invert(K(run)));

/** (98). */
export const newton = newtonWith(newtonGain);

export const libraryNewton = (run: SecondRun) => dampedNewtonCovariance(told(run));

/** (98) without the correction −λ. */
export const newtonContinuous = newtonWith(newtonGainPlain);

/** (101), with C = (N−S)/(NS) K. */
export const newtonMinibatch = (run: SecondRun) =>
  times(newtonGain(run) * shareOf(run), invert(K(run)));

/** (101) with 1/S for (N−S)/(NS). */
export const newtonMinibatchFresh = (run: SecondRun) =>
  times(newtonGain(run) / run.batchSize, invert(K(run)));

const newtonErrorWith = (gain: (run: SecondRun) => number) => (run: SecondRun) => [
  (gain(run) / 2) * times(invert(K(run)), C(run)).trace(),
  (gain(run) / 2) * shareOf(run) * order(run)
];

/** (103), general and mini-batch. */
export const newtonError = newtonErrorWith(newtonGain);

/** (103) without the correction −2λ. */
export const newtonErrorContinuous = newtonErrorWith(newtonGainPlain);

/** Q + λ/(2(1+µ)) I of (107): CK⁻¹ = K^½ (K^−½CK^−½) K^−½; `weight` of the noise. */
function bracket(run: SecondRun, weight = 1) {
  const {rate: lambda, momentum: mu} = run;
  const root = symmetricSqrt(K(run));
  const back = invert(root);
  const inner = times(back, times(weight, C(run)), back);
  const one = eye(order(run));
  const square = plus(
    times(lambda ** 2 / (4 * (1 + mu) ** 2), one),
    times((2 * lambda) / (1 - mu), plus(times(0.5, inner), times(0.5, inner.transpose())))
  );
  return plus(times(root, symmetricSqrt(square), back), times(lambda / (2 * (1 + mu)), one));
}

/** (107), with the root of a matrix that is similar to a symmetric one. */
export const natural = (run: SecondRun) => times(0.5, invert(K(run)), bracket(run));

export const libraryNatural = (run: SecondRun) => naturalGradientCovariance(told(run));

/** (107) with 1+µ for 1−µ under the root. */
export const naturalOther = (run: SecondRun) =>
  times(0.5, invert(K(run)), bracket(run, (1 - run.momentum) / (1 + run.momentum)));

const naturalMinibatchError = (run: SecondRun, spread: (mu: number) => number) => {
  const {rate, momentum: mu} = run;
  return (rate * order(run) * ((1 + mu) * shareOf(run) + 1 - mu)) / (4 * spread(mu));
};
const product = (mu: number) => 1 - mu ** 2;

/** (112): ¼ Tr[Q + λ/(2(1+µ)) I], and with mini-batch noise. */
export const naturalError = (run: SecondRun) => [
  bracket(run).trace() / 4,
  naturalMinibatchError(run, product)
];

/** (112) without the term that is there without noise. */
export const naturalErrorNoiseless = (run: SecondRun) => {
  const [general, minibatch] = naturalError(run);
  return [general - (run.rate * order(run)) / (8 * (1 + run.momentum)), minibatch];
};

/** (104): what is left of (KΣ)² − λ/(2(1+µ)) KΣ beside λ/(2(1−µ)) CK⁻¹. */
export const naturalEquation = (run: SecondRun) =>
  times(run.rate / (2 * (1 - run.momentum)), C(run), invert(K(run)));

/** K⁻¹C for CK⁻¹. */
export const naturalEquationTransposed = (run: SecondRun) =>
  times(run.rate / (2 * (1 - run.momentum)), invert(K(run)), C(run));

const naturalMinibatchWith = (spread: (mu: number) => number) => (run: SecondRun) =>
  times((2 * naturalMinibatchError(run, spread)) / order(run), invert(K(run)));

/** (109), with C = (N−S)/(NS) KΣK. */
export const naturalMinibatch = naturalMinibatchWith(product);

/** (109) with (1−µ)² for 1−µ². */
export const naturalMinibatchOther = naturalMinibatchWith(mu => (1 - mu) ** 2);

const adamWith = (power: number) => (run: SecondRun) => {
  const scale = (run.rate ** power * (1 + run.noiseRatio)) / 4;
  return [times(scale, eye(order(run))), (scale / 2) * K(run).trace()];
};

/** (27) and (117). */
export const adam = adamWith(2);

/** The library's Σ, and half its trace with K. */
export const libraryAdam = (run: SecondRun) => {
  const {rate: learningRate, noiseRatio} = run;
  const sigma = adamCovariance({learningRate, noiseRatio, dimension: order(run)});
  return [sigma, times(K(run), sigma).trace() / 2];
};

/** λ for λ²: the scaling of SGD. */
export const adamFirstOrder = adamWith(1);

/** (115): (1 + c)I. */
export const adamEquation = (run: SecondRun) => times(1 + run.noiseRatio, eye(order(run)));

/** Were E ggᵀ the noise alone. */
export const adamEquationNoise = (run: SecondRun) => times(run.noiseRatio, eye(order(run)));
