import fc from "fast-check";
import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {NoSolutionError, UnstableError} from "../../lib/check.js";
import {discreteLyapunov} from "../../lib/linalg/discreteLyapunov.js";
import {kroneckerDiscrete} from "./kronecker.js";
import {discreteProblems} from "./problems.js";
import {randomMatrix, randomSpd, symmetricWith, uniforms} from "./random.js";
import {discreteResidual} from "./residuals.js";

const eye = (n: number) => Matrix.eye(n);

describe("discreteLyapunov", () => {
  for (const n of [1, 2, 3, 5, 10, 50, 70])
    it(`leaves a residual of at most 100nε at n = ${n}`, () => {
      const uniform = uniforms(n);
      for (const {name, A} of discreteProblems(n, uniform)) {
        const Q = symmetricWith(
          Array.from({length: n}, () => 2 * uniform() - 1),
          uniform
        );
        const X = discreteLyapunov(A, Q);
        expect(discreteResidual(A, X, Q), name).toBeLessThanOrEqual(100);
        expect(X.isSymmetric(), name).toBe(true);
      }
    });

  it("agrees with the Kronecker solve for n ≤ 6", () => {
    // ‖A‖ < 1, so both carry an error of c·nε; c = 100.
    fc.assert(
      fc.property(fc.integer({min: 1, max: 6}), fc.integer({min: 1, max: 1e6}), (n, seed) => {
        const uniform = uniforms(seed);
        const A = randomMatrix(n, uniform).div(n);
        const Q = randomSpd(n, 10, uniform);
        const twin = kroneckerDiscrete(A, Q);
        const difference = discreteLyapunov(A, Q).sub(twin).norm();
        expect(difference).toBeLessThanOrEqual(100 * n * Number.EPSILON * twin.norm());
      }),
      {seed: 1, numRuns: 100}
    );
  });

  it("is at least Q for positive definite Q", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 6}), fc.integer({min: 1, max: 1e6}), (n, seed) => {
        const uniform = uniforms(seed);
        const A = randomMatrix(n, uniform).div(n);
        const X = discreteLyapunov(A, eye(n));
        const v = randomMatrix(n, uniform).subMatrix(0, n - 1, 0, 0);
        const excess = v
          .transpose()
          .mmul(X.sub(eye(n)))
          .mmul(v)
          .get(0, 0);
        expect(excess).toBeGreaterThan(0);
      }),
      {seed: 2, numRuns: 50}
    );
  });

  it("scipy#12145: the equation is X = A X Aᵀ + Q, with A and not its transpose, c = 4", () => {
    const A = [
      [0.95, 0, 0],
      [90.3277809, 0.95, -0.0451638904],
      [90.3277809, 0, 0.90483611]
    ];
    const Q = [
      [4.52028144e4, -50, -22.6014072],
      [-50, 2.95258646e-27, 0.025],
      [-22.6014072, 0.025, 0.0113007036]
    ];
    // From the nine linear equations with 60 digits.
    const exact = [
      [463618.60923076887, 283348163.29395777, 283348445.4094984],
      [283348163.29395777, 276379896495.3017, 276380069700.79877],
      [283348445.4094984, 276380069700.79877, 276380242905.9002]
    ];
    const X = discreteLyapunov(A, Q);
    for (const [i, row] of exact.entries())
      for (const [j, want] of row.entries())
        expect(Math.abs(X.get(i, j) / want - 1)).toBeLessThanOrEqual(4 * Number.EPSILON);
  });

  it("python-control#342: a share of a rotation has X = Q/(1 − share²)", () => {
    const [c, s] = [Math.cos(1), Math.sin(1)];
    for (const room of [0.1, 1e-4]) {
      const r = Math.sqrt(1 - room);
      const X = discreteLyapunov(
        [
          [r * c, -r * s],
          [r * s, r * c]
        ],
        Matrix.eye(2)
      );
      // The entries of A round, which moves 1 − share² by some 2ε.
      expect(Math.abs(X.get(0, 0) * room - 1)).toBeLessThan((8 * Number.EPSILON) / room);
      expect(Math.abs(X.get(0, 1) * room)).toBeLessThan((8 * Number.EPSILON) / room);
    }
  });

  it("does not change its arguments", () => {
    const A = [
      [0.5, 1],
      [0, 0.25]
    ];
    const Q = eye(2);
    discreteLyapunov(A, Q);
    expect(A).toEqual([
      [0.5, 1],
      [0, 0.25]
    ]);
    expect(Q.to2DArray()).toEqual(eye(2).to2DArray());
  });

  it.each([
    ["one", [[1]]],
    ["minus one", [[-1]]],
    [
      "reciprocal eigenvalues",
      [
        [2, 1],
        [0, 0.5]
      ]
    ],
    [
      "a rotation",
      [
        [0, 1],
        [-1, 0]
      ]
    ],
    [
      "symmetric with eigenvalue 1",
      [
        [0.5, 0.5],
        [0.5, 0.5]
      ]
    ]
  ])("names a problem without solution: %s", (_, A) => {
    expect(() => discreteLyapunov(A, eye(A.length))).toThrow(NoSolutionError);
  });

  it.each([
    ["scalar", [[-2]]],
    [
      "symmetric",
      [
        [-2, 0],
        [0, 0.1]
      ]
    ],
    [
      "triangular",
      [
        [-2, 5],
        [0, 0.1]
      ]
    ],
    [
      "complex pair",
      [
        [-2, 1],
        [-1, -2]
      ]
    ]
  ])("names an unstable A: %s", (_, A) => {
    expect(() => discreteLyapunov(A, eye(A.length))).toThrow(UnstableError);
    expect(() => discreteLyapunov(A, eye(A.length))).toThrow(/inside the unit disc; got -2/);
  });

  it("says what is wrong with its arguments", () => {
    expect(() => discreteLyapunov([], [])).toThrow(/A must be a non-empty matrix/);
    expect(() => discreteLyapunov([[1, 2]], [[1]])).toThrow("A must be n×n; got 1×2");
    expect(() => discreteLyapunov(eye(2), eye(3))).toThrow("Q must be 2×2; got 3×3");
    expect(() => discreteLyapunov([[Number.NaN]], [[1]])).toThrow(
      /finite numbers as entries; got NaN/
    );
    expect(() =>
      discreteLyapunov(eye(2), [
        [1, 2],
        [0, 1]
      ])
    ).toThrow(/Q must be symmetric/);
  });
});
