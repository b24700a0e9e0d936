import type {Family} from "../../ledger/search/family.js";
import {shown} from "../digits.js";
import {polynomial} from "../matrices.js";
import type {MatrixRun, MixedRun, ScalarRun, SteppedRun} from "../optimisers.js";
import {angles, definite, geometric, largestOfProduct, spectrum, turned} from "./spectra.js";

/** κ of what is drawn: beyond, an equation for n² unknowns loses what a check could see. */
const condition = 1e3;

/** From a thousandth of the largest stable rate to 0.999 of it. */
const share = (at: number): number => 0.001 + 0.998 * at;

export const drawnPairs = "d = 1 … 6, H ≻ 0 with κ(H) to 10³, C turned against it with κ(C) to 10³";

/** Heavy ball with momentum up to `most`: λ = (share of the edge)·2(1 + µ)/k*. */
const heavyBall = (
  most: number,
  noiseOf: (hessian: number[][], next: () => number) => number[][],
  words: string
): Family<ScalarRun> => ({
  ranges: `${words}, λ from 0.001 to 0.999 of the edge${most > 0 ? `, µ = 0 … ${most}` : ""}`,
  dimensions: [1, 6],
  build: (d, next) => {
    const edge = share(next());
    const momentum = most * next();
    const hessian = definite(d, condition, next);
    const rate = 2 * (1 + momentum) * edge;
    return {
      name: `d = ${d}, λ/λ* = ${shown(edge)}, µ = ${shown(momentum)}, drawn`,
      hessian,
      noise: noiseOf(hessian, next),
      trace: hessian.reduce((sum, row, i) => sum + row[i], 0),
      rate,
      momentum
    };
  }
});

const anyNoise = (hessian: number[][], next: () => number) =>
  definite(hessian.length, condition, next);

/** Plain SGD, noise turned against the Hessian. */
export const plainFamily = heavyBall(0, anyNoise, drawnPairs);

/** Heavy ball, noise turned against the Hessian. */
export const momentumFamily = heavyBall(0.95, anyNoise, drawnPairs);

/** Heavy ball where C has the axes of K, with a spectrum of its own. */
export const commutingFamily: Family<ScalarRun> = {
  ranges:
    "d = 1 … 6, K ≻ 0 with κ(K) to 10³, C with its axes and κ(C) to 10³, λ from 0.001 to 0.999 of the edge, µ = 0 … 0.95",
  dimensions: [1, 6],
  build: (d, next) => {
    const edge = share(next());
    const momentum = 0.95 * next();
    const turns = angles(d, next);
    const curvatures = spectrum(d, condition, next);
    return {
      name: `d = ${d}, λ/λ* = ${shown(edge)}, µ = ${shown(momentum)}, commuting, drawn`,
      hessian: turned(curvatures, turns),
      noise: turned(spectrum(d, condition, next), turns),
      trace: curvatures.reduce((sum, k) => sum + k, 0),
      rate: 2 * (1 + momentum) * edge,
      momentum
    };
  }
};

/** Λ, K and C turned against one another; Λ up to 0.999 of 2(1 + µ)/λmax(ΛK). */
export const preconditionedFamily: Family<MatrixRun> = {
  ranges: `${drawnPairs}, Λ turned against both with κ(Λ) to 10², to 0.999 of the edge, µ = 0 … 0.95`,
  dimensions: [1, 5],
  build: (d, next) => {
    const edge = share(next());
    const momentum = 0.95 * next();
    const hessian = definite(d, 100, next);
    const shape = definite(d, 100, next);
    const size = (2 * (1 + momentum) * edge) / largestOfProduct(shape, hessian);
    return {
      name: `d = ${d}, Λ/Λ* = ${shown(edge)}, µ = ${shown(momentum)}, drawn`,
      hessian,
      noise: definite(d, condition, next),
      trace: hessian.reduce((sum, row, i) => sum + row[i], 0),
      rate: shape.map(row => row.map(x => x * size)),
      momentum
    };
  }
};

/** Plain SGD with C = σ²I + aK. */
export const mixedFamily = (which: "both" | "white" | "minibatch"): Family<MixedRun> => ({
  ranges:
    "d = 1 … 6, K ≻ 0 with κ(K) to 10³, σ² and a from 0.1 to 10, λ from 0.001 to 0.999 of the edge",
  dimensions: [1, 6],
  build: (d, next) => {
    const edge = share(next());
    const white = which === "minibatch" ? 0 : geometric(0.1, 10, next());
    const multiple = which === "white" ? 0 : geometric(0.1, 10, next());
    const hessian = definite(d, condition, next);
    return {
      name: `d = ${d}, λ/λ* = ${shown(edge)}, σ² = ${shown(white)}, a = ${shown(multiple)}, drawn`,
      hessian,
      noise: polynomial(hessian, [white, multiple, 0]),
      trace: hessian.reduce((sum, row, i) => sum + row[i], 0),
      rate: 2 * edge,
      momentum: 0,
      white,
      multiple
    };
  }
});

/** Plain SGD from the minimum, after 1 to 60 steps. */
export const steppedFamily: Family<SteppedRun> = {
  ranges: `${plainFamily.ranges}, t = 1 … 60`,
  dimensions: plainFamily.dimensions,
  build: (d, next) => {
    const steps = 1 + Math.floor(59.999 * next());
    const run = plainFamily.build(d, next);
    return {...run, name: `${run.name}, t = ${steps}`, steps};
  }
};
