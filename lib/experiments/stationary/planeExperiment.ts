import {gaussianRegression} from "../../problems/gaussianRegression.js";
import type {CellResult} from "../../simulate/combine.js";
import type {Cell} from "../../simulate/spec.js";
import {estimate, stateOf} from "../../simulate/summary.js";
import {cellMoments} from "../cellMoments.js";
import {integer, number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {checkBatches, checkRates} from "../relations.js";
import {sweepExperiment} from "../sweepExperiment.js";
import {withSettings} from "../withSettings.js";

/** SGD in the plane, by kind of noise and learning rate. */
export interface PlaneSpec extends ReplicatedHead {
  readonly settings: {
    /** Eigenvalues of H; with batches, the variances of the inputs. */
    readonly curvatures: readonly number[];
    /** `white`: C = I; `hessian`: C = H/b; `fresh`, `without`: batches of a regression. */
    readonly noises: readonly string[];
    readonly batchSize: number;
    /** n of the data set of `without`. */
    readonly size: number;
    readonly learningRates: readonly number[];
    readonly steps: number;
  };
}

/**
 * Last states of SGD from the minimum: one row per kind of noise, learning rate and coordinate.
 * `variance` ± `standardError` is the mean of θᵢ² over replicates, `middle` the half-width that holds
 * half of them. `insideExact` and `insideContinuous` count the replicates within the 3σ ellipses of
 * finite-rate (10) and of its continuous limit, Σᵢ θᵢ²/σᵢ² ≤ 9 with σᵢ² = ηcᵢ/(hᵢ(2 − ηhᵢ)) and
 * ηcᵢ/(2hᵢ); cᵢ = hᵢ/b for batches, as printed.
 *
 * @throws RangeError unless 0 < η < 2/λmax, and on a batch without replacement that is larger than the data set
 */
export function planeExperiment(spec: PlaneSpec): Experiment {
  const {curvatures: h, learningRates: rates, noises: kinds, batchSize: b, size: n} = spec.settings;
  checkRates("learningRates", rates, h);
  if (kinds.includes("without")) checkBatches("batchSize", b, {most: n, bound: "size"});
  return sweepExperiment({
    ...spec,
    cells: ({curvatures, noises, batchSize, size, learningRates, steps}, scale) => {
      const data = gaussianRegression({
        variances: curvatures,
        size,
        labelDeviation: 1,
        seed: spec.seed,
        name: spec.name
      });
      const inputFactor = {diagonal: curvatures.map(h => Math.sqrt(h))};
      return noises.flatMap(noise =>
        learningRates.map((eta): Cell => {
          const common = {
            parameters: {noise, eta},
            learningRate: eta,
            steps: Math.max(2, Math.floor(steps * scale))
          };
          if (noise === "fresh" || noise === "without")
            return {
              ...common,
              kind: "regression",
              data:
                noise === "fresh"
                  ? {inputFactor, labelDeviation: 1}
                  : {...data, replacement: false},
              batchSize,
              allowDivergence: true
            };
          const white = noise === "white";
          return {
            ...common,
            hessianEigenvalues: curvatures,
            noiseFactor: white ? {diagonal: curvatures.map(() => 1)} : inputFactor,
            batchSize: white ? 1 : batchSize
          };
        })
      );
    },
    columns: (results, cells) => {
      const {curvatures, batchSize} = spec.settings;
      const rows = results.flatMap((result, c) => {
        const {noise, eta} = cells[c].parameters;
        const noises = curvatures.map(h => (noise === "white" ? 1 : h / batchSize));
        const exact = curvatures.map(
          (h, i) => (Number(eta) * noises[i]) / h / (2 - Number(eta) * h)
        );
        const continuous = curvatures.map((h, i) => (Number(eta) * noises[i]) / h / 2);
        const insideExact = inside(result, exact);
        const insideContinuous = inside(result, continuous);
        return curvatures.map((h, i) => {
          const state = stateOf(result, i);
          const sizes = state.map(x => Math.abs(x)).sort();
          const second = estimate(state.map(x => x * x));
          return {
            noise: String(noise),
            eta: Number(eta),
            i,
            h,
            exact: exact[i],
            continuous: continuous[i],
            second,
            middle: sizes[Math.floor(sizes.length / 2)],
            insideExact,
            insideContinuous
          };
        });
      });
      return table(rows, {
        noise: text(row => row.noise),
        learningRate: number(row => row.eta),
        coordinate: integer(row => row.i + 1),
        curvature: number(row => row.h),
        exact: number(row => row.exact),
        continuous: number(row => row.continuous),
        variance: number(row => row.second.mean),
        standardError: number(row => row.second.standardError),
        middle: number(row => row.middle),
        insideExact: integer(row => row.insideExact),
        insideContinuous: integer(row => row.insideContinuous),
        replicates: integer(row => row.second.replicates)
      });
    },
    expected: (_, __, cells) => {
      const of = cellMoments(cells);
      return {
        variance: {
          standardError: "standardError",
          replicates: spec.replicates,
          value: ({noise, learningRate: eta, coordinate}) =>
            of({noise, eta}).state(coordinate - 1, coordinate - 1)
        }
      };
    },
    vary: changes =>
      planeExperiment(
        withSettings(spec, changes, {words: {noises: ["white", "hessian", "fresh", "without"]}})
      )
  });
}

function inside(result: CellResult, variances: readonly number[]): number {
  const states = variances.map((_, i) => stateOf(result, i));
  let count = 0;
  for (let r = 0; r < result.replicates; r++) {
    let distance = 0;
    for (const [i, v] of variances.entries()) distance += (states[i][r] * states[i][r]) / v;
    if (distance <= 9) count++;
  }
  return count;
}
