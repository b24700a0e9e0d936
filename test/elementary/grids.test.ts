import {expect, it} from "vitest";
import {geomspace} from "../../lib/elementary/geomspace.js";
import {linspace} from "../../lib/elementary/linspace.js";
import {fixed, product} from "./reference.js";

it("linspace has exact ends and equal steps", () => {
  expect(linspace(0, 1, 5)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(linspace(3, -1, 3)).toEqual([3, 1, -1]);
  const grid = linspace(0.1, 0.7, 100);
  expect([grid[0], grid[99]]).toEqual([0.1, 0.7]);
  for (let i = 1; i < 100; i++)
    expect(Math.abs(grid[i]! - grid[i - 1]! - 0.6 / 99)).toBeLessThan(4 * 2 ** -53);
});

it("geomspace has exact ends, and each interior point is the geometric mean of its neighbours", () => {
  expect(geomspace(1, 100, 3)).toEqual([1, 10, 100]);
  const grid = geomspace(0.5, 5, 10);
  expect([grid[0], grid[9]]).toEqual([0.5, 5]);
  for (let i = 1; i < 9; i++) {
    const square = product(fixed(grid[i]!), fixed(grid[i]!));
    const neighbours = product(fixed(grid[i - 1]!), fixed(grid[i + 1]!));
    // 3 ulp each, four factors
    expect(Math.abs(Number(square - neighbours) / Number(square))).toBeLessThan(12 * 2 ** -52);
  }
});

it("refuses what it cannot space", () => {
  expect(() => geomspace(0, 1, 3)).toThrow("start must lie in (0, ∞); got 0");
  expect(() => linspace(0, 1, 1)).toThrow("count must be an integer ≥ 2; got 1");
});
