import {add, inverse, product, type Square, scale, subtract, transpose} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {loss} from "../brute/loss.js";
import {batchShare, information, inverseRoot, settled} from "../brute/selfMade.js";
import type {Rows} from "../cases/matrices.js";
import type {SecondRun} from "../cases/secondOrder.js";

const newtonState = ({hessian, rate, momentum}: SecondRun, noise: Rows) =>
  steadyCovariance({hessian, noise, rate: scale(inverse(hessian), rate), momentum});

/** The steady state with Λ = λK⁻¹. */
export const newton = (run: SecondRun) => newtonState(run, run.noise);

/** The same with C = (N−S)/(NS) K. */
export const newtonMinibatch = (run: SecondRun) =>
  newtonState(run, scale(run.hessian, batchShare(run)));

/** ½ Tr KΣ of both. */
export const newtonError = (run: SecondRun) => [
  loss(run, newton(run)),
  loss(run, newtonMinibatch(run))
];

/** A Σ that is the steady state of the recursion whose rate and noise it determines, from well above. */
const selfConsistent = (
  {hessian}: SecondRun,
  start: number,
  momentum: number,
  rateOf: (sigma: Square) => Square,
  noiseOf: (sigma: Square) => Rows
) =>
  settled(
    s => steadyCovariance({hessian, noise: noiseOf(s), rate: rateOf(s), momentum}),
    scale(inverse(hessian), start),
    i => (i > 400 ? 1e-15 : 1e-16)
  );

const naturalState = (run: SecondRun, start: number, noiseOf: (sigma: Square) => Rows) =>
  selfConsistent(
    run,
    start,
    run.momentum,
    s => scale(inverse(information(run, s)), run.rate),
    noiseOf
  );

/** The Σ that natural gradient descent with constant noise keeps, Λ = λ(KΣK)⁻¹. */
export const natural = (run: SecondRun) =>
  naturalState(run, 2 * Math.max(1, run.rate), () => run.noise);

/** Its (KΣ)² − λ/(2(1+µ)) KΣ. */
export const naturalEquation = (run: SecondRun) => {
  const x = product(run.hessian, natural(run));
  return subtract(product(x, x), scale(x, run.rate / (2 * (1 + run.momentum))));
};

/** The same with C = (N−S)/(NS) KΣK. */
export const naturalMinibatch = (run: SecondRun) =>
  naturalState(run, (2 * run.rate) / (1 - run.momentum), s =>
    scale(information(run, s), batchShare(run))
  );

/** ½ Tr KΣ of both. */
export const naturalError = (run: SecondRun) => [
  loss(run, natural(run)),
  loss(run, naturalMinibatch(run))
];

const adamRate = (run: SecondRun, sigma: Rows) =>
  scale(inverseRoot(scale(information(run, sigma), 1 + run.noiseRatio)), run.rate);

const adamState = (run: SecondRun) =>
  selfConsistent(
    run,
    2 * run.rate ** 2,
    0,
    s => adamRate(run, s),
    s => scale(information(run, s), run.noiseRatio)
  );

/** The Σ that Adam keeps, Λ = λ(KΣK + C)^−½ with C = cKΣK; and its ½ Tr KΣ. */
export const adam = (run: SecondRun) => {
  const sigma = adamState(run);
  return [sigma, loss(run, sigma)];
};

/** Λ⁻¹K⁻¹ + K⁻¹Λ⁻¹ there. */
export const adamEquation = (run: SecondRun) => {
  const half = product(inverse(adamRate(run, adamState(run))), inverse(run.hessian));
  return add(half, transpose(half));
};
