/** Raised where no non-negative rates along axes and diagonals of a grid carry a diffusion matrix. */
export class CrossDiffusionError extends RangeError {
  override name = "CrossDiffusionError";
}

/** Q₁₁, Q₁₂, Q₂₂. */
export type PlaneMatrix = readonly [number, number, number];

/**
 * A diffusion matrix as non-negative weights along the directions (1,0), (0,1), (1,1), (1,−1) of a
 * grid whose cells are a×b: Σₖ λₖ eₖeₖᵀ = Q, with e in units of a cell.
 *
 *     λ₁ = Q₁₁/a² − |Q₁₂|/(ab),  λ₂ = Q₂₂/b² − |Q₁₂|/(ab),  λ₃, λ₄ = max(±Q₁₂, 0)/(ab)
 *
 * @throws CrossDiffusionError if |Q₁₂|/(ab) > min(Q₁₁/a², Q₂₂/b²): turn the coordinates towards the
 * eigenvectors of Q, or change the shape of the cells.
 * @throws RangeError if Q is not positive definite.
 * @example crossDiffusion([2, 1, 2], 1, 1, "here") // [1, 1, 1, 0]
 */
export function crossDiffusion(
  [q11, q12, q22]: PlaneMatrix,
  a: number,
  b: number,
  where: string
): [number, number, number, number] {
  if (!(q11 > 0 && q22 > 0 && q11 * q22 - q12 * q12 > 0))
    throw new RangeError(
      `diffusion must be positive definite; got [[${q11}, ${q12}], [${q12}, ${q22}]] at ${where}`
    );
  const cross = Math.abs(q12) / (a * b);
  const [first, second] = [q11 / (a * a), q22 / (b * b)];
  if (cross > Math.min(first, second) * (1 + 4 * Number.EPSILON))
    throw new CrossDiffusionError(
      `diffusion must have |Q₁₂|/(ab) ≤ min(Q₁₁/a², Q₂₂/b²) = ${Math.min(first, second)} on cells of ${a}×${b}; ` +
        `got ${cross} at ${where}: turn the coordinates towards its eigenvectors`
    );
  return [
    Math.max(0, first - cross),
    Math.max(0, second - cross),
    q12 > 0 ? cross : 0,
    q12 < 0 ? cross : 0
  ];
}
