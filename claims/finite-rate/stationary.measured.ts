import {
  apply,
  inverse,
  lowerFactor,
  norm,
  product,
  scale,
  smallestEigenvalue,
  subtract,
  transpose,
  turningPoint
} from "../brute/arrays.js";
import {isStable, type Optimiser, recursion, steadyCovariance, step} from "../brute/augmented.js";
import {loss} from "../brute/loss.js";
import {sampled} from "../brute/sampled.js";
import {stationarySecondMoments} from "../brute/simulate.js";
import type {Rows} from "../cases/matrices.js";
import type {MixedRun, ScalarRun} from "../cases/optimisers.js";
import {type LossRun, quasiHyperbolic} from "../cases/problems.js";
import type {Context} from "../ledger/claim.js";

/** The covariance of the steady state. */
export const covariance = (run: Optimiser) => steadyCovariance(run);

/** 2Σ/(aλ) for two small steps, extrapolated to none, and its slope in λ. */
export const round = (run: MixedRun) => {
  const at = (rate: number) => scale(steadyCovariance({...run, rate}), 2 / (run.multiple * rate));
  const step = 1e-4 / run.trace;
  const [one, two] = [at(step), at(2 * step)];
  const flat = one.flatMap((row, i) => row.map((x, j) => 2 * x - two[i][j]));
  return [...flat, ...scale(subtract(two, one), 1 / step).flat()];
};

/** ½ Tr KΣ of the steady state. */
export const trainingError = (run: Optimiser) => loss(run, steadyCovariance(run));

/** The mean of ½wᵀKw over simulated runs of heavy ball, K diagonal. */
export async function simulatedLoss(run: LossRun, context: Context) {
  const {name, learningRate, momentum} = run;
  const {hessian, noise} = quasiHyperbolic;
  const cell = {
    hessianEigenvalues: hessian,
    noiseFactor: {lower: lowerFactor(noise)},
    learningRate,
    momentum,
    burnIn: 500,
    steps: 6_500
  };
  const keep = [
    [0, 0],
    [1, 1]
  ] as const;
  const cells = await stationarySecondMoments("training error", context, [{name, cell, keep}]);
  const [w1, w2] = cells[name];
  return sampled(w1.map((x, r) => (hessian[0] * x + hessian[1] * w2[r]) / 2));
}

const scalar = (lambdaK: number, momentum: number): Optimiser => ({
  hessian: [[1]],
  noise: [[1]],
  rate: lambdaK,
  momentum
});

/** The largest λk at which powers of the recursion die out, by bisection. */
export const stabilityLimit = ({momentum}: {momentum: number}) =>
  turningPoint(0.5, 8, x => isStable(recursion(scalar(x, momentum))));

const settling = (factor: number) => (run: ScalarRun) =>
  isStable(recursion({...run, rate: factor * run.rate})) ? 1 : 0;

/** 1 if powers of the recursion die out. */
export const settles = settling(1);

/** The same at 1.05 times the limit 2(1+µ)/k*. */
export const settlesBeyond = (run: ScalarRun) => {
  const largest = -smallestEigenvalue(scale(run.hessian, -1));
  return settling((1.05 * 2 * (1 + run.momentum)) / (run.rate * largest))(run);
};

/** 1 if 20 000 steps without noise from ones stay below ten thousand times the start. */
export const staying = (run: ScalarRun) => {
  const still = run.hessian.map(() => 0);
  let [w, m] = [run.hessian.map(() => 1), still];
  for (let t = 0; t < 20_000 && Math.hypot(...w) < 1e4 && Math.hypot(...w, ...m) > 1e-9; t++)
    [w, m] = step(run, w, m, still);
  return Math.hypot(...w) < 1e4 ? 1 : 0;
};

/** (1−µ)·½ Tr KΣ. */
export const undamped = (run: ScalarRun) => (1 - run.momentum) * trainingError(run);

/** P and R of wₜ = P wₜ₋₁ + R wₜ₋₂ + …, by one update from every unit vector. */
export function recurrence(run: ScalarRun) {
  const d = run.hessian.length;
  const unit = (k: number) => Array.from({length: d}, (_, i) => (i === k ? 1 : 0));
  const zero = new Array<number>(d).fill(0);
  const after = (now: readonly number[], before: readonly number[]) =>
    step(
      run,
      now,
      now.map((x, i) => (before[i] - x) / run.rate),
      zero
    )[0];
  return [
    ...Array.from({length: d}, (_, k) => after(unit(k), zero)),
    ...Array.from({length: d}, (_, k) => after(zero, unit(k)))
  ];
}

const commutator = (a: Rows, b: Rows) => {
  const left = product(a, b);
  return 1 + norm(subtract(left, transpose(left))) / (norm(a) * norm(b));
};

/** 1 + ‖ΣK − KΣ‖/(‖Σ‖‖K‖); and the same of C with K for the C whose Σ is the run's C. */
export const commutators = (run: ScalarRun) => {
  const {hessian, noise} = run;
  const every = hessian.map((_, i) => i);
  const pairs = every.flatMap(i => every.filter(j => j >= i).map(j => [i, j]));
  const entriesOf = (s: Rows) => pairs.map(([i, j]) => s[i][j]);
  const columns = pairs.map(([i, j]) => {
    const unit = every.map(r =>
      every.map(c => ((r === i && c === j) || (r === j && c === i) ? 1 : 0))
    );
    return entriesOf(steadyCovariance({...run, noise: unit}));
  });
  const entries = apply(inverse(transpose(columns)), entriesOf(noise));
  const kick = every.map(r =>
    every.map(
      c => entries[pairs.findIndex(([i, j]) => i === Math.min(r, c) && j === Math.max(r, c))]
    )
  );
  return [commutator(steadyCovariance(run), hessian), commutator(kick, hessian)];
};
