import {expect, test} from "vitest";
import {enumeratedMeans} from "../../lib/noise/enumeratedMeans.js";
import {twoPointErrors} from "../../lib/problems/twoPointErrors.js";
import {unequalErrors} from "../../lib/problems/unequalErrors.js";

test("mean zero and the covariance of unequalErrors", () => {
  for (const skew of [-1, 0, 0.4, 1])
    for (const lossScale of [0.5, 2]) {
      const {mean, covariance} = enumeratedMeans(twoPointErrors({skew, lossScale}), {
        batchSize: 1,
        scheme: "with"
      });
      expect(Math.hypot(...mean)).toBeLessThan(1e-15);
      const {noise} = unequalErrors({skew, lossScale});
      for (const i of [0, 1])
        for (const j of [0, 1]) expect(covariance.get(i, j)).toBeCloseTo(noise.get(i, j), 13);
    }
  expect(() => twoPointErrors({skew: 2})).toThrow(/skew/);
});
