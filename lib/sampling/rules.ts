import {integerPower} from "../elementary/integerPower.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import type {UniformSource} from "../random/source.js";
import {type Advice, advice} from "./advice.js";
import {measureAt, pilot} from "./pilot.js";
import {type Plan, runPlan} from "./runPlan.js";
import type {SamplingProblem} from "./samplingProblem.js";

/** What a rule may use. */
export interface RuleArguments {
  /** N, calls in all. */
  readonly budget: number;
  /** Share of N for a pilot or for tuning. */
  readonly pilotShare: number;
  /** How far the pilot steps to either side for differences of gradients. */
  readonly spacing: number;
  /** How often the pilot measures, each time where the last measurement puts the optimum. */
  readonly rounds: number;
  /** Streams by name, each at its start. */
  stream(name: string): UniformSource;
}

/** A plan, what finding it has cost, and whether the rule itself says which iterate to return. */
export interface RuledPlan extends Plan {
  readonly spent: number;
  readonly returns?: "last" | "averaged";
}

/** Decides how the budget is spent. */
export type Rule = (problem: SamplingProblem, given: RuleArguments) => RuledPlan;

/** How many short runs the tuning calls are cut into. */
const tries = 8;

const edgeOf = ({hessian}: SamplingProblem): number => {
  const {values} = symmetricEigen(hessian);
  return 2 / values[values.length - 1];
};

/**
 * The best of eight plans by the risk after a short run of each on an eighth of the tuning calls. The tuner is told
 * 2/λmax and the exact risk, which nobody is in practice. Where every plan begins with a batch of `fewest` calls or
 * more, fewer plans are tried, evenly from the first to the last of them, so that each run has two steps.
 */
function tuned(
  problem: SamplingProblem,
  {budget, pilotShare, stream}: RuleArguments,
  planOf: (k: number, edge: number) => Plan,
  fewest = 1
): RuledPlan {
  const edge = edgeOf(problem);
  const calls = Math.floor(budget * pilotShare);
  const count = Math.max(2, Math.min(tries, Math.floor(calls / (2 * fewest))));
  const each = Math.floor(calls / count);
  let [best, least, spent] = [planOf(0, edge), Infinity, 0];
  for (let tried = 0; tried < count; tried++) {
    const k = Math.round((tried * (tries - 1)) / (count - 1));
    const plan = planOf(k, edge);
    const run = runPlan(problem, problem.open(stream(`tuning ${k}`)), plan, each);
    spent += run.calls;
    const risk = problem.excess(run.last);
    if (risk < least) [best, least] = [plan, risk];
  }
  return {...best, spent};
}

const fixedBatch = 32;

/** Batches of 32 at the best of the rates 2/λmax · 2⁻ᵏ, k = 1 … 8, or of fewer where the tuning calls are few. */
export const thirtyTwo: Rule = (problem, given) =>
  tuned(
    problem,
    given,
    (k, edge) => ({batchSize: fixedBatch, learningRate: edge / integerPower(2, k + 1)}),
    fixedBatch
  );

/**
 * The best of the batches 1, 2, 4 … 128, with rates in proportion, λmax⁻¹ at 32 and above (Goyal et al. 2017). A
 * batch that does not fit into an eighth of the tuning calls has no run, and is not chosen.
 */
export const bestOfEight: Rule = (problem, given) =>
  tuned(problem, given, (k, edge) => {
    const batchSize = integerPower(2, k);
    return {batchSize, learningRate: (edge / 2) * Math.min(1, batchSize / fixedBatch)};
  });

/** With which batch the rules begin that change it. */
const firstBatch = 16;

/** The bound on the standard error of a batch's gradient over its length: Byrd et al. 2012, their θ. */
const normShare = 0.5;

/**
 * The norm test of Byrd, Chin, Nocedal & Wu 2012: where tr Ĝ/b > θ²‖ḡ‖², the batch grows to tr Ĝ/(θ²‖ḡ‖²), θ = ½.
 * Begins with b = 16, since a smaller one lets a mean that is short by chance ask for all that is left; the best of the
 * rates 2/λmax · 2⁻ᵏ, k = 1 … 8.
 */
export const normTest: Rule = (problem, given) =>
  tuned(problem, given, (k, edge) => ({
    batchSize: firstBatch,
    learningRate: edge / integerPower(2, k + 1),
    next: ({mean, trace, batchSize}) => {
      const square = mean.reduce((sum, x) => sum + x * x, 0);
      const wanted = Math.ceil(trace / (normShare * normShare * Math.max(square, 1e-300)));
      return Math.max(batchSize, Math.min(wanted, given.budget));
    }
  }));

/**
 * CABS of Balles, Romero & Hennig 2017: b = η tr Ĝ/(f(θ) − f⋆), the excess to second order about θ⋆, which nobody
 * is told in practice; theirs averages loss and tr Ĝ over the last steps, and keeps b ≥ 16, which costs more here.
 * Between 2 and N; begins with b = 16; the best of the rates 2/λmax · 2⁻ᵏ, k = 1 … 8.
 */
export const cabs: Rule = (problem, given) =>
  tuned(problem, given, (k, edge) => {
    const learningRate = edge / integerPower(2, k + 1);
    return {
      batchSize: firstBatch,
      learningRate,
      next: ({theta, trace}) => {
        const excess = secondOrder(problem, theta);
        const wanted = Math.round((learningRate * trace) / Math.max(excess, 1e-300));
        return Math.max(2, Math.min(wanted, given.budget));
      }
    };
  });

/** ½(θ − θ⋆)ᵀH(θ − θ⋆). */
function secondOrder({hessian, optimum}: SamplingProblem, theta: Float64Array): number {
  let sum = 0;
  for (const [i, row] of hessian.entries())
    for (const [j, h] of row.entries())
      sum += (h * (theta[i] - optimum[i]) * (theta[j] - optimum[j])) / 2;
  return sum;
}

/**
 * The critical batch of McCandlish et al. 2018 at the start, b = tr(HG)/(gᵀHg), with the rate that they give for it,
 * half of ‖g‖²/(gᵀHg); all three measured there by the pilot's calls.
 */
export const criticalBatch: Rule = (problem, {budget, pilotShare, spacing, stream}) => {
  const d = problem.dimension;
  const samples = Math.max(2, Math.floor((budget * pilotShare) / (2 * d + 1)));
  const start = Float64Array.from(problem.start);
  const {gradient, hessian, noise, calls} = measureAt(problem, start, {
    samples,
    spacing,
    stream: () => stream("pilot")
  });
  let [along, square, trace] = [0, 0, 0];
  for (let i = 0; i < d; i++) {
    square += gradient[i] * gradient[i];
    for (let j = 0; j < d; j++) {
      along += gradient[i] * hessian[i][j] * gradient[j];
      trace += hessian[i][j] * noise[j][i];
    }
  }
  const batchSize = Math.max(1, Math.min(Math.round(trace / along), budget - calls));
  return {batchSize, learningRate: square / along / 2, spent: calls};
};

/** What the theory says with H, G and θ₀ − θ⋆ from a pilot, whose calls are charged. */
const advised =
  (batchSize?: number): Rule =>
  (problem, {budget, pilotShare, spacing, rounds, stream}) => {
    const {calls, ...found} = pilot(problem, {
      calls: budget * pilotShare,
      spacing,
      rounds,
      stream: round => stream(`pilot ${round}`)
    });
    return planOf(advice({...found, calls: budget - calls, batchSize}), calls);
  };

/** The same where H, G and θ₀ − θ⋆ are told, at no charge. */
const told =
  (batchSize?: number): Rule =>
  ({hessian, noise, start, optimum}, {budget}) => {
    const initial = start.map((x, j) => x - optimum[j]);
    return planOf(advice({hessian, noise, initial, calls: budget, batchSize}), 0);
  };

const planOf = ({batchSize, learningRate, averaged}: Advice, spent: number): RuledPlan => ({
  batchSize,
  learningRate,
  returns: averaged ? "averaged" : "last",
  spent
});

/** The rules by their names in tables, but for the best found by search, which needs runs of its own. */
export const rules = {
  advice: advised(),
  "advice, b = 1": advised(1),
  told: told(),
  "told, b = 1": told(1),
  "b = 32": thirtyTwo,
  "best of eight": bestOfEight,
  "norm test": normTest,
  CABS: cabs,
  "critical batch": criticalBatch
} satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof rules;

/** Rules that look at no sample: their plan is the same in every replicate. */
export const unsampled: readonly RuleName[] = ["told", "told, b = 1"];
