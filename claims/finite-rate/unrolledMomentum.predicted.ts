import type {Matrix} from "ml-matrix";
import {noisePath, optimisers, type Pair, pairs} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, eye, minus, plus, times, toMatrix} from "../printed/algebra.js";

const perOptimiser = (f: (pair: Pair, lambda: number, mu: number) => readonly number[]): Numbers =>
  Object.fromEntries(
    pairs.flatMap(pair =>
      optimisers.map(({rateOver, momentum}) => [
        `${pair.name}, µ = ${momentum}`,
        f(pair, rateOver / pair.trace, momentum)
      ])
    )
  );

/** g₀ … g_n of (41) and (42) with X = µI. */
function weights(pair: Pair, lambda: number, mu: number, n: number): Matrix[] {
  const one = eye(pair.hessian.length);
  const sum = plus(times(mu, one), minus(one, times(lambda, toMatrix(pair.hessian))));
  const g = [one, sum];
  while (g.length <= n) g.push(minus(times(sum, g[g.length - 1]), times(mu, g[g.length - 2])));
  return g;
}

const t = 6;

/** (40): w₆ from w₀ = the last vector of the path and w₁ = w₀ − λ(Kw₀ + η₀). */
const unroll = (sign: number, last: number, lag: number): Numbers =>
  perOptimiser((pair, lambda, mu) => {
    const path = noisePath(pair).map(row => toMatrix(row.map(x => [x])));
    const start = path[39];
    const first = minus(start, times(lambda, plus(times(toMatrix(pair.hessian), start), path[0])));
    const g = weights(pair, lambda, mu, t);
    let w = minus(times(g[t - 1], first), times(mu, g[t - lag], start));
    for (let i = 0; i <= last; i++) w = plus(w, times(sign * lambda, g[i], path[t - 1 - i]));
    return entries(w);
  });

export const unrolled = (): Numbers => unroll(-1, t - 2, 2);
export const unrolledAsPrinted = (): Numbers => unroll(1, t - 1, 2);
export const unrolledSignAlone = (): Numbers => unroll(-1, t - 1, 2);
export const unrolledRangeAlone = (): Numbers => unroll(1, t - 2, 2);
export const unrolledShifted = (): Numbers => unroll(-1, t - 2, 1);

/** (43), from kick `from` on. */
const seriesFrom = (from: number): Numbers =>
  perOptimiser((pair, lambda, mu) => {
    const c = toMatrix(pair.noise);
    const terms = weights(pair, lambda, mu, 1500).map(g => times(lambda ** 2, g, c, g));
    return entries(terms.slice(from).reduce((sum, term) => plus(sum, term)));
  });

export const series = (): Numbers => seriesFrom(0);
export const seriesLate = (): Numbers => seriesFrom(1);
