import {
  add,
  identity,
  inverse,
  multiply,
  norm,
  product,
  type Square,
  scale,
  subtract,
  trace,
  transpose
} from "../brute/arrays.js";
import {
  laggedCovariance,
  type Optimiser,
  recursion,
  steadyCovariance,
  steadyState
} from "../brute/augmented.js";
import {
  commutingPairs,
  optimisers,
  type Pair,
  pairs,
  preconditioner,
  type Rows
} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const perOptimiser = (
  of: readonly Pair[],
  f: (optimiser: Optimiser, pair: Pair) => readonly number[]
): Numbers =>
  Object.fromEntries(
    of.flatMap(pair =>
      optimisers.map(({rateOver, momentum}) => [
        `${pair.name}, µ = ${momentum}`,
        f({...pair, momentum, rate: rateOver / pair.trace}, pair)
      ])
    )
  );

/** E[wₜwₜ₋₁ᵀ], ΛMΛ, A = µ(I − ΛK)E[wmᵀ]Λ and Σ of the steady state (w, m) with a matrix for the rate. */
export const lagged = (): Numbers =>
  perOptimiser(pairs, ({hessian, noise, momentum}, pair) => {
    const rate = preconditioner(pair);
    const optimiser = {hessian, noise, momentum, rate};
    const d = hessian.length;
    const state = steadyState(recursion(optimiser));
    const sigma = state.slice(0, d).map(row => row.slice(0, d));
    const cross = state.slice(0, d).map(row => row.slice(d));
    const m = state.slice(d).map(row => row.slice(d));
    const keep = subtract(identity(d), multiply(rate, hessian));
    const a = scale(product(keep, cross, rate), momentum ?? 0);
    return [laggedCovariance(optimiser, 1), product(rate, m, rate), a, sigma].flat(2);
  });

/** The steady state of heavy ball. */
export const steadyStates = (): Numbers =>
  perOptimiser(pairs, optimiser => steadyCovariance(optimiser).flat());

/** The same at a millionth of the rates. */
export const slowStates = (): Numbers =>
  perOptimiser(pairs, optimiser =>
    steadyCovariance({...optimiser, rate: 1e-6 * (optimiser.rate as number)}).flat()
  );

/** The same where C commutes with K. */
export const commuting = (): Numbers =>
  perOptimiser(commutingPairs, optimiser => steadyCovariance(optimiser).flat());

const bracket = (a: Rows, b: Rows): Square => subtract(multiply(a, b), multiply(b, a));

const lambdaOf = (pair: Pair) => 0.6 / pair.trace;
const mu = 0.4;

const perSigma = (f: (pair: Pair, sigma: Square) => readonly number[]): Numbers =>
  Object.fromEntries(
    pairs
      .slice(1)
      .map(pair => [
        pair.name,
        f(pair, steadyCovariance({...pair, rate: lambdaOf(pair), momentum: mu}))
      ])
  );

/** ‖A₂ + A₂ᵀ‖/‖A₂‖ and ‖A₁ + A₁ᵀ‖ over λ/(1+µ)‖A₂‖ for the steady state's Σ, both without their factors (1−µ)λ, …. */
export const symmetries = (): Numbers =>
  perSigma((pair, sigma) => {
    const {hessian} = pair;
    const small = lambdaOf(pair) / (1 + mu);
    const a2 = bracket(hessian, bracket(hessian, sigma));
    const keep = subtract(identity(hessian.length), scale(hessian, small));
    const a1 = multiply(keep, bracket(sigma, hessian));
    const twice = (a: Square) => norm(add(a, transpose(a)));
    return [twice(a2) / norm(a2), twice(a1) / (small * norm(a2))];
  });

const tracesWith = (turn: (r: Square, pair: Pair) => Square): Numbers =>
  perSigma((pair, sigma) => {
    const {hessian} = pair;
    const one = identity(hessian.length);
    const small = scale(hessian, lambdaOf(pair) / (1 + mu));
    const r = turn(inverse(subtract(scale(one, 2), small)), pair);
    const a1 = multiply(subtract(one, small), bracket(sigma, hessian));
    const a2 = bracket(hessian, bracket(hessian, sigma));
    return [a1, a2].map(a => Math.abs(trace(multiply(r, a))) / norm(multiply(r, a)));
  });

/** |Tr RA₁|/‖RA₁‖ and |Tr RA₂|/‖RA₂‖. */
export const traces = (): Numbers => tracesWith(r => r);

/** The same with C, symmetric too but not commuting with K, for R. */
export const tracesOfOther = (): Numbers => tracesWith((_, {noise}) => noise);
