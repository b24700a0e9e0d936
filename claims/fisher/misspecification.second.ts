import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {type Probit, probits} from "../cases/fisher.js";
import type {Context} from "../ledger/claim.js";

const {dimension, features, labels, weights, batchSize} = probits;
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** ‖H − J‖/‖J‖ from samples: labels are drawn, the slope is fitted, squares are averaged. */
export function drawn({length, square}: Probit, {seed}: Context): number {
  const z = normals(
    uniforms({seed, experiment: "claim Experiment A", cell: `${length} ${square}`, replicate: 0})
  );
  const n = 60_000;
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    x[i] = z.next();
    y[i] = length * x[i] + square * (x[i] * x[i] - 1) + z.next() > 0 ? 1 : 0;
  }
  let c = 1;
  for (let iteration = 0; iteration < 8; iteration++) {
    let [slope, curvature] = [0, 0];
    for (let i = 0; i < n; i++) {
      const p = logistic(c * x[i]);
      slope += (p - y[i]) * x[i];
      curvature += p * (1 - p) * x[i] * x[i];
    }
    c -= slope / curvature;
  }
  const sums = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const p = logistic(c * x[i]);
    const [score, bend] = [(p - y[i]) ** 2, p * (1 - p)];
    sums[0] += score * x[i] * x[i];
    sums[1] += score;
    sums[2] += bend * x[i] * x[i];
    sums[3] += bend;
  }
  const norm = (along: number, across: number) =>
    Math.hypot(along, Math.sqrt(dimension - 1) * across);
  return norm(sums[2] - sums[0], sums[3] - sums[1]) / norm(sums[0], sums[1]);
}

/** The covariance of batch means from pairs of samples: who is in a batch with whom, counted. */
export function paired() {
  const n = features.length;
  const psi = features.map((row, i) => {
    const miss = logistic(row[0] * weights[0] + row[1] * weights[1]) - labels[i];
    return [miss * row[0], miss * row[1]];
  });
  const alone = batchSize / n;
  const together = (batchSize * (batchSize - 1)) / (n * (n - 1));
  const entry = (a: number, b: number) => {
    let sum = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        sum += psi[i][a] * psi[j][b] * ((i === j ? alone : together) - alone * alone);
    return sum / (batchSize * batchSize);
  };
  return [entry(0, 0), entry(0, 1), entry(1, 0), entry(1, 1)];
}
