import {numberIn} from "../check.js";

/**
 * By how many degrees the axes of F may be turned against those of H in the plane until µ_F is zero
 *
 *     sin 2φ = 4√(κ_H κ_F) / ((κ_H − 1)(κ_F − 1))
 *
 * in (0, 45]; µ_F > 0 below φ and above 90° − φ. Infinity where µ_F > 0 at every angle, which is where
 * (√κ_H − 1)(√κ_F − 1) < 2. Source: Fisher, Assumption 6.2.
 *
 * @throws RangeError unless both condition numbers are at least 1
 * @example alignmentAngle({curvatureRatio: 20, metricRatio: 50}); // 3.90
 */
export function alignmentAngle({
  curvatureRatio,
  metricRatio
}: {
  curvatureRatio: number;
  metricRatio: number;
}): number {
  for (const [name, ratio] of Object.entries({curvatureRatio, metricRatio}))
    numberIn(name, ratio, "[1, ∞)", x => x >= 1);
  const sine =
    (4 * Math.sqrt(curvatureRatio * metricRatio)) / ((curvatureRatio - 1) * (metricRatio - 1));
  return sine > 1 ? Infinity : (Math.asin(sine) * 90) / Math.PI;
}
