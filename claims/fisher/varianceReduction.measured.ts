import {
  inverse,
  largestEigenvalue,
  product,
  smallestEigenvalue,
  subtract,
  trace
} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {concentrated, heated, metrics} from "../cases/lemma.js";
import {definite, type Pair, pairs, type Rows} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const plus = (a: Rows, b: Rows) => a.map((row, i) => row.map((x, j) => x + b[i][j]));
/** The smallest eigenvalue of Σ_η − Σ̃_η and Tr F(Σ_η − Σ̃_η) at ηTr H = 1.7. */
function differences({name, hessian, noise, trace: size}: Pair, more: Rows): number[] {
  const settled = (noise: Rows) => steadyCovariance({hessian, noise, rate: 1.7 / size});
  const gap = subtract(settled(plus(noise, more)), settled(noise));
  return [smallestEigenvalue(gap), trace(product(definite(`metric ${name}`, noise.length), gap))];
}

export const afterReduction = (): Numbers =>
  Object.fromEntries(
    pairs.map(pair => [
      pair.name,
      differences(pair, definite(`reduction ${pair.name}`, pair.noise.length))
    ])
  );

/** The same where the trace alone is reduced. */
export const afterTraceReduction = (): Numbers =>
  Object.fromEntries(
    pairs.map(pair => {
      const d = pair.noise.length;
      const shift = pair.noise.map((row, i) =>
        row.map((_, j) => (i !== j ? 0 : i === 0 && d > 1 ? -0.1 : 0.2))
      );
      return [pair.name, differences(pair, shift)];
    })
  );

/** The least ε with (1 − ε)F⋆ ⪯ F ⪯ (1 + ε)F⋆, by bisection on Cholesky factors. */
function leastOf(F: Rows, frozen: Rows): number {
  const gap = subtract(F, frozen);
  return Math.max(largestEigenvalue(gap, frozen), -smallestEigenvalue(gap, frozen));
}

export const leastDrifts = (): Numbers => ({
  round: [leastOf(plus(metrics.round, metrics.change), metrics.round)],
  stretched: [leastOf(plus(metrics.stretched, metrics.change), metrics.stretched)],
  "d = 3": [leastOf(plus(metrics.larger, definite("metric change", 3)), metrics.larger)]
});

const unit = [
  [1.2, 0],
  [0, 1.2]
];
const one = (frozen: Rows): Numbers => ({ε: [leastOf(plus(frozen, metrics.change), frozen)]});
export const driftRound = () => one(unit);
export const driftStretched = () => one(metrics.stretched);

/** h Var θ over (τ/2)G where τ = c/λmax, summed up over a run that has settled. */
function heats(batches: readonly number[]): Numbers {
  const {share, curvatures} = heated;
  const tau = share / Math.max(...curvatures);
  return Object.fromEntries(
    batches.map(b => [
      `b = ${b}`,
      curvatures.map(h => {
        let sum = 0;
        let kick = (tau * b) ** 2 / b;
        for (let t = 0; t < 5000; t++) {
          sum += kick;
          kick *= (1 - tau * b * h) ** 2;
        }
        return (h * sum) / (tau / 2);
      })
    ])
  );
}
export const heatSmall = () => heats(heated.small);
export const heatLarge = () => heats(heated.large);

/** What is left of the second leading direction over what is left of the first. */
function contraction(curvatures: readonly number[]): Numbers {
  const {learningRate, steps} = concentrated;
  let theta = curvatures.map(() => 1);
  for (let t = 0; t < steps; t++) theta = theta.map((x, i) => x - learningRate * curvatures[i] * x);
  return {"second over first": [theta[1] / theta[0]]};
}
export const contractionRound = () => contraction(concentrated.round);
export const contractionUneven = () => contraction(concentrated.uneven);

/** The largest |λ(F⋆⁻¹F) − 1| along powers. */
function powersOf(frozen: Rows): number {
  const whitened = product(inverse(frozen), metrics.change);
  let v = [1, 0.3];
  let size = 0;
  for (let k = 0; k < 500; k++) {
    const next = whitened.map(row => row[0] * v[0] + row[1] * v[1]);
    size = Math.hypot(...next) / Math.hypot(...v);
    v = next.map(x => x / Math.hypot(...next));
  }
  return size;
}
export const powersRound = (): Numbers => ({ε: [powersOf(unit)]});
export const powersStretched = (): Numbers => ({ε: [powersOf(metrics.stretched)]});
