import {integer, numberIn, positive} from "../check.js";
import {drivenVarianceRatio} from "./drivenVarianceRatio.js";
import type {Drive} from "./noiseDrive.js";
import {stableScale} from "./stableScale.js";

/** A run whose stationary law the theory is asked for. */
export interface AssumptionSetting {
  /** ηh in a stiff direction, in (0, 2). */
  readonly stiff: number;
  /** ηh in a flat one. */
  readonly flat: number;
  /** n and b. */
  readonly samples: number;
  readonly batchSize: number;
  readonly momentum: number;
  /** Exponent of the tail. */
  readonly alpha: number;
  /** K of a rate ηₖ = η/(1 + k/K), in updates. */
  readonly schedule: number;
  /** Equal samples to a cluster of the data. */
  readonly cluster: number;
  /** Variances of the turned noise along and across 45°. */
  readonly turned: readonly [number, number];
}

/** The run of the comparison: curvatures 5 and 0.02 at η = 0.1, CIFAR's number of samples. */
export const referenceSetting: AssumptionSetting = {
  stiff: 0.5,
  flat: 0.002,
  samples: 50_000,
  batchSize: 128,
  momentum: 0.9,
  alpha: 1.8,
  schedule: 10_000,
  cluster: 8,
  turned: [1.6, 0.4]
};

/** By what factor a variance differs from the theory's where one assumption alone is dropped. */
export interface AssumptionEffect {
  readonly key: string;
  /** Of the inventory. */
  readonly id: string;
  /** The place of the assumption in the notes' ranking; null where it has none. */
  readonly rank: number | null;
  readonly stiff: number;
  readonly flat: number;
}

/**
 * Exact effects on the stationary variance of linear SGD, one row per assumption of notes §2.3 and 2.4.
 *
 * The theory is the diffusion (23) with white Gaussian noise and, in the plane of the stiff and the flat
 * direction, the tempered posterior of the same mean loss. All rows but "small step" compare at equal
 * step, so that its effect is not counted twice. For stable noise a variance is 2s². Noise ∝ H has
 * variances in the ratio of the curvatures; turned and one-directional noise leave both variances and
 * correlate the coordinates, and the factor is 1 + |ρ|, that of the worst direction. Samples that come
 * in clusters of c equal ones are drawn by index, with E Σ_emp = (1 − c/n)Σ_pop, or read in their order,
 * each once, where the mean of a batch has c times the variance; b is then a multiple of c.
 * Source: notes, sections 2.3 and 2.4.
 *
 * @throws RangeError on a setting without a stationary law, a batch that no data set has, or noise of no
 * or of negative variance
 */
export function assumptionEffects(setting: AssumptionSetting): AssumptionEffect[] {
  const {stiff, flat, samples, batchSize, momentum, alpha, schedule, cluster, turned} = setting;
  numberIn("stiff", stiff, "(0, 2)", x => x > 0 && x < 2);
  numberIn("flat", flat, "(0, stiff]", x => x > 0 && x <= stiff);
  positive("schedule", schedule);
  integer("samples", samples, 2);
  integer("cluster", cluster, 1, samples);
  integer("batchSize", batchSize, 1, samples);
  for (const variance of turned) numberIn("turned", variance, "[0, ∞)", x => x >= 0);
  positive("turned[0] + turned[1]", turned[0] + turned[1]);
  const epoch = Math.max(2, 2 * Math.floor(samples / batchSize / 2));
  const both = (of: (x: number) => number) => ({stiff: of(stiff), flat: of(flat)});
  const driven = (drive: Drive | "momentum", knob: number) =>
    both(x => (1 - x / 2) * drivenVarianceRatio({drive, knob, step: x, updates: 1}));
  const scale = (x: number, a: number) => stableScale({curvature: 1, learningRate: x, alpha: a});
  const loss = (x: number) => x / (2 - x);
  const mean = (loss(stiff) + loss(flat)) / 2;
  const correlated = (variances: readonly [number, number]) => {
    const [p, q] = variances;
    const rho = both(() => ((p - q) / (p + q)) * correlation(stiff, flat));
    return {stiff: 1 + Math.abs(rho.stiff), flat: 1 + Math.abs(rho.flat)};
  };
  return [
    {key: "isotropic noise", id: "NT-2.3-B4", rank: null, ...both(x => loss(x) / mean)},
    {key: "no momentum", id: "NT-2.3-A8", rank: 4, ...driven("momentum", momentum)},
    {key: "no epochs", id: "NT-2.3-A6", rank: 4, ...driven("reshuffled", epoch)},
    {
      key: "finite variance",
      id: "NT-2.3-A2",
      rank: 1,
      ...both(x => (scale(x, alpha) / scale(x, 2)) ** 2)
    },
    {key: "small step", id: "NT-2.3-A4", rank: 3, ...both(x => 1 / (1 - x / 2))},
    {key: "Σ invertible", id: "NT-2.3-B1", rank: null, ...correlated([1, 0])},
    {key: "detailed balance", id: "NT-2.3-B3", rank: 2, ...correlated(turned)},
    {key: "constant rate", id: "NT-2.3-A3", rank: null, ...both(x => scheduled(x * schedule))},
    {key: "Σ constant", id: "NT-2.3-B2", rank: 2, ...both(x => grown(x, x / batchSize))},
    {key: "B ≪ n", id: "NT-2.3-A5", rank: 5, ...both(() => (samples - batchSize) / (samples - 1))},
    {key: "normal batch", id: "NT-2.3-A1", rank: 1, ...driven("skewed", 0)},
    {key: "i.i.d. samples", id: "NT-2.3-A7", rank: null, ...both(() => 1 - cluster / samples)},
    {key: "shuffled data", id: "NT-2.3-A7", rank: null, ...both(() => cluster)}
  ];
}

/** 2a/(2a − 1), the factor under a falling rate; infinite at a ≤ ½. */
const scheduled = (a: number): number => (a > 0.5 ? (2 * a) / (2 * a - 1) : Infinity);

/** The same for noise of variance 1 + gθ²/(η/2h); infinite from g = 1 − x/2 on. */
const grown = (x: number, g: number): number =>
  g < 1 - x / 2 ? (1 - x / 2) / (1 - x / 2 - g) : Infinity;

/** S₁₂/√(S₁₁S₂₂) where the noise is fully correlated. */
const correlation = (x: number, y: number): number =>
  Math.sqrt(x * (2 - x) * y * (2 - y)) / (x + y - x * y);

/** |log| of the larger effect: what the rows are ordered by. */
export const effectSize = ({stiff, flat}: Pick<AssumptionEffect, "stiff" | "flat">): number =>
  Math.max(Math.abs(Math.log(stiff)), Math.abs(Math.log(flat)));
