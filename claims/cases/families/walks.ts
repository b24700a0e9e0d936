import type {Family} from "../../ledger/search/family.js";
import {shown} from "../digits.js";
import type {BatchFigure, Direction, Labelled} from "../noise.js";
import type {NullRun, RowRun, Walk} from "../walks.js";
import {angles, definite, geometric, spectrum, turned} from "./spectra.js";

type Next = () => number;

/** Points about their own mean, with their chances. */
function centredLaw(d: number, next: Next): Pick<Walk, "points" | "probabilities"> {
  const weights = Array.from({length: d + 1}, () => 0.1 + next());
  const total = weights.reduce((sum, x) => sum + x, 0);
  const probabilities = weights.map(x => x / total);
  const any = weights.map((_, i) =>
    Array.from({length: d}, (__, j) => (i === j ? 1 : 0) + 2 * next() - 1)
  );
  const mean = any[0].map((_, j) => any.reduce((sum, x, i) => sum + probabilities[i] * x[j], 0));
  return {probabilities, points: any.map(x => x.map((v, j) => v - mean[j]))};
}

/** Kicks from a law on d + 1 points that is nothing like normal. */
export const walkFamily: Family<Walk> = {
  ranges:
    "d = 1 … 6, K ≻ 0 with κ to 10³, kicks from any law on d + 1 points with mean 0, λ from 0.001 to 0.999 of the edge, 5 steps",
  dimensions: [1, 6],
  build: (d, next) => {
    const edge = 0.001 + 0.998 * next();
    const hessian = definite(d, 1e3, next);
    const name = `d = ${d}, λ/λ* = ${shown(edge)}, law on ${d + 1} points, drawn`;
    return {name, hessian, rate: 2 * edge, steps: 5, ...centredLaw(d, next)};
  }
};

/** Rows of inputs, equally likely, with residuals of variance 1, in batches of two or three. */
export const labelledFamily: Family<Labelled> = {
  ranges: "d = 1 … 4, d + 1 inputs anywhere in a cube, S = 2 and 3, residuals ±1",
  dimensions: [1, 4],
  build: (d, next) => {
    const batchSize = next() < 0.5 ? 2 : 3;
    const inputs = Array.from({length: d + 1}, (_, i) =>
      Array.from({length: d}, (__, j) => (i === j ? 1 : 0) + 2 * next() - 1)
    );
    return {
      name: `d = ${d}, S = ${batchSize}, drawn`,
      inputs,
      deviations: inputs.map(() => 1),
      batchSize
    };
  }
};

/** Regressions on finitely many rows, at rates at which every one of them contracts. */
export const rowFamily: Family<RowRun> = {
  ranges:
    "d = 1 … 4, d + 2 inputs and deviations of the residuals at will, S = 2, λ from 0.05 to 0.9 of (1 − µ)/max|x|², µ = 0 … 0.6",
  dimensions: [1, 4],
  build: (d, next) => {
    const share = 0.05 + 0.85 * next();
    const momentum = 0.6 * next();
    const inputs = Array.from({length: d + 2}, (_, i) =>
      Array.from({length: d}, (__, j) => (i % d === j ? 1 : 0) + next() - 0.5)
    );
    const deviations = inputs.map(() => 0.2 + next());
    const largest = Math.max(...inputs.map(x => x.reduce((sum, v) => sum + v * v, 0)));
    return {
      name: `d = ${d}, λ max|x|²/(1 − µ) = ${shown(share)}, µ = ${shown(momentum)}, drawn`,
      inputs,
      weights: inputs.map(() => 1 / inputs.length),
      deviations,
      batchSize: 2,
      learningRate: (share * (1 - momentum)) / largest,
      momentum
    };
  }
};

/** Hessians with a null space of any dimension. */
export const nullFamily: Family<NullRun> = {
  ranges:
    "d = 2 … 6, rank 1 … d − 1, curvatures with κ to 10³, λ from 0.001 to 0.999 of the edge, t = 1 … 60",
  dimensions: [2, 6],
  build: (d, next) => {
    const rank = 1 + Math.floor(next() * (d - 1 - 1e-9));
    const edge = 0.001 + 0.998 * next();
    const steps = 1 + Math.floor(59.999 * next());
    const variance = geometric(0.1, 10, next());
    const turns = angles(d, next);
    const curvatures = spectrum(d, 1e3, next).map((k, i) => (i < rank ? k : 0));
    return {
      name: `d = ${d}, rank ${rank}, λ/λ* = ${shown(edge)}, t = ${steps}, drawn`,
      hessian: turned(curvatures, turns),
      flat: turned(
        curvatures.map(k => (k > 0 ? 0 : 1)),
        turns
      ),
      dimension: d - rank,
      variance,
      rate: 2 * edge,
      steps
    };
  }
};

/** A loss that is not quadratic, and a direction. */
export const directionFamily: Family<Direction> = {
  ranges: "d = 1 … 6, d + 1 inputs anywhere in a cube, any direction of length 1 or less",
  dimensions: [1, 6],
  build: (d, next) => {
    const inputs = Array.from({length: d + 1}, (_, i) =>
      Array.from({length: d}, (__, j) => (i === j ? 1 : 0) + next() - 0.5)
    );
    const way = Array.from({length: d}, () => next() - 0.5 + 1e-3);
    return {name: `d = ${d}, drawn`, inputs, direction: way.map(x => x / Math.sqrt(d))};
  }
};

/** Heavy ball on fresh batches of one input, as far as (8) stays below 0.45. */
export const curveFamily: Family<BatchFigure> = {
  ranges:
    "λk from 0.01 to 0.9 of the edge, µ = 0 … 0.9, S from the least with Σ_p < 0.45 to ten times as many",
  dimensions: [1, 1],
  build: (_, next) => {
    const momentum = 0.9 * next();
    const learningRate = 2 * (1 + momentum) * (0.01 + 0.89 * next());
    const most = learningRate / (1 - momentum) / (2 - learningRate / (1 + momentum));
    const batchSize = Math.ceil((most / 0.45) * geometric(1, 10, next()));
    const name = `λ = ${shown(learningRate)}, µ = ${shown(momentum)}, b = ${batchSize}, drawn`;
    return {name, learningRate, momentum, batchSize};
  }
};
