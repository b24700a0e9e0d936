import {describe, expect, it} from "vitest";
import {circleGrid} from "../../lib/diffusion/circleGrid.js";
import {circleQuantiles} from "../../lib/diffusion/circleQuantiles.js";

const grid = circleGrid(24);

describe("circleQuantiles", () => {
  it("finds those of a uniform law and of a narrow one", () => {
    const even = circleQuantiles(grid, new Float64Array(49).fill(1), [0.25, 0.5, 0.9]);
    expect(even[0]).toBeCloseTo(-Math.PI / 2, 12);
    expect(even[1]).toBeCloseTo(0, 12);
    expect(even[2]).toBeCloseTo(0.8 * Math.PI, 12);
    const fine = circleGrid(400);
    const narrow = fine.points.map(x => Math.exp(-50 * (x - 1) ** 2));
    const [low, middle] = circleQuantiles(fine, narrow, [0.05, 0.5]);
    expect(Math.abs(middle - 1)).toBeLessThan(1e-3);
    expect(Math.abs(low - 1 + 0.1645)).toBeLessThan(2e-3);
  });
});
