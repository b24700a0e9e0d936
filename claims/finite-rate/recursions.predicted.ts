import {Matrix} from "ml-matrix";
import {qhmCovariance} from "../../lib/stationary/qhmCovariance.js";
import {noisePath, optimisers, type Pair, pairs, quasiHyperbolic} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, eye, minus, plus, times, toMatrix} from "../printed/algebra.js";
import {solveLinear} from "../printed/solveLinear.js";

const vector = (x: readonly number[]) => new Matrix(x.map(value => [value]));

/** wₜ = A₁wₜ₋₁ − A₂wₜ₋₂ − a ηₜ₋₁ + b ηₜ₋₂ from w = m = 0, for the noise of `noisePath`. */
function secondOrderPath(pair: Pair, A1: Matrix, A2: Matrix, a: number, b: number): number[] {
  const path: Matrix[] = [Matrix.zeros(pair.hessian.length, 1)];
  const kicks = noisePath(pair).map(vector);
  for (let t = 1; t <= kicks.length; t++) {
    const before = t > 1 ? path[t - 2] : path[0];
    const next = minus(times(A1, path[t - 1]), times(A2, before));
    const kicked = plus(next, times(-a, kicks[t - 1]));
    path.push(t > 1 ? plus(kicked, times(b, kicks[t - 2])) : kicked);
  }
  return path.slice(1).flatMap(entries);
}

const heavyBall = (memory: (mu: number) => number): Numbers =>
  Object.fromEntries(
    pairs.map(pair => {
      const {rateOver, momentum} = optimisers[1];
      const lambda = rateOver / pair.trace;
      const one = eye(pair.hessian.length);
      const X = times(memory(momentum), one);
      const A1 = minus(plus(one, X), times(lambda, toMatrix(pair.hessian)));
      return [pair.name, secondOrderPath(pair, A1, X, lambda, 0)];
    })
  );

/** wₜ = (I + µI − λK)wₜ₋₁ − µwₜ₋₂ − ληₜ₋₁. */
export const heavyBallPath = (): Numbers => heavyBall(mu => mu);

/** With (1−µ)I for µI, as Lemma 1's proof prints it. */
export const heavyBallPathPrinted = (): Numbers => heavyBall(mu => 1 - mu);

const {momentum: mu, nu} = quasiHyperbolic;
const rateOf = (pair: Pair) => quasiHyperbolic.learningRate / pair.trace;

const qhm = (echo: number): Numbers =>
  Object.fromEntries(
    pairs.map(pair => {
      const lambda = rateOf(pair);
      const [alpha, beta] = [lambda * (1 - mu * nu), lambda * (1 - nu)];
      const k = toMatrix(pair.hessian);
      const one = eye(k.rows);
      return [
        pair.name,
        secondOrderPath(
          pair,
          minus(times(1 + mu, one), times(alpha, k)),
          times(mu, minus(one, times(beta, k))),
          alpha,
          echo * mu * beta
        )
      ];
    })
  );

/** (72) without its buffer: wₜ = [(1+µ)I − αK]wₜ₋₁ − µ[I − βK]wₜ₋₂ − αηₜ₋₁ + µβηₜ₋₂. */
export const qhmPath = (): Numbers => qhm(1);

/** The same without the echo of the last kick but one. */
export const qhmPathDeaf = (): Numbers => qhm(0);

/** λνmₜ of (76), from the path of w. */
const bufferPath = (weight: number): Numbers =>
  Object.fromEntries(
    Object.entries(qhmPath()).map(([name, flat]) => {
      const pair = pairs.find(each => each.name === name) as Pair;
      const d = pair.hessian.length;
      const kicks = noisePath(pair).map(vector);
      const beta = rateOf(pair) * (1 - nu);
      const B = minus(eye(d), times(beta, toMatrix(pair.hessian)));
      const w = [
        Matrix.zeros(d, 1),
        ...kicks.map((__, t) => vector(flat.slice(t * d, (t + 1) * d)))
      ];
      return [
        name,
        kicks.flatMap((kick, t) =>
          entries(plus(times(-1, w[t + 1]), times(B, w[t]), times(-weight * beta, kick)))
        )
      ];
    })
  );
export const buffer = (): Numbers => bufferPath(1);
export const bufferSilent = (): Numbers => bufferPath(0);

/** λ²ν²M, X, G and Σ of (75)–(81); `kept` 1 with E[wₜηₜ₋₁ᵀ] = −αC, 0 without; `push` the factor of C in (75). */
const momentsWith = (kept: number, push: (lambda: number, alpha: number) => number): Numbers =>
  Object.fromEntries(
    pairs.map(pair => {
      const lambda = rateOf(pair);
      const [alpha, beta] = [lambda * (1 - mu * nu), lambda * (1 - nu)];
      const k = toMatrix(pair.hessian);
      const C = toMatrix(pair.noise);
      const one = eye(k.rows);
      const S = qhmCovariance({
        hessian: pair.hessian,
        noise: pair.noise,
        learningRate: lambda,
        momentum: mu,
        nu
      });
      const B = minus(one, times(beta, k));
      const keep = minus(one, times(alpha, k));
      const right = plus(times(keep, S), times(mu, S), times(-kept * mu * alpha * beta, C));
      // X + µBXᵀ = …; Xᵀ from the transpose, so X − µ²BXB = right − µB rightᵀ.
      const X = solveLinear(
        x => minus(x, times(mu * mu, B, x, B)),
        minus(right, times(mu, B, right.transpose()))
      );
      const M = plus(
        times(2, S),
        times(beta ** 2, k, S, k),
        times(beta ** 2 - 2 * kept * alpha * beta, C),
        times(-beta, plus(times(S, k), times(k, S))),
        times(-1, plus(X, X.transpose())),
        times(beta, plus(times(X, k), times(k, X.transpose())))
      );
      const G = plus(
        times(-mu, keep, S),
        times(mu, keep, X, B),
        times(kept * mu * alpha * beta, keep, C)
      );
      const again = plus(
        times(keep, S, keep),
        times(mu * mu, M),
        times(push(lambda, alpha), C),
        times(-1, plus(G, G.transpose()))
      );
      return [pair.name, [M, X, G, again].flatMap(entries)];
    })
  );

export const moments = (): Numbers => momentsWith(1, (_, alpha) => alpha ** 2);
export const momentsPrinted = (): Numbers =>
  momentsWith(0, (lambda, alpha) => lambda ** 2 * alpha ** 2);
export const momentsOneSlip = (): Numbers => momentsWith(0, (_, alpha) => alpha ** 2);
export const momentsOtherSlip = (): Numbers =>
  momentsWith(1, (lambda, alpha) => lambda ** 2 * alpha ** 2);
export const momentsOtherSign = (): Numbers => momentsWith(-1, (_, alpha) => alpha ** 2);

/** Σ₂₀₀₀ − Σ₁₀₀₀ over 1000 on the boundary λk = 2(1+µ): (λ/(1−µ))²C. */
const growth = (power: number): Numbers =>
  Object.fromEntries(momenta.map(m => [`µ = ${m}`, [((2 * (1 + m)) / (1 - m) ** power) ** 2]]));
export const boundary = (): Numbers => growth(1);
export const boundaryPlain = (): Numbers => growth(0);

const momenta = [0.2, 0.5, 0.9];
const longerBy = (f: (mu: number) => number): Numbers =>
  Object.fromEntries(pairs.flatMap(({name}) => momenta.map(m => [`${name}, µ = ${m}`, [f(m)]])));

/** The largest stable λ over that without momentum. */
export const longer = (): Numbers => longerBy(m => 1 + m);
export const longerOther = (): Numbers => longerBy(m => 1 / (1 - m));
