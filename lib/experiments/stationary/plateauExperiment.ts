import {
  fisherTenDimensional,
  lowerFactor,
  type TenDimensionalNoise
} from "../../problems/fisherTenDimensional.js";
import {estimate, timeSecondMomentOf, weightedSquaresOf} from "../../simulate/summary.js";
import {meanColumns} from "../columns.js";
import type {Experiment} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {sweepExperiment} from "../sweepExperiment.js";

/** SGD at a constant rate on the ten-dimensional problem, to several horizons. */
export interface PlateauSpec extends ReplicatedHead {
  readonly settings: {
    readonly noise: readonly TenDimensionalNoise[];
    /** ηλmax. */
    readonly rateTimesCurvature: number;
    /** Horizons at scale 1. */
    readonly T: readonly number[];
  };
}

/**
 * The risk E θᵀHθ after T steps from the minimum, one row per noise and horizon: `risk` ±
 * `standardError` over independent replicates, from the last state (`how` = last) and, for the longest
 * horizon, from the average over the run after a fifth of it (`how` = average). Scale shortens the
 * horizons: `steps` is what was run, `T` what the experiment is called by.
 */
export function plateauExperiment(spec: PlateauSpec): Experiment {
  const {curvatures, batchSize, noise: noises} = fisherTenDimensional();
  const steepest = curvatures[curvatures.length - 1];
  return sweepExperiment({
    ...spec,
    settings: {...spec.settings},
    cells: ({noise, rateTimesCurvature, T}, scale) =>
      noise.flatMap(name =>
        T.map(horizon => {
          const steps = Math.max(10, Math.floor(horizon * scale));
          const longest = horizon === Math.max(...T);
          return {
            parameters: {noise: name, T: horizon},
            hessianEigenvalues: curvatures,
            noiseFactor: lowerFactor(noises[name]),
            batchSize,
            learningRate: rateTimesCurvature / steepest,
            steps,
            burnIn: longest ? Math.floor(steps / 5) : 0,
            moments: longest ? ("diagonal" as const) : ("none" as const)
          };
        })
      ),
    columns: (results, cells) => {
      const rows = results.flatMap((result, c) => {
        const {parameters, steps, moments} = cells[c];
        const row = {noise: String(parameters["noise"]), T: Number(parameters["T"]), steps};
        const last = {...row, how: "last", ...estimate(weightedSquaresOf(result, curvatures))};
        if (moments !== "diagonal") return [last];
        const average = new Float64Array(result.replicates);
        for (const [i, h] of curvatures.entries())
          for (const [r, x] of timeSecondMomentOf(result, i, i).entries()) average[r] += h * x;
        return [last, {...row, how: "average", ...estimate(average)}];
      });
      return {
        noise: rows.map(row => row.noise),
        how: rows.map(row => row.how),
        T: Int32Array.from(rows, row => row.T),
        steps: Int32Array.from(rows, row => row.steps),
        ...meanColumns("risk", "standardError", rows)
      };
    }
  }) as Experiment;
}
