import {inverse, scale} from "../brute/arrays.js";
import {simpson} from "../brute/quadrature.js";
import {
  alternating,
  bursts,
  type GaussianRuns,
  remembered,
  type Tosses,
  twoRuns
} from "../cases/noiseLaw.js";

/** ½∫|p − q| of two runs under Gaussian noise, along the line that tells them apart, after t + 1 steps over t. */
export function gaussianRuns({pulls, noise, start, steps}: GaussianRuns) {
  const distance = (t: number) => {
    let covariance = scale(noise, 0);
    let mean = [...start];
    for (let k = 0; k < t; k++) {
      covariance = covariance.map((row, i) =>
        row.map((x, j) => pulls[i] * x * pulls[j] + noise[i][j])
      );
      mean = mean.map((x, i) => pulls[i] * x);
    }
    const back = inverse(covariance);
    const apart = Math.sqrt(
      mean.reduce((s, x, i) => s + x * mean.reduce((u, y, j) => u + back[i][j] * y, 0), 0)
    );
    const density = (x: number) => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);
    return simpson(x => density(x - apart) - density(x + apart), 0, 12);
  };
  return distance(steps + 1) / distance(steps);
}

/** Variance and fourth cumulant after 10 and 11 steps, over every sequence of kicks. */
export const alternatingCumulants = () =>
  [10, 11].flatMap(steps => {
    const {decay, laws} = alternating;
    let [second, fourth] = [0, 0];
    const visit = (theta: number, chance: number, t: number): void => {
      if (t === steps) {
        second += chance * theta ** 2;
        fourth += chance * theta ** 4;
        return;
      }
      const {points, probabilities} = laws[t % 2];
      for (const [k, x] of points.entries())
        visit(decay * (theta + x), chance * probabilities[k], t + 1);
    };
    visit(0, 1, 0);
    return [second, fourth - 3 * second ** 2];
  });

/** The same under coin tosses: all tosses of two runs, and the mass on common points. */
export function tossedRuns() {
  const {decay, tosses} = twoRuns;
  const law = (start: number, t: number) => {
    let points = [start];
    for (let k = 0; k < t; k++)
      points = points.flatMap(x => [decay * x + decay, decay * x - decay]);
    return points;
  };
  const distance = (t: number) => {
    const here = new Set(law(0, t));
    return law(1 / 3, t).filter(x => !here.has(x)).length / 2 ** t;
  };
  return distance(tosses) / distance(tosses - 1);
}

/** E θ² over all sequences of tosses, the size of each from the sign of the last. */
export function everySequence({sizes: [afterHeads, afterTails], agreement}: Tosses) {
  const {decay, rate, steps} = remembered;
  let sum = 0;
  const visit = (x: number, last: number, t: number, weight: number): void => {
    if (t === steps) {
      sum += weight * x * x;
      return;
    }
    for (const sign of [1, -1])
      visit(
        decay * x - rate * (last > 0 ? afterHeads : afterTails) * sign,
        sign,
        t + 1,
        weight * (sign === last ? agreement : 1 - agreement)
      );
  };
  visit(0, 1, 0, 0.5);
  visit(0, -1, 0, 0.5);
  return sum;
}

/** The standard deviation of Q_T = d·(number of bursts), from binomial probabilities. */
export function burstDeviations() {
  const spread = (d: number, T: number) => {
    let probability = 2 ** -T;
    let [mean, second] = [0, 0];
    for (let k = 0; k <= T; k++) {
      mean += probability * d * k;
      second += probability * (d * k) ** 2;
      probability *= (T - k) / (k + 1);
    }
    return Math.sqrt(second - mean ** 2);
  };
  const {dimension: d, steps: T} = bursts;
  return [spread(4 * d, T) / spread(d, T), spread(d, 4 * T) / spread(d, T)];
}
