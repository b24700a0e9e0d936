import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {type Probit, probits} from "../cases/fisher.js";
import type {Context} from "../ledger/claim.js";

const {dimension, batches} = probits;

/** Simpson's rule on [−9, 9] for the normal weight, and Φ by adding up its density in small steps. */
const cells = 6000;
const width = 18 / cells;
const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
const nodes = Array.from({length: cells + 1}, (_, k) => k * width - 9);
const simpson = nodes.map(
  (z, k) => (density(z) * width * (k === 0 || k === cells ? 1 : k % 2 === 1 ? 4 : 2)) / 3
);
const mean = (f: (z: number, k: number) => number) =>
  nodes.reduce((sum, z, k) => sum + simpson[k] * f(z, k), 0);

/** Φ by its series about zero within, and 0 or 1 beyond six standard deviations. */
function cdf(x: number): number {
  if (x > 6) return 1 - tail(x);
  if (x < -6) return tail(-x);
  let term = x;
  let sum = x;
  for (let k = 1; k < 120; k++) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return 0.5 + density(x) * sum;
}

/** 1 − Φ far out, by the continued fraction. */
function tail(x: number): number {
  let fraction = x;
  for (let k = 40; k > 0; k--) fraction = x + k / fraction;
  return density(x) / fraction;
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

function projection({length, square}: Probit) {
  const q = nodes.map(z => cdf(length * z + square * (z * z - 1)));
  let [low, high] = [0, 20];
  for (let k = 0; k < 60; k++) {
    const c = (low + high) / 2;
    if (mean((z, i) => (logistic(c * z) - q[i]) * z) > 0) high = c;
    else low = c;
  }
  const c = (low + high) / 2;
  const score = (z: number, i: number) => {
    const p = logistic(c * z);
    return q[i] * (1 - p) * (1 - p) + (1 - q[i]) * p * p;
  };
  const bend = (z: number) => logistic(c * z) * (1 - logistic(c * z));
  return {
    c,
    noise: [mean((z, i) => z * z * score(z, i)), mean(score)],
    curvature: [mean(z => z * z * bend(z)), mean(bend)]
  };
}

/** The projection by bisection on its score, and both matrices by Simpson's rule. */
export const integrated = (probit: Probit) => {
  const {c, noise, curvature} = projection(probit);
  return [c, ...noise, ...curvature];
};

/** ‖H − J‖/‖J‖. */
export function distance(probit: Probit) {
  const {noise, curvature} = projection(probit);
  const norm = ([along, across]: readonly number[]) =>
    Math.hypot(along, Math.sqrt(dimension - 1) * across);
  return norm(curvature.map((x, i) => x - noise[i])) / norm(noise);
}

/** The covariance over all 56 batches of three, their gradients from the derivative of the loss. */
export function enumerated() {
  const {features, labels, batchSize, weights} = probits;
  const n = features.length;
  const loss = (i: number, w: readonly number[]) => {
    const predictor = features[i][0] * w[0] + features[i][1] * w[1];
    return Math.log(1 + Math.exp(labels[i] === 1 ? -predictor : predictor));
  };
  const step = 1e-3;
  const gradient = (i: number) =>
    [0, 1].map(j => {
      const at = (h: number) =>
        loss(i, [weights[0] + (j === 0 ? h : 0), weights[1] + (j === 1 ? h : 0)]);
      // Sixth-order central difference.
      return (
        (45 * (at(step) - at(-step)) -
          9 * (at(2 * step) - at(-2 * step)) +
          at(3 * step) -
          at(-3 * step)) /
        (60 * step)
      );
    });
  const psi = Array.from({length: n}, (_, i) => gradient(i));
  const means: number[][] = [];
  for (let mask = 0; mask < 2 ** n; mask++) {
    const chosen = psi.filter((_, i) => (mask >> i) & 1);
    if (chosen.length === batchSize)
      means.push([0, 1].map(j => chosen.reduce((s, row) => s + row[j], 0) / batchSize));
  }
  const centre = [0, 1].map(j => means.reduce((s, row) => s + row[j], 0) / means.length);
  const entry = (i: number, j: number) =>
    means.reduce((s, row) => s + (row[i] - centre[i]) * (row[j] - centre[j]), 0) / means.length;
  return [entry(0, 0), entry(0, 1), entry(1, 0), entry(1, 1)];
}

/** 800 Gaussian vectors again and again: the squared relative error of their variances. */
export function repeatedErrors(
  {dimension: d, repetitions}: {dimension: number; repetitions: number},
  {seed}: Context
) {
  const z = normals(uniforms({seed, experiment: "claim Figure 9", cell: `d=${d}`, replicate: 0}));
  const variances = Array.from({length: d}, (_, i) => (i === 0 ? 0.075 : 0.167));
  const norm = variances.reduce((s, v) => s + v * v, 0);
  const errors: number[] = [];
  for (let r = 0; r < repetitions; r++) {
    let squared = 0;
    for (const v of variances) {
      let [sum, squares] = [0, 0];
      for (let m = 0; m < batches; m++) {
        const x = z.next();
        sum += x;
        squares += x * x;
      }
      squared += (v * ((squares - (sum * sum) / batches) / (batches - 1) - 1)) ** 2;
    }
    errors.push(squared / norm);
  }
  return sampled(errors);
}
