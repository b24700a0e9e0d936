import {
  add,
  diagonal,
  inverse,
  multiply,
  outer,
  product,
  scale,
  smallestEigenvalue,
  trace
} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {loss} from "../brute/loss.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {topProjector} from "../brute/topProjector.js";
import type {Rows} from "../cases/matrices.js";
import type {GrownRun, ScalarRun} from "../cases/optimisers.js";

const continuousOf = ({hessian, noise, rate}: ScalarRun, momentum: number) =>
  lyapunovIntegral(hessian, scale(noise, rate / (1 - momentum)));

/** The least uᵀΣu/uᵀΣ_cu, and the least of uᵀΣu/λ over the same at nine tenths of λ. */
const least = (momentum: number) => (run: ScalarRun) => {
  const {hessian, noise, rate} = run;
  const [here, less] = [rate, 0.9 * rate].map(x =>
    steadyCovariance({hessian, noise, rate: x, momentum})
  );
  return [
    smallestEigenvalue(here, continuousOf(run, momentum)),
    smallestEigenvalue(here, less) * 0.9
  ];
};

export const leastRatios = least(0);
export const leastRatiosWithMomentum = least(0.97);

const error = ({noise, momentum}: ScalarRun, hessian: Rows, rate: number) =>
  loss({hessian}, steadyCovariance({hessian, noise, rate, momentum}));

const ratios = (noiseOf: (hessian: Rows, noise: number[][]) => number[][]) => (run: GrownRun) => {
  const {hessian, noise, rate, direction} = run;
  const more = add(hessian, outer(direction));
  const here = error({...run, noise: noiseOf(hessian, noise)}, hessian, rate);
  const there = error({...run, noise: noiseOf(more, noise)}, more, rate);
  const own = error(run, hessian, rate);
  return [there / here, own / loss({hessian}, continuousOf(run, run.momentum))];
};

export const growth = ratios((_, noise) => noise);

/** C ∝ K⁻² in place of C. */
export const growthOfQuieter = ratios(hessian => product(inverse(hessian), inverse(hessian)));

/**
 * uᵀΣu/uᵀΣ_cu along the stiffest axis over the same along the flattest; and for white noise on their two
 * curvatures, at λ(k₁ + k₂) = 2, one variance over the other, and its inverse.
 */
const enhancementOf = (swapped: boolean) => (run: ScalarRun) => {
  const {hessian, noise, rate} = run;
  const [discrete, continuous] = [steadyCovariance({hessian, noise, rate}), continuousOf(run, 0)];
  const axes = [hessian, inverse(hessian)].map(topProjector);
  const along = (axis: Rows, s: Rows) => trace(multiply(axis, s));
  const [a, b] = axes.map(axis => along(axis, discrete) / along(axis, continuous));
  const curvatures = axes.map(axis => along(axis, hessian));
  const white = steadyCovariance({
    hessian: diagonal(curvatures),
    noise: diagonal([1, 1]),
    rate: 2 / (curvatures[0] + curvatures[1])
  });
  const even = white[0][0] / white[1][1];
  return [swapped ? b / a : a / b, even, 1 / even];
};

export const enhancement = enhancementOf(false);
export const enhancementSwapped = enhancementOf(true);
