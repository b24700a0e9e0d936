import {inverse, product, type Square, scale, subtract, transpose} from "../brute/arrays.js";
import {batchCovariance, everySubset, type FiniteLaw, overDataSets} from "../brute/finiteLaw.js";
import type {DrawnData} from "../cases/dataSets.js";
import type {LogisticModel} from "../cases/problems.js";
import * as cases from "../cases/setup.js";

/** The mean of a cost that is linear between 0, the order and the end of a uniform demand: trapezoids. */
const expectation = (cost: (demand: number) => number, order: number, range: number) => {
  const edge = 1e-12;
  const left = ((cost(0) + cost(order - edge)) / 2) * order;
  const right = ((cost(order + edge) + cost(range)) / 2) * (range - order);
  return (left + right) / range;
};

/** Central differences, exact here: expected costs are quadratic in the order, or linear. */
const slopes = (mean: (order: number) => number, at: readonly number[]) => {
  const step = 0.125;
  return at.map(x => (mean(x + step) - mean(x - step)) / (2 * step));
};

export const slopesOfMeanCost = () => {
  const {overage, underage, range} = cases.newsvendor;
  return slopes(
    order =>
      expectation(
        demand => overage * Math.max(0, order - demand) + underage * Math.max(0, demand - order),
        order,
        range
      ),
    cases.newsvendor.orders
  );
};

export const slopesOfMeanJump = () => {
  const {holding, penalty, range} = cases.serviceLevel;
  return slopes(
    order => expectation(demand => holding * order + (demand > order ? penalty : 0), order, range),
    cases.serviceLevel.orders
  );
};

/** How the largest second difference grows as the spacing is halved. */
const growth = (cost: (order: number, demand: number) => number) => () => {
  const {range} = cases.newsvendor;
  const grid = Array.from({length: 33}, (_, k) => (k / 32) * range);
  const largest = (s: number) =>
    Math.max(
      ...grid.flatMap(demand =>
        grid.map(
          order =>
            (cost(order + s, demand) - 2 * cost(order, demand) + cost(order - s, demand)) / s ** 2
        )
      )
    );
  const [wide, half, quarter] = [2 ** -6, 2 ** -7, 2 ** -8].map(largest);
  return [half / wide, quarter / half];
};

export const kinkGrowth = growth((order, demand) => {
  const {overage, underage} = cases.newsvendor;
  return overage * Math.max(0, order - demand) + underage * Math.max(0, demand - order);
});

export const quadraticGrowth = growth((order, demand) => (order - demand) ** 2);

/** Mean and covariance over every b-tuple of replications. */
export const everyReplication = ({law, b}: DrawnData) => {
  const {mean, between} = overDataSets(law, b, b, everySubset);
  return [mean, between];
};

/** The mean over all subsets of b of gradients that are central differences of the samples' losses. */
export const meansOverSubsets = ({theta}: {theta: readonly number[]}) => {
  const {features, targets} = cases.regressionRows;
  const loss = (i: number, at: readonly number[]) =>
    (features[i].reduce((s, x, j) => s + x * at[j], 0) - targets[i]) ** 2 / 2;
  const gradients = features.map((_, i) =>
    [0, 1].map(j => {
      const moved = (by: number) => theta.map((x, k) => (k === j ? x + by : x));
      return (loss(i, moved(0.5)) - loss(i, moved(-0.5))) / 1;
    })
  );
  return features.map((_, b) => everySubset(gradients, b + 1).mean);
};

/** Gradients that runs with these schedules evaluate, counted one by one. */
export const callsMade = ({horizon, batchSize}: cases.Budget) => {
  let calls = 0;
  const sampleGradient = (theta: number) => {
    calls++;
    return theta - (calls % 7);
  };
  let theta = 0;
  for (let t = 0; t < horizon; t++) {
    const b = batchSize(t);
    let sum = 0;
    for (let i = 0; i < b; i++) sum += sampleGradient(theta);
    theta -= (0.1 / b) * sum;
  }
  return calls;
};

/** Covariances of every batch from two four-point laws, ±√(2λᵢ) along each axis. */
export const everyCloud = ({b}: {b: number}) => {
  const law = (variances: readonly number[]): FiniteLaw => ({
    points: variances.flatMap((v, i) =>
      [1, -1].map(sign => variances.map((_, j) => (i === j ? sign * Math.sqrt(2 * v) : 0)))
    ),
    probabilities: [0.25, 0.25, 0.25, 0.25]
  });
  const [aligned, isotropic] = [cases.equalTraces.aligned, cases.equalTraces.isotropic].map(
    variances => overDataSets(law(variances), b, b, everySubset).between
  );
  return [
    aligned[0][0],
    aligned[1][1],
    isotropic[0][0],
    isotropic[1][1],
    isotropic[0][0] + isotropic[1][1]
  ];
};

/** G from every score, H from differences of their mean, and HᵀG⁻¹H. */
export const tableRows = ({inputs, parameters}: LogisticModel) => {
  const axes = parameters.map((_, j) => j);
  const sigma = (x: readonly number[], theta: readonly number[]) =>
    1 / (1 + Math.exp(-x.reduce((s, v, i) => s + v * theta[i], 0)));
  /** The mean over inputs and labels, under the model at its parameters. */
  const mean = (f: (x: readonly number[], y: number, p: number) => number) => {
    let sum = 0;
    for (const x of inputs)
      for (const y of [0, 1]) {
        const p = sigma(x, parameters);
        sum += ((y ? p : 1 - p) * f(x, y, p)) / inputs.length;
      }
    return sum;
  };
  const meanGradient = (theta: readonly number[]) =>
    axes.map(j => mean((x, y) => (sigma(x, theta) - y) * x[j]));
  const difference = (step: number): Square =>
    axes.map(k => {
      const moved = (by: number) => parameters.map((t, i) => (i === k ? t + by : t));
      const [up, down] = [meanGradient(moved(step)), meanGradient(moved(-step))];
      return up.map((u, j) => (u - down[j]) / (2 * step));
    });
  const h = scale(subtract(scale(difference(2e-3), 4), difference(4e-3)), 1 / 3);
  const g = axes.map(i => axes.map(j => mean((x, y, p) => (p - y) ** 2 * x[i] * x[j])));
  return [g, h, product(transpose(h), inverse(g), h)];
};

/** b Cov(g_B) over every data set and every subset of it. */
export const identification = (each: DrawnData) => scale(batchCovariance(each), each.b);
