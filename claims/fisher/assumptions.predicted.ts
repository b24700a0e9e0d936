import type {Matrix} from "ml-matrix";
import {identifiableProjection} from "../../lib/noise/identifiableProjection.js";
import {type BoundedLoss, type Stable, tenDimensional} from "../cases/fisher.js";
import {
  type FlatNoise,
  type FlatRun,
  hessianBounds,
  type ShortRun,
  type SingleDirection
} from "../cases/setup.js";
import {eye, plus, times, toMatrix} from "../printed/algebra.js";
import {covarianceOf} from "../printed/law.js";

/** Σₖ Aᵏ (η²/b) G Aᵏ over the run's steps, A = I − ηH, b = 2. */
const runWith =
  (noise: (run: ShortRun) => Matrix) =>
  (run: ShortRun): Matrix => {
    const {hessian, learningRate, steps} = run;
    const a = plus(eye(hessian.length), times(-learningRate, toMatrix(hessian)));
    let covariance = times(0, eye(hessian.length));
    for (let t = 0; t < steps; t++)
      covariance = plus(times(a, covariance, a), times(learningRate ** 2 / 2, noise(run)));
    return covariance;
  };

export const fromCovariance = runWith(({law}) => covarianceOf(law));

/** E ψψᵀ for Cov ψ. */
export const fromSecondMoment = runWith(({hessian, law}) =>
  covarianceOf(
    law,
    hessian.map(() => 0)
  )
);

const projectedWith =
  (power: number) =>
  ({hessian, law, b}: FlatNoise) => {
    const projector = identifiableProjection(hessian).projection;
    return times(1 / b ** power, projector, covarianceOf(law), projector);
  };

/** G⋆/b. */
export const projected = projectedWith(1);

/** G⋆/b², as if the standard deviation fell as 1/b. */
export const projectedSquared = projectedWith(2);

const boundsOver = (divisor: number) => (each: BoundedLoss) =>
  "inputs" in each ? each.inputs.map(row => row.reduce((s, x) => s + x * x, 0) / divisor) : 100;

/** ‖x‖²/4, and λmax of the ten-dimensional experiments' Hessian. */
export const curvatureBounds = boundsOver(4);

/** ‖x‖²: the bound of a linear regression. */
export const curvatureBoundsOfSquares = boundsOver(1);

/** P(‖∇²ℓ(0; z)‖ > M) = P(χ²₂ > 4M) = e^{−2M}. */
export const gaussianTail = () => hessianBounds.map(m => Math.exp(-2 * m));

/** P(χ²₂ > M): without the logistic factor ¼ squared away. */
export const gaussianTailOfSquares = () => hessianBounds.map(m => Math.exp(-m / 2));

const stableWith = (least: readonly number[]) => (each: Stable) =>
  "hessian" in each ? eye(each.hessian.length) : least;

/** λmin(H) of experiments 1–3 and 4–6; and, where it is positive, Π = I. */
export const stable = stableWith([0.1, 1]);

/** The geometric means of the spectra. */
export const stableOnAverage = stableWith([Math.sqrt(0.1), 10]);

/** λmin(G): experiment 1, experiment 2, experiments 4–6. */
export const nondegenerate = () => [1, 0.5, 0.5];

/** Tr G/d. */
export const nondegenerateOnAverage = () => [
  1,
  1,
  tenDimensional.anisotropic.reduce((s, row, i) => s + row[i], 0) / 10
];

/** E θ² after t steps: (η²/b)(1 − (1−ηh)^{2t})/(1 − (1−ηh)²) for h > 0, and t η²/b for h = 0. */
export function flatGrowth({curvatures, learningRate, steps, batchSize}: FlatRun) {
  const kick = learningRate ** 2 / batchSize;
  return curvatures.map(h => {
    const pull = (1 - learningRate * h) ** 2;
    return h === 0 ? kick * steps : (kick * (1 - pull ** steps)) / (1 - pull);
  });
}

/** The flat direction as if it had reached a plateau with curvature 1. */
export const flatPlateau = (run: FlatRun) =>
  flatGrowth({...run, curvatures: run.curvatures.map(h => h || 1)});

/** det Σ = τᵈ Πvᵢ² Π_{i<j}(hᵢ − hⱼ)² / Π_{i,j}(hᵢ + hⱼ) for the coordinates in `among`: Cauchy. */
const cauchy = ({curvatures: h, tau, direction: v}: SingleDirection, among: readonly number[]) =>
  among.reduce(
    (product, i) =>
      among.reduce(
        (value, j) => value * (j < i ? ((h[i] - h[j]) / (h[i] + h[j])) ** 2 : 1),
        (product * tau * v[i] ** 2) / (2 * h[i])
      ),
    1
  );

/** Σᵢⱼ = τ vᵢvⱼ/(hᵢ + hⱼ) for G = vvᵀ, and its determinant. */
const rankOneWith = (keeps: (coordinate: number) => boolean) => (each: SingleDirection) => {
  const {curvatures: h, tau, direction: v} = each;
  const all = h.map((_, i) => i);
  return [
    ...all.flatMap(i => all.slice(i).map(j => (tau * v[i] * v[j]) / (h[i] + h[j]))),
    cauchy(
      each,
      all.filter(i => keeps(v[i]))
    )
  ];
};
export const rankOne = rankOneWith(() => true);
export const rankOneMet = rankOneWith(x => x !== 0);
