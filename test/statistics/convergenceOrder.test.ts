import {expect, it} from "vitest";
import {convergenceOrder} from "../../lib/statistics/convergenceOrder.js";

const halved = (f: (s: number) => number, n = 7) =>
  Array.from({length: n}, (_, k) => f(2 ** -k / 4));

it("finds the order of a power series, with an interval that holds it", () => {
  for (const [p, f] of [
    [1, (s: number) => s * Math.exp(s)],
    [2, (s: number) => -(s ** 2) / (1 + s)]
  ] as const) {
    const {order, uncertainty, slopes} = convergenceOrder(halved(f));
    expect(Math.abs(order - p)).toBeLessThan(1e-6);
    expect(Math.abs(order - p)).toBeLessThan(10 * uncertainty + 1e-12);
    expect(slopes).toHaveLength(6);
  }
});

it("takes a series in √s", () => {
  const f = (s: number) => Math.sqrt(s) / (1 + Math.sqrt(s));
  expect(Math.abs(convergenceOrder(halved(f), {power: 0.5}).order - 0.5)).toBeLessThan(1e-3);
});

it("refuses errors that vanish or change sign, or too few of them", () => {
  expect(() => convergenceOrder([1, -1, 1])).toThrow("sign");
  expect(() => convergenceOrder([1, 0, 1])).toThrow("sign");
  expect(() => convergenceOrder([1, 0.5])).toThrow("3");
});
