import fc from "fast-check";
import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {NoSolutionError, UnstableError} from "../../lib/check.js";
import {continuousLyapunov} from "../../lib/linalg/continuousLyapunov.js";
import {kroneckerContinuous} from "./kronecker.js";
import {continuousProblems} from "./problems.js";
import {randomMatrix, randomSpd, symmetricWith, uniforms} from "./random.js";
import {continuousResidual} from "./residuals.js";

const eye = (n: number) => Matrix.eye(n);

describe("continuousLyapunov", () => {
  for (const n of [1, 2, 3, 5, 10, 50, 70])
    it(`leaves a residual of at most 100nε at n = ${n}`, () => {
      const uniform = uniforms(n);
      for (const {name, A} of continuousProblems(n, uniform)) {
        const Q = symmetricWith(
          Array.from({length: n}, () => 2 * uniform() - 1),
          uniform
        );
        const X = continuousLyapunov(A, Q);
        expect(continuousResidual(A, X, Q), name).toBeLessThanOrEqual(100);
        expect(X.isSymmetric(), name).toBe(true);
      }
    });

  it("agrees with the Kronecker solve for n ≤ 6", () => {
    // Both carry an error of c·nε times the condition of the map; c = 100.
    fc.assert(
      fc.property(fc.integer({min: 1, max: 6}), fc.integer({min: 1, max: 1e6}), (n, seed) => {
        const uniform = uniforms(seed);
        const A = randomMatrix(n, uniform).add(eye(n).mul(n));
        const Q = randomSpd(n, 10, uniform);
        const twin = kroneckerContinuous(A, Q);
        const difference = continuousLyapunov(A, Q).sub(twin).norm();
        expect(difference).toBeLessThanOrEqual(100 * n * Number.EPSILON * twin.norm());
      }),
      {seed: 1, numRuns: 100}
    );
  });

  it("is positive definite for positive definite Q", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 6}), fc.integer({min: 1, max: 1e6}), (n, seed) => {
        const uniform = uniforms(seed);
        const A = randomMatrix(n, uniform).add(eye(n).mul(n));
        const X = continuousLyapunov(A, eye(n));
        const v = randomMatrix(n, uniform).subMatrix(0, n - 1, 0, 0);
        expect(v.transpose().mmul(X).mmul(v).get(0, 0)).toBeGreaterThan(0);
      }),
      {seed: 2, numRuns: 50}
    );
  });

  it("scales exactly with powers of two", () => {
    const uniform = uniforms(3);
    const A = randomSpd(4, 10, uniform);
    const X = continuousLyapunov(A, eye(4));
    for (const power of [-500, 500]) {
      const Y = continuousLyapunov(A.clone().mul(2 ** power), eye(4));
      expect(Y.mul(2 ** power).to2DArray()).toEqual(X.to2DArray());
    }
  });

  it("does not change its arguments", () => {
    const A = [
      [2, 1],
      [0, 1]
    ];
    const Q = eye(2);
    continuousLyapunov(A, Q);
    expect(A).toEqual([
      [2, 1],
      [0, 1]
    ]);
    expect(Q.to2DArray()).toEqual(eye(2).to2DArray());
  });

  it.each([
    ["zero", [[0]]],
    [
      "opposite real eigenvalues",
      [
        [1, 3],
        [0, -1]
      ]
    ],
    [
      "imaginary pair",
      [
        [0, 1],
        [-1, 0]
      ]
    ],
    [
      "symmetric and singular",
      [
        [1, 1],
        [1, 1]
      ]
    ],
    [
      "nilpotent",
      [
        [0, 1],
        [0, 0]
      ]
    ]
  ])("names a problem without solution: %s", (_, A) => {
    expect(() => continuousLyapunov(A, eye(A.length))).toThrow(NoSolutionError);
  });

  it.each([
    ["negative", [[-1]]],
    [
      "mixed, symmetric",
      [
        [2, 0],
        [0, -1]
      ]
    ],
    [
      "mixed, triangular",
      [
        [2, 5],
        [0, -1]
      ]
    ],
    [
      "complex pair on the left",
      [
        [-1, 1],
        [-1, -1]
      ]
    ]
  ])("names an unstable A: %s", (_, A) => {
    expect(() => continuousLyapunov(A, eye(A.length))).toThrow(UnstableError);
    expect(() => continuousLyapunov(A, eye(A.length))).toThrow(/right half plane; got -1/);
  });

  it("says what is wrong with its arguments", () => {
    expect(() => continuousLyapunov([], [])).toThrow(/A must be a non-empty matrix/);
    expect(() => continuousLyapunov([[1, 2]], [[1]])).toThrow("A must be n×n; got 1×2");
    expect(() => continuousLyapunov(eye(2), eye(3))).toThrow("Q must be 2×2; got 3×3");
    expect(() => continuousLyapunov([[Number.NaN]], [[1]])).toThrow(
      /finite numbers as entries; got NaN/
    );
    expect(() =>
      continuousLyapunov(eye(2), [
        [1, 2],
        [0, 1]
      ])
    ).toThrow(/Q must be symmetric/);
  });
});
