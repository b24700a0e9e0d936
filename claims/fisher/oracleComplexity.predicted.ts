import {balancedStep} from "../../lib/budgets/balancedStep.js";
import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import {budget, type Compared, type WithMetric} from "../cases/oracle.js";
import type {Pair} from "../cases/pairs.js";

/** N(ε/2)/N(ε) for N ∝ ε⁻ᵖ. */
const callRatio = (p: number) => () => 2 ** p;

export const fourth = callRatio(4);

export const second = callRatio(2);

export const third = callRatio(3);

const cost = (f: readonly number[]) => {
  const F = f.map((x, i) => f.map((_, j) => (i === j ? x : 0)));
  return fisherConditionNumber(F) * effectiveDimension(F);
};

/** κ_F d_eff of the first problem over that of the second. */
export const costRatio = ({problems: [first, second]}: Compared) =>
  cost(first.metric) / cost(second.metric);

/** κ_F alone; that of the second is 1. */
export const conditionRatio = ({problems: [first]}: Compared) =>
  Math.max(...first.metric) / Math.min(...first.metric);

/** 2√(MΔL Tr F/N)/λmin and η⋆ at b = 1. */
export const balanced = ({N}: {N: number}) => {
  const {terms, learningRate} = balancedStep(budget, {calls: N, batchSize: 1});
  return [terms, learningRate];
};

/** The norm for its square. */
export const balancedNorm = (each: {N: number}) => {
  const [terms, rate] = balanced(each);
  return [Math.sqrt(terms), rate];
};

/** Nothing depends on b. */
export const independent = () => 1;

/** T = N/b, N = (16 log(2/δ))² MΔL Tr F/(λmin² ε⁴). */
const steps =
  (perBatch: (b: number) => number) =>
  ({b}: {b: number}) => {
    const {gap, smoothness, smallest, trace, delta, squaredTolerance} = budget;
    const N =
      ((16 * Math.log(2 / delta)) ** 2 * smoothness * gap * trace) /
      (smallest * squaredTolerance) ** 2;
    return N / perBatch(b);
  };

export const iterations = steps(b => b);

export const iterationsOfRoot = steps(b => Math.sqrt(b));

/** κ_F of a well-conditioned metric. */
export const wellConditioned = () => 1;

export const illConditioned = ({hessian}: WithMetric) => fisherConditionNumber(hessian);

export const product = ({noise}: Pair) => fisherConditionNumber(noise) * effectiveDimension(noise);

export const productWithDimension = ({noise}: Pair) => fisherConditionNumber(noise) * noise.length;
