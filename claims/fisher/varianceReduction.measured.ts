import {
  inverse,
  largestEigenvalue,
  product,
  smallestEigenvalue,
  subtract,
  trace
} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {concentrated, type Drift, heated} from "../cases/lemma.js";
import {definite, type Rows} from "../cases/matrices.js";
import type {Pair} from "../cases/pairs.js";

const plus = (a: Rows, b: Rows) => a.map((row, i) => row.map((x, j) => x + b[i][j]));
/** The smallest eigenvalue of Σ_η − Σ̃_η and Tr F(Σ_η − Σ̃_η) at ηTr H = 1.7. */
function differences({name, hessian, noise, trace: size}: Pair, more: Rows): number[] {
  const settled = (noise: Rows) => steadyCovariance({hessian, noise, rate: 1.7 / size});
  const gap = subtract(settled(plus(noise, more)), settled(noise));
  return [smallestEigenvalue(gap), trace(product(definite(`metric ${name}`, noise.length), gap))];
}

export const afterReduction = (pair: Pair) =>
  differences(pair, definite(`reduction ${pair.name}`, pair.noise.length));

/** The same where the trace alone is reduced. */
export const afterTraceReduction = (pair: Pair) => {
  const d = pair.noise.length;
  const shift = pair.noise.map((row, i) =>
    row.map((_, j) => (i !== j ? 0 : i === 0 && d > 1 ? -0.1 : 0.2))
  );
  return differences(pair, shift);
};

/** The least ε with (1 − ε)F⋆ ⪯ F ⪯ (1 + ε)F⋆, by bisection on Cholesky factors. */
export function leastDrift({metric, frozen}: Drift): number {
  const gap = subtract(metric, frozen);
  return Math.max(largestEigenvalue(gap, frozen), -smallestEigenvalue(gap, frozen));
}

/** h Var θ over (τ/2)G where τ = c/λmax, summed up over a run that has settled. */
export function heat({b}: {b: number}) {
  const {share, curvatures} = heated;
  const tau = share / Math.max(...curvatures);
  return curvatures.map(h => {
    let sum = 0;
    let kick = (tau * b) ** 2 / b;
    for (let t = 0; t < 5000; t++) {
      sum += kick;
      kick *= (1 - tau * b * h) ** 2;
    }
    return (h * sum) / (tau / 2);
  });
}

/** What is left of the second leading direction over what is left of the first. */
export function contraction({curvatures}: {curvatures: readonly number[]}) {
  const {learningRate, steps} = concentrated;
  let theta = curvatures.map(() => 1);
  for (let t = 0; t < steps; t++) theta = theta.map((x, i) => x - learningRate * curvatures[i] * x);
  return theta[1] / theta[0];
}

/** The largest |λ(F⋆⁻¹F) − 1| along powers. */
export function driftByPowers({frozen, change}: Drift): number {
  const whitened = product(inverse(frozen), change);
  let v = [1, 0.3];
  let size = 0;
  for (let k = 0; k < 500; k++) {
    const next = whitened.map(row => row[0] * v[0] + row[1] * v[1]);
    size = Math.hypot(...next) / Math.hypot(...v);
    v = next.map(x => x / Math.hypot(...next));
  }
  return size;
}
