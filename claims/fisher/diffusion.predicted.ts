import {continuousLyapunov} from "../../lib/linalg/continuousLyapunov.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import type {BatchRun, Diffusion} from "../cases/diffusion.js";
import type {Pair} from "../cases/pairs.js";
import {ornsteinUhlenbeck, type pullAndPush, type Scaling, sweep} from "../cases/problems.js";
import {eye, invert, minus, plus, times, toMatrix} from "../printed/algebra.js";
import {solveLinear} from "../printed/solveLinear.js";

const H = (pair: Pair) => toMatrix(pair.hessian);
const G = (pair: Pair) => toMatrix(pair.noise);

/** (30): HΣ + ΣH = τG. */
export const lyapunov = (each: Diffusion) => continuousLyapunov(H(each), times(each.tau, G(each)));

/** A multiple of Sym(H⁻¹G). */
function symmetric(each: Diffusion, multiple: number) {
  const half = times(multiple / 2, times(invert(H(each)), G(each)));
  return plus(half, half.transpose());
}

/** Σ = (τ/2) Sym(H⁻¹G), which is right only where H and G commute. */
export const lyapunovCommuting = (each: Diffusion) => symmetric(each, each.tau / 2);

/** (4), by LU on the unit matrices. */
export const informalBalance = (each: Diffusion) =>
  solveLinear(
    X => plus(times(H(each), X), times(X, H(each).transpose())),
    times(each.tau, G(each))
  );

/** HΣ = τG, made symmetric: the second term of the balance forgotten. */
export const informalBalanceOnce = (each: Diffusion) => symmetric(each, each.tau);

/** Theorem 5.6: the orders at which ρ₁ and ρ₂ vanish for a loss with three derivatives. */
export const remainderOrders = () => [2, 1];

/** (31): Tr Σ + Tr(H⁻¹ΣH), then 2 Tr Σ; both are τ Tr(H⁻¹G). */
export function traceIdentity(each: Diffusion) {
  const right = each.tau * times(invert(H(each)), G(each)).trace();
  return [right, right];
}

/** As if H were a multiple of the identity. */
export function traceIdentityScalar(each: Diffusion) {
  const right = (each.tau * each.hessian.length * G(each).trace()) / H(each).trace();
  return [right, right];
}

/** Remark 5.8: G = H = F gives Σ = (τ/2) I. */
export const likelihood = ({tau, hessian}: Diffusion) => times(tau / 2, eye(hessian.length));

/** Σ = (τ/2) F⁻¹, the sandwich in place of the balance. */
export const likelihoodInverse = (each: Diffusion) => times(each.tau / 2, invert(H(each)));

/** Tr(HΣ) = (τ/2) Tr G. */
export const risk = (each: Diffusion) => (each.tau / 2) * G(each).trace();

/** HΣ = (τ/2)σ²I with σ² = Tr G/d. */
export const evenRisk = (each: Diffusion) => {
  const d = each.hessian.length;
  return times(((each.tau / 2) * G(each).trace()) / d, eye(d));
};

/** What the library's functions are told of a run. */
const told = ({hessian, noise, rate, batchSize}: BatchRun) => ({
  hessian,
  noise: times(1 / batchSize, toMatrix(noise)),
  learningRate: rate
});

const {rateOver} = ornsteinUhlenbeck;

/** The same for a recursion of the same temperature rather than the diffusion: its risk is larger. */
export const riskDiscrete = (each: Diffusion) =>
  times(
    H(each),
    sgdCovariance({
      hessian: each.hessian,
      noise: times((each.tau * each.trace) / rateOver, G(each)),
      learningRate: rateOver / each.trace
    })
  ).trace();

const covarianceAndLimit =
  (covariance: typeof sgdCovariance, limit: (largest: number) => number) => (run: BatchRun) => [
    covariance(told(run)),
    limit(largest(run))
  ];

/** (33), and the largest stable η, 2/λmax. */
export const discrete = covarianceAndLimit(sgdCovariance, x => 2 / x);

/** (30) for (33), and the rate below which no direction overshoots, 1/λmax, for the stable ones. */
export const discreteContinuous = covarianceAndLimit(ouCovariance, x => 1 / x);

/** Σ − AᵗΣAᵗ and AᵗΔ₀ for t = 25, A = I − ηH and Δ₀ = (1, …, 1). */
const settlingWith = (sides: 1 | 2) => (run: BatchRun) => {
  const rest = sgdCovariance(told(run));
  const step = plus(eye(run.hessian.length), times(-run.rate, H(run)));
  let a = eye(run.hessian.length);
  for (let k = 0; k < 25; k++) a = times(a, step);
  const left = sides === 2 ? times(a, rest, a) : times(a, rest);
  return [minus(rest, left), times(a, toMatrix(run.hessian.map(() => [1])))];
};
export const settling = settlingWith(2);

/** As if the covariance were forgotten like the mean. */
export const settlingAsMean = settlingWith(1);

/** λmax by powers of H². */
function largest(pair: Pair): number {
  let power = H(pair);
  for (let i = 0; i < 60; i++) {
    power = power.mmul(power);
    power.div(power.norm());
  }
  return times(H(pair), power).trace() / power.trace();
}

const expansionWith = (sign: number) => (run: BatchRun) => {
  const h = H(run);
  return solveLinear(
    X => minus(plus(times(h, X), times(X, h)), times(sign * run.rate, times(h, X, h))),
    times(run.rate / run.batchSize, G(run))
  );
};

/** Remark 5.10: HΣ + ΣH = (η/b)G + ηHΣH. */
export const expansion = expansionWith(1);

/** The correction with the other sign. */
export const expansionOtherSign = expansionWith(-1);

/** Lemma A.3: AΣ + ΣAᵀ = Q for A that is not symmetric. */
export const generalLyapunov = ({pull, push}: (typeof pullAndPush)[number]) =>
  continuousLyapunov(pull, push);

/** AᵀΣ + ΣA = Q. */
export const transposedLyapunov = ({pull, push}: (typeof pullAndPush)[number]) =>
  continuousLyapunov(toMatrix(pull).transpose(), push);

/** Remark 9.1: no eigenvalue of Σ − Σ̃ is negative, nor Tr F(Σ − Σ̃). */
export const nothingNegative = () => [0, 0];

/** Appendix B.2: Σ(ε) = (1+ε)Σ(0). */
export const inflated = (each: Diffusion) => [0.25, 1].map(e => times(1 + e, lyapunov(each)));

/** Σ(ε) = (1+ε)²Σ(0), were noise amplitudes and not covariances inflated. */
export const inflatedSquared = (each: Diffusion) =>
  [0.25, 1].map(e => times((1 + e) ** 2, lyapunov(each)));

const {curvatures, learningRate} = sweep;

/** Variances of the one run, or the slopes of several. */
const scalingOf =
  (variance: (h: number) => number) =>
  ({runs: [{batchSize}, ...others]}: Scaling) =>
    curvatures.map(h => (others.length ? -1 : variance(h) / batchSize));

/** Experiment 1: Σᵢᵢ from (49) with Δt = 1 at each b, and the slopes of log Σᵢᵢ against log b. */
export const batchScaling = scalingOf(h => 2 / (h * (2 - learningRate * h)));

/** (48) for (49): Σᵢᵢ = 1/(b hᵢ). */
export const batchScalingContinuous = scalingOf(h => 1 / h);
