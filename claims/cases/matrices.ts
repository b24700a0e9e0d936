import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";

/** A matrix by its rows. */
export type Rows = readonly (readonly number[])[];

function source(name: string) {
  return normals(uniforms({seed: 1, experiment: "claims", cell: name, replicate: 0}));
}

/** n vectors of d independent normals, the same for the same name; the first coordinate is skewed. */
export function table(name: string, n: number, d: number): number[][] {
  const z = source(name);
  return Array.from({length: n}, () => {
    const row = Array.from({length: d}, () => z.next());
    row[0] = row[0] * row[0] - 1 + 0.3 * row[0];
    return row;
  });
}

/** A symmetric positive definite matrix, AAᵀ/d + I/4 for normal A, the same for the same name. */
export function definite(name: string, d: number): number[][] {
  const a = table(`${name}: factor`, d, d);
  return a.map((row, i) =>
    a.map((other, j) => row.reduce((sum, x, k) => sum + x * other[k], 0) / d + (i === j ? 0.25 : 0))
  );
}

/** Coefficients c₀I + c₁S + c₂S² of a symmetric matrix: a matrix that commutes with S. */
export function polynomial(s: Rows, coefficients: readonly [number, number, number]): number[][] {
  const [c0, c1, c2] = coefficients;
  return s.map((row, i) =>
    row.map(
      (x, j) => (i === j ? c0 : 0) + c1 * x + c2 * row.reduce((sum, y, k) => sum + y * s[k][j], 0)
    )
  );
}
