import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {diagonal, turningPoint} from "../brute/arrays.js";
import {isStable, recursion, steadyCovariance} from "../brute/augmented.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {sampled} from "../brute/sampled.js";
import {
  beyondTwo,
  type Divergence,
  planes as figure,
  type RateAndMomentum
} from "../cases/noise.js";
import type {AtRate} from "../cases/problems.js";
import type {Context, Named} from "../ledger/claim.js";

/** The covariance of the recursion with white noise of variance 1, summed up until it stands still. */
export const planes = ({learningRate}: AtRate) => {
  const hessian = diagonal(figure.curvatures);
  const sigma = steadyCovariance({hessian, noise: diagonal([1, 1]), rate: learningRate});
  return [sigma[0][0], sigma[1][1]];
};

/** ∫ r e^(−r²/2) dr over [0, 3] by Simpson's rule, rounded to whole per cent. */
export const coverage = () => {
  const n = 300;
  let sum = 0;
  for (let i = 0; i <= n; i++) {
    const r = (3 * i) / n;
    sum += (i === 0 || i === n ? 1 : i % 2 ? 4 : 2) * r * Math.exp((-r * r) / 2);
  }
  return Math.round((100 * sum * 3) / n / 3);
};

/** Second differences of (wᵀx − y)² averaged over x = (±1, ±√0.1), every sign. */
export const secondDifferences = () => {
  const inputs = [1, -1].flatMap(a => [1, -1].map(b => [a, b * Math.sqrt(0.1)]));
  const loss = (w: readonly number[]) =>
    inputs.reduce((sum, x) => sum + (w[0] * x[0] + w[1] * x[1] - 0.3) ** 2, 0) / inputs.length;
  const h = 0.5;
  return [0, 1].map(i => {
    const at = (s: number) => loss([0, 1].map(j => (i === j ? s : 0)));
    return (at(h) + at(-h) - 2 * at(0)) / (h * h);
  });
};

/** Second derivatives of the loss at 20 000 normal inputs. */
export const sampledCurvature = (_: Named, {seed}: Context) => {
  const z = normals(uniforms({seed, experiment: "claim LZU-Fig3", cell: "inputs", replicate: 0}));
  const rows = Array.from({length: 20_000}, () => [z.next(), Math.sqrt(0.1) * z.next()]);
  const shift = 0.25;
  return [0, 1].map(i =>
    sampled(rows.map(x => ((shift * x[i] - 1) ** 2 + (-shift * x[i] - 1) ** 2 - 2) / shift ** 2))
  );
};

/** The µ at which the recursion stops growing, by bisection, and its variances beyond. */
export const divergence = ({momenta}: Divergence) => {
  const one = {hessian: [[1]], noise: [[1]], rate: beyondTwo.rate};
  return (
    momenta?.map(momentum => steadyCovariance({...one, momentum})[0][0]) ??
    turningPoint(0, 1, momentum => !isStable(recursion({...one, momentum})))
  );
};

/** The recursion's variance over the integral of the continuous law, dw = −kw + noise λ/(1−µ). */
export const excess = ({learningRate: rate, momentum}: RateAndMomentum) => {
  const discrete = steadyCovariance({hessian: [[1]], noise: [[1]], rate, momentum})[0][0];
  return discrete / lyapunovIntegral([[1]], [[rate / (1 - momentum)]])[0][0];
};
