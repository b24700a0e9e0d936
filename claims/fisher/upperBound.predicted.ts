import {driftConstant} from "../../lib/budgets/driftConstant.js";
import {fisherStrongConvexity} from "../../lib/budgets/fisherStrongConvexity.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {
  type BoundPair,
  gentle,
  gradedPairs,
  planePairs,
  rescaled,
  schedules,
  weightExponents
} from "../cases/bound.js";
import type {Numbers} from "../ledger/claim.js";
import {perCase} from "../ledger/perCase.js";

const traceOf = (h: BoundPair["hessian"]) => h.reduce((sum, row, i) => sum + row[i], 0);

const largest = (m: BoundPair["hessian"]) => Math.max(...symmetricEigen(m).values);

const smallest = (m: BoundPair["hessian"]) => Math.min(...symmetricEigen(m).values);

/** Exponents of the risk with steps η₀/t: min(1, 2η₀λmin(H)). */
export const exponents = (): Numbers =>
  Object.fromEntries(
    planePairs.map(({name, hessian}) => [
      name,
      schedules.map(eta0 => -Math.min(1, 2 * eta0 * smallest(hessian)))
    ])
  );

/** The same with µ_F for λmin(H), as the printed threshold would have it. */
export const exponentsInMetric = (): Numbers =>
  Object.fromEntries(
    planePairs.map(({name, hessian, metric}) => [
      name,
      schedules.map(eta0 => -Math.min(1, 2 * eta0 * fisherStrongConvexity(hessian, metric)))
    ])
  );

const constants = (
  pick: (eta0: number, mu: number, metric: readonly number[]) => number
): Numbers =>
  Object.fromEntries(
    rescaled.map(({name, hessian, metric, eta0}) => [name, [pick(eta0, hessian, metric)]])
  );

const traceSquare = (metric: readonly number[]) => metric.reduce((sum, f) => sum + f * f, 0);

/** C₁ Tr F²/µ_F with C₁ = η₀²µ_F/(2η₀µ_F − 1). */
export const leadingTerms = (): Numbers =>
  constants((eta0, mu, metric) => (eta0 ** 2 * traceSquare(metric)) / (2 * eta0 * mu - 1));

/** With one C₁ for all three, that of the first. */
export function leadingTermsUniversal(): Numbers {
  const [{hessian: mu, eta0}] = rescaled;
  const universal = (eta0 ** 2 * mu) / (2 * eta0 * mu - 1);
  return constants((_, each, metric) => (universal * traceSquare(metric)) / each);
}

const traced = [...planePairs, ...gradedPairs];

export const traceReduction = (): Numbers =>
  perCase(traced, ({metric}) => {
    const top = largest(metric);
    return top ** 2 * (traceOf(metric) / top);
  });

/** λmax d_eff: one power of λmax too few. */
export const traceReductionOnce = (): Numbers => perCase(traced, ({metric}) => traceOf(metric));

const weightCases = (slopes: readonly number[], remainder: number): Numbers => ({
  "Σ (t/T)ᵖ t⁻²": slopes,
  "remainder, ρ = √t": [remainder]
});

export const weightSlopes = (): Numbers =>
  weightCases(
    weightExponents.map(p => -Math.min(1, p)),
    -0.5
  );

export const weightSlopesPrinted = (): Numbers =>
  weightCases(
    weightExponents.map(() => -1),
    -1
  );

/** −p throughout: the border at 1 forgotten. */
export const weightSlopesUnbounded = (): Numbers =>
  weightCases(
    weightExponents.map(p => -p),
    -0.5
  );

export const matching = (): Numbers => ({"T grows at b = 64": [-1]});

export const matchingBatch = (): Numbers => ({"b grows at T = 10": [-1]});

export const squareRoot = (): Numbers => ({"T grows at b = 64": [-0.5]});

/** (38) with C₂ = e^{π²c₀η₀²/6}, C₁ = 2^aC₂η₀²µ_F a/(a − 1) and C₃ = 0, a = 2µ_Fη₀, b = 1. */
const bounds = (power: number) => (): Numbers =>
  Object.fromEntries(
    gentle.pairs.flatMap(({name, hessian, metric}) =>
      gentle.eta0.map(eta0 => {
        const mu = fisherStrongConvexity(hessian, metric);
        const a = 2 * mu * eta0;
        const second = Math.exp((Math.PI ** 2 * driftConstant(hessian, metric) * eta0 ** 2) / 6);
        const first = (2 ** a * second * eta0 ** 2 * mu * a) / (a - 1);
        const [x, y] = gentle.start;
        const start = metric[0][0] * x * x + metric[1][1] * y * y;
        const square = metric[0][0] ** 2 + metric[1][1] ** 2;
        return [
          `${name}, η₀ = ${eta0}`,
          gentle.horizons.map(T => (first * square) / (mu * T ** power) + (second * start) / T ** a)
        ];
      })
    )
  );

export const upperBounds = bounds(1);

/** With T^{−3/2} for T^{−1}. */
export const upperBoundsSteeper = bounds(1.5);
