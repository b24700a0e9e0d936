import {scaledSteps} from "../scaledSteps.js";

/** Settings of runs in the plane whose noise is turned against the curvature, angle by angle. */
export interface TurnedNoiseSettings {
  readonly curvatures: readonly number[];
  /** Variances of the noise along the turned axes, per sample. */
  readonly noiseVariances: readonly number[];
  /** φ in degrees. */
  readonly angles: readonly number[];
  readonly batchSize: number;
  readonly steps: number;
  /** Steps before averaging begins. */
  readonly burnIn: number;
}

/** What the cells of such runs have in common: all second moments, over what follows the burn-in. */
export const turnedNoiseCell = (settings: TurnedNoiseSettings, scale: number) => ({
  hessianEigenvalues: settings.curvatures,
  steps: scaledSteps(settings, scale),
  burnIn: settings.burnIn,
  moments: "full" as const
});

/** Entries of a symmetric 2 × 2 matrix. */
export const planeEntries = [
  [0, 0],
  [0, 1],
  [1, 1]
] as const;
