import type {FixedData, LinearCell, RegressionCell} from "../../lib/simulate/spec.js";

const lower = [
  [1, 0, 0],
  [0.5, 0.8, 0],
  [-0.3, 0.2, 0.6]
];
const base = {hessianEigenvalues: [1, 0.4, 0.1], learningRate: 0.2, steps: 157, burnIn: 20};
/** A cell of every linear kind, with everything recorded; d = 3. */
export const linearCells: LinearCell[] = [
  {...base, parameters: {k: "diagonal"}, noiseFactor: {diagonal: [1, 2, 0.5]}, batchSize: 3},
  {...base, parameters: {k: "lower"}, noiseFactor: {lower}, initial: [3, -2, 1]},
  {...base, parameters: {k: "low rank"}, noiseFactor: {dense: [[1], [2], [-1]]}},
  {
    ...base,
    parameters: {k: "Euler–Maruyama"},
    form: "eulerMaruyama",
    timeStep: 0.5,
    noiseFactor: {lower},
    batchSize: 8
  },
  {
    ...base,
    parameters: {k: "schedule"},
    noiseFactor: {lower},
    learningRate: {scale: 4, offset: 10},
    initial: [1, 1, 1]
  },
  {
    ...base,
    parameters: {k: "table"},
    form: "eulerMaruyama",
    noiseFactor: {diagonal: [1, 1, 1]},
    learningRate: Array.from({length: 157}, (_, t) => 0.1 + (t % 7) / 10)
  },
  {...base, parameters: {k: "momentum"}, noiseFactor: {lower}, momentum: 0.9, batchSize: 2},
  {
    ...base,
    parameters: {k: "QHM"},
    noiseFactor: {diagonal: [1, 1, 1]},
    momentum: 0.8,
    nu: 0.7,
    preconditioner: [1, 2, 5],
    learningRate: {scale: 40, offset: 80}
  },
  {...base, parameters: {k: "preconditioner"}, noiseFactor: {lower}, preconditioner: [1, 2, 5]}
].map((cell, k) => ({
  ...(cell as LinearCell),
  moments: k % 3 === 1 ? ("diagonal" as const) : ("full" as const),
  directions: [
    [1, 0, 0],
    [0.6, -0.8, 2]
  ],
  iterateAverages: true,
  snapshots: [21, 40, 157]
}));

export const inputs = Array.from({length: 11}, (_, i) => [1 + (i % 3), (i * i) % 5, i / 4 - 1]);
export const labels = inputs.map(([a, b, c], i) => a - 2 * b + 0.5 * c + (i % 2) / 3);
export const regressionBase = {
  kind: "regression" as const,
  steps: 90,
  learningRate: 0.02,
  initial: [1, 0, -1]
};
export const withRows = (replacement: boolean): FixedData => ({inputs, labels, replacement});
/** A cell of every kind of regression; d = 3. */
export const regressionCells: RegressionCell[] = [
  {...regressionBase, parameters: {k: 1}, data: withRows(true), batchSize: 3},
  {...regressionBase, parameters: {k: 2}, data: withRows(false), batchSize: 3, momentum: 0.5},
  {...regressionBase, parameters: {k: 3}, data: withRows(false), batchSize: 11},
  {
    ...regressionBase,
    parameters: {k: 4},
    data: withRows(true),
    batchSize: 20,
    learningRate: {scale: 1, offset: 40}
  },
  {
    ...regressionBase,
    parameters: {k: 5},
    data: {inputFactor: {diagonal: [1, 2, 0.5]}, labelDeviation: 0.7},
    batchSize: 5,
    momentum: 0.9
  },
  {
    ...regressionBase,
    parameters: {k: 6},
    data: {inputFactor: {lower}, labelDeviation: 0.7},
    batchSize: 1
  },
  {
    ...regressionBase,
    parameters: {k: 7},
    data: {inputFactor: {dense: lower.map(row => row.slice(0, 2))}, labelDeviation: 0},
    batchSize: 300,
    learningRate: {scale: 1, offset: 40}
  }
];
