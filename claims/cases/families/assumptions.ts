import type {Family} from "../../ledger/search/family.js";
import {type LineNoise, type Reversible, type Singular, temperedNoise} from "../assumption.js";
import {commutingPairFamily} from "./pairs.js";
import {angles, axis, geometric, turned} from "./spectra.js";

const levels = [1, 0.6, 0.35, 0.2] as const;
const components = [0, 1, -1, 2] as const;
const oneOf = <T>(all: readonly T[], at: number): T =>
  all[Math.min(all.length - 1, Math.floor(all.length * at))];

/** Curvatures of which some may agree, and fewer directions of noise than dimensions. */
export const singularFamily: Family<Singular> = {
  ranges:
    "d = 2 … 4, curvatures from four values, so that some agree, and 1 … d − 1 directions of noise with components from four values, 0 among them, in axes turned by any angles",
  dimensions: [2, 4],
  build: (d, next) => {
    const turns = angles(d, next);
    const curvatures = Array.from({length: d}, () => oneOf(levels, next()));
    const rank = 1 + Math.min(d - 2, Math.floor((d - 1) * next()));
    const all = Array.from({length: d - 1}, () =>
      Array.from({length: d}, () => oneOf(components, next()))
    );
    const directions = all
      .slice(0, rank)
      .map(v => (v.some(x => x !== 0) ? v : v.map((_, i) => (i === 0 ? 1 : 0))));
    const axes = curvatures.map((_, k) => axis(d, k, turns));
    const along = directions.map(v =>
      axes[0].map((_, i) => v.reduce((sum: number, x, k) => sum + x * axes[k][i], 0))
    );
    return {
      name: `curvatures ${curvatures.join(", ")}, noise along ${directions.map(v => `(${v.join(", ")})`).join(" and ")}, turned, drawn`,
      hessian: turned(curvatures, turns),
      noise: axes.map((_, i) => axes.map((__, j) => along.reduce((sum, v) => sum + v[i] * v[j], 0)))
    };
  }
};

/** Noise on the line that leaves a tempered posterior. */
export const temperedFamily: Family<LineNoise> = {
  ranges: "one dimension, Σ = 2/(τβ) + Ce^{βL}, β from 0.1 to 10, τ from 0.01 to 1, C from 0 to 5",
  dimensions: [1, 1],
  build: (_, next) =>
    temperedNoise(geometric(0.1, 10, next()), geometric(0.01, 1, next()), 5 * next())
};

/** Noise with the axes of the curvature, at rates up to the edge. */
export const reversibleFamily: Family<Reversible> = {
  ranges: `${commutingPairFamily.ranges}, ηh to 1.998`,
  dimensions: commutingPairFamily.dimensions,
  build: (d, next) => {
    const rate = 0.002 + 1.996 * next();
    const pair = commutingPairFamily.build(d, next);
    return {...pair, name: `${pair.name}, η = ${rate.toFixed(3)}`, rate};
  }
};
