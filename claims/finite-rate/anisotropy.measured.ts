import {execute} from "../../lib/simulate/execute.js";
import {weightedSquaresOf} from "../../lib/simulate/summary.js";
import {diagonal} from "../brute/arrays.js";
import {covarianceAfter} from "../brute/augmented.js";
import {everyDataSet} from "../brute/finiteLaw.js";
import {sampled} from "../brute/sampled.js";
import * as cases from "../cases/escape.js";
import {type AtRate, skewed} from "../cases/problems.js";
import type {Context, Numbers} from "../ledger/claim.js";

/** D Tr(KC)/(Tr K Tr C) for C = K, summed eigenvalue by eigenvalue. */
function ratio(D: number, d: number): number {
  let [first, second] = [0, 0];
  for (let i = 0; i < D; i++) {
    const k = i === 0 ? 1 : D ** -d;
    first += k;
    second += k * k;
  }
  return (D * second) / first ** 2;
}

export const ratios = ({decay}: cases.Decay) => cases.sizes.map(D => ratio(D, decay));

/** D Tr(MC)/(Tr M Tr C) with M = (2I − λK)⁻¹ and C = K: the ratio of E_d for t → ∞. */
export const lateRatios = ({step, decay, dimension: D}: cases.Late) => {
  let [m, c, both] = [0, 0, 0];
  for (let i = 0; i < D; i++) {
    const k = i === 0 ? 1 : D ** -decay;
    m += 1 / (2 - step * k);
    c += k;
    both += k / (2 - step * k);
  }
  return (D * both) / (m * c);
};

const turned = (degrees: number) => {
  const phi = (degrees * Math.PI) / 180;
  const [p, q] = cases.rotated.axes;
  const [c, s] = [Math.cos(phi), Math.sin(phi)];
  return [
    [p * c * c + q * s * s, (p - q) * c * s],
    [(p - q) * c * s, p * s * s + q * c * c]
  ];
};

/** E_d with C turned by `from` and more, over E_d with the isotropic noise of the same trace. */
const gains =
  (from: number) =>
  ({steps}: {steps: number}) => {
    const {curvatures, axes, rate, angles} = cases.rotated;
    const loss = (noise: number[][]) => {
      const sigma = covarianceAfter({hessian: diagonal(curvatures), noise, rate}, steps);
      return curvatures.reduce<number>((sum, k, i) => sum + (k * sigma[i][i]) / 2, 0);
    };
    const even = (axes[0] + axes[1]) / 2;
    return angles.map(angle => loss(turned(from + angle)) / loss(diagonal([even, even])));
  };

export const gain = gains(0);

/** Noise that leans to the flat direction. */
export const gainFlat = gains(50);

/** Probabilities of L ≥ δ: every outcome of one rare kick, and a normal tail by quadrature. */
export const tails = (): Numbers => {
  const {curvature: k, rate, probability, size, barriers} = cases.kicks;
  const outcomes = [
    [size, probability / 2],
    [-size, probability / 2],
    [0, 1 - probability]
  ];
  const losses = outcomes.map(([eta, p]) => [(k * (rate * eta) ** 2) / 2, p]);
  const barrier = Math.max(...losses.map(([loss]) => loss));
  const tail = (x: number) => {
    // Pr(z² ≥ x) for a standard normal z: L/E = z².
    const n = 20_000;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const z = Math.sqrt(x) + (12 * (i + 0.5)) / n;
      sum += Math.exp((-z * z) / 2) * (12 / n);
    }
    return (2 * sum) / Math.sqrt(2 * Math.PI);
  };
  return {
    "a rare kick": [losses.filter(([loss]) => loss >= barrier).reduce((sum, [, p]) => sum + p, 0)],
    "normal kicks": barriers.map(tail),
    "E of the rare kick": [losses.reduce((sum, [loss, p]) => sum + loss * p, 0)]
  };
};

/** The recursion w ← w − λ(kw + η) run on the listed kicks. */
export const run = ({curvature, rate, kicks}: cases.GivenKicks) => {
  let w = 0;
  for (const eta of kicks) w -= rate * (curvature * w + eta);
  return w;
};

/** Mean loss after t steps over every sequence of skewed kicks of variance 1. */
export const everySequence = ({curvature: k, rate, steps}: cases.Coloured) => {
  const {points, probabilities} = skewed;
  let total = 0;
  for (const {data, chance} of everyDataSet<number>(points, probabilities, steps)) {
    let w = 0;
    for (const eta of data) w -= rate * (k * w + eta);
    total += (chance * k * w * w) / 2;
  }
  return total;
};

/** Mean loss under Gaussian AR(1) noise of variance 1: second moments of (w, η) carried step by step. */
export const correlated = ({curvature: k, rate, steps, correlation: rho}: cases.Coloured) => {
  // w′ = (1−λk)w − λη, η′ = ρη + √(1−ρ²)z.
  let [ww, wn] = [0, 0];
  const a = 1 - rate * k;
  for (let i = 0; i < steps; i++)
    [ww, wn] = [a * a * ww - 2 * a * rate * wn + rate * rate, rho * (a * wn - rate)];
  return (k * ww) / 2;
};

/** Mean losses of 60 000 runs with C = K = I. */
export async function figure({learningRate}: AtRate, {seed}: Context) {
  const spec = {
    experiment: "claim LZU-Fig5",
    seed,
    replicates: 60_000,
    cells: [
      {
        parameters: {rate: learningRate},
        hessianEigenvalues: [1],
        noiseFactor: {diagonal: [1]},
        learningRate,
        steps: cases.figureFiveSteps[2],
        snapshots: [...cases.figureFiveSteps]
      }
    ]
  };
  const [result] = await execute(spec);
  return cases.figureFiveSteps.map((_, at) => sampled(weightedSquaresOf(result, [0.5], at)));
}
