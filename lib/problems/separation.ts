import {EigenvalueDecomposition, Matrix} from "ml-matrix";
import {hypot} from "../elementary/hypot.js";

/** Raised where classes can be separated, so that the likelihood has no finite maximiser. */
export class SeparationError extends RangeError {
  override name = "SeparationError";
  constructor(
    /** A unit vector v with zᵢ·v ≥ 0 for every signed row zᵢ = (2yᵢ − 1)xᵢ, and > 0 for some. */
    readonly direction: number[],
    /** `complete` when zᵢ·v > 0 for all i. */
    readonly kind: "complete" | "quasi-complete"
  ) {
    super(
      `labels must not be separable by the features; got ${kind} separation, along (${direction
        .map(x => x.toPrecision(3))
        .join(", ")})`
    );
  }
}

/**
 * A direction v ≠ 0 with zᵢ·v ≥ 0 for all i, verified, or null when none was found.
 *
 * `signed` is n×d with rows zᵢ = (2yᵢ − 1)xᵢ; `weights` is a point far out on the path of a
 * minimiser that diverges. If the point itself has all zᵢ·w > 0, that is complete separation, and
 * exact. Otherwise the rows with small margins are those that v must be orthogonal to: for every
 * cut of the sorted margins, w is projected on the null space of the rows below the cut, and the
 * result is accepted if its products with those rows vanish to 100·d·ε‖zᵢ‖‖v‖ and the others are
 * positive beyond that. Source: Albert & Anderson 1984 (a finite maximiser exists iff no such v).
 */
export function separatingDirection(
  signed: Matrix,
  weights: readonly number[]
): {direction: number[]; kind: "complete" | "quasi-complete"} | null {
  const z = signed.to2DArray();
  const d = signed.columns;
  const length = hypot(...weights);
  if (!(length > 0)) return null;
  const unit = weights.map(w => w / length);
  const margins = z.map(row => dot(row, unit));
  if (margins.every(m => m > 0)) return {direction: unit, kind: "complete"};

  const order = margins.map((_, i) => i).sort((i, j) => margins[i] - margins[j]);
  const gram = Matrix.zeros(d, d);
  for (const i of order.slice(0, -1)) {
    for (let j = 0; j < d; j++)
      for (let k = 0; k < d; k++) gram.set(j, k, gram.get(j, k) + z[i][j] * z[i][k]);
    const direction = projectOnNullSpace(gram, unit);
    if (direction === null) break;
    const products = z.map(row => {
      const product = dot(row, direction);
      return Math.abs(product) <= 100 * d * Number.EPSILON * hypot(...row) ? 0 : product;
    });
    if (products.every(p => p >= 0) && products.some(p => p > 0))
      return {direction, kind: "quasi-complete"};
  }
  return null;
}

/** The unit vector along the projection of v on the null space of a Gram matrix; null if there is none. */
function projectOnNullSpace(gram: Matrix, v: readonly number[]): number[] | null {
  const {realEigenvalues, eigenvectorMatrix} = new EigenvalueDecomposition(gram, {
    assumeSymmetric: true
  });
  const d = v.length;
  const largest = Math.max(...realEigenvalues);
  let projection = new Array<number>(d).fill(0);
  for (let j = 0; j < d; j++) {
    if (realEigenvalues[j] > 100 * d * Number.EPSILON * largest) continue;
    const column = eigenvectorMatrix.getColumn(j);
    const share = dot(column, v);
    projection = projection.map((p, i) => p + share * column[i]);
  }
  const length = hypot(...projection);
  return length > 1e-8 ? projection.map(p => p / length) : null;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((s, x, i) => s + x * b[i], 0);
}
