import type {Rows} from "../cases/matrices.js";
import {multiply, ofUnitTrace, type Square} from "./arrays.js";

/** The projector on the space of the largest eigenvalue of S ≻ 0, over its dimension: S to the power 2⁴⁵. */
export function topProjector(S: Rows): Square {
  let power = ofUnitTrace(S);
  for (let i = 0; i < 45; i++) {
    power = ofUnitTrace(multiply(power, power));
  }
  return power;
}
