import {balancedStep} from "../../lib/budgets/balancedStep.js";
import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import {budget, specified, spent} from "../cases/oracle.js";
import {pairs} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

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
