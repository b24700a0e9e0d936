import type {Matrix} from "ml-matrix";
import {binaryModel, population} from "../cases/problems.js";
import {
  budgets,
  equalTraces,
  newsvendor,
  positions,
  regressionRows,
  serviceLevel
} from "../cases/setup.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, eye, invert, plus, times} from "../printed/algebra.js";
import {covarianceOf, meanOf} from "../printed/law.js";

const orders = "θ = ½, 1, 1½";

/** E ∇h of the newsvendor: (o + u)F(θ) − u. */
export const meanSlope = (): Numbers => ({
  [orders]: newsvendor.orders.map(
    order =>
      ((newsvendor.overage + newsvendor.underage) * order) / newsvendor.range - newsvendor.underage
  )
});

/** The same with the two costs exchanged. */
export const meanSlopeExchanged = (): Numbers => ({
  [orders]: newsvendor.orders.map(
    order =>
      ((newsvendor.overage + newsvendor.underage) * order) / newsvendor.range - newsvendor.overage
  )
});

/** E ∇h of a cost that jumps where a demand is missed: only the holding cost has a slope. */
export const meanSlopeOfJump = (): Numbers => ({
  [orders]: serviceLevel.orders.map(() => serviceLevel.holding)
});

const replications = [2, 3, 4];
const G = covarianceOf(population);

const perReplications = (f: (b: number) => number): Numbers =>
  Object.fromEntries(
    replications.map(b => [`b = ${b}`, [...meanOf(population), ...entries(times(f(b), G))]])
  );

/** (2): mean ∇L and covariance G/b. */
export const replicated = (): Numbers => perReplications(b => 1 / b);

/** The covariance with b−1. */
export const replicatedUnbiased = (): Numbers => perReplications(b => 1 / (b - 1));

const residuals = (theta: readonly number[]) =>
  regressionRows.features.map(
    (row, i) => row.reduce((s, x, j) => s + x * theta[j], 0) - regressionRows.targets[i]
  );

/** ∇Lₙ of the regression, by the chain rule, for every batch size. */
export const fullGradients = (): Numbers => {
  const {features} = regressionRows;
  return Object.fromEntries(
    positions.map(theta => [
      `θ = (${theta.join(", ")})`,
      features.flatMap(() =>
        [0, 1].map(
          j => residuals(theta).reduce((s, r, i) => s + r * features[i][j], 0) / features.length
        )
      )
    ])
  );
};

/** Sums over the batch divided by n. */
export const fullGradientsOverN = (): Numbers =>
  Object.fromEntries(
    Object.entries(fullGradients()).map(([name, values]) => [
      name,
      values.map((x, k) => (x * (Math.floor(k / 2) + 1)) / regressionRows.features.length)
    ])
  );

const spent = (last: number): Numbers =>
  Object.fromEntries(
    budgets.map(({name, horizon, batchSize}) => {
      let sum = 0;
      for (let t = 0; t < horizon + last; t++) sum += batchSize(t);
      return [name, [sum]];
    })
  );

/** (8): Σ bₜ over t < T. */
export const budget = (): Numbers => spent(0);

/** Σ bₜ over t ≤ T. */
export const budgetIncluded = (): Numbers => spent(1);

/** Figure 1: G/b and (Tr G/d) I/b. */
export const clouds = (): Numbers => cloudsWith(equalTraces.isotropic);

/** Equal determinants, not equal traces. */
export const cloudsOfEqualArea = (): Numbers => {
  const radius = Math.sqrt(equalTraces.aligned[0] * equalTraces.aligned[1]);
  return cloudsWith([radius, radius]);
};

const cloudsWith = (isotropic: readonly number[]): Numbers =>
  Object.fromEntries(
    equalTraces.batchSizes.map(b => {
      const {aligned} = equalTraces;
      const trace = aligned[0] + aligned[1];
      return [
        `b = ${b}`,
        [aligned[0] / b, aligned[1] / b, isotropic[0] / b, isotropic[1] / b, trace / b]
      ];
    })
  );

/** Table 2's rows under correct specification: F = G = H = HᵀG⁻¹H. */
export const notation = (): Numbers => {
  const f = logisticInformation();
  return {G: entries(f), H: entries(f), J: entries(f)};
};

/** H⁻¹GH⁻¹ for HᵀG⁻¹H. */
export const notationInverted = (): Numbers => ({
  ...notation(),
  J: entries(invert(logisticInformation()))
});

function logisticInformation(): Matrix {
  const {inputs, parameters} = binaryModel;
  return inputs.reduce(
    (sum, x) => {
      const p = 1 / (1 + Math.exp(-x.reduce((s, v, i) => s + v * parameters[i], 0)));
      const outer = eye(2);
      for (const i of [0, 1])
        for (const j of [0, 1]) outer.set(i, j, (p * (1 - p) * x[i] * x[j]) / inputs.length);
      return plus(sum, outer);
    },
    times(0, eye(2))
  );
}

/** The main results' first line without a remainder: b Cov(g_B) = G. */
export const identified = (): Numbers =>
  Object.fromEntries([1, 2, 3, 4].map(b => [`n = 4, b = ${b}`, entries(G)]));

/** With the finite-population factor as a remainder. */
export const identifiedWithRemainder = (): Numbers =>
  Object.fromEntries([1, 2, 3, 4].map(b => [`n = 4, b = ${b}`, entries(times(1 - b / 4, G))]));
