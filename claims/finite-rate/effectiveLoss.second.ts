import type {Boltzmann, Whitened} from "../cases/noise.js";
import type {Rows} from "../cases/problems.js";

/** The c with which the probability current −Kw p − ½λc ∇p of the density vanishes at a point. */
export const strengthByCurrent = ({hessian, temperature, rate, factor}: Boltzmann) => {
  const at = [0.7, -0.4];
  const h = 1e-4;
  const exponent = (x: readonly number[]) =>
    -(factor / temperature) *
    hessian.reduce((sum, row, i) => sum + row.reduce((dot, k, j) => dot + k * x[j], 0) * x[i], 0);
  const pull = hessian[0].reduce((sum, k, j) => sum + k * at[j], 0);
  const slope = (exponent([at[0] + h, at[1]]) - exponent([at[0] - h, at[1]])) / (2 * h);
  return (-2 * pull) / (rate * slope);
};

/**
 * T·½Σ⁻¹ for T = 1 with Σ = λ²·(1/λ) Σₜ (I − λK)²ᵗ: unit kicks along each axis carried until they have
 * died out, and the inverse by minors.
 */
export const exponentsBySteps = ({hessian, rate}: Whitened) => {
  const d = hessian.length;
  const sigma = Array.from({length: d}, () => new Array<number>(d).fill(0));
  for (let k = 0; k < d; k++) {
    let v: number[] = hessian.map((_, i) => (i === k ? 1 : 0));
    for (let t = 0; t < 4000; t++) {
      for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) sigma[i][j] += rate * v[i] * v[j];
      v = v.map((x, i) => x - rate * hessian[i].reduce((sum, h, j) => sum + h * v[j], 0));
    }
  }
  return halfInverse(sigma);
};

/** ½S⁻¹ by minors, for order two or three. */
function halfInverse(s: Rows): number[][] {
  const d = s.length;
  const minor = (i: number, j: number): Rows =>
    s.filter((_, r) => r !== i).map(row => row.filter((_, c) => c !== j));
  const det = (m: Rows): number =>
    m.length === 1
      ? m[0][0]
      : m[0].reduce(
          (sum, x, j) =>
            sum + (-1) ** j * x * det(m.slice(1).map(row => row.filter((_, c) => c !== j))),
          0
        );
  const whole = det(s);
  return Array.from({length: d}, (_, i) =>
    Array.from({length: d}, (_, j) => ((-1) ** (i + j) * det(minor(j, i))) / whole / 2)
  );
}
