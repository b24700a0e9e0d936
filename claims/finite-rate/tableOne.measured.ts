import {add, inverse, norm, product, type Square, scale, subtract} from "../brute/arrays.js";
import {covarianceAfter, type Optimiser, steadyCovariance} from "../brute/augmented.js";
import {selfMadeCovariance} from "../brute/selfMade.js";
import {tableOne} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const {curvatures, learningRate, momentum, nu, noiseRatio} = tableOne;
const diagonalOf = (values: readonly number[]): Square =>
  values.map((x, i) => values.map((_, j) => (i === j ? x : 0)));
const hessian = diagonalOf(curvatures);
const noise = diagonalOf(tableOne.noise);

const plain = {hessian, noise, rate: learningRate};
const optimisers: Record<"SGD" | "SGDM" | "DNM" | "QHM", Optimiser> = {
  SGD: plain,
  SGDM: {...plain, momentum},
  DNM: {...plain, momentum, rate: scale(inverse(hessian), learningRate)},
  QHM: {...plain, momentum, nu, damped: true}
};

/** The natural gradient's own Σ, by damped iteration. */
function natural(): Square {
  let sigma = inverse(hessian);
  for (let i = 0; i < 1000; i++) {
    const rate = scale(inverse(product(hessian, sigma, hessian)), learningRate);
    const next = steadyCovariance({hessian, noise, rate, momentum});
    const change = scale(subtract(next, sigma), 1 / 8);
    sigma = add(sigma, change);
    if (norm(change) <= 1e-15 * norm(sigma)) return sigma;
  }
  throw new Error("the natural gradient's fixed point is not reached");
}

const adam = () =>
  selfMadeCovariance({
    method: "adam",
    hessian,
    rate: learningRate,
    ratio: noiseRatio,
    forgetting: 1,
    start: hessian,
    steps: 120
  });

const diagonal = (sigma: Square) => sigma.map((row, i) => row[i]);
const loss = (sigma: Square) => [
  diagonal(sigma).reduce((sum, x, i) => sum + (curvatures[i] * x) / 2, 0)
];

const column = (f: (sigma: Square) => number[]): Numbers => ({
  SGD: f(steadyCovariance(optimisers.SGD)),
  SGDM: f(steadyCovariance(optimisers.SGDM)),
  DNM: f(steadyCovariance(optimisers.DNM)),
  NGD: f(natural()),
  Adam: f(adam())
});

/** Σ of each optimiser. */
export const covariances = (): Numbers => column(diagonal);

/** ½ Tr KΣ of each. */
export const errors = (): Numbers => column(loss);

export const qhmCovariances = (): Numbers => ({QHM: diagonal(steadyCovariance(optimisers.QHM))});
export const qhmError = (): Numbers => ({QHM: loss(steadyCovariance(optimisers.QHM))});

/** The same, stepped 600 times from rest. */
export const qhmCovariancesStepped = (): Numbers => ({
  QHM: diagonal(covarianceAfter(optimisers.QHM, 600))
});
export const qhmErrorStepped = (): Numbers => ({QHM: loss(covarianceAfter(optimisers.QHM, 600))});

const at = (name: "SGD" | "SGDM" | "QHM", rate: number) =>
  steadyCovariance({...optimisers[name], rate});

const small = 1e-5;
const slope = (name: "SGD" | "SGDM" | "QHM") => diagonal(at(name, small)).map(x => x / small);

/** Σ/λ at a small λ. */
export const firstOrders = (): Numbers => ({SGD: slope("SGD"), SGDM: slope("SGDM")});
export const qhmFirstOrder = (): Numbers => ({QHM: slope("QHM")});

/** Σ/λ stepped from rest at a rate that is not as small, extrapolated from two. */
export const qhmFirstOrderStepped = (): Numbers => {
  const stepped = (rate: number) =>
    diagonal(covarianceAfter({...optimisers.QHM, rate}, 8000)).map(x => x / rate);
  const [one, two] = [stepped(0.005), stepped(0.01)];
  return {QHM: one.map((x, i) => 2 * x - two[i])};
};

/** The first two coefficients of the error in λ, from its values at λ and 2λ. */
export function series(): Numbers {
  const rate = 1e-4;
  const of = (name: "SGD" | "SGDM" | "QHM"): [number, number] => {
    const [one] = loss(at(name, rate)).map(x => x / rate);
    const [two] = loss(at(name, 2 * rate)).map(x => x / (2 * rate));
    return [2 * one - two, (two - one) / rate];
  };
  const [sgd, ball, qhm] = [of("SGD"), of("SGDM"), of("QHM")];
  return {
    "SGD, λ": [sgd[0]],
    "SGD, λ²": [sgd[1]],
    "SGDM, λ": [ball[0]],
    "SGDM, λ²": [ball[1]],
    "QHM, λ": [qhm[0]],
    "QHM, λ²": [qhm[1]]
  };
}
