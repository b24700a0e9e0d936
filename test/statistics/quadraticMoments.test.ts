import {describe, expect, it} from "vitest";
import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {quadraticMoments} from "../../lib/statistics/quadraticMoments.js";

describe("quadraticMoments", () => {
  it("are those of a weighted sum of independent squares", () => {
    // Σ wᵢ(mᵢ + sᵢz)²: mean Σ wᵢ(mᵢ² + sᵢ²), variance Σ wᵢ²(2sᵢ⁴ + 4mᵢ²sᵢ²)
    const w = [1, 5];
    const s2 = [3, 0.5];
    const m = [2, -1];
    const {mean, standardDeviation} = quadraticMoments(
      [
        [1, 0],
        [0, 5]
      ],
      [
        [3, 0],
        [0, 0.5]
      ],
      m
    );
    const sum = (f: (i: number) => number) => f(0) + f(1);
    expect(mean).toBe(sum(i => w[i] * (m[i] ** 2 + s2[i])));
    const variance = sum(i => w[i] ** 2 * (2 * s2[i] ** 2 + 4 * m[i] ** 2 * s2[i]));
    expect(Math.abs(standardDeviation ** 2 / variance - 1)).toBeLessThan(10 * Number.EPSILON);
  });

  it("are those of a sample of correlated draws, 200 000 of them, |z| ≤ 4", () => {
    const F = [
      [2, 1],
      [1, 3]
    ];
    const L = [
      [1, 0],
      [0.8, 0.5]
    ];
    const C = [
      [1, 0.8],
      [0.8, 0.89]
    ];
    const m = [0.5, -0.2];
    const z = normals(uniforms({seed: 1, experiment: "quadratic", cell: "", replicate: 0}));
    const values = Float64Array.from({length: 200_000}, () => {
      const [a, b] = [z.next(), z.next()];
      const x = [m[0] + L[0][0] * a, m[1] + L[1][0] * a + L[1][1] * b];
      return 2 * x[0] ** 2 + 2 * x[0] * x[1] + 3 * x[1] ** 2;
    });
    const n = values.length;
    const average = values.reduce((s, x) => s + x, 0) / n;
    const {mean, standardDeviation} = quadraticMoments(F, C, m);
    expect(Math.abs(average - mean) / (standardDeviation / Math.sqrt(n))).toBeLessThan(4);
    const squares = values.map(x => (x - mean) ** 2);
    const variance = squares.reduce((s, x) => s + x, 0) / n;
    const spread = Math.sqrt(squares.reduce((s, x) => s + (x - variance) ** 2, 0)) / n;
    expect(Math.abs(variance - standardDeviation ** 2) / spread).toBeLessThan(4);
  });

  it("refuses a mean of another length", () => {
    expect(() => quadraticMoments([[1]], [[1]], [1, 2])).toThrow("mean must have 1 entries; got 2");
  });
});
