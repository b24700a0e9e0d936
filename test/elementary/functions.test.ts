import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cos} from "../../lib/elementary/cos.js";
import {exp} from "../../lib/elementary/exp.js";
import {hypot} from "../../lib/elementary/hypot.js";
import {integerPower} from "../../lib/elementary/integerPower.js";
import {log} from "../../lib/elementary/log.js";
import {log1p} from "../../lib/elementary/log1p.js";
import {pow} from "../../lib/elementary/pow.js";
import {sin} from "../../lib/elementary/sin.js";
import {cosFixed, expFixed, fixed, logFixed, product, sinFixed, ulpError} from "./reference.js";

const between = (min: number, max: number) => fc.double({min, max, noNaN: true});
const scaled = (least: number, most: number) =>
  fc.tuple(between(1, 2), fc.integer({min: least, max: most})).map(([m, k]) => m * 2 ** k);

function largest<T>(inputs: fc.Arbitrary<T>, error: (x: T) => number): number {
  let worst = 0;
  for (const x of fc.sample(inputs, {numRuns: 4000, seed: 7})) worst = Math.max(worst, error(x));
  return worst;
}

function expError(value: number, x: bigint): number {
  const {m, k} = expFixed(x);
  return ulpError(value / 2 ** (k >> 1) / 2 ** (k - (k >> 1)), m);
}

describe("elementary functions against 200-bit arithmetic, error below 1 ulp", () => {
  it("exp", () => {
    expect(largest(between(-708, 709.7), x => expError(exp(x), fixed(x)))).toBeLessThan(1);
    expect(largest(scaled(-40, 0), x => expError(exp(x), fixed(x)))).toBeLessThan(1);
    expect(largest(scaled(-40, 0), x => expError(exp(-x), fixed(-x)))).toBeLessThan(1);
  });

  it("log", () => {
    const error = (x: number) => ulpError(log(x), logFixed(fixed(x)));
    expect(largest(scaled(-150, 1023), error)).toBeLessThan(1);
    expect(largest(between(0.5, 2), error)).toBeLessThan(1);
  });

  it("log1p", () => {
    const error = (x: number) => ulpError(log1p(x), logFixed(fixed(1) + fixed(x)));
    expect(largest(scaled(-100, 1022), error)).toBeLessThan(1);
    expect(largest(scaled(-100, -2), x => error(-x))).toBeLessThan(1);
    expect(
      largest(
        between(-0.999999, 2).filter(x => Math.abs(x) > 1e-30),
        error
      )
    ).toBeLessThan(1);
  });

  it("hypot, in n units of the last place", () => {
    const numbers = fc.array(
      fc.tuple(scaled(-40, 40), fc.boolean()).map(([x, minus]) => (minus ? -x : x)),
      {minLength: 1, maxLength: 6}
    );
    // (h − √s)/ulp from h² − s = (h − √s)(h + √s).
    const error = (values: readonly number[]) => {
      const h = hypot(...values);
      const square = product(fixed(h), fixed(h));
      const s = values.reduce((sum, x) => sum + product(fixed(x), fixed(x)), 0n);
      const ulp = 2 ** (Math.floor(Math.log2(h)) - 52);
      return Math.abs(Number(square - s) / Number(fixed(2 * h)) / ulp) / values.length;
    };
    expect(largest(numbers, error)).toBeLessThan(1);
  });

  it("sin and cos, near multiples of π/2 too", () => {
    const angle = fc.oneof(
      between(-(2 ** 20), 2 ** 20).filter(x => Math.abs(x) > 1e-9),
      scaled(-40, 3),
      fc.integer({min: 1, max: 600000}).map(n => n * (Math.PI / 2))
    );
    expect(largest(angle, x => ulpError(sin(x), sinFixed(fixed(x))))).toBeLessThan(1);
    expect(largest(angle, x => ulpError(cos(x), cosFixed(fixed(x))))).toBeLessThan(1);
  });

  it("pow", () => {
    const pairs = fc
      .tuple(scaled(-150, 1000), between(-700, 700))
      .map(([x, target]): [number, number] => [x, target / Math.log(x)])
      .filter(([, y]) => Number.isFinite(y) && Math.abs(y) < 1e15);
    const error = ([x, y]: [number, number]) =>
      expError(pow(x, y), product(fixed(y), logFixed(fixed(x))));
    expect(largest(pairs, error)).toBeLessThan(1);
    expect(largest(fc.tuple(between(0.5, 2), between(-5, 5)), error)).toBeLessThan(1);
  });
});

describe("elementary functions at the ends of their ranges", () => {
  it("exact values", () => {
    expect([exp(0), log(1), log1p(0), sin(0), cos(0)]).toEqual([1, 0, 0, 0, 1]);
    expect([pow(3, 0), pow(0, 0), pow(0, 2), pow(2, -3), pow(9, 0.5), pow(10, 22)]).toEqual([
      1, 1, 0, 0.125, 3, 1e22
    ]);
  });

  it("hypotenuses and whole powers", () => {
    expect([hypot(3, 4), hypot(-5), hypot(), hypot(0, 0), hypot(1, 1, 1, 1)]).toEqual([
      5, 5, 0, 0, 2
    ]);
    expect([
      hypot(3 * 2 ** 700, -(2 ** 702)),
      hypot(3 * 2 ** -700, 2 ** -698),
      hypot(0, 2 ** -1074)
    ]).toEqual([5 * 2 ** 700, 5 * 2 ** -700, 2 ** -1074]);
    expect([hypot(1, -Infinity), hypot(1, Number.NaN)]).toEqual([Infinity, Number.NaN]);
    expect([0, 1, 2, 3, 15].map(n => integerPower(10, n))).toEqual([1, 10, 100, 1000, 1e15]);
    expect([integerPower(-3, 3), integerPower(0, 0), integerPower(1, 1e9)]).toEqual([-27, 1, 1]);
  });

  it("overflow and underflow", () => {
    expect([exp(710), exp(-746), pow(10, 309), pow(10, -324)]).toEqual([Infinity, 0, Infinity, 0]);
    expect(exp(-743.7)).toBe(2 * Number.MIN_VALUE);
    expect(log(Number.MIN_VALUE)).toBe(-744.4400719213812);
    expect(pow(Number.MIN_VALUE, 0.5)).toBe(2 ** -537);
    expect(Math.abs(pow(2, 1023.5) / 2 ** 1023 - Math.SQRT2)).toBeLessThanOrEqual(2 ** -52);
  });

  it.each([
    [() => exp(Number.NaN), "x must lie in (−∞, ∞); got NaN"],
    [() => log(0), "x must lie in (0, ∞); got 0"],
    [() => log1p(-1), "x must lie in (−1, ∞); got -1"],
    [() => integerPower(2, -1), "n must be an integer ≥ 0; got -1"],
    [() => sin(2 ** 21), "x must lie in [−2²⁰, 2²⁰]; got 2097152"],
    [() => cos(Infinity), "x must lie in [−2²⁰, 2²⁰]; got Infinity"],
    [() => pow(-8, 1 / 3), "x must lie in [0, ∞); got -8"],
    [() => pow(0, -1), "y must lie in [0, ∞), as x = 0; got -1"]
  ])("refuses %s", (call, message) => {
    expect(call).toThrow(message);
  });
});
