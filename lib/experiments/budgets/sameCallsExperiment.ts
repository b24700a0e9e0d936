import {fisherTenDimensional, lowerFactor} from "../../problems/fisherTenDimensional.js";
import type {CellResult} from "../../simulate/combine.js";
import type {LinearCell} from "../../simulate/spec.js";
import {estimate, iterateAverageOf, weightedSquaresOf} from "../../simulate/summary.js";
import {cellMoments, expectedSquares} from "../cellMoments.js";
import {integer, number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {checkGrowth} from "../relations.js";
import {settingIn, wholeFrom} from "../settingRanges.js";
import {sweepExperiment} from "../sweepExperiment.js";
import {withSettings} from "../withSettings.js";

/** What to make of the same oracle calls: `last` iterate, `average` of iterates, `newton` steps H⁻¹/(t+1). */
export type Estimator = "last" | "average" | "newton";

export interface SameCallsSpec extends ReplicatedHead {
  readonly settings: {
    readonly estimators: readonly Estimator[];
    /** Horizons at scale 1. */
    readonly T: readonly number[];
    /** θ₀ = distance·(1, …, 1), per start. */
    readonly distances: readonly number[];
    readonly eta0: number;
    readonly offset: number;
    /** ηλmax of the averaged run. */
    readonly rateTimesCurvature: number;
    /** The share of the averaged run that is dropped. */
    readonly dropped: number;
  };
}

/**
 * Risks E θ̂ᵀHθ̂ of three estimators from T mini-batch gradients of the ten-dimensional problem under
 * G⋆, one row per estimator, horizon and start: `risk` ± `standardError`. Scale shortens the horizons:
 * `steps` is what was run, `burnIn` how many of them the average leaves out.
 *
 * @throws RangeError where the first steps of the last iterate are too long for float64
 */
export function sameCallsExperiment(spec: SameCallsSpec): Experiment {
  const {curvatures, batchSize, noise} = fisherTenDimensional();
  const steepest = curvatures[curvatures.length - 1];
  const {eta0: first, offset: from, T: horizons} = spec.settings;
  checkGrowth(first, curvatures, {offset: from, steps: Math.max(...horizons)});
  return sweepExperiment({
    ...spec,
    cells: ({estimators, T, distances, eta0, offset, rateTimesCurvature, dropped}, scale) =>
      estimators.flatMap(estimator =>
        distances.flatMap(distance =>
          T.map((horizon): LinearCell => {
            const steps = Math.max(10, Math.floor(horizon * scale));
            return {
              parameters: {estimator, distance, T: horizon},
              hessianEigenvalues: curvatures,
              noiseFactor: lowerFactor(noise.anisotropic),
              batchSize,
              steps,
              initial: curvatures.map(() => distance),
              allowDivergence: true,
              ...(estimator === "newton" && {preconditioner: curvatures.map(h => 1 / h)}),
              learningRate:
                estimator === "last"
                  ? {scale: eta0, offset}
                  : estimator === "newton"
                    ? {scale: 1, offset: 1}
                    : rateTimesCurvature / steepest,
              ...(estimator === "average" && {
                burnIn: Math.floor(steps * dropped),
                moments: "first" as const,
                iterateAverages: true
              })
            };
          })
        )
      ),
    columns: (results, cells) => {
      const rows = results.map((result, c) => {
        const {parameters, steps, burnIn} = cells[c];
        const estimator = String(parameters["estimator"]);
        const values =
          estimator === "average" ? averaged(result) : weightedSquaresOf(result, curvatures);
        return {parameters, estimator, steps, burnIn: burnIn ?? 0, ...estimate(values)};
      });
      return table(rows, {
        estimator: text(row => row.estimator),
        distance: number(row => Number(row.parameters["distance"])),
        T: integer(row => Number(row.parameters["T"])),
        steps: integer(row => row.steps),
        burnIn: integer(row => row.burnIn),
        risk: number(row => row.mean),
        standardError: number(row => row.standardError)
      });
    },
    expected: (_, __, cells) => {
      const of = cellMoments(cells);
      return {
        risk: {
          standardError: "standardError",
          replicates: spec.replicates,
          value: ({estimator, distance, T}) => {
            const moments = of({estimator, distance, T});
            return estimator === "average"
              ? curvatures.reduce((sum, h, i) => sum + h * moments.average(i, i), 0)
              : expectedSquares(moments, curvatures);
          }
        }
      };
    },
    vary: changes =>
      sameCallsExperiment(
        withSettings(spec, changes, {
          words: {estimators: ["last", "average", "newton"]},
          ranges: {T: wholeFrom(10), rateTimesCurvature: settingIn("(0, 2)", x => x > 0 && x < 2)}
        })
      )
  });

  function averaged(result: CellResult): Float64Array {
    const sum = new Float64Array(result.replicates);
    for (const [i, h] of curvatures.entries())
      for (const [r, x] of iterateAverageOf(result, i).entries()) sum[r] += h * x * x;
    return sum;
  }
}
