import {inverse, Matrix} from "ml-matrix";
import {graded, randomMatrix, randomOrthogonal, randomSpd, symmetricWith} from "./random.js";

/** One matrix A with every eigenvalue in the right half plane, and what is hard about it. */
export interface Problem {
  name: string;
  A: Matrix;
}

/**
 * An orthogonal similarity of a quasi-triangular matrix with the given diagonal, `fill`/√n above it
 * and, for an angle, complex pairs every third row. Much more fill at n = 50 would make eigenvalues
 * move across the imaginary axis by the rounding of the product alone.
 */
function turned(diagonal: number[], fill: number, angle: number, uniform: () => number): Matrix {
  const n = diagonal.length;
  const t = Matrix.zeros(n, n);
  for (let i = 0; i < n; i++) {
    t.set(i, i, diagonal[i]);
    for (let j = i + 1; j < n; j++) t.set(i, j, (fill / Math.sqrt(n)) * (2 * uniform() - 1));
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

/** [[D, strength·R], [0, E]] turned: eigenvalues those of D and E, with condition numbers near strength. */
function coupled(diagonal: number[], strength: number, uniform: () => number): Matrix {
  const n = diagonal.length;
  const half = Math.floor(n / 2);
  const t = Matrix.diag(diagonal);
  for (let i = 0; i < half; i++)
    for (let j = half; j < n; j++) t.set(i, j, strength * (2 * uniform() - 1));
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
    {name: "non-normal", A: coupled(graded(n, 10), 1e4, uniform)},
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
    {name: "non-normal", A: coupled(scaled(graded(n, 10)), 1e4, uniform)},
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
