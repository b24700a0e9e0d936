import type {Rows} from "./matrices.js";
import {type SecondRun, secondRuns} from "./secondOrder.js";

/** Adam with a diagonal preconditioner, and the covariance from which it starts; nothing: K⁻¹'s. */
export interface AdamRun extends SecondRun {
  readonly start?: Rows;
}

const along = (curvatures: readonly number[]): number[][] =>
  curvatures.map((k, i) => curvatures.map((_, j) => (i === j ? k : 0)));

/** Parameters that curve alone, and together. */
export const alone: readonly AdamRun[] = [
  [1, 0.1],
  [1, 0.5, 0.2]
].map(curvatures => ({
  ...secondRuns[0],
  name: `K = diag(${curvatures.join(", ")})`,
  hessian: along(curvatures),
  noise: along(curvatures)
}));
export const together: readonly AdamRun[] = secondRuns.slice(1);

/** Parameters that curve alone and start with the correlation 0.8, and 1. */
export const correlated: readonly AdamRun[] = [0.8, 1].map(correlation => ({
  ...alone[0],
  name: `${alone[0].name}, correlation ${correlation} at the start`,
  start: [
    [1, correlation],
    [correlation, 1]
  ]
}));
