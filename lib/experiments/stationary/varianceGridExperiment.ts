import type {LinearCell} from "../../simulate/spec.js";
import {estimate, stateOf, timeSecondMomentOf} from "../../simulate/summary.js";
import {cellMoments} from "../cellMoments.js";
import {integer, number, table} from "../columns.js";
import type {Experiment} from "../experiment.js";
import type {ReplicatedHead} from "../experimentHead.js";
import {checkLengths} from "../relations.js";
import {scaledSteps} from "../scaledSteps.js";
import {sweepExperiment} from "../sweepExperiment.js";
import {withSettings} from "../withSettings.js";

/** A grid of learning rates and momenta on a quadratic. */
export interface Grid {
  /** Eigenvalues of H. */
  readonly curvatures: readonly number[];
  readonly learningRates: readonly number[];
  readonly momenta: readonly number[];
  /** ν of QHM; absent: heavy ball with its undamped buffer. */
  readonly nus?: readonly number[];
  readonly steps: number;
  /** Steps before averaging over time begins. */
  readonly burnIn: number;
}

/** Heavy ball, or QHM, over such a grid. */
export interface VarianceGridSpec extends ReplicatedHead {
  readonly settings: Grid & {
    /** Variance of the gradient noise along each eigenvector. */
    readonly noise: readonly number[];
  };
}

/**
 * Second moments of m ← µm + h∘θ + ζ, θ ← θ − ηm (finite-rate (5); (72) with `nus`) from θ = 0: one
 * row per learning rate, momentum, ν and coordinate. `finalVariance` ± `finalStandardError` is the
 * mean of θᵢ² over the last states, `variance` ± `standardError` that of its time averages after the
 * burn-in. Scale shortens the run, never below 2 steps after the burn-in.
 *
 * @throws RangeError unless there is a variance for each curvature
 */
export function varianceGridExperiment(spec: VarianceGridSpec): Experiment {
  return noiseGridExperiment(spec, ({curvatures, noise}) => {
    checkLengths({curvatures, noise});
    return noise;
  });
}

/**
 * The same where the variances of the noise follow from other settings.
 *
 * @throws RangeError as `noiseOf` does, before anything runs
 */
export function noiseGridExperiment<Settings extends Grid>(
  spec: ReplicatedHead & {readonly settings: Settings},
  noiseOf: (settings: Settings) => readonly number[]
): Experiment {
  noiseOf(spec.settings);
  return sweepExperiment({
    ...spec,
    cells: (settings, scale) => {
      const {curvatures, learningRates, momenta, nus, steps, burnIn} = settings;
      const noise = noiseOf(settings);
      return learningRates.flatMap(eta =>
        momenta.flatMap(mu =>
          (nus ?? [undefined]).map(
            (nu): LinearCell => ({
              parameters: nu === undefined ? {eta, mu} : ({eta, mu, nu} as Record<string, number>),
              hessianEigenvalues: curvatures,
              noiseFactor: {diagonal: noise.map(c => Math.sqrt(c))},
              learningRate: eta,
              momentum: mu,
              ...(nu === undefined ? {} : {nu}),
              steps: scaledSteps({steps, burnIn}, scale),
              burnIn,
              moments: "diagonal" as const
            })
          )
        )
      );
    },
    columns: (results, cells) => {
      const rows = results.flatMap((result, c) =>
        cells[c].hessianEigenvalues.map((h, i) => ({
          parameters: cells[c].parameters,
          i,
          h,
          last: estimate(stateOf(result, i).map(x => x * x)),
          overTime: estimate(timeSecondMomentOf(result, i, i))
        }))
      );
      return table(rows, {
        learningRate: number(row => Number(row.parameters["eta"])),
        momentum: number(row => Number(row.parameters["mu"])),
        nu: number(row => Number(row.parameters["nu"] ?? 1)),
        coordinate: integer(row => row.i + 1),
        curvature: number(row => row.h),
        finalVariance: number(row => row.last.mean),
        finalStandardError: number(row => row.last.standardError),
        variance: number(row => row.overTime.mean),
        standardError: number(row => row.overTime.standardError)
      });
    },
    expected: ({nus}, _, cells) => {
      const all = cellMoments(cells);
      const of = ({
        learningRate: eta,
        momentum: mu,
        nu
      }: {[K in "learningRate" | "momentum" | "nu"]: number}) =>
        all(nus ? {eta, mu, nu} : {eta, mu});
      const {replicates} = spec;
      return {
        finalVariance: {
          standardError: "finalStandardError",
          replicates,
          value: row => of(row).state(row.coordinate - 1, row.coordinate - 1)
        },
        variance: {
          standardError: "standardError",
          replicates,
          value: row => of(row).overTime(row.coordinate - 1, row.coordinate - 1)
        }
      };
    },
    vary: changes => noiseGridExperiment(withSettings(spec, changes), noiseOf)
  });
}
