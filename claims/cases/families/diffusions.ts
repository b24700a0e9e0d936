import type {Family} from "../../ledger/search/family.js";
import type {Radial, Spinning} from "../approximation.js";
import {shown} from "../digits.js";
import type {Balanced, Curl, GrowingNoise, Settling, SpreadingNoise} from "../fokkerPlanck.js";
import type {Pair} from "../pairs.js";
import {pairFamily} from "./pairs.js";
import {angles, axis, definite, geometric, spectrum, turned} from "./spectra.js";

/** κ of what is drawn. */
const condition = 1e3;
const scaled = (m: readonly (readonly number[])[], c: number) => m.map(row => row.map(x => c * x));
const traceOf = (m: readonly (readonly number[])[]) => m.reduce((sum, row, i) => sum + row[i], 0);
/** A Hessian, and noise that is the same in every direction. */
export const isotropicFamily: Family<Pair> = {
  ranges: "d = 1 … 6, H definite with κ to 10³ and turned by any angles, σ² from 0.01 to 100",
  dimensions: [1, 6],
  build: (d, next) => {
    const variance = geometric(1, 100, next()) * geometric(1, 0.01, next());
    const hessian = definite(d, condition, next);
    return {
      name: `d = ${d}, σ² = ${shown(variance)}, drawn`,
      hessian,
      noise: hessian.map((row, i) => row.map((_, j) => (i === j ? variance : 0))),
      trace: traceOf(hessian)
    };
  }
};

/** Noise turned against the curvature, away from every matrix that commutes with it. */
export const turnedFamily: Family<Pair> = {
  ranges:
    "d = 2 … 6, H definite with curvatures that differ by a fifth at least, κ to 10³; between any two axes of H a correlated part of Σ, from 0.1 up",
  dimensions: [2, 6],
  build: (d, next) => {
    const turns = angles(d, next);
    const curvatures = [1];
    while (curvatures.length < d)
      curvatures.push(curvatures[curvatures.length - 1] * geometric(0.8, 0.25, next()));
    const own = turned(spectrum(d, condition, next), turns);
    const shared = geometric(0.1, 1, next());
    const along = alongEveryAxis(d, turns);
    const hessian = turned(curvatures, turns);
    const noise = own.map((row, i) => row.map((x, j) => x + shared * along[i] * along[j]));
    return {
      name: `d = ${d}, Tr ${shown(traceOf(hessian))} and ${shown(traceOf(noise))}, turned, drawn`,
      hessian,
      noise,
      trace: traceOf(hessian)
    };
  }
};

/** A vector with a component of size 1 along each of the axes that `turned` makes. */
function alongEveryAxis(d: number, turns: readonly number[]): number[] {
  const axes = Array.from({length: d}, (_, k) => axis(d, k, turns));
  return axes[0].map((_, i) => axes.reduce((sum, each) => sum + each[i], 0));
}

/** Σ(θ) = C + (θᵀAθ)B, with C, A and B turned against H and against one another. */
export const spreadingFamily: Family<SpreadingNoise> = {
  ranges:
    "d = 1 … 4, Σ = C + (θᵀAθ)B with H, C, A and B definite, κ to 10³, turned by any angles, τ from 0.05 to 1, Tr A from 0.1 to 2",
  dimensions: [1, 4],
  build: (d, next) => {
    const temperature = geometric(0.05, 1, next());
    const size = geometric(0.1, 2, next());
    const hessian = definite(d, condition, next);
    const base = definite(d, condition, next);
    const shape = definite(d, condition, next);
    return {
      name: `d = ${d}, τ = ${shown(temperature)}, Tr A = ${shown(size)}, drawn`,
      hessian,
      base,
      shape: scaled(shape, size / traceOf(shape)),
      push: definite(d, condition, next),
      temperature,
      start: Array.from({length: d}, () => 1 - 2 * next())
    };
  }
};

/** Noise s(1 + aθ²) on ½θ², whose law has a variance. */
export const growingFamily: Family<GrowingNoise> = {
  ranges: "one dimension, τ and s from 0.1 to 10, aτs from 0 to 1",
  dimensions: [1, 1],
  build: (_, next) => {
    const temperature = geometric(1, 10, next()) * geometric(1, 0.1, next());
    const strength = geometric(1, 10, next()) * geometric(1, 0.1, next());
    const growth = next() / (temperature * strength);
    return {
      name: `τ = ${shown(temperature)}, s = ${shown(strength)}, a = ${shown(growth)}, drawn`,
      temperature,
      strength,
      growth
    };
  }
};

/** Noise with the axes of the curvature, which grows with the distance along each. */
export const balancedFamily: Family<Balanced> = {
  ranges:
    "d = 1 … 6, curvatures with κ to 10³ along axes turned by any angles, τsᵢ from 0.1 to 10, τaᵢsᵢ from 0 to hᵢ",
  dimensions: [1, 6],
  build: (d, next) => {
    const turns = angles(d, next);
    const curvatures = spectrum(d, condition, next);
    const strengths = curvatures.map(() => geometric(1, 10, next()) * geometric(1, 0.1, next()));
    const growths = curvatures.map((h, i) => (next() * h) / strengths[i]);
    return {
      name: `d = ${d}, a = ${growths.map(shown).join(", ")}, drawn`,
      axes: curvatures.map((_, k) => axis(d, k, turns)),
      curvatures,
      strengths,
      growths
    };
  }
};

/** A law that starts at a point, with noise turned against the curvature. */
export const settlingFamily: Family<Settling> = {
  ranges: `${pairFamily.ranges}, a start within 3 of the minimum along each axis`,
  dimensions: [2, 6],
  build: (d, next) => ({
    ...pairFamily.build(d, next),
    start: Array.from({length: d}, () => 3 - 6 * next())
  })
};

/** H, P and C in space, turned against one another, and how much the noise depends on the place. */
export const curlFamily: Family<Curl> = {
  ranges:
    "d = 3, H, the precision of p and C definite, κ to 10³, turned against one another by any angles; Σ = C(1 + a sin v·θ), a from 0 to 0.9",
  dimensions: [3, 3],
  build: (d, next) => {
    const amplitude = 0.9 * next();
    const hessian = definite(d, condition, next);
    const precision = definite(d, condition, next);
    const noise = definite(d, condition, next);
    return {
      name: `a = ${shown(amplitude)}, Tr ${[hessian, precision, noise].map(m => shown(traceOf(m))).join(", ")}, drawn`,
      hessian,
      precision,
      noise,
      amplitude
    };
  }
};

/** Linear drift at rest in space, read at a point. */
export const spinningFamily: Family<Spinning> = {
  ranges: `${turnedFamily.ranges.replace("d = 2 … 6", "d = 3")}; Σ above a third, so that squares are small beside the law`,
  dimensions: [3, 3],
  build: (_, next) => {
    const pair = turnedFamily.build(3, next);
    return {
      ...pair,
      noise: pair.noise.map((row, i) => row.map((x, j) => x + (i === j ? 1 / 3 : 0))),
      point: [0.6 + next() / 2, -0.5 - next() / 2, 0.3 + next() / 2]
    };
  }
};

/** A Hessian and a noise covariance, of which slopes in the rate can be taken. */
export const gentlePairFamily: Family<Pair> = {
  ranges:
    "d = 1 … 6, H definite with κ to 30, beyond which sums over the past lose the digits of a slope, Σ definite with κ to 10³, turned against it by any angles",
  dimensions: [1, 6],
  build: (d, next) => {
    const hessian = definite(d, 30, next);
    const noise = definite(d, condition, next);
    return {
      name: `d = ${d}, Tr ${shown(traceOf(hessian))} and ${shown(traceOf(noise))}, drawn`,
      hessian,
      noise,
      trace: traceOf(hessian)
    };
  }
};

/** Noise (1 + ar²)I on ½r² whose law has a variance. */
export const radialFamily: Family<Radial> = {
  ranges: "d = 1 … 6, τ from 0.02 to 2, adτ from 0.05 to 1",
  dimensions: [1, 6],
  build: (dimension, next) => {
    const temperature = geometric(0.02, 2, next());
    const growth = (0.05 + 0.95 * next()) / (dimension * temperature);
    return {
      name: `d = ${dimension}, τ = ${shown(temperature)}, a = ${shown(growth)}, drawn`,
      dimension,
      temperature,
      growth
    };
  }
};
