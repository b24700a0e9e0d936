import {Matrix} from "ml-matrix";
import {expect, test} from "vitest";
import {
  averagedIterate,
  fixedAdamCovariance,
  fixedRmspropCovariance,
  momentumCovariance,
  qhmCovariance,
  sgdCovariance
} from "../../lib/index.js";
import fixture from "./fixtures/optimisers.json";
import {relativeError} from "./relativeError.js";

// The rows of the table of optimisers on /api, held to PyTorch, Optax and JAX: fixtures/optimisers.py ran them.
const {hessian, noise, secondMoments, covariances} = fixture;
const [lr, mu] = [0.3, 0.8];
const decayed = hessian.map((row, i) => row.map((x, j) => (i === j ? x + 0.2 : x)));

const sgd = () => sgdCovariance({hessian, noise, learningRate: lr});
const momentum = (learningRate: number, h = hessian) =>
  momentumCovariance({hessian: h, noise, learningRate, momentum: mu});
const nesterov = () =>
  qhmCovariance({hessian, noise, learningRate: 0.1 / (1 - mu), momentum: mu, nu: mu});
const adam = () =>
  fixedAdamCovariance({
    ...{hessian, noise, secondMoments, learningRate: 0.1},
    ...{beta1: mu, epsilon: 0.05}
  });
const rmsprop = (options: {secondMoments: number[]; epsilon: number; momentum?: number}) =>
  fixedRmspropCovariance({hessian, noise, learningRate: 0.1, ...options});
const rooted = {secondMoments: secondMoments.map(v => v + 0.05), epsilon: 0};

const rows: Record<keyof typeof covariances, () => Matrix> = {
  "torch SGD(lr)": sgd,
  "optax sgd(lr)": sgd,
  "jax sgd(lr)": sgd,
  "torch SGD(lr, momentum)": () => momentum(lr),
  "optax sgd(lr, momentum)": () => momentum(lr),
  "jax momentum(lr, mass)": () => momentum(lr),
  "torch SGD(lr, momentum, dampening)": () => momentum(lr * (1 - 0.6)),
  "torch SGD(nesterov)": nesterov,
  "optax sgd(nesterov)": nesterov,
  "jax nesterov(lr, mass)": nesterov,
  "optax trace": () => momentum(lr),
  "optax ema": () => momentum(lr * (1 - mu)),
  "torch weight_decay": () => momentum(lr, decayed),
  "optax add_decayed_weights": () => momentum(lr, decayed),
  "torch Adam": adam,
  "optax adam": adam,
  "jax adam": adam,
  "torch RMSprop": () => rmsprop({secondMoments, epsilon: 0.05, momentum: mu}),
  "optax rmsprop": () => rmsprop({...rooted, momentum: mu}),
  "jax rmsprop": () => rmsprop(rooted),
  "torch AveragedModel": () =>
    averagedIterate({hessian, noise, learningRate: lr, steps: 12, burnIn: 4}).covariance
};

/** What an optimiser whose second moments are set leaves them to move by. */
const still = 1e-7;

test.each(Object.entries(rows))("%s", (name, law) => {
  const measured = new Matrix(covariances[name as keyof typeof covariances]);
  const tolerance = /adam|rmsprop/i.test(name) ? still : 1e-12;
  expect(relativeError(law(), measured)).toBeLessThan(tolerance);
});
