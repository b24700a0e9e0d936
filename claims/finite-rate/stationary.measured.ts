import {lowerFactor, product, trace, turningPoint} from "../brute/arrays.js";
import {isStable, type Optimiser, recursion, steadyCovariance, step} from "../brute/augmented.js";
import {sampled} from "../brute/sampled.js";
import {stationarySecondMoments} from "../brute/simulate.js";
import {
  commutingPairs,
  losses,
  optimisers,
  type Pair,
  pairs,
  polynomial,
  preconditioner,
  quasiHyperbolic
} from "../cases/problems.js";
import type {Context, Numbers, Samples} from "../ledger/claim.js";

const rate = optimisers[0].rateOver;
const twice = (values: readonly number[]) => [...values, ...values];

/** The steady state of plain SGD; twice, for the equation and for the library. */
export const sgd = (): Numbers =>
  Object.fromEntries(
    pairs.map(pair => [
      pair.name,
      twice(steadyCovariance({...pair, rate: rate / pair.trace}).flat())
    ])
  );

const perOptimiser = (
  of: readonly Pair[],
  f: (optimiser: Optimiser) => readonly number[],
  rateOf?: (pair: Pair) => Optimiser["rate"]
): Numbers =>
  Object.fromEntries(
    of.flatMap(pair =>
      optimisers.map(({rateOver, momentum}) => [
        `${pair.name}, µ = ${momentum}`,
        f({...pair, momentum, rate: rateOf ? rateOf(pair) : rateOver / pair.trace})
      ])
    )
  );

/** The steady state of heavy ball; twice. */
export const momentum = (): Numbers =>
  perOptimiser(pairs, optimiser => twice(steadyCovariance(optimiser).flat()));

/** The same where C commutes with K; once. */
export const commuting = (): Numbers =>
  perOptimiser(commutingPairs, optimiser => steadyCovariance(optimiser).flat());

/** The same with a matrix for the rate; twice. */
export const preconditioned = (): Numbers =>
  perOptimiser(pairs, optimiser => twice(steadyCovariance(optimiser).flat()), preconditioner);

/** ½ Tr KΣ of the steady state; twice. */
export const trainingError = (): Numbers =>
  perOptimiser(pairs, optimiser =>
    twice([trace(product(optimiser.hessian, steadyCovariance(optimiser))) / 2])
  );

const mixed = (name: string, white: number, a: number): Numbers =>
  Object.fromEntries(
    pairs.map(pair => [
      `${pair.name}, ${name}`,
      steadyCovariance({
        hessian: pair.hessian,
        noise: polynomial(pair.hessian, [white, a, 0]),
        rate: rate / pair.trace
      }).flat()
    ])
  );

/** The steady state with C = σ²I + aK, and with either part alone. */
export const mixedNoise = (): Numbers => mixed("σ² = 0.5, a = 0.7", 0.5, 0.7);
export const minibatchNoise = (): Numbers => mixed("σ² = 0, a = 0.7", 0, 0.7);
export const whiteNoise = (): Numbers => mixed("σ² = 0.5, a = 0", 0.5, 0);

/** The mean of ½wᵀKw over simulated runs of heavy ball, K diagonal. */
export async function simulatedLoss(context: Context): Promise<Samples> {
  const {hessian, noise} = quasiHyperbolic;
  const cells = await stationarySecondMoments(
    "training error",
    context,
    losses.map(({name, learningRate, momentum}) => ({
      name,
      cell: {
        hessianEigenvalues: hessian,
        noiseFactor: {lower: lowerFactor(noise)},
        learningRate,
        momentum,
        burnIn: 500,
        steps: 6_500
      },
      keep: [
        [0, 0],
        [1, 1]
      ]
    }))
  );
  return Object.fromEntries(
    Object.entries(cells).map(([name, [w1, w2]]) => [
      name,
      [sampled(w1.map((x, r) => (hessian[0] * x + hessian[1] * w2[r]) / 2))]
    ])
  );
}

const scalar = (lambdaK: number, momentum: number): Optimiser => ({
  hessian: [[1]],
  noise: [[1]],
  rate: lambdaK,
  momentum
});

/** The largest λk at which powers of the recursion die out, by bisection. */
export const stabilityLimits = (): Numbers => ({
  "λk* at µ = 0, 0.3, 0.8, 0.95": [0, 0.3, 0.8, 0.95].map(mu =>
    turningPoint(0.5, 8, x => isStable(recursion(scalar(x, mu))))
  )
});

/** Points below a multiple of the limit: 20 momenta by 50 rates, up to a thousandth of it. */
function grid(factor: number): [number, number][] {
  return Array.from({length: 20}, (_, i) => 0.95 * (i / 19)).flatMap(mu =>
    Array.from({length: 50}, (_, j): [number, number] => [
      factor * 2 * (1 + mu) * (0.01 + (0.989 * j) / 49),
      mu
    ])
  );
}

const unstable = (factor: number): Numbers => ({
  "unstable points below the limit": [
    grid(factor).filter(([x, mu]) => !isStable(recursion(scalar(x, mu)))).length
  ]
});

/** How many grid points below 2(1+µ) have powers that do not die out. */
export const unstablePoints = (): Numbers => unstable(1);

/** The same below 1.05 times the limit. */
export const unstablePointsBeyond = (): Numbers => unstable(1.05);

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
export const recurrence = (): Numbers =>
  perOptimiser(pairs, optimiser => {
    const d = optimiser.hessian.length;
    const lambda = optimiser.rate as number;
    const unit = (k: number) => Array.from({length: d}, (_, i) => (i === k ? 1 : 0));
    const zero = new Array<number>(d).fill(0);
    const after = (now: readonly number[], before: readonly number[]) =>
      step(
        optimiser,
        now,
        now.map((x, i) => (before[i] - x) / lambda),
        zero
      )[0];
    const columns = [
      ...Array.from({length: d}, (_, k) => after(unit(k), zero)),
      ...Array.from({length: d}, (_, k) => after(zero, unit(k)))
    ];
    return columns.flat();
  });

/** ‖ΣK − KΣ‖/(‖Σ‖‖K‖) of the steady state. */
const commutator = (of: readonly Pair[], names: readonly Pair[]): Numbers =>
  Object.fromEntries(
    of.map((pair, i) => {
      const sigma = steadyCovariance({...pair, rate: 0.6 / pair.trace, momentum: 0.4});
      const left = product(sigma, pair.hessian);
      const difference = left.flatMap((row, r) => row.map((x, c) => x - left[c][r]));
      const size = (m: readonly (readonly number[])[]) => Math.hypot(...m.flat());
      return [names[i].name, [Math.hypot(...difference) / (size(sigma) * size(pair.hessian))]];
    })
  );

export const commutators = (): Numbers => commutator(commutingPairs, commutingPairs);
export const commutatorsOfOthers = (): Numbers => commutator(pairs, commutingPairs);
