import {continuousLyapunov} from "../../lib/linalg/continuousLyapunov.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {
  commutingPairs,
  ornsteinUhlenbeck,
  type Pair,
  pairs,
  pullAndPush,
  sweep
} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {perCase} from "../ledger/perCase.js";
import {entries, eye, invert, minus, plus, times, toMatrix} from "../printed/algebra.js";
import {solveLinear} from "../printed/solveLinear.js";

const {tau, batchSize: b, rateOver} = ornsteinUhlenbeck;
const all = [...pairs, ...commutingPairs];

const H = (pair: Pair) => toMatrix(pair.hessian);
const G = (pair: Pair) => toMatrix(pair.noise);
const trace = (m: ReturnType<typeof eye>) => m.trace();

/** (30): HΣ + ΣH = τG. */
export const lyapunov = (): Numbers =>
  perCase(all, pair => entries(continuousLyapunov(H(pair), times(tau, G(pair)))));

/** Σ = (τ/2) Sym(H⁻¹G), which is right only where H and G commute. */
export const lyapunovCommuting = (): Numbers =>
  perCase(all, pair => {
    const half = times(tau / 4, times(invert(H(pair)), G(pair)));
    return entries(plus(half, half.transpose()));
  });

/** (4), by LU on the unit matrices. */
export const informalBalance = (): Numbers =>
  perCase(all, pair => {
    const h = H(pair);
    return entries(
      solveLinear(X => plus(times(h, X), times(X, h.transpose())), times(tau, G(pair)))
    );
  });

/** HΣ = τG, made symmetric: the second term of the balance forgotten. */
export const informalBalanceOnce = (): Numbers =>
  perCase(all, pair => {
    const once = times(tau / 2, times(invert(H(pair)), G(pair)));
    return entries(plus(once, once.transpose()));
  });

/** Theorem 5.6: the orders at which ρ₁ and ρ₂ vanish for a loss with three derivatives. */
export const remainderOrders = (): Numbers => ({orders: [2, 1]});

/** (31): Tr Σ + Tr(H⁻¹ΣH), then 2 Tr Σ; both are τ Tr(H⁻¹G). */
export const traceIdentity = (): Numbers =>
  perCase(all, pair => {
    const right = tau * trace(times(invert(H(pair)), G(pair)));
    return [right, right];
  });

/** As if H were a multiple of the identity. */
export const traceIdentityScalar = (): Numbers =>
  perCase(all, pair => {
    const right = (tau * pair.hessian.length * trace(G(pair))) / trace(H(pair));
    return [right, right];
  });

/** Remark 5.8: G = H = F gives Σ = (τ/2) I. */
export const likelihood = (): Numbers =>
  perCase(pairs, pair => entries(times(tau / 2, eye(pair.hessian.length))));

/** Σ = (τ/2) F⁻¹, the sandwich in place of the balance. */
export const likelihoodInverse = (): Numbers =>
  perCase(pairs, pair => entries(times(tau / 2, invert(H(pair)))));

/** Tr(HΣ) = (τ/2) Tr G. */
export const risk = (): Numbers => perCase(pairs, pair => [(tau / 2) * trace(G(pair))]);

/** The same for the recursion rather than the diffusion, whose risk is larger. */
export const riskDiscrete = (): Numbers =>
  perCase(pairs, pair => [
    trace(
      times(
        H(pair),
        sgdCovariance({
          hessian: pair.hessian,
          noise: times((tau * pair.trace) / rateOver, G(pair)),
          learningRate: rateOver / pair.trace
        })
      )
    )
  ]);

/** (33), and the largest stable η, 2/λmax. */
export const discrete = (): Numbers => ({
  ...perCase(pairs, pair =>
    entries(
      sgdCovariance({
        hessian: pair.hessian,
        noise: times(1 / b, G(pair)),
        learningRate: rateOver / pair.trace
      })
    )
  ),
  "largest stable η": pairs.map(pair => 2 / largest(pair))
});

/** (30) for (33), and the rate below which no direction overshoots, 1/λmax, for the stable ones. */
export const discreteContinuous = (): Numbers => ({
  ...perCase(pairs, pair =>
    entries(
      ouCovariance({
        hessian: pair.hessian,
        noise: times(1 / b, G(pair)),
        learningRate: rateOver / pair.trace
      })
    )
  ),
  "largest stable η": pairs.map(pair => 1 / largest(pair))
});

/** λmax by powers of H². */
function largest(pair: Pair): number {
  let power = H(pair);
  for (let i = 0; i < 60; i++) {
    power = power.mmul(power);
    power.div(power.norm());
  }
  return trace(times(H(pair), power)) / trace(power);
}

const expansionWith = (sign: number): Numbers =>
  perCase(pairs, pair => {
    const h = H(pair);
    const eta = rateOver / pair.trace;
    return entries(
      solveLinear(
        X => minus(plus(times(h, X), times(X, h)), times(sign * eta, times(h, X, h))),
        times(eta / b, G(pair))
      )
    );
  });

/** Remark 5.10: HΣ + ΣH = (η/b)G + ηHΣH. */
export const expansion = (): Numbers => expansionWith(1);

/** The correction with the other sign. */
export const expansionOtherSign = (): Numbers => expansionWith(-1);

/** Lemma A.3: AΣ + ΣAᵀ = Q for A that is not symmetric. */
export const generalLyapunov = (): Numbers =>
  Object.fromEntries(
    pullAndPush.map(({name, pull, push}) => [name, entries(continuousLyapunov(pull, push))])
  );

/** AᵀΣ + ΣA = Q. */
export const transposedLyapunov = (): Numbers =>
  Object.fromEntries(
    pullAndPush.map(({name, pull, push}) => [
      name,
      entries(continuousLyapunov(toMatrix(pull).transpose(), push))
    ])
  );

/** Remark 9.1: no eigenvalue of Σ − Σ̃ is negative, nor Tr F(Σ − Σ̃). */
export const nothingNegative = (): Numbers => perCase(pairs, () => [0, 0]);

/** Appendix B.2: Σ(ε) = (1+ε)Σ(0). */
export const inflated = (): Numbers => inflatedBy(e => 1 + e);

/** Σ(ε) = (1+ε)²Σ(0), were noise amplitudes and not covariances inflated. */
export const inflatedSquared = (): Numbers => inflatedBy(e => (1 + e) ** 2);

const inflatedBy = (factor: (epsilon: number) => number): Numbers =>
  perCase(pairs, pair => {
    const base = continuousLyapunov(H(pair), times(tau, G(pair)));
    return [0.25, 1].flatMap(e => entries(times(factor(e), base)));
  });

const {curvatures, learningRate, batchSizes} = sweep;

/** Experiment 1: b·Σᵢᵢ from (49) with Δt = 1 at each b, and the slopes of log Σᵢᵢ against log b. */
export const batchScaling = (): Numbers => scaling(h => 2 / (h * (2 - learningRate * h)), -1);

/** (48) for (49): Σᵢᵢ = 1/(b hᵢ). */
export const batchScalingContinuous = (): Numbers => scaling(h => 1 / h, -1);

function scaling(variance: (h: number) => number, slope: number): Numbers {
  return {
    ...Object.fromEntries(
      batchSizes.map(size => [`b = ${size}`, curvatures.map(h => variance(h) / size)])
    ),
    slope: curvatures.map(() => slope)
  };
}
