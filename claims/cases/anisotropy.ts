import type {Family} from "../ledger/search/family.js";
import {shown} from "./digits.js";
import {angles, definite, geometric, spectrum, turned} from "./families/spectra.js";
import {definite as anyDefinite} from "./matrices.js";
import type {SteppedRun} from "./optimisers.js";
import type {Pair} from "./pairs.js";

/**
 * K with l stiff eigenvalues 1 and all others D⁻ᵗ, t ≥ d; of the trace of C the share q on one stiff axis and the
 * rest even over the others; λk₁.
 */
export interface Lean {
  readonly name: string;
  readonly dimension: number;
  readonly decay: number;
  readonly tail: number;
  readonly stiff: number;
  readonly share: number;
  readonly step: number;
}

const lean = (each: Omit<Lean, "name">): Lean => ({
  ...each,
  name: `D = ${each.dimension}, d = ${shown(each.decay)}, t = ${shown(each.tail)}, l = ${each.stiff}, q = ${shown(each.share)}, λk₁ = ${shown(each.step)}`
});

/** d on both sides of 1, its fastest decay and a faster one. */
export const leans: readonly Lean[] = [0.6, 0.7, 1.5, 2].flatMap(decay =>
  [1e2, 1e4, 1e6].flatMap(dimension =>
    [decay, 2.5].map(tail => lean({dimension, decay, tail, stiff: 1, share: 0.9, step: 1.5}))
  )
);

/** The same for long times, in dimensions that are summed one by one. */
export const lateLeans: readonly Lean[] = [10, 100, 1000, 10_000].map(dimension =>
  lean({dimension, decay: 1, tail: 1, stiff: 1, share: 0.5, step: 1.5})
);

export const leanFamily: Family<Lean> = {
  ranges:
    "D = 10 … 10⁴, l = 1 … 3, d from ½ to 2, t from d to 3d, q from 0.05 to 1, λk₁ from 0.01 to 1.99",
  dimensions: [1, 4],
  build: (d, next) => {
    const decay = 0.5001 + 1.5 * next();
    return lean({
      dimension: 10 ** d,
      decay,
      tail: decay * (1 + 2 * next()),
      stiff: 1 + Math.floor(2.999 * next()),
      share: 1 - 0.95 * next(),
      step: 0.01 + 1.98 * next()
    });
  }
};

/** K along the coordinates, k₁ = 1 first, and C turned against it; ⟨u₁, v₁⟩² of the first axes. */
export interface Aligned extends Pair {
  readonly overlap: number;
}
export const alignedFamily: Family<Aligned> = {
  ranges: "d = 1 … 6, both definite with κ to 10³, turned against each other by any angles",
  dimensions: [1, 6],
  build: (d, next) => {
    const curvatures = spectrum(d, 1000, next);
    const spectrumOfNoise = spectrum(d, 1000, next);
    const turns = angles(d, next);
    const first = spectrumOfNoise.map((_, i) => (i === 0 ? 1 : 0));
    return {
      name: `d = ${d}, drawn`,
      hessian: curvatures.map((k, i) => curvatures.map((_, j) => (i === j ? k : 0))),
      noise: turned(spectrumOfNoise, turns),
      trace: curvatures.reduce((sum, k) => sum + k, 0),
      overlap: turned(first, turns)[0][0]
    };
  }
};
const sequence = (seed: number) => {
  let k = seed;
  return () => (k++ * 0.6180339887) % 1;
};
export const aligned: readonly Aligned[] = [2, 3, 4, 5].map(d => ({
  ...alignedFamily.build(d, sequence(d)),
  name: `d = ${d}, turned`
}));

/** SGD along the coordinates, noise with correlations whose variances go with a power of the curvature. */
const leaning = (
  curvatures: readonly number[],
  power: number,
  correlation: readonly (readonly number[])[],
  rate: number,
  steps: number
): SteppedRun => {
  const c = curvatures.map(k => k ** power);
  return {
    name: `d = ${curvatures.length}, C as the power ${shown(power)} of K, λk₁ = ${shown(rate)}, t = ${steps}`,
    hessian: curvatures.map((k, i) => curvatures.map((_, j) => (i === j ? k : 0))),
    noise: correlation.map((row, i) =>
      row.map(
        (r, j) => (r * Math.sqrt(c[i] * c[j])) / Math.sqrt(correlation[i][i] * correlation[j][j])
      )
    ),
    trace: curvatures.reduce((sum, k) => sum + k, 0),
    rate,
    momentum: 0,
    steps
  };
};
const leaningRuns = (power: number): readonly SteppedRun[] =>
  [1, 5, 200].flatMap(steps =>
    [
      [1, 0.1],
      [1, 0.4, 0.05]
    ].map(k => leaning(k, power, anyDefinite(`leaning ${k.length}`, k.length), 1.6, steps))
  );
export const leaningStiff = leaningRuns(1.5);
export const leaningFlat = leaningRuns(-1.5);

export const leaningFamily: Family<SteppedRun> = {
  ranges:
    "d = 1 … 6, κ(K) to 100, variances of the noise as the power 0 to 3 of the curvatures, with any correlations, λk₁ from 0.002 to 1.998, t = 1 … 60",
  dimensions: [1, 6],
  build: (d, next) => {
    const power = 3 * next();
    const rate = 0.002 + 1.996 * next();
    const steps = 1 + Math.floor(59.999 * next());
    return leaning(spectrum(d, 100, next), power, definite(d, 30, next), rate, steps);
  }
};

/** A minimum, a sharper one with the same axes, and one that is sharper in Löwner's order. */
export interface Sharper extends SteppedRun {
  readonly stretched: number[][];
  readonly raised: number[][];
}
export const sharperFamily: Family<Sharper> = {
  ranges:
    "d = 1 … 5, K definite with κ to 100, up to 4 times as sharp along each axis, or by a definite matrix turned against it, C turned against both, λ to 0.999 of the edge of either, t = 1 … 60",
  dimensions: [1, 5],
  build: (d, next) => {
    const share = 0.001 + 0.998 * next();
    const steps = 1 + Math.floor(59.999 * next());
    const size = geometric(0.01, 1, next());
    const curvatures = spectrum(d, 100, next);
    const turns = angles(d, next);
    const hessian = turned(curvatures, turns);
    const stretched = turned(
      curvatures.map(k => k * (1 + 3 * next())),
      turns
    );
    const more = definite(d, 100, next);
    const raised = hessian.map((row, i) => row.map((k, j) => k + size * more[i][j]));
    // No eigenvalue exceeds 4, or 1 + size.
    const rate = (2 * share) / 4;
    return {
      name: `d = ${d}, λ = ${shown(rate)}, t = ${steps}, drawn`,
      hessian,
      stretched,
      raised,
      noise: definite(d, 100, next),
      trace: hessian.reduce((sum, row, i) => sum + row[i], 0),
      rate,
      momentum: 0,
      steps
    };
  }
};
export const sharper: readonly Sharper[] = [1, 2, 3, 4].map(d => ({
  ...sharperFamily.build(d, sequence(3 * d)),
  name: `d = ${d}`,
  rate: 0.45
}));
