import {symmetricEigen} from "../../linalg/symmetricEigen.js";
import {
  fisherTenDimensional,
  lowerFactor,
  type TenDimensionalNoise
} from "../../problems/fisherTenDimensional.js";
import type {CellResult} from "../../simulate/combine.js";
import {stateOf, weightedSquaresOf} from "../../simulate/summary.js";
import {cellMoments, expectedSquares} from "../cellMoments.js";
import {integer, number, table, text} from "../columns.js";
import type {Experiment} from "../experiment.js";
import type {ExperimentHead} from "../experimentHead.js";
import {checkAscending, checkGrowth, checkMultiple} from "../relations.js";
import {sweepExperiment} from "../sweepExperiment.js";
import {withSettings} from "../withSettings.js";

/** SGD with steps η₀/(t + t₀) on the ten-dimensional problem, many times the printed replicates. */
export interface DecayingStepsSpec extends ExperimentHead {
  /** A multiple of `groupSize`. */
  readonly replicates: number;
  readonly settings: {
    readonly noise: readonly TenDimensionalNoise[];
    readonly eta0: number;
    readonly offset: number;
    /** Horizons, ascending; each run passes through all of them. */
    readonly T: readonly number[];
    /** The printed number of replicates: each group of so many is one repetition of the experiment. */
    readonly groupSize: number;
  };
}

/**
 * Means over each group of replicates at each horizon, one row per noise, horizon, group and quantity:
 * `k` = 0 is the risk θᵀHθ, `k` = 1 … 10 is ⟨v_k, θ⟩² along the eigenvector of G⋆ whose eigenvalue is
 * the k-th largest. `mean` is over the group, `square` the group's mean of squares. Scale reduces the
 * number of groups, of which there is at least one.
 *
 * @throws RangeError unless replicates is a multiple of groupSize and T ascends
 */
export function decayingStepsExperiment(spec: DecayingStepsSpec): Experiment {
  const {replicates, settings} = spec;
  const {curvatures, batchSize, noise: noises} = fisherTenDimensional();
  const {T: horizons, groupSize: size, eta0: first, offset: from} = settings;
  checkMultiple(["replicates", replicates], ["groupSize", size]);
  checkAscending("T", horizons);
  checkGrowth(first, curvatures, {offset: from, steps: horizons[horizons.length - 1]});
  const {vectors} = symmetricEigen(noises.anisotropic);
  return sweepExperiment({
    ...spec,
    replicatesAt: scale =>
      settings.groupSize * Math.max(1, Math.floor((replicates / settings.groupSize) * scale)),
    cells: ({noise, eta0, offset, T}) =>
      noise.map(name => ({
        parameters: {noise: name, groupSize: spec.settings.groupSize},
        hessianEigenvalues: curvatures,
        noiseFactor: lowerFactor(noises[name]),
        batchSize,
        learningRate: {scale: eta0, offset},
        steps: Math.max(...T),
        snapshots: [...T],
        allowDivergence: true
      })),
    columns: (results, cells) => {
      const rows = results.flatMap((result, c) =>
        result.layout.snapshots.flatMap((steps, at) =>
          Array.from({length: 11}, (_, k) =>
            grouped(quantity(result, k, at), Number(cells[c].parameters["groupSize"])).map(
              (group, g) => ({noise: String(cells[c].parameters["noise"]), steps, k, g, ...group})
            )
          ).flat()
        )
      );
      return table(rows, {
        noise: text(row => row.noise),
        steps: integer(row => row.steps),
        k: integer(row => row.k),
        g: integer(row => row.g),
        mean: number(row => row.mean),
        square: number(row => row.square)
      });
    },
    expected: ({groupSize}, _, cells) => {
      const of = cellMoments(cells);
      const snapshots = cells[0].snapshots!;
      const known = new Map<string, number>();
      const exact = (noise: string, steps: number, k: number) => {
        const key = `${noise} ${steps} ${k}`;
        let value = known.get(key);
        if (value === undefined) {
          const {state} = of({noise, groupSize});
          const at = snapshots.indexOf(steps);
          value =
            k === 0
              ? expectedSquares(of({noise, groupSize}), curvatures, at)
              : along(k).reduce(
                  (sum, v, i) => sum + along(k).reduce((s, u, j) => s + v * u * state(i, j, at), 0),
                  0
                );
          known.set(key, value);
        }
        return value;
      };
      return {
        mean: {
          standardError: ({mean, square}) => Math.sqrt((square - mean * mean) / (groupSize - 1)),
          replicates: groupSize,
          value: ({noise, steps, k}) => exact(noise, steps, k)
        }
      };
    },
    vary: changes =>
      decayingStepsExperiment(
        withSettings(spec, changes, {words: {noise: ["anisotropic", "isotropic"]}})
      )
  });

  function along(k: number): number[] {
    return curvatures.map((_, i) => vectors.get(i, curvatures.length - k));
  }

  function quantity(result: CellResult, k: number, at: number): Float64Array {
    if (k === 0) return weightedSquaresOf(result, curvatures, at);
    const sum = new Float64Array(result.replicates);
    for (const [i, v] of along(k).entries()) {
      for (const [r, x] of stateOf(result, i, at).entries()) sum[r] += v * x;
    }
    return sum.map(x => x * x);
  }
}

function grouped(values: Float64Array, size: number): {mean: number; square: number}[] {
  return Array.from({length: values.length / size}, (_, g) => {
    let mean = 0;
    let square = 0;
    for (let r = g * size; r < (g + 1) * size; r++) {
      mean += values[r];
      square += values[r] * values[r];
    }
    return {mean: mean / size, square: square / size};
  });
}
