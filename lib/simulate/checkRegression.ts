import {integer, numberIn} from "../check.js";
import {checkFactor} from "./checkLinear.js";
import type {RegressionCell} from "./spec.js";

/** Throws unless a regression cell is well formed; whether it is stable, its run tells. */
export function checkRegression({data, batchSize}: RegressionCell): void {
  if ("inputFactor" in data) {
    integer("batchSize", batchSize, 1);
    checkFactor("inputFactor", data.inputFactor);
    numberIn("labelDeviation", data.labelDeviation, "[0, ∞)", x => x >= 0);
    return;
  }
  const {inputs, labels, replacement} = data;
  const d = inputs[0]?.length;
  if (!d || inputs.some(row => row.length !== d))
    throw new RangeError(
      `inputs must be a non-empty matrix; got ${inputs.length} rows, not all of ${d || 1} entries`
    );
  if (labels.length !== inputs.length)
    throw new RangeError(`labels must have ${inputs.length} entries; got ${labels.length}`);
  for (const x of [...inputs.flat(), ...labels]) numberIn("data", x, "(−∞, ∞)", () => true);
  integer("batchSize", batchSize, 1, replacement ? Infinity : inputs.length);
}
