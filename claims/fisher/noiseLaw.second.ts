import {lowerFactor} from "../brute/arrays.js";
import {bursts, type GaussianRuns, remembered, type Tosses, twoRuns} from "../cases/noiseLaw.js";

/** The mass of one Gaussian between the two means, from the series of the error function. */
export function gaussianRuns({pulls, noise, start, steps}: GaussianRuns) {
  const distance = (t: number) => {
    const covariance = noise.map((row, i) =>
      row.map((g, j) => (g * (1 - (pulls[i] * pulls[j]) ** t)) / (1 - pulls[i] * pulls[j]))
    );
    const root = lowerFactor(covariance);
    const solved: number[] = [];
    for (const [i, row] of root.entries())
      solved.push(
        (start[i] * pulls[i] ** t - solved.reduce((s, x, k) => s + row[k] * x, 0)) / row[i]
      );
    const x = Math.hypot(...solved) / Math.sqrt(2);
    let [sum, term] = [0, x];
    for (let k = 0; k < 20; k++) {
      sum += term / (2 * k + 1);
      term *= -(x * x) / (k + 1);
    }
    return (2 * sum) / Math.sqrt(Math.PI);
  };
  return distance(steps + 1) / distance(steps);
}

/**
 * The same under coin tosses, in whole numbers: after t steps 3·2ᵗθ is a multiple of 3 in the run from
 * 0, and a multiple of 3 plus 1 in the run from ⅓.
 */
export function tossedRuns() {
  const {tosses} = twoRuns;
  const residues = (start: number, t: number) => {
    let points = [start];
    for (let k = 0; k < t; k++) points = points.flatMap(n => [n + 3 * 2 ** k, n - 3 * 2 ** k]);
    return points.map(n => ((n % 3) + 3) % 3);
  };
  const distance = (t: number) => {
    const from0 = new Set(residues(0, t));
    return residues(1, t).filter(r => !from0.has(r)).length / 2 ** t;
  };
  return distance(tosses) / distance(tosses - 1);
}

/** E θ² with E ξ² of each step: a martingale difference has no covariance with what was before. */
export const moments = ({sizes: [small, large]}: Tosses) => {
  const {decay, rate, steps} = remembered;
  let second = 0;
  for (let t = 0; t < steps; t++)
    second = decay ** 2 * second + rate ** 2 * ((small ** 2 + large ** 2) / 2);
  return second;
};

/** The law of the number of bursts, one step after another. */
export function burstDeviations() {
  const spread = (d: number, T: number) => {
    let law = [1];
    for (let t = 0; t < T; t++)
      law = Array.from({length: law.length + 1}, (_, k) => ((law[k] ?? 0) + (law[k - 1] ?? 0)) / 2);
    const mean = law.reduce((s, p, k) => s + p * k, 0);
    return d * Math.sqrt(law.reduce((s, p, k) => s + p * (k - mean) ** 2, 0));
  };
  const {dimension: d, steps: T} = bursts;
  return [spread(4 * d, T) / spread(d, T), spread(d, 4 * T) / spread(d, T)];
}
