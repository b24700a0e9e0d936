import type {lines, wanderings, windows} from "../cases/drifts.js";

type Rows = readonly (readonly number[])[];

const product = (a: Rows, b: Rows): number[][] =>
  a.map(row => b[0].map((_, j) => row.reduce((sum, x, k) => sum + x * b[k][j], 0)));

/** Σ ← (I − ηH)Σ(I − ηH) + η²G/b + bQ until it has settled. */
export function recursion({
  hessian,
  noise,
  drift,
  learningRate: eta,
  batchSize: b
}: (typeof wanderings)[number]) {
  const pull = hessian.map((row, i) => row.map((h, j) => (i === j ? 1 : 0) - eta * h));
  let sigma = hessian.map(row => row.map(() => 0));
  for (let t = 0; t < 3000; t++) {
    const carried = product(product(pull, sigma), pull);
    sigma = carried.map((row, i) =>
      row.map((x, j) => x + (eta * eta * noise[i][j]) / b + b * drift[i][j])
    );
  }
  return sigma.flat();
}

/** The least variance of e ← (1 − τh)e + τ·noise + drift over τ, by thirds, and where it is. */
export function leastVariance({curvature: h, g, q}: (typeof lines)[number]) {
  const at = (tau: number) => (tau * tau * g + q) / (1 - (1 - tau * h) ** 2);
  let [low, high] = [Math.log(1e-8), Math.log(1 / h)];
  for (let k = 0; k < 200; k++) {
    const [left, right] = [(2 * low + high) / 3, (low + 2 * high) / 3];
    if (at(Math.exp(left)) < at(Math.exp(right))) high = right;
    else low = left;
  }
  const best = Math.exp((low + high) / 2);
  return [best, at(best)];
}

/** (1/b) ΣΣ φ^{|j−k|} over all pairs of a window. */
export function pairs({batchSize: b, correlation}: (typeof windows)[number]) {
  let sum = 0;
  for (let j = 0; j < b; j++) for (let k = 0; k < b; k++) sum += correlation ** Math.abs(j - k) / b;
  return sum;
}
