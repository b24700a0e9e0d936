import {
  add,
  inverse,
  multiply,
  norm,
  scale,
  smallestEigenvalue,
  trace,
  transpose
} from "../brute/arrays.js";
import type {Curved, distances} from "../cases/geometry.js";
import type {Rows} from "../cases/matrices.js";
import {binaryModel} from "../cases/problems.js";

/** The largest µ with (FH + HF)/2 − µF ⪰ 0: the smallest Rayleigh quotient, no root of F taken. */
export function largestMu({hessian, noise}: Omit<Curved, "name">): number {
  const fh = multiply(noise, hessian);
  return smallestEigenvalue(scale(add(fh, transpose(fh)), 0.5), noise);
}

/** The same for F and for its inverse. */
export const largestMuOfBoth = ({hessian, noise}: Omit<Curved, "name">): number[] => [
  largestMu({hessian, noise}),
  largestMu({hessian, noise: inverse(noise)})
];

/** Tr F/λmax(F) with λmax by powers of F, and Tr F · λmax(F⁻¹). */
export const byPowers = ({noise}: Curved) => [
  trace(noise) / largest(noise),
  trace(noise) * largest(inverse(noise))
];

function largest(f: Rows): number {
  let power = scale(f, 1 / norm(f));
  for (let i = 0; i < 60; i++) {
    power = multiply(power, power);
    power = scale(power, 1 / norm(power));
  }
  return trace(multiply(f, power)) / trace(power);
}

/** Score products of a logistic regression over every input and label, under the model at θ. */
function scoreProducts(theta: readonly number[]): number[][] {
  let sum = theta.map(() => theta.map(() => 0));
  for (const x of binaryModel.inputs) {
    const p = 1 / (1 + Math.exp(-x.reduce((s, v, k) => s + v * theta[k], 0)));
    for (const [label, weight] of [
      [0, 1 - p],
      [1, p]
    ]) {
      const score = x.map(v => (label - p) * v);
      const share = weight / binaryModel.inputs.length;
      sum = add(
        sum,
        score.map(a => score.map(b => share * a * b))
      );
    }
  }
  return sum;
}

/** The least ε with (1−ε)F ⪯ F(θ) ⪯ (1+ε)F. */
export function frozenLeast({here, there}: (typeof distances)[number]) {
  const f = scoreProducts(here);
  const moved = scoreProducts(there);
  const low = smallestEigenvalue(moved, f);
  const high = -smallestEigenvalue(scale(moved, -1), f);
  return Math.max(1 - low, high - 1);
}
