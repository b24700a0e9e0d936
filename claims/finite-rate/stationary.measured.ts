import {lowerFactor, product, turningPoint} from "../brute/arrays.js";
import {isStable, type Optimiser, recursion, steadyCovariance, step} from "../brute/augmented.js";
import {loss} from "../brute/loss.js";
import {sampled} from "../brute/sampled.js";
import {stationarySecondMoments} from "../brute/simulate.js";
import type {ScalarRun} from "../cases/optimisers.js";
import {type LossRun, type Pair, quasiHyperbolic} from "../cases/problems.js";
import type {Context, Numbers} from "../ledger/claim.js";

/** The covariance of the steady state. */
export const covariance = (run: Optimiser) => steadyCovariance(run);

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

/** Points below a multiple of the limit: 20 momenta by 50 rates, up to a thousandth of it. */
function grid(factor: number): [number, number][] {
  return Array.from({length: 20}, (_, i) => 0.95 * (i / 19)).flatMap(mu =>
    Array.from({length: 50}, (_, j): [number, number] => [
      factor * 2 * (1 + mu) * (0.01 + (0.989 * j) / 49),
      mu
    ])
  );
}

const unstable = (factor: number) => (): Numbers => ({
  "unstable points below the limit": [
    grid(factor).filter(([x, mu]) => !isStable(recursion(scalar(x, mu)))).length
  ]
});

/** How many grid points below 2(1+µ) have powers that do not die out. */
export const unstablePoints = unstable(1);

/** The same below 1.05 times the limit. */
export const unstablePointsBeyond = unstable(1.05);

/** The same by running the algorithm without noise, 20 000 steps from w = 1. */
export const divergingRuns = (): Numbers => ({
  "unstable points below the limit": [
    grid(1).filter(([x, mu]) => {
      let [w, m] = [1, 0];
      for (let t = 0; t < 20_000 && Math.abs(w) < 1e6; t++) {
        m = mu * m + w;
        w -= x * m;
      }
      return !(Math.abs(w) < 1e-3);
    }).length
  ]
});

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

/** ‖ΣK − KΣ‖/(‖Σ‖‖K‖) of the steady state. */
export function commutator(pair: Pair) {
  const sigma = steadyCovariance({...pair, rate: 0.6 / pair.trace, momentum: 0.4});
  const left = product(sigma, pair.hessian);
  const difference = left.flatMap((row, r) => row.map((x, c) => x - left[c][r]));
  const size = (m: readonly (readonly number[])[]) => Math.hypot(...m.flat());
  return Math.hypot(...difference) / (size(sigma) * size(pair.hessian));
}
