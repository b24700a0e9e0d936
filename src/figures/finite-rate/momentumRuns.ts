import type {Chart, Mark, Series} from "../../components/chart/declaration.js";
import {percent, whole} from "../../components/format.js";
import type {EnsembleQuestion, EnsembleTrack} from "../../lib/simulate/ensembleRuns.js";
import type {LiveCell} from "../../lib/simulate/liveRun.js";
import type {SweepSpec} from "../../lib/simulate/spec.js";
import {heavyBallAutocorrelation} from "../../lib/stationary/heavyBallAutocorrelation.js";
import {transientCovariance} from "../../lib/stationary/transientCovariance.js";
import {heavyBall} from "./momentum.js";
import {type Asked, isStable, longestStep, rootsOf} from "./momentumRoots.js";

/** Steps in units of the longest stable one. */
const factors = [0.97, 1, 1.03];
const [edgeSteps, highest] = [150, 1e4];
/** Two independent coordinates of the same curvature: twice as many runs as particles. */
const particles = 120;
const edgeRuns = 2 * particles;

type Momentum = Pick<Asked, "mu">;

/** The square of the size that a kick has at last. */
const kick = (learningRate: number, mu: number) => (learningRate / (1 - mu)) ** 2;

/** Runs at and beside the boundary, for a worker. */
export const edgeQuestion = ({mu}: Momentum): EnsembleQuestion => ({
  steps: edgeSteps,
  runs: factors.map((factor, k) => ({
    method: "fixed",
    preconditioner: [1, 0, 1],
    hessian: [1, 0, 1],
    start: [1e-24, 0, 1e-24],
    learningRate: factor * longestStep({mu}),
    momentum: mu,
    forgetting: 1,
    noise: {covariance: [1, 0, 1]},
    particles,
    address: {seed: 1, experiment: "momentum: boundary", cell: String(k), replicate: 0}
  }))
});

/** Variance from the minimum just inside, on and just outside the boundary, exact and of these runs. */
export function boundary({mu}: Momentum, tracks: readonly EnsembleTrack[]): Chart {
  const lines = factors.map(factor => {
    const learningRate = factor * longestStep({mu});
    const exact = transientCovariance({
      hessian: [[1]],
      noise: [[1]],
      learningRate,
      momentum: mu,
      steps: edgeSteps
    });
    return exact.map(sigma => sigma.get(0, 0) / kick(learningRate, mu));
  });
  const measured = (k: number): Mark[] =>
    (tracks[k]?.moments ?? []).flatMap(([a, , c], t) => {
      const expected = lines[k][t];
      if (t === 0 || t % 5 > 0 || expected > highest / 2) return [];
      const y = (a + c) / 2 / kick(factors[k] * longestStep({mu}), mu);
      // The iterates are Gaussian.
      return [{x: t, y, standardError: expected * Math.sqrt(2 / edgeRuns), expected}];
    });
  return {
    title: "Variance from the minimum, just inside, on and just outside the boundary",
    caption: `At the momentum chosen above, in units of the square of a kick’s final size. Lines: exact, with the step in percent of $2(1 + µ)/h$; dots: ${edgeRuns} runs made here, with 95 % bars. Inside it settles, on the boundary it grows like $t$, outside exponentially.`,
    description:
      "Three growing curves on logarithmic axes: one levels off, one is straight, one turns upwards.",
    x: {label: "steps", column: "steps", scale: "log", domain: [4, edgeSteps], format: "number"},
    y: {
      label: "variance over $η^2c/(1 − µ)^2$",
      column: "variance",
      scale: "log",
      domain: [1, highest]
    },
    panels: [
      {
        series: factors.flatMap((factor, k): Series[] => [
          {
            is: "exact",
            name: percent(factor, 0),
            marks: lines[k].flatMap((y, x) => (x > 0 && y <= 3 * highest ? [{x, y}] : [])),
            near: [0.9, 0.8, 0.97][k]
          },
          {
            is: "measured",
            name: `runs, ${percent(factor, 0)}`,
            label: false,
            second: factor !== 1,
            marks: measured(k)
          }
        ])
      }
    ]
  };
}

const [lags, replicates] = [24, 2000];

/** Runs that settle first, at each lag of which the iterates are wanted. */
export function lagQuestion(asked: Asked): {readonly spec: SweepSpec; readonly at: number[]} {
  const largest = Math.max(...rootsOf(asked).map(({x, y}) => Math.hypot(x, y)));
  const settle = Math.min(3000, Math.ceil(20 / Math.max(0.01, 1 - largest)));
  return {
    spec: {
      experiment: "momentum: live",
      seed: 1,
      replicates,
      cells: [
        {
          parameters: {},
          hessianEigenvalues: [1],
          noiseFactor: {diagonal: [1]},
          learningRate: asked.x,
          momentum: asked.mu,
          steps: settle + lags
        }
      ]
    },
    at: Array.from({length: lags + 1}, (_, k) => settle + k)
  };
}

/** Correlation of iterates at each lag, exact and of these runs; nothing where no law is stationary. */
export function autocorrelation(asked: Asked, frames: readonly (readonly LiveCell[])[]): Chart {
  const {x: learningRate, mu: momentum} = asked;
  const exact = isStable(asked)
    ? [...heavyBallAutocorrelation({curvature: 1, learningRate, momentum, lags})]
    : [];
  const unit = exact.length ? heavyBall(learningRate, momentum, {curvatures: [1], noise: [1]}) : 1;
  const [start, ...later] = frames.map(([{states}]) => states);
  const measured = later.map((states, k): Mark => {
    const expected = exact[k + 1];
    return {
      x: k + 1,
      y: states.reduce((sum, x, r) => sum + x * start[r], 0) / unit / replicates,
      standardError: Math.sqrt((1 + expected ** 2) / replicates),
      expected
    };
  });
  return {
    title: "Autocorrelation at the step and momentum chosen above",
    caption: `Dots: from ${whole(replicates)} runs made here, with 95 % bars; solid: exact. Momentum makes the iterates ring. Empty where there is no stationary law: then move the two sliders.`,
    description:
      "Autocorrelations against lag, oscillating and decaying, with simulated values on them.",
    x: {label: "lag, steps", column: "lag", domain: [0, lags + 1], ticks: 6},
    y: {label: "autocorrelation", column: "autocorrelation", domain: [-1.05, 1.05], ticks: 5},
    panels: [
      {
        series: [
          {is: "reference", name: "no correlation", label: false, marks: [{y: 0}]},
          {is: "exact", name: "exact", marks: exact.map((y, x) => ({x, y})).slice(1), near: 0.3},
          {is: "measured", name: "measured", label: false, marks: measured}
        ]
      }
    ]
  };
}
