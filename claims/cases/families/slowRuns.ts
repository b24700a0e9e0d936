import type {Family} from "../../ledger/search/family.js";
import {shown} from "../digits.js";
import type {Rows} from "../matrices.js";
import type {EdgeRun, GrownRun, LimitRun, ScalarRun} from "../optimisers.js";
import type {AtRate} from "../problems.js";
import {momentumFamily, plainFamily} from "./runs.js";
import {angles, definite, geometric, largestOfProduct, spectrum, turned} from "./spectra.js";

const traceOf = (m: Rows) => m.reduce((sum, row, i) => sum + row[i], 0);

/** Heavy ball at steps so short that the first order in them is all. */
export const slowFamily: Family<ScalarRun> = {
  ranges:
    "d = 1 … 6, K ≻ 0 with κ to 30, C turned against it, µ = 0 … 0.95, λk* from 2·10⁻⁶ to 2·10⁻⁵ times (1 − µ)²",
  dimensions: [1, 6],
  build: (d, next) => {
    const momentum = 0.95 * next();
    const step = geometric(2e-6, 2e-5, next());
    const hessian = definite(d, 30, next);
    return {
      name: `d = ${d}, λk* = ${shown(step * (1 - momentum) ** 2)}, µ = ${shown(momentum)}, drawn`,
      hessian,
      noise: definite(d, 30, next),
      trace: traceOf(hessian),
      rate: step * (1 - momentum) ** 2,
      momentum
    };
  }
};

/** Heavy ball that forgets within 1 500 steps. */
export const calmFamily: Family<ScalarRun> = {
  ranges:
    "d = 1 … 6, K ≻ 0 with κ to 10, C turned against it, λ from 0.05 to 0.95 of the edge, µ = 0 … 0.8: 1 500 terms are all",
  dimensions: [1, 6],
  build: (d, next) => {
    const edge = 0.05 + 0.9 * next();
    const momentum = 0.8 * next();
    const hessian = definite(d, 10, next);
    return {
      name: `d = ${d}, λ/λ* = ${shown(edge)}, µ = ${shown(momentum)}, drawn`,
      hessian,
      noise: definite(d, 10, next),
      trace: traceOf(hessian),
      rate: 2 * (1 + momentum) * edge,
      momentum
    };
  }
};

/** A pair and a momentum whose limit of stability is looked for. */
export const limitFamily: Family<LimitRun> = {
  ranges: "d = 1 … 6, K ≻ 0 with κ to 10³, µ = 0 … 0.95",
  dimensions: [1, 6],
  build: (d, next) => {
    const {hessian, noise, trace} = plainFamily.build(d, next);
    const momentum = 0.95 * next();
    return {name: `d = ${d}, µ = ${shown(momentum)}, drawn`, hessian, noise, trace, momentum};
  }
};

/** Heavy ball near µ = 1, noise turned against the Hessian, at a rate below 2/k*. */
export const heavyFamily: Family<ScalarRun> = {
  ranges: "d = 1 … 6, K ≻ 0 with κ to 10³, C turned against it, λk* from 0.002 to 2, 1 − µ = 10⁻⁶",
  dimensions: plainFamily.dimensions,
  build: (d, next) => {
    const run = plainFamily.build(d, next);
    return {...run, name: `${run.name}, 1 − µ = 10⁻⁶`, momentum: 1 - 1e-6};
  }
};

/** Heavy ball on K and on K + uuᵀ, stable on both. */
export const grownFamily: Family<GrownRun> = {
  ranges: `${momentumFamily.ranges.replace("0.999", "0.989")} of K + uuᵀ, |u|² to 10 k* in any direction`,
  dimensions: momentumFamily.dimensions,
  build: (d, next) => {
    const size = geometric(0.001, 10, next());
    const run = momentumFamily.build(d, next);
    const way = Array.from({length: d}, () => next() - 0.5 + 1e-3);
    const length = way.reduce((sum, x) => sum + x * x, 0);
    const direction = way.map(x => x * Math.sqrt(size / length));
    const grown = run.hessian.map((row, i) => row.map((x, j) => x + direction[i] * direction[j]));
    const unit = grown.map((_, i) => grown.map((__, j) => (i === j ? 1 : 0)));
    // The run's rate belongs to k* = 1; powers find the new k* up to a few thousandths.
    return {...run, rate: (0.99 * run.rate) / largestOfProduct(grown, unit), direction};
  }
};

/** λk between 0 and 2, but for a hair at 0, 1 and 2. */
export const rateFamily: Family<AtRate> = {
  ranges: "λk from 0.001 to 0.999 and from 1.001 to 1.999",
  dimensions: [1, 1],
  build: (_, next) => {
    const at = next();
    const learningRate = at < 0.5 ? 0.001 + 1.996 * at : 1.001 + 1.996 * (at - 0.5);
    return {name: `λk = ${shown(learningRate)}, drawn`, learningRate};
  }
};

/** White noise, C = I, on Hessians turned at will. */
export const whiteFamily: Family<ScalarRun> = {
  ranges: "d = 1 … 6, K ≻ 0 with κ to 30, λ from 0.02 to 0.98 of the edge",
  dimensions: [1, 6],
  build: (d, next) => {
    const edge = 0.02 + 0.96 * next();
    const turns = angles(d, next);
    const hessian = turned(spectrum(d, 30, next), turns);
    return {
      name: `d = ${d}, λ/λ* = ${shown(edge)}, white, drawn`,
      hessian,
      noise: hessian.map((_, i) => hessian.map((__, j) => (i === j ? 1 : 0))),
      trace: traceOf(hessian),
      rate: 2 * edge,
      momentum: 0
    };
  }
};

/** Plain SGD below and beyond the edge, but for a hair at it. */
export const edgeFamily: Family<EdgeRun> = {
  ranges: "d = 1 … 6, K ≻ 0 with κ to 10³, λk* from 0.02 to 1.998 and from 2.002 to 4",
  dimensions: plainFamily.dimensions,
  build: (d, next) => {
    const at = next();
    const share = at < 0.5 ? 0.01 + 1.978 * at : 1.001 + 1.998 * (at - 0.5);
    const run = plainFamily.build(d, next);
    return {...run, name: `d = ${d}, λk* = ${shown(2 * share)}, drawn`, rate: 2 * share, share};
  }
};

/** Heavy ball where C has the axes of K, well within the edges. */
export const calmCommutingFamily: Family<ScalarRun> = {
  ranges:
    "d = 1 … 6, K ≻ 0 with κ to 10, C with its axes, λ from 0.05 to 0.95 of the edge, µ = 0 … 0.8",
  dimensions: [1, 6],
  build: (d, next) => {
    const edge = 0.05 + 0.9 * next();
    const momentum = 0.8 * next();
    const turns = angles(d, next);
    const curvatures = spectrum(d, 10, next);
    return {
      name: `d = ${d}, λ/λ* = ${shown(edge)}, µ = ${shown(momentum)}, commuting, drawn`,
      hessian: turned(curvatures, turns),
      noise: turned(spectrum(d, 10, next), turns),
      trace: curvatures.reduce((sum, k) => sum + k, 0),
      rate: 2 * (1 + momentum) * edge,
      momentum
    };
  }
};
