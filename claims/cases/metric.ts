import {pairs, type Rows} from "./problems.js";

/** The metrics of Fisher §3.7 and §6.1, turned and stretched: plain data. */

/** H = diag(1, stiff), and F of eigenvalues `ratio` and 1, the strong one at φ from H's flat axis. */
export const turnedMetrics = {stiff: 20, ratio: 50, degrees: [20, 60, 80]} as const;

export interface Change {
  readonly name: string;
  readonly metric: number[][];
  /** B of θ = Bθ′, under which F becomes BᵀFB. */
  readonly map: Rows;
}

const metric = pairs[1].noise;

/** Parameters turned and all doubled; one of two parameters five times as large. */
export const changes: readonly [Change, Change] = [
  {
    name: "turned and doubled",
    metric,
    map: [
      [1.2, -1.6],
      [1.6, 1.2]
    ]
  },
  {
    name: "one stretched",
    metric,
    map: [
      [1, 0],
      [0, 5]
    ]
  }
];
