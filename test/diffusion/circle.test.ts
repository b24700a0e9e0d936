import {describe, expect, it} from "vitest";
import {circleDiffusion} from "../../lib/diffusion/circleDiffusion.js";
import {circleGrid, interpolateOnCircle} from "../../lib/diffusion/circleGrid.js";
import {circleQuantiles} from "../../lib/diffusion/circleQuantiles.js";
import {circleSgd, earlier, later, skewedNoise} from "../../lib/diffusion/circleSgd.js";

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const grid = circleGrid(24);
const problem = {gradient: Math.sin, amplitude: (x: number) => 1 + 0.5 * Math.cos(x)};
const drift = (x: number) => -Math.sin(x);

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

describe("circleDiffusion", () => {
  it("lets modes of the heat equation decay", () => {
    const heat = circleDiffusion(grid, {drift: () => 0, variance: () => 0.7});
    const u = grid.points.map(x => Math.cos(3 * x));
    const factor = Math.exp((-9 * 0.7 * 0.4) / 2);
    heat.earlier(u, 0.4).forEach((x, i) => {
      expect(Math.abs(x - factor * u[i])).toBeLessThan(1e-13);
    });
  });

  it("rests at p ∝ v⁻¹exp(2∫β/v), here (1 + c/2)^(−2)exp of an elementary integral", () => {
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
