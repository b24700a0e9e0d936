import type {Matrix} from "ml-matrix";
import {type MatrixLike, matrix, NoSolutionError, optionsOf, symmetricMatrix} from "../check.js";
import {inRange} from "../inRange.js";
import {centre} from "../linalg/centre.js";
import {scaledToOne} from "../linalg/scaledToOne.js";

/**
 * Gradient noise scale, the batch size at which noise and mean gradient weigh the same
 *
 *     Tr G / ‖g‖²,   with H   Tr HG / gᵀHg
 *
 * from per-sample gradients, n×d, one row per sample: G is estimated by their covariance S (1/(n−1)), ‖g‖² by
 * ‖ψ̄‖² − Tr S/n and gᵀHg by ψ̄ᵀHψ̄ − Tr HS/n, which are unbiased for independent rows. Counts samples; the
 * simple scale, and with `hessian` H, d×d and symmetric, the one that the best step on a quadratic has.
 * Source: McCandlish et al. 2018, (2.8) and (2.9).
 *
 * @throws RangeError on fewer than two rows, ragged or non-finite input, an H that is not symmetric or not d×d,
 * or a scale beyond the range of float64.
 * @throws NoSolutionError where the mean gradient cannot be told from zero, or its curvature is not positive.
 * @example
 * gradientNoiseScale([[2, 1], [2, -1]]); // 2/3: Tr G = 2, ‖g‖² = 4 − 1
 */
export function gradientNoiseScale(
  gradients: MatrixLike,
  options: {hessian?: MatrixLike} = {}
): number {
  const {hessian} = optionsOf("gradientNoiseScale", options, ["hessian"]);
  const table = scaledToOne(matrix("gradients", gradients));
  const {rows: n, columns: d} = table;
  if (n < 2) throw new RangeError(`gradients must have at least 2 rows; got ${n}`);
  const H = hessian === undefined ? undefined : scaledToOne(symmetricMatrix("hessian", hessian, d));
  const form = (x: Matrix, i: number): number => {
    let sum = 0;
    for (let j = 0; j < d; j++)
      if (H === undefined) sum += x.get(i, j) ** 2;
      else for (let k = 0; k < d; k++) sum += x.get(i, j) * H.get(j, k) * x.get(i, k);
    return sum;
  };
  const means = table.mean("column");
  const centred = centre(table);
  let noise = 0;
  for (let i = 0; i < n; i++) noise += form(centred, i) / (n - 1);
  const signal = form(matrix("the mean", [means]), 0) - noise / n;
  if (!(signal > 0))
    throw new NoSolutionError(
      `the mean of gradients must be told from zero${H ? " and have a positive curvature" : ""}; the estimate of its square is ${signal <= 0 ? "not positive" : "not finite"}`
    );
  return inRange("the noise scale", noise / signal);
}
