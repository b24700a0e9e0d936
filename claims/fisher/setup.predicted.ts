import type {DrawnData} from "../cases/dataSets.js";
import type {LogisticModel} from "../cases/problems.js";
import * as cases from "../cases/setup.js";
import {invert, times, toMatrix} from "../printed/algebra.js";
import {covarianceOf, meanOf} from "../printed/law.js";
import {logisticInformation} from "../printed/logisticInformation.js";

/** E ∇h of the newsvendor: (o + u)F(θ) − u; `least` stands for u. */
const meanSlopeFrom = (least: number) => () => {
  const {overage, underage, range, orders} = cases.newsvendor;
  return orders.map(order => ((overage + underage) * order) / range - least);
};

export const meanSlope = meanSlopeFrom(cases.newsvendor.underage);

/** E ∇h of a cost that jumps where a demand is missed: only the holding cost has a slope. */
export const meanSlopeOfJump = () =>
  cases.serviceLevel.orders.map(() => cases.serviceLevel.holding);

/** Growth of the largest second difference as the spacing is halved, twice: (o + u)/s. */
export const kinkGrowth = () => [2, 2];

/** Bounded by some M. */
export const boundedGrowth = () => [1, 1];

/** (2): mean ∇L and covariance G/b. */
export const replicated = ({law, b}: DrawnData) => [meanOf(law), times(1 / b, covarianceOf(law))];

/** The covariance with b + 1. */
export const replicatedMore = ({law, b}: DrawnData) => [
  meanOf(law),
  times(1 / (b + 1), covarianceOf(law))
];

const residuals = (theta: readonly number[]) =>
  cases.regressionRows.features.map(
    (row, i) => row.reduce((s, x, j) => s + x * theta[j], 0) - cases.regressionRows.targets[i]
  );

/** ∇Lₙ of the regression, by the chain rule, for every batch size. */
export const fullGradients = ({theta}: {theta: readonly number[]}) => {
  const {features} = cases.regressionRows;
  return features.map(() =>
    [0, 1].map(
      j => residuals(theta).reduce((s, r, i) => s + r * features[i][j], 0) / features.length
    )
  );
};

/** Sums over the batch divided by n. */
export const fullGradientsOverN = (each: {theta: readonly number[]}) =>
  fullGradients(each).map((gradient, k) =>
    gradient.map(x => (x * (k + 1)) / cases.regressionRows.features.length)
  );

const spent =
  (last: number) =>
  ({horizon, batchSize}: cases.Budget) => {
    let sum = 0;
    for (let t = 0; t < horizon + last; t++) sum += batchSize(t);
    return sum;
  };

/** (8): Σ bₜ over t < T. */
export const budget = spent(0);

/** Σ bₜ over t ≤ T. */
export const budgetIncluded = spent(1);

const cloudsWith =
  (isotropic: readonly number[]) =>
  ({b}: {b: number}) => {
    const {aligned} = cases.equalTraces;
    const trace = aligned[0] + aligned[1];
    return [aligned[0] / b, aligned[1] / b, isotropic[0] / b, isotropic[1] / b, trace / b];
  };

/** Figure 1: G/b and (Tr G/d) I/b. */
export const clouds = cloudsWith(cases.equalTraces.isotropic);

const radius = Math.sqrt(cases.equalTraces.aligned[0] * cases.equalTraces.aligned[1]);

/** Equal determinants, not equal traces. */
export const cloudsOfEqualArea = cloudsWith([radius, radius]);

/** Table 2's rows under correct specification: F = G = H = HᵀG⁻¹H. */
export const notation = (model: LogisticModel) => {
  const f = toMatrix(logisticInformation(model));
  return [f, f, f];
};

/** H⁻¹GH⁻¹ for HᵀG⁻¹H. */
export const notationInverted = (model: LogisticModel) => {
  const f = toMatrix(logisticInformation(model));
  return [f, f, invert(f)];
};

/** The main results' first line without a remainder: b Cov(g_B) = G. */
export const identified = ({law}: DrawnData) => covarianceOf(law);

/** With the finite-population factor as a remainder. */
export const identifiedWithRemainder = ({law, n, b}: DrawnData) =>
  times(1 - b / n, covarianceOf(law));
