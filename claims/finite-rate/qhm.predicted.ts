import type {Matrix} from "ml-matrix";
import {preconditionedCovariance} from "../../lib/stationary/preconditionedCovariance.js";
import {qhmCovariance} from "../../lib/stationary/qhmCovariance.js";
import type {QuasiRun, Unlike} from "../cases/quasi.js";
import {C, eye, invert, K, minus, ofUnitTrace, plus, times, toMatrix} from "../printed/algebra.js";
import {solveLinear} from "../printed/solveLinear.js";

/** The letters of (74), with β = λ(1−ν). */
function letters(run: QuasiRun) {
  const {rate: lambda, momentum: mu, nu} = run;
  const beta = lambda * (1 - nu);
  const k = K(run);
  return {
    lambda,
    mu,
    nu,
    k,
    I: eye(k.rows),
    alpha: lambda * (1 - nu + nu * (1 - mu)),
    beta,
    a: -2 * mu * (1 + mu),
    b: lambda * mu ** 2 * (1 - nu),
    c: lambda ** 2 * (1 - mu ** 2 - 2 * mu * nu * (1 - mu)),
    d: 1 + mu * (mu - 2 * nu - 2 * mu * nu * (1 - nu)),
    A: times(mu, minus(eye(k.rows), times(beta, k))),
    /** The printed weight of XK + KXᵀ, and the coefficient that (86) has, of which it should be minus. */
    printedWeight: lambda * (1 - mu * nu * (2 + mu)),
    coefficient: lambda * (-1 + mu * (1 + mu - mu * nu))
  };
}
type Letters = ReturnType<typeof letters>;

/** Q with Q − AQA = S. */
const sumOf = ({A}: Letters, S: Matrix) => solveLinear(Q => minus(Q, times(A, Q, A)), S);

/** The first equation of (73), solved for Σ, with what the text makes of X, XK + KXᵀ and C. */
function solveFirst(
  {mu, k, I, a, b, c}: Letters,
  X: (S: Matrix) => Matrix,
  weight: number,
  noise: Matrix
): Matrix {
  const zero = times(0, I);
  // X is affine in Σ where it contains C: its constant part goes to the right.
  const constant = X(zero);
  const withX = (x: Matrix) =>
    plus(
      times(mu * (1 + mu), plus(x, x.transpose())),
      times(weight, plus(times(x, k), times(k, x.transpose())))
    );
  const left = (S: Matrix) =>
    plus(
      withX(minus(X(S), constant)),
      times(a, S),
      times(b, plus(times(k, S), times(S, k))),
      times(c, k, S, k)
    );
  return solveLinear(left, minus(noise, withX(constant)));
}

const printedX = (all: Letters) => (S: Matrix) => {
  const {lambda, mu, nu, k, alpha, coefficient} = all;
  const Q = sumOf(all, S);
  return plus(
    times(mu * alpha, k, k, S),
    times(coefficient, k, S, k),
    times(-lambda * mu * (1 - nu) * alpha, k, plus(times(k, Q), times(Q, k)), k),
    times(1 - mu ** 2, Q)
  );
};

const derivedX = (all: Letters) => (S: Matrix) => {
  const {mu, k, alpha, beta, coefficient} = all;
  const Q = sumOf(all, S);
  return plus(
    times(1 - mu ** 2, Q),
    times(mu * alpha, Q, k),
    times(coefficient, k, Q),
    times(-mu * alpha * beta, k, Q, k)
  );
};

const printedNoise = (run: QuasiRun, {d, lambda}: Letters) => times(d * lambda ** 2, C(run));

/** (73)–(74) as printed. */
export const printedSystem = (run: QuasiRun) => {
  const all = letters(run);
  return solveFirst(all, printedX(all), all.printedWeight, printedNoise(run, all));
};

/** X from (84)–(85), which (86) is meant to be: Σ AⁱDAⁱ with D = B − ABᵀ. */
export const derivedSystem = (run: QuasiRun) => {
  const all = letters(run);
  return solveFirst(all, derivedX(all), all.printedWeight, printedNoise(run, all));
};

/** The same with λ[1−µ(1+µ−µν)] as well: the correlation of wₜ with ηₜ₋₁ is all that is left out. */
export const reweightedSystem = (run: QuasiRun) => {
  const all = letters(run);
  return solveFirst(all, derivedX(all), -all.coefficient, printedNoise(run, all));
};

const correctedState = (sign: number) => (run: QuasiRun) => {
  const all = letters(run);
  const {mu, I, A, alpha, beta, lambda, d, coefficient} = all;
  const push = C(run);
  const memory = times(-sign * mu * alpha * beta, minus(I, A), sumOf(all, push));
  const X = (S: Matrix) => plus(derivedX(all)(S), memory);
  const noise = d * lambda ** 2 - sign * 2 * mu * (1 + mu) * alpha * beta;
  return solveFirst(all, X, -coefficient, times(noise, push));
};

/**
 * The system with E[wₜηₜ₋₁ᵀ] = −αC kept: X gains −µαβ(I−A)Z with Z − AZA = C, the weight of XK + KXᵀ is
 * λ[1−µ(1+µ−µν)], and C has the factor dλ² − 2µ(1+µ)αβ.
 */
export const corrected = correctedState(1);

/** The correlation with the other sign. */
export const correctedOtherSign = correctedState(-1);

export const library = ({hessian, noise, rate, momentum, nu}: QuasiRun) =>
  qhmCovariance({hessian, noise, learningRate: rate, momentum, nu});

function withPrinted(run: QuasiRun, fg: (all: Letters) => readonly [Matrix, Matrix]): number {
  const all = letters(run);
  const {lambda, mu, k, I, A, a, b, c, d, printedWeight} = all;
  const [f, g] = fg(all);
  const h = times(
    1 / d,
    plus(
      times(a, I),
      times(2 * b, k),
      times(c, k, k),
      times(plus(times(mu * (1 + mu), f), times(printedWeight, g)), invert(minus(I, times(A, A))))
    )
  );
  return times(lambda ** 2, invert(h), k, C(run)).trace() / 2;
}

/** f of (91) over K, and g of (92). */
const f = ({lambda, mu, nu, k, I}: Letters) =>
  plus(times(2 * (1 - mu ** 2), I), times(lambda * (-2 + mu * (3 + mu * (2 - 3 * nu))), k));
const g = ({lambda, mu, nu, k, I, alpha}: Letters) =>
  plus(
    times(2 * (1 - mu ** 2), I),
    times(2 * lambda * (-1 + mu * (2 + mu - 2 * mu * nu)), k),
    times(-2 * lambda * mu * (1 - nu) * alpha, k, k)
  );

/** ½ Tr KΣ for Σ as (89)–(92) has it. */
export const errorAsPrinted = (run: QuasiRun) =>
  withPrinted(run, all => [times(f(all), all.k), g(all)]);

/** (90) with f and g in each other's place: X + Xᵀ and XK + KXᵀ divided by Σ. */
export const errorSwapped = (run: QuasiRun) =>
  withPrinted(run, all => [f(all), times(g(all), all.k)]);

/** As printed at ν = 1 alone, in either reading of (90). */
export const errorPrintedAtOne = (run: QuasiRun) =>
  run.nu === 1 ? errorAsPrinted(run) : error(run);
export const errorSwappedAtOne = (run: QuasiRun) => (run.nu === 1 ? errorSwapped(run) : error(run));

const errorFormula = (factor: number) => (run: QuasiRun) => {
  const {lambda, mu, nu, k, I, alpha} = letters(run);
  const lag = lambda * mu * (1 - nu);
  const top = plus(
    times(lambda * (1 - mu) * (1 + mu), I),
    times(lag * (factor * alpha - lambda * (1 - mu)), k)
  );
  const bottom = times(
    plus(times(1 - mu, I), times(lag, k)),
    minus(times(2 * (1 + mu), I), times(alpha + lag, k))
  );
  return times(top, invert(bottom), C(run)).trace() / 2;
};

/**
 * ½ Tr of λ(1−µ)(1+µ) I + β′(2α − λ(1−µ))K over ((1−µ)I + β′K)(2(1+µ)I − (α+β′)K), times C; β′ = λµ(1−ν).
 */
export const error = errorFormula(2);

/** The same with α for 2α. */
export const errorOther = errorFormula(1);

/** A system of Theorem 11 at ν = 0, and at ν = 1 with λ/(1−µ) for λ. */
const ends =
  (atZero: (run: QuasiRun) => Matrix, atOne: (run: QuasiRun) => Matrix, rescaled = true) =>
  (run: QuasiRun) => [
    atZero({...run, nu: 0}),
    atOne({...run, nu: 1, rate: rescaled ? run.rate / (1 - run.momentum) : run.rate})
  ];

export const limits = ends(corrected, corrected);

/** (73) as printed at both ends, and at either alone. */
export const limitsPrinted = ends(printedSystem, printedSystem);
export const limitsPrintedAtZero = ends(printedSystem, corrected);
export const limitsPrintedAtOne = ends(corrected, printedSystem);

/** Without the new rate. */
export const limitsOldRate = ends(corrected, corrected, false);

/** Σ/Tr Σ by Theorem 3 at two rates, Λ = diag, where K = C = I. */
export const twoRates = ({rates}: Unlike) => {
  const identity = eye(rates.length).to2DArray();
  const preconditioner = rates.map((x, i) => rates.map((_, j) => (i === j ? x : 0)));
  return ofUnitTrace(
    toMatrix(
      preconditionedCovariance({hessian: identity, noise: identity, preconditioner}).to2DArray()
    )
  );
};

/** Λ for its inverse. */
export const twoRatesInverse = ({rates, name}: Unlike) =>
  twoRates({name, rates: rates.map(x => 1 / x)});
