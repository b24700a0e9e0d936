import type {Family} from "../../ledger/search/family.js";
import type {FlatNoise, FlatRun, ShortRun, SingleDirection} from "../setup.js";
import {lawFamily} from "./laws.js";
import {flatFamily} from "./pairs.js";
import {definite, geometric} from "./spectra.js";

/** Four steps with batches of two from a law on three points. */
export const shortFamily: Family<ShortRun> = {
  ranges:
    "d = 1 … 6, H definite with κ to 10³, η from 0.001 to 0.999 of the edge, laws on three points",
  dimensions: [1, 6],
  build: (d, next) => {
    const learningRate = 2 * (0.001 + 0.998 * next());
    const {law} = lawFamily.build(d, next);
    return {
      name: `d = ${d}, ηλmax = ${learningRate.toPrecision(3)}, drawn`,
      hessian: definite(d, 1e3, next),
      law,
      learningRate,
      steps: 4
    };
  }
};

/** Curvatures of which the last is zero. */
export const flatRunFamily: Family<FlatRun> = {
  ranges: "d = 1 … 6, one curvature zero, η to 0.999 of the edge, b = 1 … 100, 1 to 10 steps",
  dimensions: [1, 6],
  build: (d, next) => {
    const learningRate = 2 * (0.001 + 0.998 * next());
    const batchSize = Math.round(geometric(1, 100, next()));
    const steps = 1 + Math.floor(9.999 * next());
    const curved = Array.from({length: d - 1}, (_, i) =>
      i === 0 ? 1 : geometric(1, 1e-3, next())
    );
    return {
      name: `d = ${d}, ${steps} steps, drawn`,
      curvatures: [...curved, 0],
      learningRate,
      steps,
      batchSize
    };
  }
};

/** Noise along one direction, which may miss eigenvectors of H. */
export const singleFamily: Family<SingleDirection> = {
  ranges:
    "d = 1 … 5, curvatures 1, ½, …, 1/32, some of them alike, directions that miss each eigenvector in one case of four, τ from 0.1 to 10",
  dimensions: [1, 5],
  build: (d, next) => {
    const tau = geometric(0.1, 10, next());
    const curvatures = Array.from({length: d}, () => 2 ** -Math.floor(5.999 * next()));
    const direction = curvatures.map((): number => {
      const u = next();
      return u < 0.25 ? 0 : 0.5 + u;
    });
    if (Math.max(...direction) === 0) direction[0] = 1;
    return {name: `d = ${d}, h = ${curvatures.join(", ")}, drawn`, curvatures, tau, direction};
  }
};

/** Gradients in the range of a singular Hessian. */
export const insideFamily: Family<FlatNoise> = {
  ranges: "d = 2 … 6, H of rank 1 … d − 1, laws on three points of its range, n = 2 … 4, b = 1 … n",
  dimensions: [2, 6],
  build: (d, next) => {
    const {name, factor, hessian} = flatFamily.build(d, next);
    const {law, n, b} = lawFamily.build(d, next);
    const points = law.points.map(u => factor.map(row => row.reduce((s, x, k) => s + x * u[k], 0)));
    return {name: `${name}, n = ${n}, b = ${b}`, hessian, law: {...law, points}, n, b};
  }
};
