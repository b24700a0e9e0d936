import {CholeskyDecomposition, Matrix} from "ml-matrix";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {symmetricSqrt} from "../../lib/linalg/symmetricSqrt.js";
import {gradientAt, valley} from "../cases/oracle.js";
import {pairs} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/** √(gᵀF⁻¹g), or √(gᵀFg). */
function norms(metric: (F: Matrix, g: Matrix) => Matrix): Numbers {
  const value = (F: number[][], g: number[]) => {
    const column = Matrix.columnVector(g);
    const image = metric(new Matrix(F), column);
    return Math.sqrt(column.transpose().mmul(image).get(0, 0));
  };
  const all = pairs.map(({name, noise}) => [name, [value(noise, gradientAt(noise.length))]]);
  return {...Object.fromEntries(all), "other parameters": [value(pairs[2].noise, gradientAt(3))]};
}

export const dualNorms = () => norms((F, g) => new CholeskyDecomposition(F).solve(g));

export const primalNorms = () => norms((F, g) => F.mmul(g));

/** λmax(F^{-1/2}HF^{-1/2})². */
export const localConstants = (): Numbers =>
  Object.fromEntries(
    pairs.map(({name, hessian, noise}) => {
      const root = new CholeskyDecomposition(symmetricSqrt(noise)).solve(
        Matrix.eye(hessian.length)
      );
      const inner = root.mmul(new Matrix(hessian)).mmul(root);
      const {values} = symmetricEigen(inner.clone().add(inner.transpose()).div(2));
      return [name, [values[values.length - 1] ** 2]];
    })
  );

/** (‖H‖/λmin(F))². */
export const globalConstants = (): Numbers =>
  Object.fromEntries(
    pairs.map(({name, hessian, noise}) => {
      const top = symmetricEigen(hessian).values[hessian.length - 1];
      return [name, [(top / symmetricEigen(noise).values[0]) ** 2]];
    })
  );

const {weights, metric} = valley;

export const valleyBound = (): Numbers => ({
  quotient: [(Math.max(...weights) / Math.min(...metric)) ** 2]
});

export const valleyBoundMixed = (): Numbers => ({
  quotient: [Math.max(...weights) ** 2 / (metric[0] * metric[1])]
});
