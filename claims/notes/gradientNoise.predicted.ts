import {finitePopulationCovariance} from "../../lib/noise/finitePopulationCovariance.js";
import type {LawBatch, RowBatch} from "../cases/batches.js";
import type {SlopeOfOne} from "../cases/setup.js";
import {times} from "../printed/algebra.js";
import * as batchCovariance from "../printed/batchCovariance.js";
import {empiricalCovariance, meanGradient, stepsOnPairs} from "../printed/dataSet.js";
import {covarianceOf} from "../printed/law.js";

/** Proposition 1.1: E[g_B] = g_n. */
export const unbiased = ({rows}: RowBatch) => meanGradient(rows);

/** E[g_B] = (n−1)/n g_n. */
export const biased = ({rows, samples: n}: RowBatch) =>
  meanGradient(rows).map(x => ((n - 1) / n) * x);

/** Proposition 1.2: Σ_emp/B. */
export const withReplacement = ({rows, batchSize}: RowBatch) =>
  finitePopulationCovariance(rows, batchSize, {replacement: true});

/** Sₙ/B, with 1/(n−1). */
export const withReplacementUnbiased = batchCovariance.unbiased;

/** §1.8.4, 4: (n−B)/(n−1) Σ_emp/B. */
export const {withoutReplacement} = batchCovariance;

/** (n−B)/n for (n−B)/(n−1). */
export const withoutReplacementOverN = ({rows, samples: n, batchSize: b}: RowBatch) =>
  times((n - b) / n / b, empiricalCovariance(rows));

/** §1.8.4, 1: B·Cov, the same for every B. */
export const scaling = ({rows}: RowBatch) => empiricalCovariance(rows);

/** Were the standard deviation to fall as 1/B. */
export const scalingOfDeviation = batchCovariance.empirical;

/** Proposition 1.3: (1/B) (n−1)/n Σ_pop. */
export const expected = ({law, samples: n, batchSize: b}: LawBatch) =>
  times((n - 1) / n / b, covarianceOf(law));

/** Σ_pop/B. */
export const expectedUncorrected = ({law, batchSize: b}: LawBatch) =>
  times(1 / b, covarianceOf(law));

/** (4): Σ_pop/n. */
export const sampling = ({law, samples: n}: LawBatch) => times(1 / n, covarianceOf(law));

/** Σ_pop/(n−1). */
export const samplingUnbiased = ({law, samples: n}: LawBatch) =>
  times(1 / (n - 1), covarianceOf(law));

const mean = (values: readonly number[]) => values.reduce((a, v) => a + v, 0) / values.length;
const covariance = (u: readonly number[], v: readonly number[]) =>
  mean(u.map((a, i) => (a - mean(u)) * (v[i] - mean(v))));

/**
 * §1.8.4, 2, for gradients x(xθ − y): Σ_emp(θ) = Var(x²)θ² − 2 Cov(x², xy)θ + Var(xy), divided by B = 2; and 1, it
 * depends on θ.
 */
export function positionDependent({x, y, theta: t}: SlopeOfOne) {
  const squares = x.map(a => a * a);
  const cross = x.map((a, i) => a * y[i]);
  return [
    (covariance(squares, squares) * t * t -
      2 * covariance(squares, cross) * t +
      covariance(cross, cross)) /
      2,
    1
  ];
}

/** Its value at θ = 0 everywhere: additive noise. */
export const positionIndependent = (at: SlopeOfOne) => positionDependent({...at, theta: 0});

/** §5 as printed: (1/B) (n−B)/(n−1) Cov_i for sampling with replacement. */
export const withReplacementAsPrinted = withoutReplacement;

/** −g_n + kξ with ξ = g_n − g_B for every pair of samples: −g_B + ξ is −g_n + 2ξ. */
const updates =
  (k: number) =>
  ({rows}: RowBatch) =>
    stepsOnPairs(rows, k);

/** (14), read on every batch of the list in turn: Δθ/η = −g_n + ξ, which is −g_B. */
export const drift = updates(1);

/** (14) as printed: Δθ/η = −g_B + ξ, ξ = g_n − g_B. */
export const driftAsPrinted = updates(2);

/** Δθ/η = −g_n − ξ. */
export const driftOtherSign = updates(-1);
