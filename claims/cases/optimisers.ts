import type {Named} from "../ledger/claim.js";
import {polynomial, table} from "./matrices.js";
import {grid, named} from "./named.js";
import {commutingPairs, type Pair, pairs, tiltedPairs} from "./pairs.js";
import {escapes, optimisers, preconditioner, quasiHyperbolic} from "./problems.js";

/** Heavy ball, w ← w − Λm with m ← µm + Kw + η, on a pair; at µ = 0 plain SGD. */
export interface Run extends Pair {
  /** λ or Λ. */
  readonly rate: number | number[][];
  readonly momentum: number;
}

/** A run whose rate is a number. */
export interface ScalarRun extends Run {
  readonly rate: number;
}

/** A run whose rate is a matrix. */
export interface MatrixRun extends Run {
  readonly rate: number[][];
}

/** Plain SGD on pairs that do not commute, at nine tenths of a rate that is stable. */
export const plainRuns: readonly ScalarRun[] = pairs.map(pair => ({
  ...pair,
  rate: optimisers[0].rateOver / pair.trace,
  momentum: 0
}));

const withMomentum = (all: readonly Pair[]): readonly ScalarRun[] =>
  all.flatMap(pair =>
    optimisers.map(({rateOver, momentum}) => ({
      ...pair,
      name: `${pair.name}, µ = ${momentum}`,
      rate: rateOver / pair.trace,
      momentum
    }))
  );

/** Every pair with every momentum. */
export const momentumRuns = withMomentum(pairs);

/** Every pair with the second momentum alone. */
export const heavyBallRuns = momentumRuns.filter(run => run.momentum === optimisers[1].momentum);

/** The same on pairs that commute. */
export const commutingRuns = withMomentum(commutingPairs);

/** The same with a matrix for the rate, which commutes with nothing. */
export const preconditionedRuns: readonly MatrixRun[] = pairs.flatMap(pair =>
  optimisers.map(({momentum}) => ({
    ...pair,
    name: `${pair.name}, µ = ${momentum}`,
    rate: preconditioner(pair),
    momentum
  }))
);

/** Plain SGD with the noise C = σ²I + aK. */
export interface MixedRun extends ScalarRun, Named {
  readonly white: number;
  readonly multiple: number;
}

/** Plain SGD on every pair with noise C = σ²I + aK. */
export const mixedRuns = (white: number, multiple: number): readonly MixedRun[] =>
  plainRuns.map(run => ({
    ...run,
    name: `${run.name}, σ² = ${white}, a = ${multiple}`,
    noise: polynomial(run.hessian, [white, multiple, 0]),
    white,
    multiple
  }));

/** Quasi-hyperbolic momentum, with the damped buffer. */
export interface QuasiRun extends ScalarRun {
  readonly nu: number;
  readonly damped: true;
}

/** QHM on every pair. */
export const quasiRuns: readonly QuasiRun[] = pairs.map(pair => ({
  ...pair,
  rate: quasiHyperbolic.learningRate / pair.trace,
  momentum: quasiHyperbolic.momentum,
  nu: quasiHyperbolic.nu,
  damped: true
}));

/** Momenta at which the limit of stability itself is looked for. */
export const wideMomenta = grid({momentum: [0, 0.3, 0.8, 0.95]});

/** Momenta at which what goes with the limit is looked at. */
export const momenta = named([{momentum: 0.2}, {momentum: 0.5}, {momentum: 0.9}]);

/** Every pair with each of these. */
export const limitRuns = pairs.flatMap(pair =>
  momenta.map(({name, momentum}) => ({...pair, name: `${pair.name}, ${name}`, momentum}))
);
export interface LimitRun extends Pair {
  readonly momentum: number;
}

/** Plain SGD with noise that is nearly of one direction, between two axes, and on the tilted pairs. */
export const leaningRuns: readonly ScalarRun[] = [
  {
    name: "leaning",
    hessian: [
      [1, 0],
      [0, 0.6]
    ],
    noise: [
      [1.001, 1],
      [1, 1.001]
    ],
    trace: 1.6
  },
  ...tiltedPairs
].flatMap(pair =>
  [0.2, 1, 1.9].map(x => ({
    ...pair,
    name: `${pair.name}, λ Tr K = ${x}`,
    rate: x / pair.trace,
    momentum: 0
  }))
);

/** Heavy ball whose Hessian may grow by uuᵀ. */
export interface GrownRun extends ScalarRun {
  readonly direction: readonly number[];
}

/** Every pair with every momentum, and a direction to grow in, by a tenth of the trace. */
export const grownRuns: readonly GrownRun[] = momentumRuns.map(run => {
  const [way] = table(`direction d = ${run.hessian.length}`, 1, run.hessian.length);
  const length = way.reduce((sum, x) => sum + x * x, 0);
  return {...run, direction: way.map(x => x * Math.sqrt((0.1 * run.trace) / length))};
});

/** Heavy ball a millionth short of µ = 1 on the pairs that do not commute. */
export const nearlyUndamped: readonly ScalarRun[] = tiltedPairs.map(pair => ({
  ...pair,
  rate: 1.5 / pair.trace,
  momentum: 1 - 1e-6
}));

/** 20 momenta by 50 rates, up to a thousandth of the limit 2(1+µ), in one dimension. */
export const stabilityGrid: readonly ScalarRun[] = Array.from(
  {length: 20},
  (_, i) => 0.95 * (i / 19)
).flatMap(momentum =>
  Array.from({length: 50}, (_, j) => {
    const share = 0.01 + (0.989 * j) / 49;
    return {
      name: `µ = ${momentum.toFixed(2)}, λ/λ* = ${share.toFixed(3)}`,
      hessian: [[1]],
      noise: [[1]],
      trace: 1,
      rate: 2 * (1 + momentum) * share,
      momentum
    };
  })
);

/** Plain SGD at the rates λ = share·2/k*, below and beyond the edge. */
export interface EdgeRun extends ScalarRun {
  /** λ over 2/k*. */
  readonly share: number;
}
export const edgeRuns: readonly EdgeRun[] = [0.6, 0.95, 1.05, 1.5].map(share => ({
  name: `λk = ${2 * share}`,
  hessian: [[1]],
  noise: [[1]],
  trace: 1,
  rate: 2 * share,
  momentum: 0,
  share
}));

/** Heavy ball on the pairs that do not commute. */
export const tiltedRuns: readonly ScalarRun[] = tiltedPairs.map(pair => ({
  ...pair,
  rate: 0.6 / pair.trace,
  momentum: 0.4
}));

/** Every pair with every momentum at a millionth of the rate. */
export const slowRuns = momentumRuns.map(run => ({...run, rate: 1e-6 * run.rate}));

/** Plain SGD from the minimum of every pair, at a rate that is felt. */
export const escapingRuns: readonly ScalarRun[] = pairs.map(pair => ({
  ...pair,
  rate: escapes.rateOver / pair.trace,
  momentum: 0
}));

/** A run that is looked at after so many steps. */
export interface SteppedRun extends ScalarRun {
  readonly steps: number;
}

/** The same, looked at after so many steps. */
export const steppedRuns: readonly SteppedRun[] = escapingRuns.flatMap(run =>
  escapes.steps.map(steps => ({...run, name: `${run.name}, t = ${steps}`, steps}))
);

/** The same and, in one dimension, λk over (0, 2) and times up to 60. */
export const advancingRuns: readonly SteppedRun[] = [
  ...steppedRuns,
  ...Array.from({length: 40}, (_, i) => (2 * (i + 1)) / 41).flatMap(rate =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60].map(steps => ({
      name: `λk = ${rate.toFixed(3)}, t = ${steps}`,
      hessian: [[1]],
      noise: [[1]],
      trace: 1,
      rate,
      momentum: 0,
      steps
    }))
  )
];
