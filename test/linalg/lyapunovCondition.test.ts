import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {UnstableError} from "../../lib/check.js";
import {
  continuousLyapunovCondition,
  discreteLyapunovCondition
} from "../../lib/linalg/lyapunovCondition.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {kroneckerContinuous, kroneckerDiscrete} from "./kronecker.js";
import {randomMatrix, symmetricWith, uniforms} from "./random.js";

const spectral = (s: Matrix) => Math.max(...symmetricEigen(s).values.map(Math.abs));
const norm = (a: Matrix) => Math.sqrt(spectral(a.transpose().mmul(a)));

const equations = [
  {
    name: "A X + X Aᵀ = Q",
    condition: continuousLyapunovCondition,
    solve: kroneckerContinuous,
    /** κ over the norm of the inverse map. */
    factor: (a: number) => 4 * a,
    draw: (n: number, uniform: () => number) => randomMatrix(n, uniform).add(Matrix.eye(n).mul(n))
  },
  {
    name: "X = A X Aᵀ + Q",
    condition: discreteLyapunovCondition,
    solve: kroneckerDiscrete,
    factor: (a: number) => 1 + 3 * a * a,
    draw: (n: number, uniform: () => number) => randomMatrix(n, uniform).div(n)
  }
];

describe.each(equations)("the condition of $name", ({condition, solve, factor, draw}) => {
  it("holds the norm of the inverse map: no Q has a larger share, and Q = I has it", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const uniform = uniforms(seed);
      const n = 1 + (seed % 4);
      const A = draw(n, uniform);
      const largest = condition(A) / factor(norm(A));
      const atIdentity = spectral(solve(A, Matrix.eye(n)));
      expect(Math.abs(atIdentity / largest - 1)).toBeLessThan(1e-12);
      for (let k = 0; k < 20; k++) {
        const Q = symmetricWith(
          Array.from({length: n}, () => (uniform() < 0.5 ? -1 : 1)),
          uniform
        );
        expect(spectral(solve(A, Q))).toBeLessThanOrEqual(largest * (1 + 1e-12));
      }
    }
  });

  it("bounds what a change of A and of a positive semidefinite Q does to X, to first order", () => {
    let closest = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const uniform = uniforms(seed);
      const n = 1 + (seed % 4);
      const A = draw(n, uniform);
      const Q = symmetricWith(
        Array.from({length: n}, () => uniform()),
        uniform
      );
      const size = 1e-6;
      const change = randomMatrix(n, uniform);
      const near = Matrix.add(A, change.mul((size * norm(A)) / norm(change)));
      const other = Q.clone().mul(uniform() < 0.5 ? 1 + size : 1 - size);
      const X = solve(A, Q);
      const moved = norm(Matrix.sub(solve(near, other), X)) / norm(X);
      closest = Math.max(closest, moved / (size * condition(A)));
      expect(moved).toBeLessThanOrEqual(1.001 * size * condition(A));
    }
    expect(closest).toBeGreaterThan(0.2);
  });
});

describe("the condition", () => {
  it("is 2 for numbers, 4κ/2 for multiples of the identity, and grows where A loses its hold", () => {
    expect(continuousLyapunovCondition([[1e-300]])).toBeCloseTo(2, 14);
    expect(
      continuousLyapunovCondition([
        [3, 0],
        [0, 3]
      ])
    ).toBeCloseTo(2, 14);
    expect(discreteLyapunovCondition([[0]])).toBe(1);
    const near = discreteLyapunovCondition([[1 - 2 ** -40]]);
    expect(near / (4 * 2 ** 39)).toBeCloseTo(1, 10);
  });

  it("is refused where the equation is, and where it leaves float64", () => {
    expect(() => continuousLyapunovCondition([[-1]])).toThrow(UnstableError);
    expect(() =>
      discreteLyapunovCondition([
        [2, 1],
        [0, 0.25]
      ])
    ).toThrow(UnstableError);
    expect(() =>
      continuousLyapunovCondition([
        [1, 1e200],
        [0, 1]
      ])
    ).toThrow(RangeError);
  });
});
