import {grid, named} from "./named.js";

/** An optimum that wanders, Q a transaction, under SGD in windows of b. */
export const wanderings = named([
  {
    batchSize: 1,
    learningRate: 0.1,
    hessian: [
      [2, 0.3, 0],
      [0.3, 1, 0.2],
      [0, 0.2, 0.5]
    ],
    noise: [
      [1, -0.4, 0.1],
      [-0.4, 2, 0],
      [0.1, 0, 0.5]
    ],
    drift: [
      [0.02, 0, 0.01],
      [0, 0.01, 0],
      [0.01, 0, 0.04]
    ]
  },
  {
    batchSize: 8,
    learningRate: 0.6,
    hessian: [
      [1, 0.5, 0],
      [0.5, 1.5, 0],
      [0, 0, 2]
    ],
    noise: [
      [3, 0, 1],
      [0, 1, 0.5],
      [1, 0.5, 2]
    ],
    drift: [
      [0.001, 0.0005, 0],
      [0.0005, 0.002, 0],
      [0, 0, 0.001]
    ]
  }
]);

/** The same in one dimension, noise g of a transaction and drift q. */
export const lines = grid({curvature: [0.5, 2], g: [1, 4], q: [1e-10, 1e-8]});

/** Windows of b transactions whose gradients have correlation φᵏ k apart. */
export const windows = grid({batchSize: [1, 4, 30], correlation: [-0.5, 0.2, 0.9]});
