import {expect, it} from "vitest";
import {autoregressive} from "../../lib/random/autoregressive.js";
import {linearCovariance} from "./sampling.js";

it.each([-0.9, 0, 0.5, 0.99])(
  "has covariance φ^|s−t|, φ = %f: every entry, from the response to each normal",
  phi => {
    const n = 40;
    const covariance = linearCovariance(n, source => {
      const series = autoregressive(source, phi);
      return Array.from({length: n}, () => series.next());
    });
    // n products, each of up to n rounded factors; the sum of their sizes is at most 1
    for (let s = 0; s < n; s++)
      for (let t = 0; t < n; t++)
        expect(Math.abs(covariance[s]![t]! - phi ** Math.abs(s - t))).toBeLessThan(
          4 * n * Number.EPSILON
        );
  }
);

it("refuses |φ| ≥ 1", () => {
  expect(() => autoregressive({next: () => 0}, 1)).toThrow(
    "coefficient must lie in (−1, 1); got 1"
  );
});
