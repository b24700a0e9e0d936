import {Matrix} from "ml-matrix";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {qhmCovariance} from "../../lib/stationary/qhmCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {quasiHyperbolic} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, eye, invert, minus, plus, times, toMatrix} from "../printed/algebra.js";
import {solveLinear} from "../printed/solveLinear.js";

const {learningRate: lambda, momentum: mu, nu} = quasiHyperbolic;
const K = Matrix.diag([...quasiHyperbolic.hessian]);
const C = toMatrix(quasiHyperbolic.noise);
const I = eye(K.rows);

/** The letters of (74), with β = λ(1−ν). */
const alpha = lambda * (1 - nu + nu * (1 - mu));
const beta = lambda * (1 - nu);
const a = -2 * mu * (1 + mu);
const b = lambda * mu ** 2 * (1 - nu);
const c = lambda ** 2 * (1 - mu ** 2 - 2 * mu * nu * (1 - mu));
const d = 1 + mu * (mu - 2 * nu - 2 * mu * nu * (1 - nu));
const A = times(mu, minus(I, times(beta, K)));

/** Q with Q − AQA = S. */
const sumOf = (S: Matrix) => solveLinear(Q => minus(Q, times(A, Q, A)), S);

/** The first equation of (73), solved for Σ, with what the text makes of X, XK + KXᵀ and C. */
function solveFirst(X: (S: Matrix) => Matrix, weight: number, noise: number, push = C): Matrix {
  const zero = times(0, I);
  // X is affine in Σ where it contains C: its constant part goes to the right.
  const constant = X(zero);
  const withX = (x: Matrix) =>
    plus(
      times(mu * (1 + mu), plus(x, x.transpose())),
      times(weight, plus(times(x, K), times(K, x.transpose())))
    );
  const left = (S: Matrix) =>
    plus(
      withX(minus(X(S), constant)),
      times(a, S),
      times(b, plus(times(K, S), times(S, K))),
      times(c, K, S, K)
    );
  return solveLinear(left, minus(times(noise, push), withX(constant)));
}

const coefficient = lambda * (-1 + mu * (1 + mu - mu * nu));
const printedWeight = lambda * (1 - mu * nu * (2 + mu));

/** Σ₁₁, Σ₁₂, Σ₂₂. */
const three = (S: Matrix) => [S.get(0, 0), S.get(0, 1), S.get(1, 1)];

const printedX = (S: Matrix) => {
  const Q = sumOf(S);
  return plus(
    times(mu * alpha, K, K, S),
    times(coefficient, K, S, K),
    times(-lambda * mu * (1 - nu) * alpha, K, plus(times(K, Q), times(Q, K)), K),
    times(1 - mu ** 2, Q)
  );
};

/** (73)–(74) as printed. */
export const printedSystem = () => three(solveFirst(printedX, printedWeight, d * lambda ** 2));

const derivedX = (S: Matrix) => {
  const Q = sumOf(S);
  return plus(
    times(1 - mu ** 2, Q),
    times(mu * alpha, Q, K),
    times(coefficient, K, Q),
    times(-mu * alpha * beta, K, Q, K)
  );
};

/** X from (84)–(85), which (86) is meant to be: Σ AⁱDAⁱ with D = B − ABᵀ. */
export const derivedSystem = () => three(solveFirst(derivedX, printedWeight, d * lambda ** 2));

/** The same with λ[1−µ(1+µ−µν)] as well: the correlation of wₜ with ηₜ₋₁ is all that is left out. */
export const reweightedSystem = () => three(solveFirst(derivedX, -coefficient, d * lambda ** 2));

const correctedState = (sign: number) => () => {
  const memory = times(-sign * mu * alpha * beta, minus(I, A), sumOf(C));
  const X = (S: Matrix) => plus(derivedX(S), memory);
  const noise = d * lambda ** 2 - sign * 2 * mu * (1 + mu) * alpha * beta;
  return three(solveFirst(X, -coefficient, noise));
};

/**
 * The system with E[wₜηₜ₋₁ᵀ] = −αC kept: X gains −µαβ(I−A)Z with Z − AZA = C, the weight of XK + KXᵀ is
 * λ[1−µ(1+µ−µν)], and C has the factor dλ² − 2µ(1+µ)αβ.
 */
export const corrected = correctedState(1);

/** The correlation with the other sign. */
export const correctedOtherSign = correctedState(-1);

export const library = () =>
  three(qhmCovariance({hessian: K, noise: C, learningRate: lambda, momentum: mu, nu}));

function withPrinted(f: Matrix, g: Matrix): number {
  const h = times(
    1 / d,
    plus(
      times(a, I),
      times(2 * b, K),
      times(c, K, K),
      times(plus(times(mu * (1 + mu), f), times(printedWeight, g)), invert(minus(I, times(A, A))))
    )
  );
  return times(lambda ** 2, invert(h), K, C).trace() / 2;
}

/** ½ Tr KΣ for Σ as (89)–(92) has it. */
export const errorAsPrinted = () =>
  withPrinted(
    plus(times(2 * (1 - mu ** 2), K), times(lambda * (-2 + mu * (3 + mu * (2 - 3 * nu))), K, K)),
    plus(
      times(2 * (1 - mu ** 2), I),
      times(2 * lambda * (-1 + mu * (2 + mu - 2 * mu * nu)), K),
      times(-2 * lambda * mu * (1 - nu) * alpha, K, K)
    )
  );

/** (90) with f and g in each other's place: X + Xᵀ and XK + KXᵀ divided by Σ. */
export const errorSwapped = () =>
  withPrinted(
    plus(times(2 * (1 - mu ** 2), I), times(lambda * (-2 + mu * (3 + mu * (2 - 3 * nu))), K)),
    plus(
      times(2 * (1 - mu ** 2), K),
      times(2 * lambda * (-1 + mu * (2 + mu - 2 * mu * nu)), K, K),
      times(-2 * lambda * mu * (1 - nu) * alpha, K, K, K)
    )
  );

const errorFormula = (factor: number) => () => {
  const lag = lambda * mu * (1 - nu);
  const top = plus(
    times(lambda * (1 - mu) * (1 + mu), I),
    times(lag * (factor * alpha - lambda * (1 - mu)), K)
  );
  const bottom = times(
    plus(times(1 - mu, I), times(lag, K)),
    minus(times(2 * (1 + mu), I), times(alpha + lag, K))
  );
  return times(top, invert(bottom), C).trace() / 2;
};

/**
 * ½ Tr of λ(1−µ)(1+µ) I + β′(2α − λ(1−µ))K over ((1−µ)I + β′K)(2(1+µ)I − (α+β′)K), times C; β′ = λµ(1−ν).
 */
export const error = errorFormula(2);

/** The same with α for 2α. */
export const errorOther = errorFormula(1);

/** The remark: (6) at ν = 0; (7) at ν = 1 with λ/(1−µ) for λ. */
export const limits = (): Numbers => ({
  "ν = 0": entries(sgdCovariance({hessian: K, noise: C, learningRate: lambda})),
  "ν = 1, λ/(1−µ)": entries(
    momentumCovariance({hessian: K, noise: C, learningRate: lambda, momentum: mu})
  )
});

/** λ/(1−µ) in (6) as well, where there is nothing to undo. */
export const limitsBoth = (): Numbers => ({
  ...limits(),
  "ν = 0": entries(sgdCovariance({hessian: K, noise: C, learningRate: lambda * (1 - mu)}))
});
