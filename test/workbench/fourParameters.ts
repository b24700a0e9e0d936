import {uniformSource} from "../statistics/uniformSource.js";

const source = uniformSource(11);

/** 120 normal gradients of four parameters, whose spreads differ, and a Hessian. */
export const rows = Array.from({length: 120}, () =>
  [2, 1, 0.5, 0.1].map(scale => 0.4 + scale * source.normal())
);
export const hessian = [
  [2, 0.3, 0, 0.1],
  [0.3, 1, 0.2, 0],
  [0, 0.2, 0.5, 0],
  [0.1, 0, 0, 0.2]
];
