import {describe, expect, it} from "vitest";
import {circleDiffusion} from "../../lib/diffusion/circleDiffusion.js";
import {circleGrid} from "../../lib/diffusion/circleGrid.js";

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const grid = circleGrid(24);
const problem = {gradient: Math.sin, amplitude: (x: number) => 1 + 0.5 * Math.cos(x)};
const drift = (x: number) => -Math.sin(x);

describe("circleDiffusion", () => {
  it("lets modes of the heat equation decay", () => {
    const heat = circleDiffusion(grid, {drift: () => 0, variance: () => 0.7});
    const u = grid.points.map(x => Math.cos(3 * x));
    const factor = Math.exp((-9 * 0.7 * 0.4) / 2);
    heat.earlier(u, 0.4).forEach((x, i) => {
      expect(Math.abs(x - factor * u[i])).toBeLessThan(1e-13);
    });
  });

  it("rests at p ∝ v⁻¹exp(2∫β/v), by an elementary integral", () => {
    const tau = 0.8;
    const {later: evolve} = circleDiffusion(circleGrid(40), {
      drift,
      variance: x => tau * problem.amplitude(x) ** 2
    });
    // ∫ sin/(1 + g cos)² = 1/(g(1 + g cos)).
    const points = circleGrid(40).points;
    const p = points.map(
      x => Math.exp(-2 / (tau * 0.5 * problem.amplitude(x))) / problem.amplitude(x) ** 2
    );
    const top = Math.max(...p);
    evolve(p, 0.5).forEach((x, i) => {
      expect(Math.abs(x - p[i])).toBeLessThan(1e-10 * top);
    });
  });

  it("is the adjoint of itself either way, and keeps the total", () => {
    const {earlier: back, later: forth} = circleDiffusion(grid, {
      drift: x => -Math.sin(x) + 0.3,
      variance: x => 0.5 + 0.2 * Math.sin(x)
    });
    const p = grid.points.map(x => Math.exp(Math.cos(x - 2)));
    const u = grid.points.map(x => Math.sin(2 * x) + 1);
    expect(dot(forth(p, 0.6), u)).toBeCloseTo(dot(p, back(u, 0.6)), 10);
    expect(
      dot(
        forth(p, 0.6),
        u.map(() => 1)
      )
    ).toBeCloseTo(
      dot(
        p,
        u.map(() => 1)
      ),
      11
    );
  });

  it("refuses a negative variance", () => {
    expect(() => circleDiffusion(grid, {drift, variance: Math.cos})).toThrow("variance");
  });
});
