import type {Matrix} from "ml-matrix";
import type {ScalarRun} from "../cases/optimisers.js";
import {noisePath} from "../cases/problems.js";
import {C, eye, K, minus, plus, times, toMatrix} from "../printed/algebra.js";

/** g₀ … g_n of (41) and (42) with X = µI. */
function weights(run: ScalarRun, n: number): Matrix[] {
  const {rate: lambda, momentum: mu} = run;
  const one = eye(run.hessian.length);
  const sum = plus(times(mu, one), minus(one, times(lambda, K(run))));
  const g = [one, sum];
  while (g.length <= n) g.push(minus(times(sum, g[g.length - 1]), times(mu, g[g.length - 2])));
  return g;
}

const t = 6;

/** (40): w₆ from w₀ = the last vector of the path and w₁ = w₀ − λ(Kw₀ + η₀). */
const unroll = (sign: number, last: number, lag: number) => (run: ScalarRun) => {
  const {rate: lambda, momentum: mu} = run;
  const path = noisePath(run.hessian.length).map(row => toMatrix(row.map(x => [x])));
  const start = path[39];
  const first = minus(start, times(lambda, plus(times(K(run), start), path[0])));
  const g = weights(run, t);
  let w = minus(times(g[t - 1], first), times(mu, g[t - lag], start));
  for (let i = 0; i <= last; i++) w = plus(w, times(sign * lambda, g[i], path[t - 1 - i]));
  return w;
};

export const unrolled = unroll(-1, t - 2, 2);
export const unrolledAsPrinted = unroll(1, t - 1, 2);
export const unrolledSignAlone = unroll(-1, t - 1, 2);
export const unrolledRangeAlone = unroll(1, t - 2, 2);
export const unrolledShifted = unroll(-1, t - 2, 1);

/** (43), from kick `from` on. */
const seriesFrom = (from: number) => (run: ScalarRun) => {
  const terms = weights(run, 1500).map(g => times(run.rate ** 2, g, C(run), g));
  return terms.slice(from).reduce((sum, term) => plus(sum, term));
};

export const series = seriesFrom(0);
export const seriesLate = seriesFrom(1);
