import {CholeskyDecomposition, Matrix} from "ml-matrix";
import {balancedStep} from "../../budgets/balancedStep.js";
import {effectiveDimension} from "../../budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../budgets/fisherConditionNumber.js";
import {stationarityBound} from "../../budgets/stationarityBound.js";
import {symmetricEigen} from "../../linalg/symmetricEigen.js";
import {symmetricSqrt} from "../../linalg/symmetricSqrt.js";
import {pairs} from "../cases.js";
import type {Numbers} from "../claim.js";
import {
  budget,
  gradientAt,
  rareLabel,
  rescaled,
  specified,
  spent,
  sphere,
  valley
} from "../oracleCases.js";

/** √(gᵀF⁻¹g), or √(gᵀFg). */
function norms(metric: (F: Matrix, g: Matrix) => Matrix): Numbers {
  const value = (F: number[][], g: number[]) => {
    const column = Matrix.columnVector(g);
    const image = metric(new Matrix(F), column);
    return Math.sqrt(column.transpose().mmul(image).get(0, 0));
  };
  const all = pairs.map(({name, noise}) => [name, [value(noise, gradientAt(noise.length))]]);
  return {...Object.fromEntries(all), "other parameters": [value(pairs[2].noise, gradientAt(3))]};
}

export const dualNorms = () => norms((F, g) => new CholeskyDecomposition(F).solve(g));
export const primalNorms = () => norms((F, g) => F.mmul(g));

/** λmax(F^{-1/2}HF^{-1/2})². */
export const localConstants = (): Numbers =>
  Object.fromEntries(
    pairs.map(({name, hessian, noise}) => {
      const root = new CholeskyDecomposition(symmetricSqrt(noise)).solve(
        Matrix.eye(hessian.length)
      );
      const inner = root.mmul(new Matrix(hessian)).mmul(root);
      const {values} = symmetricEigen(inner.clone().add(inner.transpose()).div(2));
      return [name, [values[values.length - 1] ** 2]];
    })
  );

/** (‖H‖/λmin(F))². */
export const globalConstants = (): Numbers =>
  Object.fromEntries(
    pairs.map(({name, hessian, noise}) => {
      const top = symmetricEigen(hessian).values[hessian.length - 1];
      return [name, [(top / symmetricEigen(noise).values[0]) ** 2]];
    })
  );

const {weights, metric} = valley;
export const valleyBound = (): Numbers => ({
  quotient: [(Math.max(...weights) / Math.min(...metric)) ** 2]
});
export const valleyBoundMixed = (): Numbers => ({
  quotient: [Math.max(...weights) ** 2 / (metric[0] * metric[1])]
});

/** The noise is F/b exactly. */
export const alignedAtMost = (): Numbers => ({"λmax(F⁻¹ b Cov ξ)": [1]});
/** With a factor (b + 1)/b. */
export const alignedMore = (): Numbers => ({"λmax(F⁻¹ b Cov ξ)": [1.5]});

/** x²bK/2 for pulls x = λ/b, with K = R², F, or 2F. */
function exponents(proxy: (p: number) => number): Numbers {
  const {probability: p, batchSizes, pulls} = rareLabel;
  return Object.fromEntries(
    batchSizes.map(b => [`b = ${b}`, pulls.map(x => (x * x * b * proxy(p)) / 2)])
  );
}
export const boundedExponents = () => exponents(p => Math.max(p, 1 - p) ** 2);
export const printedExponents = () => exponents(p => p * (1 - p));
export const doubledExponents = () => exponents(p => 2 * p * (1 - p));

/** Both terms of (45) after a change of units over both before; `power` of M in the noise term. */
function termRatios(power: number): Numbers {
  const terms = (loss: number, stretch: number) => {
    const M = loss / stretch ** 2;
    const bound = stationarityBound(
      {gap: loss, smoothness: M, smallest: M * loss, trace: 3 * M * loss},
      {learningRate: rescaled.rateOver / M, batchSize: 1, steps: rescaled.steps, delta: 0.1}
    );
    return [bound.transient, bound.noise * M ** (power - 1)];
  };
  const [transient, noise] = terms(1, 1);
  return Object.fromEntries(
    rescaled.changes.map(({name, loss, stretch}) => {
      const [t, n] = terms(loss, stretch);
      return [name, [t / transient, n / noise]];
    })
  );
}
export const ratios = () => termRatios(1);
export const printedRatios = () => termRatios(0);
export const squaredRatios = () => termRatios(2);

/** The bound on the median of the least squared norm; `power` of M, `trace` or the largest eigenvalue. */
function medians(power: number, directions: number = sphere.dimension): Numbers {
  const {dimension: d, rateTimesSmoothness: x, steps, delta, changes} = sphere;
  return Object.fromEntries(
    changes.map(({name, loss: M}) => {
      const f = M * M;
      const reach = (x / (2 - x)) * d;
      const {transient, noise} = stationarityBound(
        {gap: (reach * f) / (2 * M), smoothness: M, smallest: f, trace: directions * f},
        {learningRate: x / M, batchSize: 1, steps, delta}
      );
      return [name, [8 * (transient + noise * M ** (power - 1)) * Math.log(2 / delta)]];
    })
  );
}
export const bounds = () => medians(1);
export const printedBounds = () => medians(0);
export const undimensionedBounds = () => medians(1, 1);

/** N(ε/2)/N(ε) for N ∝ ε⁻ᵖ. */
const callRatio = (p: number): Numbers => ({"N(ε/2)/N(ε)": [2 ** p]});
export const fourth = () => callRatio(4);
export const second = () => callRatio(2);
export const third = () => callRatio(3);

const cost = (h: readonly number[]) => {
  const F = h.map((x, i) => h.map((_, j) => (i === j ? x : 0)));
  return fisherConditionNumber(F) * effectiveDimension(F);
};
const [skewedH, evenH] = specified.curvatures;
export const costRatio = (): Numbers => ({
  "N of one over N of the other": [cost(skewedH) / cost(evenH)]
});
/** F = I for both. */
export const flatCostRatio = (): Numbers => ({"N of one over N of the other": [1]});
/** κ_F alone. */
export const conditionRatio = (): Numbers => ({
  "N of one over N of the other": [Math.max(...skewedH) / Math.min(...skewedH)]
});

/** 2√(MΔL Tr F/N)/λmin and η⋆ at b = 1. */
export const balanced = (): Numbers =>
  Object.fromEntries(
    budget.calls.map(calls => {
      const {terms, learningRate} = balancedStep(budget, {calls, batchSize: 1});
      return [`N = ${calls}`, [terms, learningRate]];
    })
  );
/** The norm for its square. */
export const balancedNorm = (): Numbers =>
  Object.fromEntries(
    Object.entries(balanced()).map(([name, [terms, rate]]) => [name, [Math.sqrt(terms), rate]])
  );

/** Nothing depends on b. */
export const independent = (): Numbers =>
  Object.fromEntries(spent.batchSizes.map(b => [`b = ${b}`, [1]]));
export const independentOfEighth = (): Numbers => ({"b = N/8": [1]});
/** As 1/√b would have it. */
export const better = (): Numbers =>
  Object.fromEntries(spent.batchSizes.map(b => [`b = ${b}`, [1 / Math.sqrt(b)]]));

/** T = N/b, N = (16 log(2/δ))² MΔL Tr F/(λmin² ε⁴). */
function steps(perBatch: (b: number) => number): Numbers {
  const {gap, smoothness, smallest, trace, delta, squaredTolerance, batchSizes} = budget;
  const N =
    ((16 * Math.log(2 / delta)) ** 2 * smoothness * gap * trace) /
    (smallest * squaredTolerance) ** 2;
  return Object.fromEntries(batchSizes.map(b => [`b = ${b}`, [N / perBatch(b)]]));
}
export const iterations = () => steps(b => b);
export const iterationsOfRoot = () => steps(b => Math.sqrt(b));

/** κ_F with F = I beside H, and with F = H. */
export const wellConditioned = (): Numbers =>
  Object.fromEntries(pairs.slice(1).map(({name}) => [name, [1]]));
export const illConditioned = (): Numbers =>
  Object.fromEntries(
    pairs.slice(1).map(({name, hessian}) => [name, [fisherConditionNumber(hessian)]])
  );

export const products = (): Numbers =>
  Object.fromEntries(
    pairs.map(({name, noise}) => [name, [fisherConditionNumber(noise) * effectiveDimension(noise)]])
  );
export const productsWithDimension = (): Numbers =>
  Object.fromEntries(
    pairs.map(({name, noise}) => [name, [fisherConditionNumber(noise) * noise.length]])
  );
