import type {Matrix} from "ml-matrix";
import * as cases from "../cases/fokkerPlanck.js";
import type {Pair} from "../cases/pairs.js";
import {entries, eye, invert, minus, plus, times, toMatrix} from "../printed/algebra.js";
import {exponential} from "../printed/exponential.js";
import {solveLinear} from "../printed/solveLinear.js";

/**
 * M = E θθᵀ at the times of `readAt`, from M′ = −HM − MH + τ(C + tr(AM)B) + kτ(MAB + BAM): k = 0 by (23) in the
 * sense of Itô, 1 by (24) as printed, whose drift is larger by ½τ∇·Σ = τBAθ.
 */
const secondMoments =
  (k: number) =>
  ({hessian, base, shape, push, temperature, start}: cases.SpreadingNoise) => {
    const [H, C, A, B] = [hessian, base, shape, push].map(toMatrix);
    const d = H.rows;
    const slope = (M: Matrix): Matrix => {
      const drift = minus(times(k * temperature, B, A), H);
      const spread = times(temperature * times(A, M).trace(), B);
      return plus(times(drift, M), times(M, drift.transpose()), spread);
    };
    // Its matrix on (M, 1), column by column.
    const generator = eye(d * d + 1).mul(0);
    for (let e = 0; e < d * d; e++) {
      const unit = eye(d).mul(0);
      unit.set(Math.floor(e / d), e % d, 1);
      entries(slope(unit)).forEach((x, i) => {
        generator.set(i, e, x);
      });
    }
    entries(times(temperature, C)).forEach((x, i) => {
      generator.set(i, d * d, x);
    });
    const first = toMatrix([...start.flatMap(x => start.map(y => x * y)), 1].map(x => [x]));
    return cases.readAt.map(t =>
      entries(times(exponential(times(t, generator)), first)).slice(0, d * d)
    );
  };
export const ito = secondMoments(0);
export const divergenceForm = secondMoments(1);
export const halfDivergence = secondMoments(0.5);

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
    for (let u = -25; u <= 25; u += 1 / 64) {
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

/** Σ vᵢeᵢeᵢᵀ with the variances of a law along the axes, each in the time of its own curvature. */
const along =
  (law: (noise: cases.GrowingNoise) => number) =>
  ({name, axes, curvatures, strengths, growths}: cases.Balanced) =>
    plus(
      ...axes.map((e, i) => {
        const [strength, growth] = [strengths[i], growths[i]];
        const column = toMatrix(e.map(x => [x]));
        const variance = law({name, temperature: 1 / curvatures[i], strength, growth});
        return times(variance, column, column.transpose());
      })
    );
/** ∇L p + ½τ∇·(Σp) = 0. */
export const zeroCurrent = along(growingLaw);
/** (27), ∇L p + ½τΣ∇p = 0. */
export const zeroCurrentAsPrinted = along(variance((x, n) => -integral(x, n)));
export const zeroCurrentStratonovich = along(growingLawStratonovich);

/** Means of a law that starts off the minimum, the mean of θᵢθ̇ⱼ − θⱼθ̇ᵢ at rest, Rⱼᵢ − Rᵢⱼ, and S. */
const settled =
  (move: (H: Matrix, W: Matrix) => Matrix, turn = 1) =>
  ({start, ...pair}: cases.Settling) => {
    const S = solveLinear(X => plus(H(pair).mmul(X), X.mmul(H(pair))), Q(pair));
    const R = minus(times(0.5, Q(pair)), times(H(pair), S));
    const generator = move(H(pair), times(R, invert(S)));
    const first = toMatrix(start.map(x => [x]));
    return [
      ...cases.settlingTimes.map(t => times(exponential(times(t, generator)), first)),
      times(turn, minus(R.transpose(), R)),
      S
    ];
  };
export const settles = settled(H => times(-1, H));
export const orbits = settled((_, W) => W);

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
