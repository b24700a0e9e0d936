import {inverse, Matrix} from "ml-matrix";
import {graded, randomMatrix, randomOrthogonal, randomSpd, symmetricWith} from "./random.js";

/** One matrix A with every eigenvalue in the right half plane, and what is hard about it. */
export interface Problem {
  name: string;
  A: Matrix;
}

/** Quasi-triangular with the given diagonal, complex pairs every third row, filled above. */
function turned(diagonal: number[], fill: number, angle: number, uniform: () => number): Matrix {
  const n = diagonal.length;
  const t = Matrix.zeros(n, n);
  for (let i = 0; i < n; i++) {
    t.set(i, i, diagonal[i]);
    for (let j = i + 1; j < n; j++) t.set(i, j, fill * (2 * uniform() - 1));
  }
  if (angle > 0)
    for (let i = 0; i + 1 < n; i += 3) {
      const size = diagonal[i];
      t.set(i, i, size * Math.cos(angle));
      t.set(i + 1, i + 1, size * Math.cos(angle));
      t.set(i, i + 1, size * Math.sin(angle));
      t.set(i + 1, i, -size * Math.sin(angle));
    }
  const u = randomOrthogonal(n, uniform);
  return u.mmul(t).mmul(u.transpose());
}

/** Continuous problems of order n, condition numbers up to 1e8. */
export function continuousProblems(n: number, uniform: () => number): Problem[] {
  const ones = Array.from({length: n}, () => 1);
  const similar = randomMatrix(n, uniform).add(Matrix.eye(n).mul(n));
  return [
    {name: "symmetric", A: randomSpd(n, 10, uniform)},
    {name: "symmetric, condition 1e8", A: randomSpd(n, 1e8, uniform)},
    {name: "non-symmetric", A: turned(graded(n, 10), 0.3, 0, uniform)},
    {name: "non-symmetric, condition 1e8", A: turned(graded(n, 1e8), 1e-8, 0, uniform)},
    {name: "complex pairs", A: turned(graded(n, 100), 0.3, 1.5, uniform)},
    {name: "non-normal", A: turned(graded(n, 10), n <= 10 ? 10 : 1, 0, uniform)},
    {name: "defective", A: turned(ones, 1, 0, uniform)},
    {
      name: "similar to a diagonal",
      A: similar.mmul(Matrix.diag(graded(n, 1e3))).mmul(inverse(similar))
    }
  ];
}

/** Discrete problems of order n, spectral radius up to 1 − 1e-6. */
export function discreteProblems(n: number, uniform: () => number): Problem[] {
  const radius = 1 - 1e-6;
  const scaled = (values: number[]) => values.map(x => radius * x);
  const alternating = graded(n, 100).map((x, i) => (i % 2 ? -x : x));
  return [
    {name: "symmetric", A: symmetricWith(scaled(alternating), uniform)},
    {name: "symmetric, condition 1e8", A: symmetricWith(scaled(graded(n, 1e8)), uniform)},
    {name: "non-symmetric", A: turned(scaled(alternating), 0.3, 0, uniform)},
    {name: "non-symmetric, condition 1e8", A: turned(scaled(graded(n, 1e8)), 0.1, 0, uniform)},
    {name: "complex pairs", A: turned(scaled(graded(n, 100)), 0.1, 1.5, uniform)},
    {
      name: "non-normal",
      A: turned(
        graded(n, 10).map(x => x / 2),
        n <= 10 ? 10 : 1,
        0,
        uniform
      )
    },
    {
      name: "defective",
      A: turned(
        graded(n, 1).map(() => 0.9),
        0.1,
        0,
        uniform
      )
    },
    {
      name: "nilpotent",
      A: turned(
        graded(n, 1).map(() => 0),
        1,
        0,
        uniform
      )
    }
  ];
}
