import {simpson} from "../brute/quadrature.js";
import {bursts, remembered, type Tosses, twoRuns} from "../cases/noiseLaw.js";

/** ½∫|p − q| of two runs under Gaussian noise, after t + 1 steps over t. */
export function gaussianRuns() {
  const {decay, steps} = twoRuns;
  const distance = (t: number) => {
    let variance = 0;
    let mean = 1;
    for (let k = 0; k < t; k++) {
      variance = decay ** 2 * variance + 1;
      mean *= decay;
    }
    const density = (x: number) =>
      Math.exp(-(x * x) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
    return simpson(x => density(x - mean) - density(x + mean), 0, 12);
  };
  return distance(steps + 1) / distance(steps);
}

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
