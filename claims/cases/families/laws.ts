import type {Family} from "../../ledger/search/family.js";
import type {Exchangeable} from "../approximation.js";
import type {DrawnData, LabelledData, MixedData, Pool, ReusedData} from "../dataSets.js";
import type {LogisticModel} from "../problems.js";
import {geometric} from "./spectra.js";

/** Gives the coordinates of a case one after another. */
type Next = () => number;

/** Three points of which the first is away from the others, spread by up to 30, with chances down to 1 %. */
function law(d: number, next: Next): DrawnData["law"] {
  const spread = geometric(1, 30, next());
  const points = [0, 1, 2].map(k =>
    Array.from({length: d}, (_, j) => spread * ((j % 3 === k ? 2 : 0) + 1.5 * next()))
  );
  const weights = [1, geometric(1, 0.01, next()), geometric(1, 0.01, next())];
  const sum = weights.reduce((a, b) => a + b, 0);
  return {points, probabilities: weights.map(w => w / sum)};
}

/** From `least` to `most`, both included. */
const whole = (least: number, most: number, at: number): number =>
  Math.min(most, least + Math.floor((most - least + 1) * at));

const ranges = "d = 1 … 6, laws on three points with chances from 1 to 1 %, n = 2 … 4, b = 1 … n";

function drawnData(d: number, next: Next): DrawnData {
  const n = whole(2, 4, next());
  const b = whole(1, n, next());
  return {name: `d = ${d}, n = ${n}, b = ${b}, drawn`, law: law(d, next), n, b};
}

/** Data sets from a law on three points, and batches of them. */
export const lawFamily: Family<DrawnData> = {ranges, dimensions: [1, 6], build: drawnData};

/** Such a data set that is used for several batches. */
export const reuseFamily: Family<ReusedData> = {
  ranges: `${ranges}, T = 1 … 100`,
  dimensions: [1, 6],
  build: (d, next) => {
    const steps = whole(1, 100, next());
    const each = drawnData(d, next);
    return {...each, name: `${each.name}, T = ${steps}`, steps};
  }
};

/** Data sets from one of two laws. */
export const mixtureFamily: Family<MixedData> = {
  ranges: "d = 1 … 6, two laws on three points each, n = 2 … 4, b = 1 … n, weights from ½ to 0.99",
  dimensions: [1, 6],
  build: (d, next) => {
    const weight = 0.5 + 0.49 * next();
    const n = whole(2, 4, next());
    const b = whole(1, n, next());
    const parts = [
      {weight, ...law(d, next)},
      {weight: 1 - weight, ...law(d, next)}
    ];
    return {name: `d = ${d}, n = ${n}, b = ${b}, two laws, drawn`, parts, n, b};
  }
};

/** Fixed vectors, of which batches of every size are drawn. */
export const poolFamily: Family<Pool> = {
  ranges: "d = 1 … 6, seven vectors, b = 1 … 7",
  dimensions: [1, 6],
  build: (d, next) => {
    const spread = geometric(1, 30, next());
    const rows = Array.from({length: 7}, (_, i) =>
      Array.from({length: d}, (__, j) => (i === j % 7 ? spread : 0) + 2 * next() - 1)
    );
    return {name: `d = ${d}, drawn`, rows, batchSizes: [1, 2, 3, 4, 5, 6, 7]};
  }
};

/** A logistic regression, true at its parameters; as many inputs as it takes for F to be definite. */
const logistic = (inputs: (d: number) => number) => (d: number, next: Next) => ({
  name: `d = ${d}, drawn`,
  inputs: Array.from({length: inputs(d)}, (_, i) =>
    Array.from({length: d}, (__, j) => (i % d === j ? 2 : 0) + 2 * next() - 1)
  ),
  parameters: Array.from({length: d}, () => 4 * next() - 2)
});

export const logisticFamily: Family<LogisticModel> = {
  ranges: "d = 1 … 6, d + 2 inputs, parameters from −2 to 2",
  dimensions: [1, 6],
  build: logistic(d => d + 2)
};

/** Batches of two inputs with their labels. */
export const labelledFamily: Family<LabelledData> = {
  ranges: "d = 1 … 6, two inputs with their labels, n = 2 … 4, b = 1 … n",
  dimensions: [1, 6],
  build: (d, next) => {
    const n = whole(2, 4, next());
    const b = whole(1, n, next());
    const model = logistic(() => 2)(d, next);
    return {...model, name: `${model.name}, n = ${n}, b = ${b}`, n, b};
  }
};

/** Batches of an exchangeable sequence, given its law. */
export const exchangeableFamily: Family<Exchangeable> = {
  ranges: "d = 1 … 6, laws on three points with chances from 1 to 1 %, b = 1 … 5",
  dimensions: [1, 6],
  build: (d, next) => {
    const batchSize = whole(1, 5, next());
    return {name: `d = ${d}, b = ${batchSize}, drawn`, ...law(d, next), batchSize};
  }
};

/** Inputs that span fewer directions than there are parameters. */
export const redundantFamily: Family<LogisticModel> = {
  ranges:
    "d = 2 … 6, d + 2 inputs of rank 1 … d − 1, log odds to 3, beyond which a rank is lost in rounding",
  dimensions: [2, 6],
  build: (d, next) => {
    const rank = 1 + Math.floor((d - 1.001) * next());
    const axes = Array.from({length: d}, (_, i) =>
      Array.from({length: d}, (__, j) => (i === j ? 2 : 0) + next())
    );
    const {inputs: free, parameters} = logistic(n => n + 2)(d, next);
    const inputs = free.map(u =>
      axes[0].map((_, j) => u.slice(0, rank).reduce((s, x, k) => s + x * axes[k][j], 0))
    );
    const odds = inputs.map(x => Math.abs(x.reduce((s, v, k) => s + v * parameters[k], 0)));
    const within = Math.min(1, 3 / Math.max(...odds));
    return {
      name: `d = ${d}, rank ${rank}, drawn`,
      inputs,
      parameters: parameters.map(x => x * within)
    };
  }
};
