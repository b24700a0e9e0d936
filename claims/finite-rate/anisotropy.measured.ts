import {execute} from "../../lib/simulate/execute.js";
import {weightedSquaresOf} from "../../lib/simulate/summary.js";
import {identity, scale, trace} from "../brute/arrays.js";
import {covarianceAfter} from "../brute/augmented.js";
import {everyDataSet} from "../brute/finiteLaw.js";
import {loss} from "../brute/loss.js";
import {sampled} from "../brute/sampled.js";
import type {Aligned, Lean} from "../cases/anisotropy.js";
import * as cases from "../cases/escape.js";
import type {SteppedRun} from "../cases/optimisers.js";
import {type AtRate, skewed} from "../cases/problems.js";
import type {Context} from "../ledger/claim.js";

/** k and u·Cu of each axis of K, in descending order of k. */
function* axes({dimension: D, tail, stiff, share}: Lean): Generator<readonly [number, number]> {
  for (let i = 0; i < D; i++)
    yield [i < stiff ? 1 : D ** -tail, i === 0 ? share : (1 - share) / (D - 1)];
}

/** Tr MC / (Tr M C̄) for a function M of K, summed axis by axis. */
function ratioOf(lean: Lean, of: (k: number) => number): number {
  let [m, c, both] = [0, 0, 0];
  for (const [k, noise] of axes(lean)) {
    m += of(k);
    c += noise;
    both += of(k) * noise;
  }
  return (lean.dimension * both) / (m * c);
}

/** The ratio of E after one step, and how far it is below D. */
export const ratios = (lean: Lean) => {
  const ratio = ratioOf(lean, k => k);
  return [ratio, lean.dimension / ratio];
};

/** The ratio of E for t → ∞. */
export const lateRatios = (lean: Lean) => ratioOf(lean, k => 1 / (2 - lean.step * k));

/** u₁ᵀCu₁. */
export const alongStiffest = ({noise}: Aligned) => noise[0][0];

const lossOf = (run: SteppedRun, noise: readonly (readonly number[])[]) =>
  loss(run, covarianceAfter({...run, noise}, run.steps));

/** E_d over that of isotropic noise of the same trace, the covariance stepped t times. */
export const gain = (run: SteppedRun) => {
  const d = run.noise.length;
  return lossOf(run, run.noise) / lossOf(run, scale(identity(d), trace(run.noise) / d));
};

/** Pr(z² ≥ x) for a standard normal z: L/E = z². */
const normalTail = (x: number) => {
  const n = 20_000;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const z = Math.sqrt(x) + (12 * (i + 0.5)) / n;
    sum += Math.exp((-z * z) / 2) * (12 / n);
  }
  return (2 * sum) / Math.sqrt(2 * Math.PI);
};

/** Probabilities of L ≥ δ: every outcome of one rare kick, and a normal tail by quadrature. */
export const tails = ({of}: cases.Question) => {
  const {curvature: k, rate, probability, size, barriers} = cases.kicks;
  if (of === "tails") return barriers.map(normalTail);
  const outcomes = [
    [size, probability / 2],
    [-size, probability / 2],
    [0, 1 - probability]
  ];
  const losses = outcomes.map(([eta, p]) => [(k * (rate * eta) ** 2) / 2, p]);
  if (of === "mean") return losses.reduce((sum, [loss, p]) => sum + loss * p, 0);
  const barrier = Math.max(...losses.map(([loss]) => loss));
  return losses.filter(([loss]) => loss >= barrier).reduce((sum, [, p]) => sum + p, 0);
};

/** The recursion w ← w − λ(kw + η) run on the listed kicks. */
export const run = ({curvature, rate, kicks}: cases.GivenKicks) => {
  let w = 0;
  for (const eta of kicks) w -= rate * (curvature * w + eta);
  return w;
};

/** Mean loss after t steps over every sequence of skewed kicks of variance 1. */
const everySequence = ({curvature: k, rate, steps}: cases.Coloured) => {
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
const correlated = ({curvature: k, rate, steps, correlation: rho}: cases.Coloured) => {
  // w′ = (1−λk)w − λη, η′ = ρη + √(1−ρ²)z.
  let [ww, wn] = [0, 0];
  const a = 1 - rate * k;
  for (let i = 0; i < steps; i++)
    [ww, wn] = [a * a * ww - 2 * a * rate * wn + rate * rate, rho * (a * wn - rate)];
  return (k * ww) / 2;
};

/** The mean losses under skewed white noise, and under Gaussian noise that is correlated. */
export const bothNoises = (each: cases.Coloured) => [everySequence(each), correlated(each)];

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
