import type {Named} from "../ledger/claim.js";
import type {Rows} from "./matrices.js";

/** A loss of one or two directions with a third and a fourth derivative, in the axes of its Hessian. */
export interface Curved extends Named {
  readonly curvatures: readonly number[];
  /** ∂ᵢ∂ⱼ∂ₖL by the number of second indices among them, 0 … 3. */
  readonly cubic: readonly number[];
  /** The same of four. */
  readonly quartic: readonly number[];
  readonly noise: Rows;
  readonly learningRate: number;
}

export const curvedLosses: readonly Curved[] = [
  {
    name: "one direction, ηh = 0.5",
    curvatures: [1],
    cubic: [0.8],
    quartic: [1.5],
    noise: [[1]],
    learningRate: 0.5
  },
  {
    name: "one direction, ηh = 1.5",
    curvatures: [1],
    cubic: [0.8],
    quartic: [1.5],
    noise: [[1]],
    learningRate: 1.5
  },
  {
    name: "two directions, noise turned",
    curvatures: [1, 0.5],
    cubic: [0.3, -0.4, 0.5, 0.2],
    quartic: [1, 0.2, 0.6, -0.3, 0.8],
    noise: [
      [1, 0.3],
      [0.3, 0.8]
    ],
    learningRate: 0.9
  },
  {
    name: "two directions, the stiff one overshoots",
    curvatures: [1, 0.6],
    cubic: [-0.2, 0.5, 0.3, -0.4],
    quartic: [0.7, 0.1, 0.4, 0.2, 0.9],
    noise: [
      [0.8, -0.3],
      [-0.3, 1]
    ],
    learningRate: 1.4
  }
];
