import {
  fisherTenDimensional,
  lowerFactor,
  type TenDimensionalNoise
} from "../../problems/fisherTenDimensional.js";
import {estimate, timeSecondMomentOf, weightedSquaresOf} from "../../simulate/summary.js";
import {integer, number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {settingIn, wholeFrom} from "../settingRanges.js";
import {sweepExperiment} from "../sweepExperiment.js";
import {withSettings} from "../withSettings.js";
import {expectedRisk} from "./plateau.expected.js";

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
  const {replicates} = spec;
  const skipped = (steps: number) => Math.floor(steps / 5);
  return sweepExperiment({
    ...spec,
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
            burnIn: longest ? skipped(steps) : 0,
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
      return table(rows, {
        noise: text(row => row.noise),
        how: text(row => row.how),
        T: integer(row => row.T),
        steps: integer(row => row.steps),
        risk: number(row => row.mean),
        standardError: number(row => row.standardError)
      });
    },
    expected: ({rateTimesCurvature}) => ({
      risk: {
        standardError: "standardError",
        replicates,
        value: ({noise, how, steps}) =>
          expectedRisk(noise as TenDimensionalNoise, rateTimesCurvature / steepest, {
            steps,
            ...(how === "average" && {burnIn: skipped(steps)})
          })
      }
    }),
    vary: changes =>
      plateauExperiment(
        withSettings(spec, changes, {
          words: {noise: ["anisotropic", "isotropic"]},
          ranges: {T: wholeFrom(10), rateTimesCurvature: settingIn("(0, 2)", x => x > 0 && x < 2)}
        })
      )
  });
}
