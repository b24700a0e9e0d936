import {Matrix} from "ml-matrix";
import {approximationError} from "../../lib/stationary/approximationError.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {preconditionedCovariance} from "../../lib/stationary/preconditionedCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import type {MatrixRun, MixedRun, ScalarRun} from "../cases/optimisers.js";
import type {Pair} from "../cases/pairs.js";
import {type LossRun, quasiHyperbolic} from "../cases/problems.js";
import {C, eye, invert, K, minus, plus, times, toMatrix} from "../printed/algebra.js";
import {solveLinear} from "../printed/solveLinear.js";

const identity = (pair: Pair) => eye(pair.hessian.length);

/** What the library's functions are told of a run, and of one with momentum. */
const plain = ({hessian, noise, rate}: ScalarRun) => ({hessian, noise, learningRate: rate});
const told = (run: ScalarRun) => ({...plain(run), momentum: run.momentum});

/** (6): ΣK + KΣ − λKΣK = λC, solved as it stands. */
export function sgd(run: ScalarRun) {
  const [k, lambda] = [K(run), run.rate];
  return solveLinear(
    S => minus(plus(times(S, k), times(k, S)), times(lambda, k, S, k)),
    times(lambda, C(run))
  );
}

export const librarySgd = (run: ScalarRun) => sgdCovariance(plain(run));

/** (1) for (6). */
export const sgdContinuous = (run: ScalarRun) => ouCovariance(plain(run));

/** (7), solved as it stands; `first` stands for (1+µ²)/(1−µ²). */
const solved7 = (first: (mu: number) => number) => (run: ScalarRun) => {
  const {rate: lambda, momentum: mu} = run;
  const k = K(run);
  return solveLinear(
    S =>
      plus(
        times(-first(mu) * lambda ** 2, k, S, k),
        times((mu / (1 - mu ** 2)) * lambda ** 2, plus(times(k, k, S), times(S, k, k))),
        times((1 - mu) * lambda, plus(times(k, S), times(S, k)))
      ),
    times(lambda ** 2, C(run))
  );
};

/** (7). */
export const momentum = solved7(mu => (1 + mu ** 2) / (1 - mu ** 2));

export const libraryMomentum = (run: ScalarRun) => momentumCovariance(told(run));

/** (7) with (1+µ)²/(1−µ²) for (1+µ²)/(1−µ²). */
export const momentumSquare = solved7(mu => (1 + mu) ** 2 / (1 - mu ** 2));

/** (8), for C that commutes with K; `spread` stands for 1−µ². */
const commutingWith = (spread: (mu: number) => number) => (run: ScalarRun) => {
  const scaled = times(run.rate / (1 + run.momentum), K(run));
  const gap = minus(times(2, identity(run)), scaled);
  return times(run.rate ** 2 / spread(run.momentum), invert(times(scaled, gap)), C(run));
};

/** (8). */
export const commuting = commutingWith(mu => 1 - mu ** 2);

/** (8) with (1−µ)² for 1−µ². */
export const commutingSquare = commutingWith(mu => (1 - mu) ** 2);

/** (9), solved as it stands; `second` places Λ and K in the first commutator term. */
const solved9 = (second: (l: Matrix, k: Matrix, S: Matrix) => Matrix) => (run: MatrixRun) => {
  const [k, l, mu] = [K(run), toMatrix(run.rate), run.momentum];
  const left = (S: Matrix) =>
    plus(
      times(-(1 + mu ** 2) / (1 - mu ** 2), times(l, k, S, k, l)),
      times(mu / (1 - mu ** 2), second(l, k, S)),
      times(1 - mu, plus(times(l, k, S), times(S, k, l)))
    );
  return solveLinear(left, times(l, C(run), l));
};

/** (9). */
export const preconditioned = solved9((l, k, S) =>
  plus(times(l, k, l, k, S), times(S, k, l, k, l))
);

export const libraryPreconditioned = ({hessian, noise, rate, momentum}: MatrixRun) =>
  preconditionedCovariance({hessian, noise, preconditioner: rate, momentum});

/** (9) with KΛ for ΛK in the second term. */
export const preconditionedTransposed = solved9((l, k, S) =>
  plus(times(k, l, k, l, S), times(S, l, k, l, k))
);

const room = (run: MixedRun) => minus(times(2, identity(run)), times(run.rate, K(run)));
const mixture = (run: MixedRun) =>
  plus(times(run.white, identity(run)), times(run.multiple, K(run)));

/** (10): λ(σ²I + aK)[K(2I − λK)]⁻¹. */
export const mixedNoise = (run: MixedRun) =>
  times(run.rate, mixture(run), invert(times(K(run), room(run))));

/** Its continuous limit, λ(σ²I + aK)(2K)⁻¹. */
export const mixedNoiseContinuous = (run: MixedRun) =>
  times(run.rate / 2, mixture(run), invert(K(run)));

/** Corollary 2: aλ(2I − λK)⁻¹. */
export const minibatchNoise = (run: MixedRun) => times(run.multiple * run.rate, invert(room(run)));

/** Its continuous limit, (aλ/2) I: isotropic. */
export const minibatchNoiseContinuous = (run: MixedRun) =>
  times((run.multiple * run.rate) / 2, identity(run));

/** I and K/2: 2Σ/(aλ) in the limit, and what the next order adds over λ. */
export const round = (run: MixedRun) => [identity(run), times(1 / 2, K(run))];
export const roundWhite = (run: MixedRun) => [invert(K(run)), times(1 / 2, K(run))];

/** Corollary 3: σ²λ[K(2I − λK)]⁻¹. */
export const whiteNoise = (run: MixedRun) =>
  times(run.white * run.rate, invert(times(K(run), room(run))));

/** Its continuous limit, (σ²λ/2) K⁻¹. */
export const whiteNoiseContinuous = (run: MixedRun) =>
  times((run.white * run.rate) / 2, invert(K(run)));

/** (12). */
export function trainingError(run: ScalarRun) {
  const {rate: lambda, momentum: mu} = run;
  const gap = minus(identity(run), times(lambda / (2 * (1 + mu)), K(run)));
  return (lambda / (4 * (1 - mu))) * times(invert(gap), C(run)).trace();
}

export const libraryTrainingError = (run: ScalarRun) => approximationError(told(run));

/** λ/(4(1−µ)) Tr C. */
export const trainingErrorContinuous = (run: ScalarRun) =>
  (run.rate / (4 * (1 - run.momentum))) * C(run).trace();

/** λk* below 2(1+µ). */
export const stabilityLimit = ({momentum: mu}: {momentum: number}) => 2 * (1 + mu);

/** λk* below 2, as without momentum. */
export const stabilityLimitPlain = () => 2;

/** 1: below the limit it settles. */
export const sufficient = (_: ScalarRun) => 1;

/** If the condition is only necessary, it somewhere does not. */
export const onlyNecessary = (_: ScalarRun) => 0;

const undampedWith = (share: number) => (run: ScalarRun) => {
  const gap = minus(identity(run), times(share * run.rate, K(run)));
  return (run.rate / 4) * times(invert(gap), C(run)).trace();
};

/** The limit of (1−µ)·(12) as µ → 1: λ/4 Tr[(I − λK/4)⁻¹C]. */
export const undamped = undampedWith(1 / 4);
export const undampedPlain = undampedWith(1 / 2.1);

const lossWith =
  (f: (sigma: Matrix, k: Matrix) => number) =>
  ({learningRate, momentum}: LossRun) => {
    const hessian = Matrix.diag([...quasiHyperbolic.hessian]);
    const noise = toMatrix(quasiHyperbolic.noise);
    return f(momentumCovariance({hessian, noise, learningRate, momentum}), hessian);
  };

/** (11): ½ Tr KΣ. */
export const loss = lossWith((sigma, k) => times(k, sigma).trace() / 2);

/** ½ Tr K Tr Σ/D, as if either were isotropic. */
export const lossIsotropic = lossWith((sigma, k) => (k.trace() * sigma.trace()) / (2 * k.rows));

/** wₜ = (X+Y) wₜ₋₁ − X wₜ₋₂, Y = I − λK: columns of both coefficients, X = x(µ) I. */
const recurrenceWith = (x: (mu: number) => number) => (run: ScalarRun) => {
  const X = times(x(run.momentum), identity(run));
  const Y = minus(identity(run), times(run.rate, K(run)));
  return [plus(X, Y).transpose(), times(-1, X)];
};

/** (40) with X = µI. */
export const recurrence = recurrenceWith(mu => mu);

/** (40) with the printed X = (1−µ)I. */
export const recurrenceAsPrinted = recurrenceWith(mu => 1 - mu);

/** (40) with X = (µ/(1+µ))I. */
export const recurrenceOther = recurrenceWith(mu => mu / (1 + mu));

/** 1 + ‖[Σ, K]‖ where C commutes with K, and 1 + ‖[C, K]‖ where Σ does. */
export const nothing = (_: ScalarRun) => [1, 1];
