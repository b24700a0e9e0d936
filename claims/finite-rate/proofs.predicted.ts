import type {Matrix} from "ml-matrix";
import {preconditionedCovariance} from "../../lib/stationary/preconditionedCovariance.js";
import {commutingPairs, type Pair, pairs, preconditioner} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, eye, invert, minus, plus, times, toMatrix} from "../printed/algebra.js";
import {perOptimiser} from "../printed/perOptimiser.js";
import {solveLinear} from "../printed/solveLinear.js";

const K = (pair: Pair) => toMatrix(pair.hessian);
const C = (pair: Pair) => toMatrix(pair.noise);

/** (34), (29), (30) and the right side of (28): X = E[wₜwₜ₋₁ᵀ], ΛMΛ, A and Σ from Σ; `own` stands for the coefficient of the last Σ. */
const bookkeeping = (own: (mu: number) => number): Numbers =>
  perOptimiser(pairs, (pair, _, mu) => {
    const [k, l] = [K(pair), toMatrix(preconditioner(pair))];
    const one = eye(k.rows);
    const S = preconditionedCovariance({
      hessian: pair.hessian,
      noise: pair.noise,
      preconditioner: preconditioner(pair),
      momentum: mu
    });
    const X = times(
      1 / (1 - mu ** 2),
      plus(
        times(minus(one, times(l, k)), S),
        times(mu, S),
        times(-mu, S, minus(one, times(k, l))),
        times(-own(mu), S)
      )
    );
    const moved = minus(times(2, S), plus(X, X.transpose()));
    const A = times(mu, minus(one, times(l, k)), minus(X, S));
    const next = plus(
      times(minus(one, times(l, k)), S, minus(one, times(k, l))),
      times(mu ** 2, moved),
      times(l, C(pair), l),
      times(-1, A),
      times(-1, A.transpose())
    );
    return [X, moved, A, next].flatMap(entries);
  });

/** (34), (29), (30), (28). */
export const lagged = (): Numbers => bookkeeping(mu => mu ** 2);

/** (34) with µΣ for µ²Σ at its end. */
export const laggedOther = (): Numbers => bookkeeping(mu => mu);

const bracket = (a: Matrix, b: Matrix) => minus(times(a, b), times(b, a));

const commutatorForm = (sign: number): Numbers =>
  perOptimiser(pairs, (pair, lambda, mu) => {
    const k = K(pair);
    const scaled = times(lambda / (1 + mu), k);
    const one = eye(k.rows);
    const left = (S: Matrix) =>
      plus(
        times((1 - mu) * lambda, k, minus(times(2, one), scaled), S),
        times((1 - mu) * lambda, minus(one, scaled), times(sign, bracket(S, k))),
        times((mu / (1 - mu ** 2)) * lambda ** 2, bracket(k, bracket(k, S)))
      );
    return entries(solveLinear(left, times(lambda ** 2, C(pair))));
  });

/** (44), solved as it stands. */
export const commutators = (): Numbers => commutatorForm(1);

/** (44) with [K, Σ] for [Σ, K]. */
export const commutatorsOtherSign = (): Numbers => commutatorForm(-1);

const rescaledWith = (mu: number, lambda: number, power: number, k: Matrix, c: Matrix): Matrix => {
  const small = lambda / (1 + mu);
  const gap = minus(times(2, eye(k.rows)), times(small, k));
  return times(small ** power * ((1 + mu) / (1 - mu)), invert(times(small, k, gap)), c);
};

const rescaledSolution = (power: number): Numbers =>
  perOptimiser(commutingPairs, (pair, lambda, mu) =>
    entries(rescaledWith(mu, lambda, power, K(pair), C(pair)))
  );

/** Σ = [λ̃K(2I − λ̃K)]⁻¹ λ̃²C̃, the solution of (47). */
export const rescaled = (): Numbers => rescaledSolution(2);

/** The second line of (45): [λ̃K(2I − λ̃K)]⁻¹ C̃. */
export const rescaledAsPrinted = (): Numbers => rescaledSolution(0);

/** One factor λ̃. */
export const rescaledOnce = (): Numbers => rescaledSolution(1);

/** (47): λ̃(KΣ + ΣK) − λ̃²KΣK = λ̃²C̃, solved as it stands; `share` stands for (1+µ)/(1−µ). */
const rescaledEquationWith = (share: (mu: number) => number): Numbers =>
  perOptimiser(commutingPairs, (pair, lambda, mu) => {
    const k = K(pair);
    const small = lambda / (1 + mu);
    const left = (S: Matrix) =>
      minus(times(small, plus(times(k, S), times(S, k))), times(small ** 2, k, S, k));
    return entries(solveLinear(left, times(small ** 2 * share(mu), C(pair))));
  });

export const rescaledEquation = (): Numbers => rescaledEquationWith(mu => (1 + mu) / (1 - mu));

/** (46) with 1/(1−µ) for (1+µ)/(1−µ). */
export const rescaledEquationOther = (): Numbers => rescaledEquationWith(mu => 1 / (1 - mu));

const names = pairs.slice(1).map(({name}) => name);

const symmetry = (double: number, part: number): Numbers =>
  Object.fromEntries(names.map(name => [name, [double, part]]));

/** A₂ = [K, [K, Σ]] is symmetric: ‖A₂ + A₂ᵀ‖ = 2‖A₂‖; ‖A₁ + A₁ᵀ‖ over that of (1−µ)λ·λ/(1+µ) A₂ is 1. */
export const symmetric = (): Numbers => symmetry(2, 1);

/** As printed: anti-symmetric, ‖A₂ + A₂ᵀ‖ = 0. */
export const antisymmetric = (): Numbers => symmetry(0, 0);

/** Neither: ‖A₂ + A₂ᵀ‖ = √2‖A₂‖. */
export const neither = (): Numbers => symmetry(Math.SQRT2, 1);

/** Tr RA₁ and Tr RA₂ are nothing beside ‖RA₁‖ and ‖RA₂‖. */
export const tracesVanish = (): Numbers => Object.fromEntries(names.map(name => [name, [0, 0]]));

const continuousWith = (damping: (mu: number) => number): Numbers =>
  perOptimiser(pairs, (pair, lambda, mu) => {
    const k = K(pair);
    const left = (S: Matrix) => plus(times(S, k), times(k, S));
    return entries(solveLinear(left, times((1e-6 * lambda) / damping(mu), C(pair))));
  });

/** (1): ΣK + KΣ = λ/(1−µ) C, at a millionth of the usual rates. */
export const continuous = (): Numbers => continuousWith(mu => 1 - mu);

/** 1−µ² for 1−µ. */
export const continuousSquare = (): Numbers => continuousWith(mu => 1 - mu ** 2);
