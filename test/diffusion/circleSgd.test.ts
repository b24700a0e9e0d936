import {describe, expect, it} from "vitest";
import {circleGrid} from "../../lib/diffusion/circleGrid.js";
import {circleSgd, earlier, later, skewedNoise} from "../../lib/diffusion/circleSgd.js";

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const grid = circleGrid(24);
const problem = {gradient: Math.sin, amplitude: (x: number) => 1 + 0.5 * Math.cos(x)};

describe("circleSgd", () => {
  it("is the mean over a step, by the rectangle rule over the noise and by its two points", () => {
    const settings = {learningRate: 0.3, temperature: 0.4};
    const kick = Math.sqrt(0.3 * 0.4);
    const u = (x: number) => Math.cos(2 * x) + Math.sin(x);
    const values = grid.points.map(u);
    const move = (x: number, z: number) => x - 0.3 * Math.sin(x) - kick * problem.amplitude(x) * z;
    const gauss = earlier(circleSgd(grid, problem, settings), values);
    const skew = earlier(circleSgd(grid, problem, {...settings, noise: skewedNoise}), values);
    grid.points.forEach((x, i) => {
      let sum = 0;
      for (let z = -9; z <= 9; z += 0.05)
        sum += (0.05 * Math.exp((-z * z) / 2) * u(move(x, z))) / Math.sqrt(2 * Math.PI);
      expect(Math.abs(gauss[i] - sum)).toBeLessThan(1e-12);
      expect(Math.abs(skew[i] - 0.2 * u(move(x, 2)) - 0.8 * u(move(x, -0.5)))).toBeLessThan(1e-12);
    });
  });

  it("keeps the total of a law, and means either way", () => {
    const P = circleSgd(grid, problem, {learningRate: 0.5, temperature: 1});
    const p = grid.points.map(x => 1 + 0.4 * Math.cos(x - 1));
    const u = grid.points.map(x => Math.exp(Math.sin(x)));
    expect(
      dot(
        later(P, p),
        p.map(() => 1)
      ) /
        dot(
          p,
          p.map(() => 1)
        )
    ).toBeCloseTo(1, 13);
    expect(dot(later(P, p), u)).toBeCloseTo(dot(p, earlier(P, u)), 11);
  });
});
