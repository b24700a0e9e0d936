import {positive} from "../check.js";
import {regularisedGammaP, regularisedGammaQ} from "./incompleteGamma.js";

/** Distribution function of χ² with ν > 0 degrees of freedom: P(ν/2, x/2). */
export function chiSquareCdf(x: number, degrees: number): number {
  positive("degrees", degrees);
  return regularisedGammaP(degrees / 2, x / 2);
}

/** Upper tail of χ², accurate where it is small: the p-value of an observed x. */
export function chiSquareUpper(x: number, degrees: number): number {
  positive("degrees", degrees);
  return regularisedGammaQ(degrees / 2, x / 2);
}
