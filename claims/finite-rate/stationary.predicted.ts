import type {Matrix} from "ml-matrix";
import {approximationError} from "../../lib/stationary/approximationError.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {preconditionedCovariance} from "../../lib/stationary/preconditionedCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {
  commutingPairs,
  losses,
  optimisers,
  type Pair,
  pairs,
  preconditioner,
  quasiHyperbolic
} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {perCase} from "../ledger/perCase.js";
import {entries, eye, invert, minus, plus, times, toMatrix} from "../printed/algebra.js";
import {perOptimiser} from "../printed/perOptimiser.js";
import {solveLinear} from "../printed/solveLinear.js";

const K = (pair: Pair) => toMatrix(pair.hessian);
const C = (pair: Pair) => toMatrix(pair.noise);
const rate = optimisers[0].rateOver;

/** (6): ΣK + KΣ − λKΣK = λC, solved as it stands; and the library's. */
export const sgd = (): Numbers =>
  perCase(pairs, pair => {
    const [k, lambda] = [K(pair), rate / pair.trace];
    const printed = solveLinear(
      S => minus(plus(times(S, k), times(k, S)), times(lambda, k, S, k)),
      times(lambda, C(pair))
    );
    const library = sgdCovariance({
      hessian: pair.hessian,
      noise: pair.noise,
      learningRate: lambda
    });
    return [...entries(printed), ...entries(library)];
  });

/** (1) for (6). */
export const sgdContinuous = (): Numbers =>
  perCase(pairs, pair => {
    const sigma = ouCovariance({
      hessian: pair.hessian,
      noise: pair.noise,
      learningRate: rate / pair.trace
    });
    return [...entries(sigma), ...entries(sigma)];
  });

/** The left side of (7), as a map of Σ; `first` stands for (1+µ²)/(1−µ²). */
const leftOf7 = (k: Matrix, lambda: number, mu: number, first: number) => (S: Matrix) =>
  plus(
    times(-first * lambda ** 2, k, S, k),
    times((mu / (1 - mu ** 2)) * lambda ** 2, plus(times(k, k, S), times(S, k, k))),
    times((1 - mu) * lambda, plus(times(k, S), times(S, k)))
  );

/** (7), solved as it stands; and the library's. */
export const momentum = (): Numbers =>
  perOptimiser(pairs, (pair, lambda, mu) => {
    const left = leftOf7(K(pair), lambda, mu, (1 + mu ** 2) / (1 - mu ** 2));
    const library = momentumCovariance({
      hessian: pair.hessian,
      noise: pair.noise,
      learningRate: lambda,
      momentum: mu
    });
    return [...entries(solveLinear(left, times(lambda ** 2, C(pair)))), ...entries(library)];
  });

/** (7) with (1+µ)²/(1−µ²) for (1+µ²)/(1−µ²). */
export const momentumSquare = (): Numbers =>
  perOptimiser(pairs, (pair, lambda, mu) => {
    const left = leftOf7(K(pair), lambda, mu, (1 + mu) ** 2 / (1 - mu ** 2));
    const sigma = entries(solveLinear(left, times(lambda ** 2, C(pair))));
    return [...sigma, ...sigma];
  });

/** (8), for C that commutes with K; `spread` stands for 1−µ². */
const commutingWith = (spread: (mu: number) => number): Numbers =>
  perOptimiser(commutingPairs, (pair, lambda, mu) => {
    const scaled = times(lambda / (1 + mu), K(pair));
    const gap = minus(times(2, eye(pair.hessian.length)), scaled);
    return entries(times(lambda ** 2 / spread(mu), invert(times(scaled, gap)), C(pair)));
  });

/** (8). */
export const commuting = (): Numbers => commutingWith(mu => 1 - mu ** 2);

/** (8) with (1−µ)² for 1−µ². */
export const commutingSquare = (): Numbers => commutingWith(mu => (1 - mu) ** 2);

/** (9), solved as it stands; and the library's. `order` places Λ and K in the first commutator term. */
const preconditionedWith = (second: (l: Matrix, k: Matrix, S: Matrix) => Matrix): Numbers =>
  perOptimiser(pairs, (pair, _, mu) => {
    const [k, l] = [K(pair), toMatrix(preconditioner(pair))];
    const left = (S: Matrix) =>
      plus(
        times(-(1 + mu ** 2) / (1 - mu ** 2), times(l, k, S, k, l)),
        times(mu / (1 - mu ** 2), second(l, k, S)),
        times(1 - mu, plus(times(l, k, S), times(S, k, l)))
      );
    return entries(solveLinear(left, times(l, C(pair), l)));
  });

/** (9). */
export const preconditioned = (): Numbers =>
  both(
    preconditionedWith((l, k, S) => plus(times(l, k, l, k, S), times(S, k, l, k, l))),
    perOptimiser(pairs, (pair, _, mu) =>
      entries(
        preconditionedCovariance({
          hessian: pair.hessian,
          noise: pair.noise,
          preconditioner: preconditioner(pair),
          momentum: mu
        })
      )
    )
  );

/** (9) with KΛ for ΛK in the second term. */
export function preconditionedTransposed(): Numbers {
  const wrong = preconditionedWith((l, k, S) => plus(times(k, l, k, l, S), times(S, l, k, l, k)));
  return both(wrong, wrong);
}

const both = (first: Numbers, second: Numbers): Numbers =>
  Object.fromEntries(
    Object.entries(first).map(([name, values]) => [name, [...values, ...second[name]]])
  );

const mixes = [
  ["σ² = 0.5, a = 0.7", 0.5, 0.7],
  ["σ² = 0, a = 0.7", 0, 0.7],
  ["σ² = 0.5, a = 0", 0.5, 0]
] as const;

const mixedWith = (
  which: readonly (readonly [string, number, number])[],
  f: (k: Matrix, lambda: number, white: number, a: number) => Matrix
): Numbers =>
  Object.fromEntries(
    pairs.flatMap(pair =>
      which.map(([name, white, a]) => [
        `${pair.name}, ${name}`,
        entries(f(K(pair), rate / pair.trace, white, a))
      ])
    )
  );

const identity = (k: Matrix) => eye(k.rows);
const room = (k: Matrix, lambda: number) => minus(times(2, identity(k)), times(lambda, k));

/** (10): λ(σ²I + aK)[K(2I − λK)]⁻¹. */
export const mixedNoise = (): Numbers =>
  mixedWith([mixes[0]], (k, lambda, white, a) =>
    times(lambda, plus(times(white, identity(k)), times(a, k)), invert(times(k, room(k, lambda))))
  );

/** Its continuous limit, λ(σ²I + aK)(2K)⁻¹. */
export const mixedNoiseContinuous = (): Numbers =>
  mixedWith([mixes[0]], (k, lambda, white, a) =>
    times(lambda / 2, plus(times(white, identity(k)), times(a, k)), invert(k))
  );

/** Corollary 2: aλ(2I − λK)⁻¹. */
export const minibatchNoise = (): Numbers =>
  mixedWith([mixes[1]], (k, lambda, _, a) => times(a * lambda, invert(room(k, lambda))));

/** Its continuous limit, (aλ/2) I: isotropic. */
export const minibatchNoiseContinuous = (): Numbers =>
  mixedWith([mixes[1]], (k, lambda, _, a) => times((a * lambda) / 2, identity(k)));

/** Corollary 3: σ²λ[K(2I − λK)]⁻¹. */
export const whiteNoise = (): Numbers =>
  mixedWith([mixes[2]], (k, lambda, white) =>
    times(white * lambda, invert(times(k, room(k, lambda))))
  );

/** Its continuous limit, (σ²λ/2) K⁻¹. */
export const whiteNoiseContinuous = (): Numbers =>
  mixedWith([mixes[2]], (k, lambda, white) => times((white * lambda) / 2, invert(k)));

/** (12), as printed and the library's. */
export const trainingError = (): Numbers =>
  perOptimiser(pairs, (pair, lambda, mu) => {
    const gap = minus(eye(pair.hessian.length), times(lambda / (2 * (1 + mu)), K(pair)));
    const library = approximationError({
      hessian: pair.hessian,
      noise: pair.noise,
      learningRate: lambda,
      momentum: mu
    });
    return [(lambda / (4 * (1 - mu))) * times(invert(gap), C(pair)).trace(), library];
  });

/** λ/(4(1−µ)) Tr C. */
export const trainingErrorContinuous = (): Numbers =>
  perOptimiser(pairs, (pair, lambda, mu) => {
    const value = (lambda / (4 * (1 - mu))) * C(pair).trace();
    return [value, value];
  });

/** λk* below 2(1+µ), for µ = 0, 0.3, 0.8 and 0.95. */
export const stabilityLimit = (): Numbers => ({"λk* at µ = 0, 0.3, 0.8, 0.95": limits(1)});

/** λk* below 2, as without momentum. */
export const stabilityLimitPlain = (): Numbers => ({"λk* at µ = 0, 0.3, 0.8, 0.95": limits(0)});

const limits = (weight: number) => [0, 0.3, 0.8, 0.95].map(mu => 2 * (1 + weight * mu));

/** Of the points with 0 < λk < 2(1+µ), none is unstable. */
export const sufficient = (): Numbers => ({"unstable points below the limit": [0]});

/** If the condition is only necessary, one of them at least is. */
export const onlyNecessary = (): Numbers => ({"unstable points below the limit": [1]});

const lossWith = (f: (sigma: Matrix, k: Matrix) => number): Numbers =>
  Object.fromEntries(
    losses.map(({name, learningRate, momentum}) => {
      const {hessian: h, noise} = quasiHyperbolic;
      const hessian = h.map((x, i) => h.map((_, j) => (i === j ? x : 0)));
      const sigma = momentumCovariance({hessian, noise: toMatrix(noise), learningRate, momentum});
      return [name, [f(sigma, toMatrix(hessian))]];
    })
  );

/** (11): ½ Tr KΣ. */
export const loss = (): Numbers => lossWith((sigma, k) => times(k, sigma).trace() / 2);

/** ½ Tr K Tr Σ/D, as if either were isotropic. */
export const lossIsotropic = (): Numbers =>
  lossWith((sigma, k) => (k.trace() * sigma.trace()) / (2 * k.rows));

/** wₜ = (X+Y) wₜ₋₁ − X wₜ₋₂, Y = I − λK: columns of both coefficients, X = x(µ) I. */
const recurrenceWith = (x: (mu: number) => number): Numbers =>
  perOptimiser(pairs, (pair, lambda, mu) => {
    const X = times(x(mu), eye(pair.hessian.length));
    const Y = minus(eye(pair.hessian.length), times(lambda, K(pair)));
    return [...entries(plus(X, Y).transpose()), ...entries(times(-1, X))];
  });

/** (40) with X = µI. */
export const recurrence = (): Numbers => recurrenceWith(mu => mu);

/** (40) with the printed X = (1−µ)I. */
export const recurrenceAsPrinted = (): Numbers => recurrenceWith(mu => 1 - mu);

/** (40) with X = (µ/(1+µ))I. */
export const recurrenceOther = (): Numbers => recurrenceWith(mu => mu / (1 + mu));

/** ‖[Σ, K]‖ where C commutes with K. */
export const nothing = (): Numbers => perCase(commutingPairs, () => [0]);
