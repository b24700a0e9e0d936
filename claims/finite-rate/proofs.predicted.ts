import type {Matrix} from "ml-matrix";
import type {MatrixRun, ScalarRun} from "../cases/optimisers.js";
import {C, eye, invert, K, minus, plus, times, toMatrix} from "../printed/algebra.js";
import {solveLinear} from "../printed/solveLinear.js";
import {libraryPreconditioned} from "./stationary.predicted.js";

/** (34), (29), (30) and the right side of (28): X = E[wₜwₜ₋₁ᵀ], ΛMΛ, A and Σ from Σ; `own` stands for the coefficient of the last Σ. */
const bookkeeping = (own: (mu: number) => number) => (run: MatrixRun) => {
  const [k, l, mu] = [K(run), toMatrix(run.rate), run.momentum];
  const one = eye(k.rows);
  const S = libraryPreconditioned(run);
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
    times(l, C(run), l),
    times(-1, A),
    times(-1, A.transpose())
  );
  return [X, moved, A, next];
};

/** (34), (29), (30), (28). */
export const lagged = bookkeeping(mu => mu ** 2);

/** (34) with µΣ for µ²Σ at its end. */
export const laggedOther = bookkeeping(mu => mu);

const bracket = (a: Matrix, b: Matrix) => minus(times(a, b), times(b, a));

const commutatorForm = (sign: number) => (run: ScalarRun) => {
  const {rate: lambda, momentum: mu} = run;
  const k = K(run);
  const scaled = times(lambda / (1 + mu), k);
  const one = eye(k.rows);
  return solveLinear(
    S =>
      plus(
        times((1 - mu) * lambda, k, minus(times(2, one), scaled), S),
        times((1 - mu) * lambda, minus(one, scaled), times(sign, bracket(S, k))),
        times((mu / (1 - mu ** 2)) * lambda ** 2, bracket(k, bracket(k, S)))
      ),
    times(lambda ** 2, C(run))
  );
};

/** (44), solved as it stands. */
export const commutators = commutatorForm(1);

/** (44) with [K, Σ] for [Σ, K]. */
export const commutatorsOtherSign = commutatorForm(-1);

const rescaledWith = (power: number) => (run: ScalarRun) => {
  const [k, mu] = [K(run), run.momentum];
  const small = run.rate / (1 + mu);
  const gap = minus(times(2, eye(k.rows)), times(small, k));
  return times(small ** power * ((1 + mu) / (1 - mu)), invert(times(small, k, gap)), C(run));
};

/** Σ = [λ̃K(2I − λ̃K)]⁻¹ λ̃²C̃, the solution of (47). */
export const rescaled = rescaledWith(2);

/** The second line of (45): [λ̃K(2I − λ̃K)]⁻¹ C̃. */
export const rescaledAsPrinted = rescaledWith(0);

/** One factor λ̃. */
export const rescaledOnce = rescaledWith(1);

/** (47): λ̃(KΣ + ΣK) − λ̃²KΣK = λ̃²C̃, solved as it stands; `share` stands for (1+µ)/(1−µ). */
const rescaledEquationWith = (share: (mu: number) => number) => (run: ScalarRun) => {
  const k = K(run);
  const small = run.rate / (1 + run.momentum);
  return solveLinear(
    S => minus(times(small, plus(times(k, S), times(S, k))), times(small ** 2, k, S, k)),
    times(small ** 2 * share(run.momentum), C(run))
  );
};

export const rescaledEquation = rescaledEquationWith(mu => (1 + mu) / (1 - mu));

/** (46) with 1/(1−µ) for (1+µ)/(1−µ). */
export const rescaledEquationOther = rescaledEquationWith(mu => 1 / (1 - mu));

/** A₂ = [K, [K, Σ]] is symmetric: ‖A₂ + A₂ᵀ‖ = 2‖A₂‖; ‖A₁ + A₁ᵀ‖ over that of (1−µ)λ·λ/(1+µ) A₂ is 1. */
export const symmetric = () => [2, 1];

/** As printed: anti-symmetric, ‖A₂ + A₂ᵀ‖ = 0. */
export const antisymmetric = () => [0, 0];

/** Neither: ‖A₂ + A₂ᵀ‖ = √2‖A₂‖. */
export const neither = () => [Math.SQRT2, 1];

/** 1 + |Tr RA₁| and 1 + |Tr RA₂|. */
export const tracesVanish = () => [1, 1];

const continuousWith = (damping: (mu: number) => number) => (run: ScalarRun) => {
  const k = K(run);
  return solveLinear(
    S => plus(times(S, k), times(k, S)),
    times(run.rate / damping(run.momentum), C(run))
  );
};

/** (1): ΣK + KΣ = λ/(1−µ) C. */
export const continuous = continuousWith(mu => 1 - mu);

/** 1−µ² for 1−µ. */
export const continuousSquare = continuousWith(mu => 1 - mu ** 2);
