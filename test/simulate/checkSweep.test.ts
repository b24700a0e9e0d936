import {expect, test} from "vitest";
import {checkSweep} from "../../lib/simulate/checkSweep.js";
import type {Cell, LinearCell, RegressionCell} from "../../lib/simulate/spec.js";

const linear: LinearCell = {
  parameters: {b: 1},
  hessianEigenvalues: [1, 0.1],
  noiseFactor: {diagonal: [1, 1]},
  learningRate: 0.05,
  steps: 100
};
const regression: RegressionCell = {
  kind: "regression",
  parameters: {b: 2},
  data: {inputs: [[1], [2], [3]], labels: [0, 0, 0], replacement: false},
  batchSize: 2,
  learningRate: 0.05,
  steps: 100
};
const check = (...cells: Cell[]) => checkSweep({experiment: "x", seed: 1, replicates: 1, cells});

test("good cells pass", () => {
  check(linear, regression);
  check({...linear, learningRate: 1.99});
  check({...linear, learningRate: 2.9, momentum: 0.5});
  check({...linear, learningRate: 7, allowDivergence: true, hessianEigenvalues: [1, -1]});
  check({...linear, learningRate: {scale: 300, offset: 1}, steps: 200});
});

test.each<[string, Cell]>([
  [
    "learningRate must lie in (0, 2/λmax) = (0, 2); got 2.5 (cell b=1)",
    {...linear, learningRate: 2.5}
  ],
  ["learningRate must lie in (0, 2/λmax) = (0, 2); got 2 (cell b=1)", {...linear, learningRate: 2}],
  ["= (0, 4); got 5", {...linear, form: "eulerMaruyama", timeStep: 0.5, learningRate: 5}],
  ["(0, 2(1+µ)/λmax) = (0, 3); got 3", {...linear, momentum: 0.5, learningRate: 3}],
  [
    "(0, 2(1+µ)/(1+µ(1−2ν))/λmax) = (0, 6); got 6",
    {...linear, momentum: 0.5, nu: 1, learningRate: 6}
  ],
  ["= (0, 1); got 1", {...linear, preconditioner: [2, 0.1], learningRate: 1}],
  ["the last learningRate must lie in", {...linear, learningRate: {scale: 300, offset: 1}}],
  ["learningRate must have 100 entries; got 2", {...linear, learningRate: [0.1, 0.1]}],
  ["learningRate must lie in (0, ∞); got 0", {...linear, learningRate: 0}],
  ["hessianEigenvalues must lie in (0, ∞); got -1", {...linear, hessianEigenvalues: [1, -1]}],
  ["hessianEigenvalues must not be empty", {...linear, hessianEigenvalues: []}],
  ["noiseFactor must have 2 rows; got 3", {...linear, noiseFactor: {diagonal: [1, 1, 1]}}],
  [
    "must have rows of equal length; got lengths 1, 2",
    {...linear, noiseFactor: {dense: [[1], [1, 2]]}}
  ],
  [
    "zero above its diagonal; got 3 at (0, 1)",
    {
      ...linear,
      noiseFactor: {
        lower: [
          [1, 3],
          [1, 2]
        ]
      }
    }
  ],
  ["noiseFactor must lie in (−∞, ∞); got NaN", {...linear, noiseFactor: {diagonal: [1, NaN]}}],
  ["burnIn must be an integer in [0, 99]; got 100", {...linear, burnIn: 100}],
  ["snapshots must be an integer in [11, 100]; got 10", {...linear, snapshots: [10, 10]}],
  ["momentum must lie in [0, 1); got 1", {...linear, momentum: 1}],
  ["form must be sgd", {...linear, form: "eulerMaruyama", momentum: 0.5}],
  ["timeStep must be 1 unless", {...linear, timeStep: 0.5}],
  ["initial must have 2 entries; got 1", {...linear, initial: [1]}],
  ["directions must have 2 entries; got 3", {...linear, directions: [[1, 0, 0]]}],
  ["moments must not be none", {...linear, iterateAverages: true}],
  ["batchSize must be an integer in [1, 3]; got 4 (cell b=2)", {...regression, batchSize: 4}],
  [
    "labels must have 3 entries; got 1",
    {...regression, data: {...regression.data, labels: [1]} as never}
  ]
])("refused: %s", (message, cell) => {
  expect(() => check(cell)).toThrow(message);
});

test("cells of the same parameters are refused", () => {
  expect(() => check(linear, linear)).toThrow("got two with b=1");
});
