import type {Matrix} from "ml-matrix";
import type {Rows} from "../cases/matrices.js";
import {eye, plus, times} from "./algebra.js";

/** A law on finitely many points. */
export interface Law {
  readonly points: Rows;
  readonly probabilities: readonly number[];
}

/** Σ pₖxₖ. */
export const meanOf = ({points, probabilities}: Law): number[] =>
  points[0].map((_, j) => points.reduce((s, point, k) => s + probabilities[k] * point[j], 0));

/** Σ pₖ(xₖ − c)(xₖ − c)ᵀ, about the mean unless another centre is given. */
export function covarianceOf(law: Law, centre = meanOf(law)): Matrix {
  const d = centre.length;
  return law.points.reduce(
    (sum, point, k) => {
      const outer = eye(d);
      for (let i = 0; i < d; i++)
        for (let j = 0; j < d; j++)
          outer.set(i, j, law.probabilities[k] * (point[i] - centre[i]) * (point[j] - centre[j]));
      return plus(sum, outer);
    },
    times(0, eye(d))
  );
}
