import {grid, named} from "./named.js";

/** One product with p + h = 1 and uniform demand on (0, 1), p = i/m: rates, batches, and the order's own level. */
export const uniformOrders = named([
  {i: 1, m: 2, batchSize: 1, step: 0.02},
  {i: 3, m: 4, batchSize: 1, step: 0.01},
  {i: 3, m: 4, batchSize: 4, step: 0.04},
  {i: 1, m: 3, batchSize: 5, step: 0.06},
  {i: 1, m: 2, batchSize: 16, step: 0.5},
  {i: 1, m: 2, batchSize: 64, step: 1}
]);

/** Two such products with p = h that share a budget of one. */
export const sharedOrders = named([
  {batchSize: 1, step: 0.02},
  {batchSize: 2, step: 0.04},
  {batchSize: 16, step: 0.4},
  {batchSize: 64, step: 1}
]);

/** Two orders and the width of logistic demand around zero; p + h = 2. */
export const twoOrders = grid({first: [-0.5, 0.8], second: [0.3, 0.9], width: [0.5, 2]});

/** Odd numbers of recorded demands. */
export const recordings = grid({demands: [3, 5, 9, 15]});

/** Numbers of scenarios n at which (n + 1)p is whole; uniform demand and p + h = a. */
export const scenarioCounts = named([
  {demands: 3, level: 0.5, both: 1},
  {demands: 7, level: 0.75, both: 2},
  {demands: 19, level: 0.5, both: 3},
  {demands: 49, level: 0.9, both: 1}
]);

/** H, one row per scenario of what it adds to the gradient, and how the scenarios are used. */
export const reusedScenarios = named([
  {scenarios: 3, batchSize: 1, learningRate: 0.2},
  {scenarios: 3, batchSize: 2, learningRate: 0.5},
  {scenarios: 4, batchSize: 2, learningRate: 0.9},
  {scenarios: 4, batchSize: 4, learningRate: 0.4},
  {scenarios: 5, batchSize: 2, learningRate: 0.4}
]).map(each => ({
  ...each,
  hessian: [
    [1, 0.4, 0],
    [0.4, 0.7, -0.2],
    [0, -0.2, 1.3]
  ],
  gradients: [
    [2, 0.3, -1],
    [-1, 1.1, 0.4],
    [0.5, -2, 1.6],
    [-1.2, 0.2, -0.3],
    [-0.3, 0.4, -0.7]
  ]
}));

/** Days of two cities and plans: each city short alone, both, one with the other spare, and none. */
export const heatingDays = named([
  {first: 9, second: 12},
  {first: 20, second: 3},
  {first: 8.2, second: 25},
  {first: 16, second: 19},
  {first: 6, second: 12.7},
  {first: 7.9, second: 10.6}
]).map(each => ({...each, plan: [7.1, 10.3, 4.2] as const, shortage: 1.5}));
