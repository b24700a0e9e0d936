import {Matrix, QrDecomposition} from "ml-matrix";

/** A seeded stream of uniforms on (0, 1) for tests (Park and Miller's multiplicative generator). */
export function uniforms(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (let i = 0; i < 10; i++) next();
  return next;
}

export function randomMatrix(n: number, uniform: () => number): Matrix {
  return new Matrix(
    Array.from({length: n}, () => Array.from({length: n}, () => 2 * uniform() - 1))
  );
}

export function randomOrthogonal(n: number, uniform: () => number): Matrix {
  return new QrDecomposition(randomMatrix(n, uniform)).orthogonalMatrix;
}

/** Symmetric with the given eigenvalues. */
export function symmetricWith(values: number[], uniform: () => number): Matrix {
  const v = randomOrthogonal(values.length, uniform);
  const s = v.mmul(Matrix.diag(values)).mmul(v.transpose());
  return s.add(s.transpose()).div(2);
}

/** n values from 1 down to 1/condition, equally spaced in the logarithm. */
export function graded(n: number, condition: number): number[] {
  return Array.from({length: n}, (_, i) => condition ** (-i / Math.max(1, n - 1)));
}

/** Random symmetric positive definite of the given condition number. */
export function randomSpd(n: number, condition: number, uniform: () => number): Matrix {
  return symmetricWith(graded(n, condition), uniform);
}
