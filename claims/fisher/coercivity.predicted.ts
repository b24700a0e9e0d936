import {alignmentAngle} from "../../lib/budgets/alignmentAngle.js";
import {leastStrongConvexity} from "../../lib/budgets/leastStrongConvexity.js";
import type {Ratios, Spectra} from "../cases/coercivity.js";

/** ½(h_max + h_min) − (κ_F + 1)/(4√κ_F)·(h_max − h_min). */
export const least = ({curvatures, informations}: Spectra) =>
  leastStrongConvexity({
    largest: Math.max(...curvatures),
    smallest: Math.min(...curvatures),
    metricRatio: Math.max(...informations) / Math.min(...informations)
  });

/** With κ_F for its root. */
export const leastWithoutRoot = ({curvatures, informations}: Spectra) => {
  const [low, high] = [Math.min(...curvatures), Math.max(...curvatures)];
  const kappa = Math.max(...informations) / Math.min(...informations);
  return (high + low) / 2 - ((kappa + 1 / kappa) / 4) * (high - low);
};

/** The κ_F with (√κ_H − 1)(√κ_F − 1) = 2, and the angle at a κ_F that is a multiple of it, in degrees. */
export const limits = ({curvatureRatio, beyond}: Ratios) => {
  const limit = (1 + 2 / (Math.sqrt(curvatureRatio) - 1)) ** 2;
  return [limit, alignmentAngle({curvatureRatio, metricRatio: beyond * limit})];
};

/** (√κ_H − 1)(√κ_F − 1) = 1. */
export const limitsOfOne = ({curvatureRatio, beyond}: Ratios) => {
  const limit = (1 + 1 / (Math.sqrt(curvatureRatio) - 1)) ** 2;
  return [limit, limits({name: "", curvatureRatio, beyond})[1]];
};
