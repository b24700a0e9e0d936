import {diagonal, identity, scale, smallestEigenvalue, subtract, trace} from "../brute/arrays.js";
import type {Conditioned, Metric} from "../cases/fisher.js";
import type {Rows} from "../cases/matrices.js";

/** Extreme eigenvalues by Cholesky factors of F − µI and Tr F·I − F − µI. */
function extremes(f: Rows): {smallest: number; largest: number} {
  const bound = trace(f);
  return {
    smallest: smallestEigenvalue(f),
    largest: bound - smallestEigenvalue(subtract(scale(identity(f.length), bound), f))
  };
}

export function byBisection({matrix}: Metric) {
  const {smallest, largest} = extremes(matrix);
  return [largest / smallest, trace(matrix) / largest];
}

/** κ_H and κ_F. */
export const conditions = ({hessian, metric}: Conditioned) =>
  [hessian, metric].map(values => {
    const {smallest, largest} = extremes(diagonal(values));
    return largest / smallest;
  });
