import {
  add,
  identity,
  inverse,
  multiply,
  norm,
  product,
  type Square,
  scale,
  subtract,
  trace,
  transpose
} from "../brute/arrays.js";
import {
  laggedCovariance,
  type Optimiser,
  recursion,
  steadyCovariance,
  steadyState
} from "../brute/augmented.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import type {Rows} from "../cases/matrices.js";
import type {MatrixRun, ScalarRun} from "../cases/optimisers.js";

/** E[wₜwₜ₋₁ᵀ], ΛMΛ, A = µ(I − ΛK)E[wmᵀ]Λ and Σ of the steady state (w, m) with a matrix for the rate. */
export const lagged = (run: MatrixRun) => {
  const {hessian, rate, momentum} = run;
  const d = hessian.length;
  const state = steadyState(recursion(run));
  const sigma = state.slice(0, d).map(row => row.slice(0, d));
  const cross = state.slice(0, d).map(row => row.slice(d));
  const m = state.slice(d).map(row => row.slice(d));
  const keep = subtract(identity(d), multiply(rate, hessian));
  const a = scale(product(keep, cross, rate), momentum);
  return [laggedCovariance(run, 1), product(rate, m, rate), a, sigma];
};

/** The steady state of heavy ball. */
export const steadyStates = (run: Optimiser) => steadyCovariance(run);

/** The integral of e^(−Ks) λC/(1−µ) e^(−Ks) over all s. */
export const diffusions = ({hessian, noise, rate, momentum}: ScalarRun) =>
  lyapunovIntegral(hessian, scale(noise, rate / (1 - momentum)));

const bracket = (a: Rows, b: Rows): Square => subtract(multiply(a, b), multiply(b, a));

/** λ/(1+µ) and, without their factors (1−µ)λ, …, A₁ and A₂ for the steady state's Σ. */
function terms(run: ScalarRun) {
  const {hessian} = run;
  const sigma = steadyCovariance(run);
  const small = run.rate / (1 + run.momentum);
  const keep = subtract(identity(hessian.length), scale(hessian, small));
  const a1 = multiply(keep, bracket(sigma, hessian));
  return {small, sigma, a1, a2: bracket(hessian, bracket(hessian, sigma))};
}

/** ‖A₂ + A₂ᵀ‖/‖A₂‖ and ‖A₁ + A₁ᵀ‖ over λ/(1+µ)‖A₂‖. */
export const symmetries = (run: ScalarRun) => {
  const {small, a1, a2} = terms(run);
  const twice = (a: Square) => norm(add(a, transpose(a)));
  return [twice(a2) / norm(a2), twice(a1) / (small * norm(a2))];
};

const tracesWith = (turn: (r: Square, run: ScalarRun) => Square) => (run: ScalarRun) => {
  const {small, sigma, a1, a2} = terms(run);
  const twice = scale(identity(run.hessian.length), 2);
  const r = turn(inverse(subtract(twice, scale(run.hessian, small))), run);
  const size = norm(r) * norm(sigma) * norm(run.hessian);
  return [a1, a2].map(a => 1 + Math.abs(trace(multiply(r, a))) / size);
};

/** 1 + |Tr RA₁|/(‖R‖‖Σ‖‖K‖), and the same of A₂. */
export const traces = tracesWith(r => r);

/** The same with C, symmetric too but not commuting with K, for R. */
export const tracesOfOther = tracesWith((_, {noise}) => noise);
