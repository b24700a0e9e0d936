import {
  add,
  diagonal,
  inverse,
  multiply,
  norm,
  scale,
  smallestEigenvalue,
  trace,
  transpose
} from "../brute/arrays.js";
import {tenDimensional} from "../cases/fisher.js";
import {binaryModel, commutingPairs, definite, pairs, type Rows} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {perCase} from "../ledger/perCase.js";

/** The largest µ with (FH + HF)/2 − µF ⪰ 0: the smallest Rayleigh quotient, no root of F taken. */
function largestMu(h: Rows, f: Rows): number {
  const fh = multiply(f, h);
  return smallestEigenvalue(scale(add(fh, transpose(fh)), 0.5), f);
}

export const largestMus = (): Numbers =>
  perCase([...pairs, ...commutingPairs], ({hessian, noise}) => [largestMu(hessian, noise)]);

export const largestMusCommuting = (): Numbers =>
  perCase(commutingPairs, ({hessian, noise}) => [largestMu(hessian, noise)]);

function ratios(partner: (h: number[][], k: number) => Rows): Numbers {
  const all = Array.from({length: 40}, (_, k) => {
    const h = definite(`curvature ${k}`, 2 + (k % 3));
    return largestMu(h, partner(h, k)) / smallestEigenvalue(h);
  });
  return {"largest of 40 pairs": [Math.max(...all)], "smallest of 40 pairs": [Math.min(...all)]};
}

/** Extremes of µ_F/λmin(H) over pairs that do not commute. */
export const extremes = (): Numbers => ratios((h, k) => definite(`information ${k}`, h.length));

/** The same with F = H², which commutes. */
export const extremesCommuting = (): Numbers => ratios(h => multiply(h, h));

/** µ_F for H = diag(1, 20) and F with eigenvalues 1 and 50, turned by 30°. */
export const turned = (): Numbers => ({"µ_F of one pair": [convexityAt(Math.PI / 6)]});

/** The same pair with its axes aligned. */
export const aligned = (): Numbers => ({"µ_F of one pair": [convexityAt(0)]});

function convexityAt(angle: number): number {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const f = [
    [c * c + 50 * s * s, -49 * c * s],
    [-49 * c * s, s * s + 50 * c * c]
  ];
  return largestMu(
    [
      [1, 0],
      [0, 20]
    ],
    f
  );
}

/** Tr F/λmax(F) with λmax by powers of F, and Tr F · λmax(F⁻¹). */
export const byPowers = (): Numbers =>
  perCase(pairs, ({noise}) => [
    trace(noise) / largest(noise),
    trace(noise) * largest(inverse(noise))
  ]);

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

/** The least ε with (1−ε)F ⪯ F(θ) ⪯ (1+ε)F at distances that shrink. */
export function frozenLeast(): Numbers {
  const {parameters} = binaryModel;
  const f = scoreProducts(parameters);
  return Object.fromEntries(
    [0.3, 0.1, 0.03, 0.01].map(r => {
      const there = scoreProducts(parameters.map((x, i) => x + r * (i === 0 ? 0.6 : 0.8)));
      const low = smallestEigenvalue(there, f);
      const high = -smallestEigenvalue(scale(there, -1), f);
      return [`distance ${r}`, [Math.max(1 - low, high - 1)]];
    })
  );
}

const {curvatures, anisotropic} = tenDimensional;

/** µ_G of the matrices of Experiments 4 to 6. */
export const coercivityInExperiments = (): Numbers => ({
  "Experiments 4 to 6": [largestMu(diagonal(curvatures), anisotropic)]
});
/** Of pairs that do not commute, with G⁴ for G so that they are far from it. */
export const coercivitiesTilted = (): Numbers =>
  Object.fromEntries(
    commutingPairs.map(({name}, k) => {
      const {hessian, noise} = pairs[k];
      const square = multiply(noise, noise);
      return [name, [largestMu(hessian, multiply(square, square))]];
    })
  );
