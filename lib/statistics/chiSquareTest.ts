import {integer} from "../check.js";
import {chiSquareUpper} from "./chiSquare.js";
import {checkPaired, checkSeries, type Series} from "./series.js";

export interface ChiSquareTest {
  statistic: number;
  degrees: number;
  pValue: number;
}

/**
 * Pearson's test of counts against expected counts
 *
 *     χ² = Σ (observed − expected)²/expected
 *
 * with (number of cells − 1 − `fitted`) degrees of freedom. Cells should expect 5 or more.
 *
 * @param options.fitted how many parameters of the expectation were fitted to the counts.
 * @throws RangeError on fewer than two cells, different lengths, an expected count ≤ 0, or totals
 * that differ by more than 10⁻⁹ relative.
 * @example
 * chiSquareTest([18, 22, 20], [20, 20, 20]); // statistic 0.4, degrees 2
 */
export function chiSquareTest(
  observed: Series,
  expected: Series,
  {fitted = 0}: {fitted?: number} = {}
): ChiSquareTest {
  checkPaired("observed", observed, "expected", expected);
  checkSeries("observed", observed, 2);
  checkSeries("expected", expected, 2);
  const degrees = observed.length - 1 - integer("fitted", fitted, 0, observed.length - 2);
  let statistic = 0;
  let counted = 0;
  let wanted = 0;
  for (let i = 0; i < observed.length; i++) {
    if (!(expected[i] > 0))
      throw new RangeError(`expected must be positive; got ${expected[i]} at ${i}`);
    statistic += (observed[i] - expected[i]) ** 2 / expected[i];
    counted += observed[i];
    wanted += expected[i];
  }
  if (Math.abs(counted - wanted) > 1e-9 * wanted)
    throw new RangeError(`expected must sum to ${counted}, as observed; got ${wanted}`);
  return {statistic, degrees, pValue: chiSquareUpper(statistic, degrees)};
}
