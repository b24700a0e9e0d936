import {diagonal, inverse, product, type Square, scale} from "../brute/arrays.js";
import {covarianceAfter, type Optimiser, steadyCovariance} from "../brute/augmented.js";
import {selfMadeCovariance, settled} from "../brute/selfMade.js";
import {tableOne} from "../cases/problems.js";
import type {Coefficient, Linear, Row} from "../cases/tableOne.js";

const {learningRate, momentum, nu, noiseRatio} = tableOne;
const hessian = diagonal(tableOne.curvatures);
const noise = diagonal(tableOne.noise);

const plain = {hessian, noise, rate: learningRate};
const optimisers: Record<Linear | "DNM", Optimiser> = {
  SGD: plain,
  SGDM: {...plain, momentum},
  DNM: {...plain, momentum, rate: scale(inverse(hessian), learningRate)},
  QHM: {...plain, momentum, nu, damped: true}
};

/** The natural gradient's own Σ, by damped iteration. */
const natural = () =>
  settled(
    sigma => {
      const rate = scale(inverse(product(hessian, sigma, hessian)), learningRate);
      return steadyCovariance({hessian, noise, rate, momentum});
    },
    inverse(hessian),
    () => 1e-15
  );

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

const sigma = ({name}: Row): Square =>
  name === "NGD" ? natural() : name === "Adam" ? adam() : steadyCovariance(optimisers[name]);

const directions = (s: Square) => s.map((row, i) => row[i]);
const loss = (s: Square) =>
  directions(s).reduce((sum, x, i) => sum + (tableOne.curvatures[i] * x) / 2, 0);

/** Σ of each optimiser. */
export const covariances = (row: Row) => directions(sigma(row));

/** ½ Tr KΣ of each. */
export const errors = (row: Row) => loss(sigma(row));

export const qhmCovariances = () => directions(steadyCovariance(optimisers.QHM));
export const qhmError = () => loss(steadyCovariance(optimisers.QHM));

/** The same, stepped 600 times from rest. */
export const qhmCovariancesStepped = () => directions(covarianceAfter(optimisers.QHM, 600));
export const qhmErrorStepped = () => loss(covarianceAfter(optimisers.QHM, 600));

const at = (name: Linear, rate: number) => steadyCovariance({...optimisers[name], rate});

/** Σ/λ at a small λ. */
export const firstOrders = ({name}: {name: Linear}) =>
  directions(at(name, 1e-5)).map(x => x / 1e-5);

/** Σ/λ stepped from rest at a rate that is not as small, extrapolated from two. */
export const qhmFirstOrderStepped = () => {
  const stepped = (rate: number) =>
    directions(covarianceAfter({...optimisers.QHM, rate}, 8000)).map(x => x / rate);
  const [one, two] = [stepped(0.005), stepped(0.01)];
  return one.map((x, i) => 2 * x - two[i]);
};

/** The first two coefficients of the error in λ, from its values at λ and 2λ. */
export const series = ({method, order}: Coefficient) => {
  const rate = 1e-4;
  const one = loss(at(method, rate)) / rate;
  const two = loss(at(method, 2 * rate)) / (2 * rate);
  return order === 1 ? 2 * one - two : (two - one) / rate;
};
