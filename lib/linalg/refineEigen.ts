import {square} from "../elementary/square.js";
import {type Dense, frobenius, large, multiply, plus, transpose} from "./dense.js";

/**
 * Sharpens a computed eigendecomposition S ≈ V diag(d) Vᵀ, in place, until each eigenvalue is right
 * to a few ε relative to itself and eigenvectors of neighbouring small eigenvalues are separated:
 * what a solver with absolute error ε‖S‖ cannot give for an ill-conditioned S. `product` returns SV,
 * each column right to ε relative to itself.
 *
 * Method: T = VᵀSV, with SV that accurate, is diagonal up to ε‖S‖ and
 * its entries carry an error of ε·min(|dᵢ|, |dⱼ|) only; Jacobi rotations diagonalise it with high
 * relative accuracy (Demmel and Veselić 1992). Valid while ‖S‖/|d| stays below about 1/ε. In large matrices they
 * turn what is not {@link isSlight}; the rest is turned at once, to first order.
 */
export function refineEigen(
  product: (v: Dense) => Dense,
  v: Dense,
  d: Float64Array,
  n: number
): void {
  normalizeColumns(v, n);
  const columns = transpose(v, n);
  const raw = multiply(columns, product(v), n);
  const t = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const [row, column] = Math.abs(d[j]) < Math.abs(d[i]) ? [i, j] : [j, i];
      t[i * n + j] = t[j * n + i] = raw[row * n + column];
    }
  jacobi(t, columns, n);
  if (n >= large) columns.set(turnedAtOnce(t, columns, n));
  const order = Array.from({length: n}, (_, i) => i).sort((i, j) => t[i * n + i] - t[j * n + j]);
  for (const [to, from] of order.entries()) {
    d[to] = t[from * n + from];
    for (let k = 0; k < n; k++) v[k * n + to] = columns[from * n + k];
  }
}

/** Cyclic Jacobi on the nearly diagonal `t`; the rows of `vectors` turn with it. */
function jacobi(t: Dense, vectors: Dense, n: number): void {
  const negligible = 4 * Number.EPSILON;
  const floor = square(Number.EPSILON) * frobenius(t);
  for (let sweep = 0, rotated = true; rotated && sweep < 10; sweep++) {
    rotated = false;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const x = t[p * n + q];
        const a = t[p * n + p];
        const b = t[q * n + q];
        const size = Math.sqrt(Math.abs(a)) * Math.sqrt(Math.abs(b));
        if (Math.abs(x) <= Math.max(floor, negligible * size)) continue;
        if (n >= large && isSlight(x, size, b - a)) continue;
        const theta = (b - a) / (2 * x);
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        const sine = tangent * cosine;
        rotate(t, p * n, q * n, n, cosine, sine);
        for (let k = 0; k < n; k++) {
          t[k * n + p] = t[p * n + k];
          t[k * n + q] = t[q * n + k];
        }
        t[p * n + p] = a - tangent * x;
        t[q * n + q] = b + tangent * x;
        t[p * n + q] = t[q * n + p] = 0;
        rotate(vectors, p * n, q * n, n, cosine, sine);
        rotated = true;
      }
  }
}

/** An angle whose square is below ε, however many of them there are. */
const slight = 2 ** -28;

/** Whether the angle by which x is turned away is slight, and x so beside the two values. */
const isSlight = (x: number, size: number, gap: number): boolean =>
  Math.abs(x) <= slight * Math.min(2 * size, Math.abs(gap));

/**
 * V(I + E) with Eᵢⱼ = tᵢⱼ/(tⱼⱼ − tᵢᵢ), vectors as rows, after which S is diagonal up to squares of slight angles;
 * the diagonal of `t` becomes the eigenvalues, to second order.
 */
function turnedAtOnce(t: Dense, vectors: Dense, n: number): Dense {
  const turn = new Float64Array(n * n);
  const values = Float64Array.from({length: n}, (_, i) => t[i * n + i]);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const x = t[i * n + j];
      const gap = values[i] - values[j];
      if (x === 0 || !(Math.abs(x) <= slight * Math.abs(gap))) continue;
      turn[i * n + j] = x / gap;
      turn[j * n + i] = -x / gap;
      t[i * n + i] += (x * x) / gap;
      t[j * n + j] -= (x * x) / gap;
    }
  }
  return plus(vectors, multiply(turn, vectors, n));
}

function rotate(a: Dense, p: number, q: number, n: number, cosine: number, sine: number): void {
  for (let k = 0; k < n; k++) {
    const x = a[p + k];
    const y = a[q + k];
    a[p + k] = cosine * x - sine * y;
    a[q + k] = sine * x + cosine * y;
  }
}

function normalizeColumns(v: Dense, n: number): void {
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += v[i * n + j] * v[i * n + j];
    const scale = 1 / Math.sqrt(sum);
    for (let i = 0; i < n; i++) v[i * n + j] *= scale;
  }
}
