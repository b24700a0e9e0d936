import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {godambeInformation} from "../../lib/noise/godambeInformation.js";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import type {BoundPair, NoisyMetric, StiffOfHundred} from "../cases/bound.js";
import {toMatrix} from "../printed/algebra.js";

export const dimensionOf = ({metric}: BoundPair) => metric.length;

export const effectiveDimensionOf = ({metric}: BoundPair) => effectiveDimension(metric);

const dimension = 100;

/** Σ x²/(2x − 1)/d for x = κ and x = 1, at η₀ = 1/µ_F. */
const meanOver =
  (part: (x: number) => number) =>
  ({stiff, kappa}: StiffOfHundred) =>
    (stiff * part(kappa) + (dimension - stiff) * part(1)) / dimension;

export const gapAtFixedCondition = meanOver(x => x ** 2 / (2 * x - 1));

/** As if only the stiffest direction counted, or all alike. */
export const gapOfLargest = meanOver(() => 100 ** 2 / (2 * 100 - 1));

/** d_eff/d: a gap that tightens with d_eff. */
export const gapPrinted = ({stiff, kappa}: StiffOfHundred) =>
  (stiff * kappa + dimension - stiff) / kappa / dimension;

const metricOf = ({hessian, noise, metric}: NoisyMetric) =>
  metric === "G" ? toMatrix(noise) : godambeInformation(hessian, noise);

/** Tr M H⁻¹GH⁻¹. */
export const localBound = (each: NoisyMetric) =>
  metricOf(each).mmul(sandwichCovariance(each.hessian, each.noise)).trace();

/** d in either metric. */
export const dimensionBound = ({hessian}: NoisyMetric) => hessian.length;

/** Tr MH⁻¹. */
export const curvatureBound = (each: NoisyMetric) =>
  metricOf(each).mmul(sandwichCovariance(each.hessian, each.hessian)).trace();
