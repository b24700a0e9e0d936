import type {Rows} from "./matrices.js";
import {pairs} from "./pairs.js";

/** The metrics of Fisher §3.7 and §6.1, turned and stretched: plain data. */

/** H = diag(1, stiff), and F of eigenvalues `ratio` and 1, the strong one at φ from H's flat axis. */
export const turnedMetrics = [20, 60, 80].map(degrees => ({
  name: `${degrees}°`,
  stiff: 20,
  ratio: 50,
  degrees
}));
export type TurnedMetric = (typeof turnedMetrics)[number];

export interface Change {
  readonly name: string;
  readonly metric: number[][];
  /** B of θ = Bθ′, under which F becomes BᵀFB. */
  readonly map: Rows;
}

const metric = pairs[1].noise;

/** All parameters turned and doubled. */
export const turnedParameters: Change = {
  name: "turned and doubled",
  metric,
  map: [
    [1.2, -1.6],
    [1.6, 1.2]
  ]
};

/** One of two parameters doubled, and one five times as large. */
export const halfDoubled = stretchedBy(2, 1);
export const stretchedParameters = stretchedBy(1, 5);

function stretchedBy(first: number, second: number): Change {
  return {
    name: `stretched by ${first} and ${second}`,
    metric,
    map: [
      [first, 0],
      [0, second]
    ]
  };
}
