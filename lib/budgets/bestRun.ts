import {integer, NoSolutionError, numberIn, optionsOf, positive} from "../check.js";
import {
  batchOf,
  leastRisk,
  type QuadraticRun,
  type RiskOfRun,
  riskOfRun,
  runOptions
} from "./quadraticRun.js";

/** The best constant rate of a run, and the risk that it leaves. */
export interface BestRate {
  /** η in (0, 2/λmax(H)). */
  readonly learningRate: number;
  /** ½ E θᵀMθ after the last step, in the units of the loss. */
  readonly risk: number;
}

/** The best constant rate with the batch and the steps that it is for. */
export interface BestRun extends BestRate {
  readonly batchSize: number;
  /** T. */
  readonly steps: number;
}

/**
 * The constant rate that leaves the least risk after a number of steps
 *
 *     min over η of ½ E θ_TᵀMθ_T,   θ ← θ − η(Hθ + ζ),   Cov ζ = G/b
 *
 * exact for white noise of any law on a quadratic; H, G and M need not commute. `batchSize` b, default 1;
 * `steps` T ≥ 1. The rate is found to some 10⁻⁸ of itself, the risk to
 * some ε. Source: Fisher, (32) and Corollary 7.8,
 * whose bound `balancedStep` makes least; here the risk itself is.
 *
 * @throws RangeError if an argument is out of range, shapes do not match or the risk exceeds float64.
 * @throws UnstableError if H is not positive definite; NoSolutionError where no rate leaves less than the start does.
 * @example
 * bestLearningRate({hessian: [[1]], sampleNoise: [[1]], initial: [1], steps: 1}); // {learningRate: 0.5, risk: 0.25}
 */
export function bestLearningRate(
  options: QuadraticRun & {readonly steps: number; readonly batchSize?: number}
): BestRate {
  const given = optionsOf("bestLearningRate", options, [...runOptions, "steps", "batchSize"]);
  const steps = integer("steps", given.steps, 1);
  const run = riskOfRun(given);
  return gaining(run, leastRisk(run, batchOf(given.batchSize), steps));
}

/**
 * The largest batch that costs next to nothing: with N samples in all, T = ⌊N/b⌋ steps of it, each at its own best
 * rate,
 *
 *     max b such that risk(b) ≤ (1 + tolerance) min over b′ of risk(b′)
 *
 * so that the steps are as few as they can be. `calls` N ≥ 1; `tolerance` > 0, default 0.05. Batches up to the
 * first that costs more are tried by doubling and bisection, as the best risk grows with b but for the rounding of T.
 * Source: Fisher, Corollary 7.8 (b ≤ ¼√(N Tr F/(M ΔL)) for its bound); here the risk itself.
 *
 * @throws RangeError, UnstableError, NoSolutionError as `bestLearningRate`.
 * @example
 * bestBatchSize({hessian: [[1]], sampleNoise: [[1]], initial: [1], calls: 1}).batchSize; // 1
 */
export function bestBatchSize(
  options: QuadraticRun & {readonly calls: number; readonly tolerance?: number}
): BestRun {
  const given = optionsOf("bestBatchSize", options, [...runOptions, "calls", "tolerance"]);
  const calls = integer("calls", given.calls, 1);
  const share = positive("tolerance", given.tolerance ?? 0.05);
  const run = riskOfRun(given);
  const at = (batchSize: number): BestRun => {
    const steps = Math.floor(calls / batchSize);
    return {...leastRisk(run, batchSize, steps), batchSize, steps};
  };
  let good = gaining(run, at(1));
  const most = good.risk * (1 + share);
  let bad = calls + 1;
  for (let b = 2; b <= calls; b *= 2) {
    const found = at(b);
    if (found.risk > most) {
      bad = b;
      break;
    }
    good = found;
  }
  while (bad - good.batchSize > 1) {
    const found = at(Math.floor((good.batchSize + bad) / 2));
    if (found.risk > most) bad = found.batchSize;
    else good = found;
  }
  return good;
}

/**
 * The fewest samples until the risk is at most a given one, in batches of b at a constant rate
 *
 *     N = b min over η of the first T with ½ E θ_TᵀMθ_T ≤ risk
 *
 * exact for white noise of any law on a quadratic; H, G and M need not commute. `risk` in (0, that of the start),
 * `batchSize` b, default 1. T is found by doubling and bisection. Source: Fisher, (46); `leastCalls` has
 * the same for the dual norm where all commute.
 *
 * @throws RangeError if an argument is out of range, shapes do not match, or more than 2⁵⁰ steps are needed.
 * @throws UnstableError if H is not positive definite.
 * @example
 * fewestCalls({hessian: [[1]], sampleNoise: [[0]], initial: [1], risk: 0.1}).steps; // 1
 */
export function fewestCalls(
  options: QuadraticRun & {readonly risk: number; readonly batchSize?: number}
): BestRun & {readonly calls: number} {
  const given = optionsOf("fewestCalls", options, [...runOptions, "risk", "batchSize"]);
  const batchSize = batchOf(given.batchSize);
  const run = riskOfRun(given);
  const {start} = run;
  const target = numberIn("risk", given.risk, `(0, ${start})`, x => x > 0 && x < start);
  const steps = fewestSteps(run, batchSize, target);
  return {...leastRisk(run, batchSize, steps), batchSize, steps, calls: batchSize * steps};
}

/**
 * What was found, where it is less than the risk of the start.
 *
 * @throws NoSolutionError where every step only adds noise
 */
function gaining<Found extends BestRate>({start}: RiskOfRun, found: Found): Found {
  if (!(found.risk < start))
    throw new NoSolutionError(
      `initial must leave a risk that steps can make less; got ${start}, and no rate leaves less to working precision`
    );
  return found;
}

/** The first number of steps after which the best rate leaves no more than `target`. */
function fewestSteps(run: RiskOfRun, batchSize: number, target: number): number {
  const enough = (steps: number) => leastRisk(run, batchSize, steps).risk <= target;
  let high = 1;
  while (!enough(high)) {
    high *= 2;
    if (high > 2 ** 50)
      throw new RangeError(`risk must be within reach of 2⁵⁰ steps; got ${target}`);
  }
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
