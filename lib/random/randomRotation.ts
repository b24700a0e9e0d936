import type {Matrix} from "ml-matrix";
import {integer} from "../check.js";
import {qr} from "./numpy/qr.js";

/**
 * A d×d orthogonal matrix, uniform over all of them (Haar): the factor Q of a matrix of independent
 * normals, its columns signed so that R has a positive diagonal (Mezzadri 2007).
 *
 * @param normals independent standard normals, d² of which are drawn
 * @throws RangeError unless d is an integer ≥ 1
 * @example randomRotation(3, normals(uniforms({seed: 1}))) // QᵀQ = I to rounding
 */
export function randomRotation(d: number, normals: {next(): number}): Matrix {
  integer("d", d, 1);
  const {Q, R} = qr(Array.from({length: d}, () => Array.from({length: d}, () => normals.next())));
  for (let j = 0; j < d; j++) if (R.get(j, j) < 0) Q.mulColumn(j, -1);
  return Q;
}
