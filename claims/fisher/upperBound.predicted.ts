import {driftConstant} from "../../lib/budgets/driftConstant.js";
import {fisherStrongConvexity} from "../../lib/budgets/fisherStrongConvexity.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import * as cases from "../cases/bound.js";

const traceOf = (h: cases.BoundPair["hessian"]) => h.reduce((sum, row, i) => sum + row[i], 0);

const largest = (m: cases.BoundPair["hessian"]) => Math.max(...symmetricEigen(m).values);

const smallest = (m: cases.BoundPair["hessian"]) => Math.min(...symmetricEigen(m).values);

/** Exponents of the risk with steps η₀/t: min(1, 2η₀λmin(H)). */
export const exponents = ({hessian}: cases.BoundPair) =>
  cases.schedules.map(eta0 => -Math.min(1, 2 * eta0 * smallest(hessian)));

/** The same with µ_F for λmin(H), as the printed threshold would have it. */
export const exponentsInMetric = ({hessian, metric}: cases.BoundPair) =>
  cases.schedules.map(eta0 => -Math.min(1, 2 * eta0 * fisherStrongConvexity(hessian, metric)));

const traceSquare = (metric: readonly number[]) => metric.reduce((sum, f) => sum + f * f, 0);

/** C₁ Tr F²/µ_F with C₁ = η₀²µ_F/(2η₀µ_F − 1). */
export const leadingTerm = ({hessian: mu, metric, eta0}: cases.Rescaled) =>
  (eta0 ** 2 * traceSquare(metric)) / (2 * eta0 * mu - 1);

/** With one C₁ for all three, that of the first. */
export function leadingTermUniversal(each: cases.Rescaled) {
  const [{hessian: mu, eta0}] = cases.rescaled;
  const universal = (eta0 ** 2 * mu) / (2 * eta0 * mu - 1);
  return (universal * traceSquare(each.metric)) / each.hessian;
}

/** λmax(F)² d_eff. */
export function traceReduction({metric}: cases.BoundPair) {
  const top = largest(metric);
  return top ** 2 * (traceOf(metric) / top);
}

/** λmax d_eff: one power of λmax too few. */
export const traceReductionOnce = ({metric}: cases.BoundPair) => traceOf(metric);

/** T^{−p} Σ t^{p+q} goes as T^max(−p, q+1). */
export const weightSlopes = ({power, exponents: ps}: cases.WeightSums) =>
  ps.map(p => Math.max(-p, power + 1));

export const weightSlopesPrinted = ({exponents: ps}: cases.WeightSums) => ps.map(() => -1);

/** −p throughout: the border at 1 forgotten. */
export const weightSlopesUnbounded = ({exponents: ps}: cases.WeightSums) => ps.map(p => -p);

export const matching = () => -1;

export const squareRoot = () => -0.5;

/** (38) with C₂ = e^{π²c₀η₀²/6}, C₁ = 2^aC₂η₀²µ_F a/(a − 1) and C₃ = 0, a = 2µ_Fη₀, b = 1. */
const bounds =
  (power: number) =>
  ({hessian, metric, eta0}: cases.GentleRun) => {
    const mu = fisherStrongConvexity(hessian, metric);
    const a = 2 * mu * eta0;
    const second = Math.exp((Math.PI ** 2 * driftConstant(hessian, metric) * eta0 ** 2) / 6);
    const first = (2 ** a * second * eta0 ** 2 * mu * a) / (a - 1);
    const [x, y] = cases.gentle.start;
    const start = metric[0][0] * x * x + metric[1][1] * y * y;
    const square = metric[0][0] ** 2 + metric[1][1] ** 2;
    return cases.gentle.horizons.map(
      T => (first * square) / (mu * T ** power) + (second * start) / T ** a
    );
  };

export const upperBounds = bounds(1);

/** With T^{−3/2} for T^{−1}. */
export const upperBoundsSteeper = bounds(1.5);
