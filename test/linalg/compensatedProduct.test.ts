import {describe, expect, it} from "vitest";
import {compensatedProduct, exact, rounded} from "../../lib/linalg/compensatedProduct.js";
import {toDense} from "../../lib/linalg/dense.js";
import {randomMatrix, uniforms} from "./random.js";

/** A finite double as an integer multiple of 2⁻¹⁴⁰, for entries not below 2⁻⁸⁸. */
function scaled(x: number): bigint {
  let shift = 140;
  let y = x;
  while (!Number.isInteger(y)) {
    y *= 2;
    shift--;
  }
  return BigInt(y) << BigInt(shift);
}

describe("compensatedProduct", () => {
  it("agrees with integer arithmetic where plain sums cancel", () => {
    const n = 6;
    const a = toDense(randomMatrix(n, uniforms(81)));
    const b = toDense(randomMatrix(n, uniforms(82)));
    // The last factor of each sum is chosen to cancel the others to about ε.
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n - 1; k++) sum += a[k] * b[k * n + j];
      b[(n - 1) * n + j] = -sum / a[n - 1];
    }
    const product = rounded(compensatedProduct(a, exact(b), n));
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let sum = 0n;
        for (let k = 0; k < n; k++) sum += scaled(a[i * n + k]) * scaled(b[k * n + j]);
        const truth = Number(sum) * 2 ** -280;
        const slack = 2 * Number.EPSILON * Math.abs(truth) + 10 * n * Number.EPSILON ** 2;
        expect(Math.abs(product[i * n + j] - truth)).toBeLessThanOrEqual(slack);
      }
  });

  it("carries the low part of its second factor", () => {
    const low = new Float64Array([2 ** -60]);
    const product = compensatedProduct(
      new Float64Array([3]),
      {high: new Float64Array([1]), low},
      1
    );
    expect(product.high[0]).toBe(3);
    expect(product.low[0]).toBe(3 * 2 ** -60);
  });
});
