import type {Rows} from "../cases/matrices.js";
import {multiply, type Square, scale, trace} from "./arrays.js";

/** The projector on the space of the largest eigenvalue of S ≻ 0, over its dimension: S to the power 2⁴⁵. */
export function topProjector(S: Rows): Square {
  let power = scale(S, 1 / trace(S));
  for (let i = 0; i < 45; i++) {
    power = multiply(power, power);
    power = scale(power, 1 / trace(power));
  }
  return power;
}
