import type {Matrix} from "ml-matrix";
import * as cases from "../cases/fokkerPlanck.js";
import type {Pair} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, invert, minus, plus, times, toMatrix} from "../printed/algebra.js";
import {exponential} from "../printed/exponential.js";
import {solveLinear} from "../printed/solveLinear.js";

/** dm/dt = −(2 − k aτ)m + τ for the second moment: k = 1 by Itô, 3 by (24) as printed. */
const secondMoment =
  (k: number) =>
  ({temperature: tau, growth: a}: cases.GrowingNoise) => {
    const rate = 2 - k * a * tau;
    const end = tau / rate;
    return cases.readAt.map(t => end + (1 - end) * Math.exp(-rate * t));
  };
export const ito = secondMoment(1);
export const divergenceForm = secondMoment(3);
export const stratonovich = secondMoment(2);

/** j = c₁L′p + c₂½p′ on an Ornstein–Uhlenbeck law. */
const current =
  (drift: number, diffusion: number) =>
  ({start, time, places}: cases.Passing) => {
    const mean = start * Math.exp(-time);
    const variance = (1 - Math.exp(-2 * time)) / 2;
    return places.map(x => {
      const p = Math.exp(-((x - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
      return drift * x * p - (diffusion * 0.5 * (x - mean) * p) / variance;
    });
  };
export const flow = current(-1, -1);
export const flowAsPrinted = current(1, 1);
export const flowMixed = current(-1, 1);

const H = (pair: Pair) => toMatrix(pair.hessian);
const Q = (pair: Pair) => toMatrix(pair.noise);

/** (27): p = exp(−½θᵀS⁻¹θ) with S = c H⁻¹Σ. */
const zero = (c: number) => (pair: Pair) => times(c, invert(H(pair)), Q(pair));
export const zeroCurrent = zero(0.5);
export const zeroCurrentDouble = zero(1);

/** (28) with Σ = σ²I: exp(−(b/τ)σ⁻²L), so S = τσ²H⁻¹/b. */
const boltzmann = (b: number) => (pair: Pair) => times(1 / b, Q(pair), invert(H(pair)));
export const scalarNoise = boltzmann(2);
export const scalarNoiseAsPrinted = boltzmann(0.5);
export const scalarNoiseHalf = boltzmann(1);

/** exp(−βL) with the β of the same mean loss: S = cH⁻¹/β. */
const tempered = (c: number) => (pair: Pair) =>
  times((c * Q(pair).trace()) / pair.noise.length, invert(H(pair)));
export const posterior = tempered(0.5);
export const posteriorDouble = tempered(1);

/** ∫θ²p/∫p by the trapezoidal rule. */
const variance =
  (log: (x: number, noise: cases.GrowingNoise) => number) => (noise: cases.GrowingNoise) => {
    let [sum, mass] = [0, 0];
    // θ = sinh u: the tails are powers.
    for (let u = -9; u <= 9; u += 1 / 64) {
      const x = Math.sinh(u);
      const p = Math.exp(log(x, noise)) * Math.cosh(u);
      sum += x * x * p;
      mass += p;
    }
    return sum / mass;
  };
const sigma = (x: number, {strength, growth}: cases.GrowingNoise) =>
  strength * (1 + growth * x * x);
/** (2/τ)∫L′/Σ. */
const integral = (x: number, {temperature, strength, growth}: cases.GrowingNoise) =>
  (growth === 0 ? x * x : Math.log1p(growth * x * x) / growth) / (temperature * strength);
export const growingLaw = variance((x, n) => -Math.log(sigma(x, n)) - integral(x, n));
export const growingLawAsPrinted = variance(
  (x, n) => -0.5 * Math.log(sigma(x, n)) - (x * x) / n.temperature
);
export const growingLawStratonovich = variance(
  (x, n) => -0.5 * Math.log(sigma(x, n)) - integral(x, n)
);

/** Means of a law that starts off the minimum, and the rate at which it sweeps area in the end. */
function orbiting(move: (H: Matrix, W: Matrix) => Matrix, turn = 1): Numbers {
  const H = toMatrix(cases.orbit.hessian);
  const Q = toMatrix(cases.orbit.noise);
  const S = solveLinear(X => plus(H.mmul(X), X.mmul(H)), Q);
  const R = minus(times(0.5, Q), times(H, S));
  const generator = move(H, times(R, invert(S)));
  const start = toMatrix(cases.orbit.start.map(x => [x]));
  return {
    "φ = 45°": [
      ...cases.orbit.times.flatMap(t => entries(times(exponential(times(t, generator)), start))),
      turn * (R.get(1, 0) - R.get(0, 1))
    ]
  };
}
export const settles = () => orbiting(H => times(-1, H));
export const orbits = () => orbiting((_, W) => W);
export const settlesBackwards = () => orbiting(H => times(-1, H), -1);

/** (58) to (60) for the printed j, with c times the term that they drop. */
const curl =
  (c: number) =>
  ({hessian, precision, noise, amplitude}: cases.Curl) => {
    const dot = (a: readonly number[], b: readonly number[]) =>
      a.reduce((sum, x, i) => sum + x * b[i], 0);
    const phase = dot(cases.wave, cases.point);
    const factor = 1 + amplitude * Math.sin(phase);
    const slope = amplitude * Math.cos(phase);
    const pull = hessian.map(row => dot(row, cases.point));
    const u = precision.map(row => dot(row, cases.point));
    const p = Math.exp(-0.5 * dot(u, cases.point));
    // Half of Σ: η/(2B) with τ = 1.
    const part = (l: number, m: number) => {
      const transported = -u[l] * p * pull[m];
      const gradient = -0.5 * slope * cases.wave[l] * dot(noise[m], u) * p;
      const second = u.map((x, j) => (x * u[l] - precision[l][j]) * p);
      return transported + gradient + c * 0.5 * factor * dot(noise[m], second);
    };
    return [part(1, 2) - part(2, 1), part(2, 0) - part(0, 2), part(0, 1) - part(1, 0)];
  };
export const fullCurl = curl(1);
export const curlAsPrinted = curl(0);
export const curlSign = curl(-1);
