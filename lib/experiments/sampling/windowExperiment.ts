import {symmetricEigen} from "../../linalg/symmetricEigen.js";
import {uniforms} from "../../random/uniforms.js";
import type {Flight} from "../../sampling/flights.js";
import {lossAt, residual, type Transactions, transactionsOf} from "../../sampling/transactions.js";
import {sgdCovariance} from "../../stationary/sgdCovariance.js";
import {integer, number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import {headOf, type ReplicatedHead} from "../experimentHead.js";
import {positiveSetting} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** Online logistic regression over one pass of a stream, in windows of b transactions. */
export interface WindowSpec extends ReplicatedHead {
  readonly settings: {
    /** b: transactions that wait for one update. */
    readonly b: readonly number[];
    /** η/b. */
    readonly temperatures: readonly number[];
  };
}

type Order = "shuffled" | "in order";

interface Job {
  readonly order: Order;
  readonly b: number;
  readonly temperature: number;
  readonly replicates: number;
}

interface Result {
  readonly excess: number;
  readonly standardError: number;
}

const orders: readonly Order[] = ["shuffled", "in order"];

/** Parts of the pass in order, whose spread gives its standard error. */
const parts = 20;

/**
 * Rows (order, b, η/b): `excess`, by how much the mean loss of predictions that are made before their transaction is
 * seen exceeds that of the best fixed parameter, over the second half of one pass that begins there; in windows of
 * b, each followed by a step of rate η. ± its standard error, over shuffles of the stream, and in the order of time
 * over 20 parts of the half. `predicted` is ½Tr(HΣ) of the quadratic at the best fixed parameter, with independent
 * transactions; NaN where it is not stable. Scale shortens the shuffles, never below 2.
 */
export function windowExperiment(
  spec: WindowSpec,
  flights: readonly Flight[]
): Experiment<Job, Result> {
  const {name, seed, replicates, settings} = spec;
  let known: Transactions | undefined;
  const data = () => {
    known ??= transactionsOf(flights);
    return known;
  };
  const cells = orders.flatMap(order =>
    settings.b.flatMap(b => settings.temperatures.map(temperature => ({order, b, temperature})))
  );
  return {
    ...headOf(spec),
    spec: {replicates, ...settings},
    jobs: scale =>
      cells.map(cell => ({...cell, replicates: Math.max(2, Math.floor(replicates * scale))})),
    describe: ({order, b, temperature}) => `${order}, b = ${b}, η/b = ${temperature}`,
    cost: ({order, replicates: count}) => flights.length * (order === "shuffled" ? count : 1),
    run: job => {
      if (job.order === "in order") return spread(partsOf(pass(data(), job, i => i)));
      const passes = Array.from({length: job.replicates}, (_, replicate) => {
        const cell = `b=${job.b}, temperature=${job.temperature}`;
        const order = shuffled(data().count, uniforms({seed, experiment: name, cell, replicate}));
        const excess = pass(data(), job, i => order[i]);
        return excess.reduce((sum, x) => sum + x, 0) / excess.length;
      });
      return spread(passes);
    },
    table: results => {
      const rows = cells.map((cell, k) => ({...cell, ...results[k]}));
      return table(rows, {
        order: text(row => row.order),
        b: integer(row => row.b),
        temperature: number(row => row.temperature),
        excess: number(row => row.excess),
        standardError: number(row => row.standardError),
        predicted: number(row => predictedExcess(data(), row))
      });
    },
    vary: changes =>
      windowExperiment(
        withSettings(spec, changes, {ranges: {temperatures: positiveSetting}}),
        flights
      )
  };
}

function predictedExcess(
  {hessian, noise}: Transactions,
  {b, temperature}: Pick<Job, "b" | "temperature">
): number {
  const learningRate = b * temperature;
  const {values} = symmetricEigen(hessian);
  if (learningRate * values[values.length - 1] >= 2) return Number.NaN;
  const covariance = sgdCovariance({
    hessian,
    noise: noise.map(row => row.map(x => x / b)),
    learningRate
  });
  let sum = 0;
  for (const [i, row] of hessian.entries())
    for (const [j, h] of row.entries()) sum += (h * covariance.get(i, j)) / 2;
  return sum;
}

/** Losses over those of the best fixed parameter, of the second half of a pass. */
function pass(
  data: Transactions,
  {b, temperature}: Pick<Job, "b" | "temperature">,
  rowAt: (i: number) => number
): Float64Array {
  const best = Float64Array.from(data.optimum);
  const d = best.length;
  const theta = best.slice();
  const sum = new Float64Array(d);
  const half = Math.floor(data.count / 2);
  const excess = new Float64Array(data.count - half);
  for (let i = 0; i < data.count; i++) {
    const row = rowAt(i);
    if (i >= half) excess[i - half] = lossAt(data, row, theta) - lossAt(data, row, best);
    const error = residual(data, row, theta);
    for (let j = 0; j < d; j++) sum[j] += error * data.features[row * d + j];
    if ((i + 1) % b !== 0) continue;
    for (let j = 0; j < d; j++) theta[j] -= temperature * sum[j];
    sum.fill(0);
  }
  return excess;
}

function partsOf(values: Float64Array): number[] {
  const length = Math.floor(values.length / parts);
  return Array.from(
    {length: parts},
    (_, k) => values.subarray(k * length, (k + 1) * length).reduce((sum, x) => sum + x, 0) / length
  );
}

/** 0 … n − 1 in an order of Fisher and Yates. */
function shuffled(n: number, stream: {next(): number}): Int32Array {
  const order = Int32Array.from({length: n}, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(stream.next() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

function spread(values: readonly number[]): Result {
  const n = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const squares = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  return {excess: mean, standardError: Math.sqrt(squares / (n * (n - 1)))};
}
