import {expect, test} from "vitest";
import {sumNormality} from "../../lib/noise/sumNormality.js";
import {normalCdf} from "../../lib/statistics/normal.js";

test("one exponential is furthest from normal at its lower end", () => {
  expect(sumNormality(1, 1)).toBeCloseTo(normalCdf(-1), 6);
});

test("one coin: the larger of the two jumps' distances", () => {
  const z = Math.sqrt(0.2 / 0.8);
  expect(sumNormality(0.2, 1)).toBeCloseTo(0.8 - normalCdf(-z), 12);
});

test("falls like γ/(6√(2πB)), with half a jump for a lattice", () => {
  const root = Math.sqrt(2 * Math.PI * 4000);
  expect(sumNormality(1, 4000) * root).toBeCloseTo(2 / 6, 3);
  const deviation = Math.sqrt(0.1 * 0.9);
  expect((sumNormality(0.1, 4000) * root * deviation) / (0.8 / 6 + 0.5)).toBeCloseTo(1, 1);
});
