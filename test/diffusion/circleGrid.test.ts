import {describe, expect, it} from "vitest";
import {circleGrid, interpolateOnCircle} from "../../lib/diffusion/circleGrid.js";

const grid = circleGrid(24);

describe("circleGrid", () => {
  it("interpolates trigonometric sums of degree K to rounding", () => {
    const u = (x: number) => Math.cos(24 * x) - 2 * Math.sin(7 * x) + 0.3;
    const values = grid.points.map(u);
    for (const x of [0, 0.3, 2.9, -5])
      expect(Math.abs(interpolateOnCircle(grid, values, x) - u(x))).toBeLessThan(1e-12);
  });

  it("wants a positive integer and values of its length", () => {
    expect(() => circleGrid(0)).toThrow("modes");
    expect(() => interpolateOnCircle(grid, [1], 0)).toThrow("length 49");
  });
});
