import {type SecondRun, secondRuns} from "./secondOrder.js";

const along = (curvatures: readonly number[]): number[][] =>
  curvatures.map((k, i) => curvatures.map((_, j) => (i === j ? k : 0)));

/** Parameters that curve alone, and together. */
export const alone: readonly SecondRun[] = [
  [1, 0.1],
  [1, 0.5, 0.2]
].map(curvatures => ({
  ...secondRuns[0],
  name: `K = diag(${curvatures.join(", ")})`,
  hessian: along(curvatures),
  noise: along(curvatures)
}));
export const together = secondRuns.slice(1);
