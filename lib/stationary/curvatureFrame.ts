import type {Matrix} from "ml-matrix";
import {type MatrixLike, positive, vector} from "../check.js";
import {positiveDefinite, variancesAtLeastZero} from "../linalg/definite.js";
import {intoBasis, outOfBasis, toDense, toMatrix} from "../linalg/dense.js";

/** H itself, or its eigenvalues where everything else is given in its eigenbasis; exactly one of the two. */
export interface Curvature {
  /** H, d×d, symmetric positive definite. */
  readonly hessian?: MatrixLike;
  /** h, the eigenvalues of H, d of them, each > 0. */
  readonly curvatures?: readonly number[];
}

/** The eigenvalues of H, and the way between the coordinates of the arguments and its eigenbasis. */
export interface CurvatureFrame {
  readonly curvatures: readonly number[];
  /** VᵀSV of a covariance S: its variances stay at 0 or above. */
  into(S: Matrix): Matrix;
  /** VSVᵀ, likewise. */
  out(S: Matrix): Matrix;
  /** Vᵀx. */
  coordinates(x: readonly number[]): number[];
  /** Vx. */
  vector(x: readonly number[]): number[];
}

/**
 * @throws RangeError unless exactly one of `hessian` and `curvatures` is given, and the latter are positive;
 * UnstableError where H is not positive definite
 */
export function curvatureFrame({hessian, curvatures}: Curvature): CurvatureFrame {
  if ((hessian === undefined) === (curvatures === undefined))
    throw new RangeError("exactly one of hessian and curvatures must be given");
  if (hessian === undefined) {
    const h = vector("curvatures", curvatures!);
    for (const x of h) positive("curvatures", x);
    const same = <T>(value: T) => value;
    return {curvatures: h, into: same, out: same, coordinates: x => [...x], vector: x => [...x]};
  }
  const {n, curvatures: values, vectors} = positiveDefinite("hessian", hessian);
  const turned = (x: readonly number[], entry: (i: number, j: number) => number) =>
    x.map((_, i) => x.reduce((sum, value, j) => sum + entry(i, j) * value, 0));
  return {
    curvatures: Array.from(values),
    into: S => toMatrix(variancesAtLeastZero(intoBasis(toDense(S), vectors, n), n), n),
    out: S => toMatrix(variancesAtLeastZero(outOfBasis(toDense(S), vectors, n), n), n),
    coordinates: x => turned(x, (i, j) => vectors[j * n + i]),
    vector: x => turned(x, (i, j) => vectors[i * n + j])
  };
}
