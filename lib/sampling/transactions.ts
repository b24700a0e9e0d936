import {exp} from "../elementary/exp.js";
import {log1p} from "../elementary/log1p.js";
import {fitLogisticRegression} from "../problems/fitLogisticRegression.js";
import {logisticRegression} from "../problems/logisticRegression.js";
import {standardise} from "../problems/standardise.js";
import {rowCovariance} from "./batchMoments.js";
import {type Flight, minuteOf} from "./flights.js";
import type {SamplingProblem} from "./samplingProblem.js";

/** Minutes from which on a flight counts as late. */
export const lateFrom = 15;

/** The largest parameter that is allowed, in size: odds of e³ for one standard deviation. */
const largest = 3;

/** Flights as transactions of a service, in the order of their departures. */
export interface Transactions {
  /** n×4, row by row: a one, then hour, its square about the mean, and distance, each standardised. */
  readonly features: Float64Array;
  /** 1 for a flight that was late by 15 minutes or more. */
  readonly labels: Float64Array;
  readonly count: number;
  /** θ⋆, the parameter of least mean loss over all of them. */
  readonly optimum: readonly number[];
  readonly hessian: readonly (readonly number[])[];
  /** G at θ⋆. */
  readonly noise: readonly (readonly number[])[];
}

/** The logistic regression of being late on the hour of departure and the distance. */
export function transactionsOf(flights: readonly Flight[]): Transactions {
  const hours = standardise(flights.map(({date}) => [(minuteOf(date) % 1440) / 60]));
  const {rows} = standardise(
    flights.map(({distance}, i) => [
      hours.rows[i][0],
      hours.rows[i][0] * hours.rows[i][0],
      distance
    ])
  );
  const table = rows.map(row => [1, ...row]);
  const labels = flights.map(({delay}) => (delay >= lateFrom ? 1 : 0));
  const optimum = fitLogisticRegression(table, labels).weights;
  const problem = logisticRegression(table, labels);
  const gradients = problem.sampleGradients(optimum).to2DArray();
  return {
    features: Float64Array.from(table.flat()),
    labels: Float64Array.from(labels),
    count: flights.length,
    optimum,
    hessian: problem.hessian(optimum).to2DArray(),
    noise: rowCovariance(Float64Array.from(gradients.flat()), flights.length, table[0].length)
  };
}

/** xᵢᵀθ. */
export function predictor({features}: Transactions, row: number, theta: Float64Array): number {
  const d = theta.length;
  let sum = 0;
  for (let j = 0; j < d; j++) sum += features[row * d + j] * theta[j];
  return sum;
}

/** log(1 + e^{−z}), z = (2y − 1)xᵀθ: the loss of one transaction, in nats. */
export function lossAt(data: Transactions, row: number, theta: Float64Array): number {
  const z = (2 * data.labels[row] - 1) * predictor(data, row, theta);
  return z > 0 ? log1p(exp(-z)) : log1p(exp(z)) - z;
}

/** σ(xᵀθ) − y: what the gradient of one transaction is of its features. */
export const residual = (data: Transactions, row: number, theta: Float64Array): number =>
  1 / (1 + exp(-predictor(data, row, theta))) - data.labels[row];

/**
 * The mean loss over all transactions, through samples that are drawn at random or, `inOrder`, come one after
 * another from a random one on, the first after the last.
 */
export function transactionProblem(
  name: string,
  data: Transactions,
  {inOrder}: {inOrder: boolean}
): SamplingProblem {
  const d = data.optimum.length;
  const mean = (theta: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < data.count; i++) sum += lossAt(data, i, theta);
    return sum / data.count;
  };
  const least = mean(Float64Array.from(data.optimum));
  return {
    name,
    dimension: d,
    start: data.optimum.map(() => 0),
    project: theta => {
      for (let j = 0; j < d; j++) theta[j] = Math.min(Math.max(theta[j], -largest), largest);
    },
    open: stream => {
      const draw = () => Math.floor(stream.next() * data.count);
      let at = inOrder ? draw() : 0;
      return {
        gradients: (theta, count, out) => {
          for (let k = 0; k < count; k++) {
            const row = inOrder ? at++ % data.count : draw();
            const error = residual(data, row, theta);
            for (let j = 0; j < d; j++) out[k * d + j] = error * data.features[row * d + j];
          }
        }
      };
    },
    excess: theta => Math.max(0, mean(theta) - least),
    optimum: data.optimum,
    hessian: data.hessian,
    noise: data.noise
  };
}
