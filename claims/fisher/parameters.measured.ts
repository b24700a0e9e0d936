import {diagonal, identity, scale, smallestEigenvalue, subtract, trace} from "../brute/arrays.js";
import {tenDimensional} from "../cases/fisher.js";
import {pairs, type Rows} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/** Extreme eigenvalues by Cholesky factors of F − µI and Tr F·I − F − µI. */
function extremes(f: Rows): {smallest: number; largest: number} {
  const bound = trace(f);
  return {
    smallest: smallestEigenvalue(f),
    largest: bound - smallestEigenvalue(subtract(scale(identity(f.length), bound), f))
  };
}

export const byBisection = (): Numbers =>
  Object.fromEntries(
    [
      ...pairs.slice(1).map(({name, noise}) => ({name, matrix: noise})),
      {name: "F = I, d = 5", matrix: identity(5)},
      {name: "one direction dominates", matrix: diagonal([1e6, 1, 1])},
      {name: "experiments 4–6", matrix: diagonal(tenDimensional.curvatures)}
    ].map(({name, matrix}) => {
      const {smallest, largest} = extremes(matrix);
      return [name, [largest / smallest, trace(matrix) / largest]];
    })
  );

const numbers = (f: Rows) => {
  const {smallest, largest} = extremes(f);
  return largest / smallest;
};

export const isotropicMetric = (): Numbers => ({
  "H = diag(1, 10, 100)": [numbers(diagonal([1, 10, 100])), numbers(identity(3))]
});

export const ownMetric = (): Numbers => {
  const h = diagonal(tenDimensional.curvatures);
  return {"experiments 4–6": [numbers(h), numbers(h)]};
};
