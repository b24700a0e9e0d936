import {leastProduct} from "../../lib/budgets/leastProduct.js";
import {leastSchedule} from "../../lib/budgets/leastSchedule.js";
import {reusedRisk} from "../../lib/budgets/reusedRisk.js";
import {robbinsMonroCovariance} from "../../lib/budgets/robbinsMonroCovariance.js";
import type {StiffOfHundred} from "../cases/bound.js";
import type {Effective, Reused, Schedule} from "../cases/effective.js";
import {tenDimensional} from "../cases/fisher.js";

const {curvatures: h, anisotropic, batchSize: b} = tenDimensional;
const hessian = h.map((x, i) => h.map((_, j) => (i === j ? x : 0)));

/** The least κ_F d_eff. */
export const least = ({d, effective}: Effective) =>
  leastProduct({dimension: d, effectiveDimension: effective});

/** As if it did not depend on d: at d = 10. */
export const leastOfTen = ({effective}: Effective) =>
  leastProduct({dimension: 10, effectiveDimension: Math.min(effective, 10)});

/** d_eff d/(d_eff − 1). */
export const leastOfAll = ({d, effective}: Effective) => (effective * d) / (effective - 1);

const constantAt = (eta0: number) => {
  const V = robbinsMonroCovariance({hessian, noise: anisotropic, eta0});
  return h.reduce((sum, x, i) => sum + x * V.get(i, i), 0);
};

/** b Tr(FV) at η₀ = 1.2. */
export const constant = (_: Schedule) => constantAt(1.2);

/** At the average η₀ of two schedules. */
export const constantElsewhere = (_: Schedule) => constantAt(1);

const leastGap = (stiff: number, kappa: number) =>
  leastSchedule(Array.from({length: 100}, (_, i) => (i < stiff ? kappa : 1))).ratio;

/** How far SGD's least risk over the bound grows while κ grows tenfold. */
export const growth = ({stiff, kappa}: StiffOfHundred) =>
  leastGap(stiff, 10 * kappa) / leastGap(stiff, kappa);

/** Not at all, were the dependence tight. */
export const noGrowth = () => 1;

/** In proportion. */
export const tenfold = () => 10;

/** N(Tr(HC_T)(1 − b/n) + Σ h(1 − a)²(H⁻¹GH⁻¹)ᵢᵢ/n), a = Π(1 − η_t h). */
export const reused = ({samples, steps}: Reused) =>
  b *
  steps *
  reusedRisk({
    curvatures: h,
    variances: h.map((_, i) => anisotropic[i][i]),
    weights: h,
    learningRate: t => 1.2 / (t + 50),
    batchSize: b,
    samples,
    steps
  });

/** With fresh batches, and the data's minimum besides. */
export const reusedUncorrected = ({samples, steps}: Reused) => {
  const fresh = reused({name: "", samples: 1e15, steps});
  return fresh + (reused({name: "", samples, steps}) - fresh) / (1 - b / samples);
};
