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
    /** Horizons at scale 1, ascending; each run passes through all of them. */
    readonly T: readonly number[];
    /** The printed number of replicates: each group of so many is one repetition of the experiment. */
    readonly groupSize: number;
  };
}

/**
 * Means over each group of replicates at each horizon, one row per noise, horizon, group and quantity:
 * `k` = 0 is the risk θᵀHθ, `k` = 1 … 10 is ⟨v_k, θ⟩² along the eigenvector of G⋆ whose eigenvalue is
 * the k-th largest. `mean` is over the group, `square` the group's mean of squares. Scale shortens the
 * horizons: `steps` is what was run.
 *
 * @throws RangeError unless replicates is a multiple of groupSize
 */
export function decayingStepsExperiment(spec: DecayingStepsSpec): Experiment {
  const {curvatures, batchSize, noise: noises} = fisherTenDimensional();
  const {vectors} = symmetricEigen(noises.anisotropic);
  return sweepExperiment({
    ...spec,
    cells: ({noise, eta0, offset, T}, scale) =>
      noise.map(name => {
        const snapshots = T.map(horizon => Math.max(15, Math.floor(horizon * scale)));
        return {
          parameters: {noise: name, groupSize: spec.settings.groupSize},
          hessianEigenvalues: curvatures,
          noiseFactor: lowerFactor(noises[name]),
          batchSize,
          learningRate: {scale: eta0, offset},
          steps: snapshots[snapshots.length - 1],
          snapshots: [...new Set(snapshots)],
          allowDivergence: true
        };
      }),
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
  if (values.length % size !== 0)
    throw new RangeError(`replicates must be a multiple of ${size}; got ${values.length}`);
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
