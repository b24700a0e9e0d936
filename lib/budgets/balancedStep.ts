import {positive} from "../check.js";
import type {BoundedProblem} from "./stationarityBound.js";

/** The best constant step for a budget. */
export interface BalancedStep {
  readonly learningRate: number;
  /** Whether η = 1/(4M) is what limits it. */
  readonly capped: boolean;
  /** ΔL/(ηTλmin) + (ηM/b)Tr F/λmin at that step. */
  readonly terms: number;
  /** The largest b that costs nothing: ¼ √(N Tr F/(M ΔL)). */
  readonly freeBatchSize: number;
}

/**
 * The η ≤ 1/(4M) that makes the two terms of `stationarityBound` smallest when N calls are spent in
 * batches of b, T = N/b
 *
 *     η⋆ = min( b √(ΔL/(N M Tr F)), 1/(4M) ),   terms = 2 √(M ΔL Tr F/N)/λmin(F)  while η⋆ < 1/(4M)
 *
 * so that b drops out as long as b ≤ ¼√(N Tr F/(M ΔL)), and the terms grow in proportion to b far beyond.
 * With a tolerance ε² on the squared norm, N = (16 log(2/δ))² M ΔL κ_F d_eff/(λmin(F) ε⁴).
 * Source: Fisher, Corollary 7.8, with the factor M in eq. (45).
 *
 * @throws RangeError unless calls, batchSize and all of the problem are positive
 * @example
 * const problem = {gap: 1, smoothness: 1, smallest: 1, trace: 4};
 * balancedStep(problem, {calls: 10_000, batchSize: 1}).terms; // 0.04
 */
export function balancedStep(
  {gap, smoothness: M, smallest, trace}: BoundedProblem,
  {calls: N, batchSize: b}: {calls: number; batchSize: number}
): BalancedStep {
  for (const [name, x] of Object.entries({gap, smoothness: M, smallest, trace, calls: N}))
    positive(name, x);
  positive("batchSize", b);
  const free = b * Math.sqrt(gap / (N * M * trace));
  const capped = 4 * M * free > 1;
  const learningRate = capped ? 1 / (4 * M) : free;
  return {
    learningRate,
    capped,
    terms: ((gap * b) / (learningRate * N) + (learningRate * M * trace) / b) / smallest,
    freeBatchSize: Math.sqrt((N * trace) / (M * gap)) / 4
  };
}
