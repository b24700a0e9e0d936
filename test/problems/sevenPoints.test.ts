import {expect, test} from "vitest";
import {leastSquaresLine, lineThroughPoints, sevenPoints} from "../../lib/problems/sevenPoints.js";

test("the gradient vanishes at the least-squares line", () => {
  for (let n = 2; n <= sevenPoints.length; n++)
    for (const g of lineThroughPoints(n).gradient(leastSquaresLine(n)))
      expect(Math.abs(g)).toBeLessThan(1e-14);
});
