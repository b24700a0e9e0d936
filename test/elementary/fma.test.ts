import fc from "fast-check";
import {expect, it} from "vitest";
import {fma} from "../../lib/elementary/fma.js";
import {fixed} from "./reference.js";

/** The float64 nearest to an integer times 2⁻⁴⁸⁰, ties to even, from its leading 53 bits. */
function nearest(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  const excess = magnitude.toString(2).length - 53;
  if (excess <= 0) return Number(value) * 2 ** -480;
  const unit = 1n << BigInt(excess);
  let kept = magnitude / unit;
  const rest = 2n * (magnitude % unit);
  if (rest > unit || (rest === unit && kept & 1n)) kept += 1n;
  return (value < 0n ? -1 : 1) * Number(kept) * 2 ** (excess - 480);
}

const operand = fc
  .tuple(fc.double({min: 1, max: 2, noNaN: true}), fc.integer({min: -60, max: 60}), fc.boolean())
  .map(([m, k, negative]) => (negative ? -m : m) * 2 ** k);
const exact = (a: number, b: number, c: number) => fixed(a) * fixed(b) + (fixed(c) << 240n);

it("rounds a·b + c once", () => {
  fc.assert(
    fc.property(operand, operand, operand, (a, b, c) => {
      expect(fma(a, b, c)).toBe(nearest(exact(a, b, c)));
    }),
    {numRuns: 3000, seed: 7}
  );
});

it("rounds once where a·b nearly cancels, and next to ties", () => {
  fc.assert(
    fc.property(operand, operand, fc.integer({min: -3, max: 3}), (a, b, shift) => {
      const product = a * b;
      const near = -product * (1 + shift * 2 ** -52);
      expect(fma(a, b, near)).toBe(nearest(exact(a, b, near)));
      const tie = product * 2 ** 53;
      expect(fma(a, b, tie)).toBe(nearest(exact(a, b, tie)));
    }),
    {numRuns: 3000, seed: 8}
  );
});
