import fc from "fast-check";
import {Matrix} from "ml-matrix";
import {expect, test} from "vitest";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {traceBalance} from "../../lib/stationary/traceBalance.js";

/** AAᵀ + I/2 with the given entries: eigenvalues in [½, 9.5] for three rows. */
const definite = fc
  .array(fc.double({min: -1, max: 1, noNaN: true}), {minLength: 9, maxLength: 9})
  .map(entries => {
    const a = Matrix.from1DArray(3, 3, entries);
    return a.mmul(a.transpose()).add(Matrix.eye(3, 3).mul(0.5));
  });

// c = 400, n = 3: two inversions and five products at condition numbers up to 20.
const tolerance = 400 * 3 * Number.EPSILON;

test("both sides agree for pairs that do not commute, with and without the step's term", () => {
  fc.assert(
    fc.property(definite, definite, fc.double({min: 0.01, max: 0.2, noNaN: true}), (h, g, eta) => {
      const shared = {hessian: h, noise: g, temperature: eta};
      const noise = {hessian: h, noise: g, learningRate: eta};
      const limit = traceBalance({...shared, covariance: ouCovariance(noise)});
      expect(Math.abs(limit.trace + limit.conjugated - limit.injected)).toBeLessThan(
        tolerance * limit.injected
      );
      const step = traceBalance({...shared, covariance: sgdCovariance(noise), learningRate: eta});
      const right = step.injected + step.correction;
      expect(Math.abs(2 * step.trace - right)).toBeLessThan(tolerance * right);
    })
  );
});

test("a covariance that is not the stationary one is noticed", () => {
  const h = [
    [1, 0.2],
    [0.2, 2]
  ];
  const {trace, conjugated, injected, commutator} = traceBalance({
    hessian: h,
    noise: [
      [1, 0],
      [0, 1]
    ],
    covariance: [
      [1, 0],
      [0, 1]
    ],
    temperature: 1
  });
  expect(commutator).toBe(0);
  expect(Math.abs(trace + conjugated - injected)).toBeGreaterThan(0.1);
});

test("the commutator is ‖HΣ − ΣH‖/‖HΣ‖", () => {
  const {commutator} = traceBalance({
    hessian: [
      [1, 0],
      [0, 3]
    ],
    noise: [
      [1, 0],
      [0, 1]
    ],
    covariance: [
      [1, 0.5],
      [0.5, 1]
    ],
    temperature: 1
  });
  // HΣ = [[1, ½], [3/2, 3]], HΣ − ΣH = [[0, −1], [1, 0]]
  expect(commutator).toBeCloseTo(Math.sqrt(2 / 12.5), 14);
});

test("names what is out of range", () => {
  const one = [[1]];
  expect(() => traceBalance({hessian: one, noise: one, covariance: one, temperature: 0})).toThrow(
    /temperature must lie in \(0, ∞\); got 0/
  );
});
