import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {execute} from "../../lib/simulate/execute.js";
import {timeSecondMoment} from "../../lib/simulate/summary.js";
import {norm, scale, subtract} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {sampled} from "../brute/sampled.js";
import {stationarySecondMoments} from "../brute/simulate.js";
import {pairs, rates, regressionRun, remembered, skewed} from "../cases/problems.js";
import type {Context, Numbers, Samples} from "../ledger/claim.js";

/** w after t steps of (2) without noise, k = 1 and w₀ = 1. */
export function iterate(x: number, t: number): number {
  let w = 1;
  for (let i = 0; i < t; i++) w -= x * w;
  return w;
}

export const iterations = (): Numbers => ({"t = 7": rates.map(x => iterate(x, 7))});

/** Ratios of |iteration − e^(−λkt)| when the small quantity is halved. */
export function errorRatios(): Numbers {
  const error = (x: number, t: number) => Math.abs(iterate(x, t) - Math.exp(-x * t));
  const delta = 1e-8;
  return {
    "1 − λk halved, at λk → 1": [error(1 - delta / 2, 1) / error(1 - delta, 1)],
    "λk halved, one step": [error(5e-5, 1) / error(1e-4, 1)],
    "λk halved, λkt = 1": [error(2 ** -14, 2 ** 14) / error(2 ** -13, 2 ** 13)]
  };
}

/** How often w changes its sign in 20 steps. */
export const sides = (): Numbers => ({
  "changes of side in 20 steps": [0.5, 0.9, 1.1, 1.9].map(x => {
    let changes = 0;
    for (let t = 0; t < 20; t++)
      if (Math.sign(iterate(x, t)) !== Math.sign(iterate(x, t + 1))) changes++;
    return changes;
  })
});

/** The smallest |w₁/w₀| along an axis of K = diag(2, ½), at rates from 0.1 to 0.9; k* allows λ < 1. */
const smallest = (lambdas: readonly number[]): Numbers => ({
  "smallest |eigenvalue|": [
    Math.min(...lambdas.flatMap(lambda => [2, 0.5].map(k => Math.abs(1 - lambda * k))))
  ]
});

export const smallestContraction = (): Numbers => smallest([0.1, 0.3, 0.5, 0.7, 0.9]);

/** The same without λ = ½ = 1/k*. */
export const smallestElsewhere = (): Numbers => smallest([0.1, 0.3, 0.7, 0.9]);

/** ‖Σ_d − Σ_c‖ at λ over the same at 2λ, and relative to ‖Σ_c‖; all pairs, the furthest from ¼. */
export function differenceRatios(): Numbers {
  const difference = (lambda: number) =>
    pairs.map(pair => {
      const discrete = steadyCovariance({...pair, rate: lambda / pair.trace});
      const continuous = lyapunovIntegral(pair.hessian, scale(pair.noise, lambda / pair.trace));
      return [norm(subtract(discrete, continuous)), norm(continuous)];
    });
  const small = difference(1e-4);
  const large = difference(2e-4);
  const furthest = (values: number[], from: number) =>
    values.reduce((a, b) => (Math.abs(b - from) > Math.abs(a - from) ? b : a));
  return {
    absolute: [
      furthest(
        small.map(([d], i) => d / large[i][0]),
        1 / 4
      )
    ],
    relative: [
      furthest(
        small.map(([d, c], i) => d / c / (large[i][0] / large[i][1])),
        1 / 2
      )
    ]
  };
}

/** The variance after ten steps over every sequence of kicks on `points`, by its probability. */
const overSequences = (
  points: readonly number[],
  chance: (pick: number, last: number | null) => number
): Numbers =>
  Object.fromEntries(
    rates.map(x => {
      let [mean, second] = [0, 0];
      for (let code = 0; code < points.length ** 10; code++) {
        let [w, weight, rest] = [0, 1, code];
        let last: number | null = null;
        for (let t = 0; t < 10; t++) {
          const pick = rest % points.length;
          rest = Math.floor(rest / points.length);
          w -= x * (w + points[pick]);
          weight *= chance(pick, last);
          last = pick;
        }
        mean += weight * w;
        second += weight * w * w;
      }
      return [`λ = ${x}, t = 10`, [second - mean * mean]];
    })
  );

/** Skewed kicks, each for itself. */
export function everySequence(): Numbers {
  const kept = skewed.points.flatMap((x, i) =>
    skewed.probabilities[i] > 0 ? [[x, skewed.probabilities[i]]] : []
  );
  return overSequences(
    kept.map(([x]) => x),
    pick => kept[pick][1]
  );
}

/** Kicks ±1, each like the last with chance (1 + ρ)/2. */
export const everyRememberedSequence = (): Numbers =>
  overSequences([1, -1], (pick, last) =>
    last === null ? 0.5 : (1 + (pick === last ? remembered : -remembered)) / 2
  );

/** Time averages of w² over runs with white noise. */
export async function simulated(context: Context): Promise<Samples> {
  const cells = await stationarySecondMoments(
    "one dimension",
    context,
    rates.map(x => ({
      name: `λ = ${x}`,
      cell: {
        hessianEigenvalues: [1],
        noiseFactor: {diagonal: [1]},
        learningRate: x,
        burnIn: 200,
        steps: 5200
      },
      keep: [[0, 0]] as const
    }))
  );
  return Object.fromEntries(
    Object.entries(cells).map(([name, [values]]) => [name, [sampled(values)]])
  );
}

/**
 * How much nearer λ/(S(2−λk)) is than λ/(2S) to the variance of the regression's weight about its
 * optimum, with mini-batches of one data set: the ratio of the two distances.
 */
const distances = async ({seed}: Context, swapped: boolean): Promise<Numbers> => {
  const {samples, batchSize, rates: steps} = regressionRun;
  const z = normals(uniforms({seed: 1, experiment: "claims", cell: "regression", replicate: 0}));
  const x = Array.from({length: samples}, () => z.next());
  const y = x.map(() => z.next());
  const k = x.reduce((sum, a) => sum + a * a, 0) / samples;
  const optimum = x.reduce((sum, a, i) => sum + a * y[i], 0) / samples / k;
  const centred = y.map((b, i) => b - x[i] * optimum);
  const spec = {
    experiment: "claim LZU-Fig2b",
    seed,
    replicates: 64,
    cells: steps.map(lambda => ({
      kind: "regression" as const,
      parameters: {lambda},
      data: {inputs: x.map(a => [a]), labels: centred, replacement: false},
      batchSize,
      learningRate: lambda,
      burnIn: 50,
      steps: 550,
      moments: "diagonal" as const
    }))
  };
  const results = await execute(spec);
  return Object.fromEntries(
    steps.map((lambda, i) => {
      const measured = timeSecondMoment(results[i], 0, 0).mean;
      const discrete = Math.abs(measured - lambda / (batchSize * (2 - lambda * k)));
      const continuous = Math.abs(measured - lambda / (2 * batchSize));
      return [`λ = ${lambda}`, [swapped ? continuous / discrete : discrete / continuous]];
    })
  );
};

export const nearness = (context: Context) => distances(context, false);

/** The two predictions exchanged. */
export const nearnessSwapped = (context: Context) => distances(context, true);
