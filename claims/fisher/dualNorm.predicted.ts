import {CholeskyDecomposition, Matrix} from "ml-matrix";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {symmetricSqrt} from "../../lib/linalg/symmetricSqrt.js";
import type {Covector, valley} from "../cases/oracle.js";
import type {Pair} from "../cases/pairs.js";

/** √(gᵀF⁻¹g), or √(gᵀFg), in any parameters. */
const norm =
  (image: (F: Matrix, g: Matrix) => Matrix) =>
  ({metric, gradient}: Covector) => {
    const g = Matrix.columnVector(gradient);
    return Math.sqrt(
      g
        .transpose()
        .mmul(image(new Matrix(metric), g))
        .get(0, 0)
    );
  };

export const dualNorm = norm((F, g) => new CholeskyDecomposition(F).solve(g));

export const primalNorm = norm((F, g) => F.mmul(g));

/** λmax(F^{-1/2}HF^{-1/2})². */
export function localConstant({hessian, noise}: Pair) {
  const root = new CholeskyDecomposition(symmetricSqrt(noise)).solve(Matrix.eye(hessian.length));
  const inner = root.mmul(new Matrix(hessian)).mmul(root);
  const {values} = symmetricEigen(inner.clone().add(inner.transpose()).div(2));
  return values[values.length - 1] ** 2;
}

/** (‖H‖/λmin(F))². */
export function globalConstant({hessian, noise}: Pair) {
  const top = symmetricEigen(hessian).values[hessian.length - 1];
  return (top / symmetricEigen(noise).values[0]) ** 2;
}

export const valleyBound = ({weights, metric}: typeof valley) =>
  (Math.max(...weights) / Math.min(...metric)) ** 2;

export const valleyBoundMixed = ({weights, metric}: typeof valley) =>
  Math.max(...weights) ** 2 / (metric[0] * metric[1]);
