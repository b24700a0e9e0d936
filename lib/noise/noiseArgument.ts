import type {Matrix} from "ml-matrix";
import {flag, integer, type MatrixLike, optionsOf} from "../check.js";
import {semidefiniteMatrix} from "../linalg/definite.js";

/** The covariance of the gradient noise of one update, n×n, already divided by the batch size. */
export interface UpdateNoise {
  /** C, symmetric positive semidefinite. */
  readonly noise: MatrixLike;
}

/** The covariance of one sample's gradient, and how many of them an update averages. */
export interface SampledNoise {
  /** S, n×n, symmetric positive semidefinite: per sample, normalised by 1/(n−1) where it is an estimate. */
  readonly sampleNoise: MatrixLike;
  /** b ≥ 1, an integer; at most `datasetSize` without replacement. */
  readonly batchSize: number;
  /** N ≥ 2: batches are drawn from so many samples, whose covariance S is; absent: from fresh ones. */
  readonly datasetSize?: number;
  /** Whether one sample may stand in a batch twice, which only `datasetSize` gives a meaning; default false. */
  readonly replacement?: boolean;
}

/**
 * The noise of one update: itself, or one sample's with the batch,
 *
 *     C = S/b   fresh samples;   (1/b)(1 − b/N) S   without replacement;   (1/b)(1 − 1/N) S   with
 */
export type NoiseArgument = UpdateNoise | SampledNoise;

type AnyNoise = Partial<UpdateNoise> & Partial<SampledNoise>;

const sampling = ["batchSize", "datasetSize", "replacement"] as const;

/**
 * The options of a function, named `caller`, that takes a noise, with `noise` in place of how it was given.
 * `known` are the names of its other options.
 *
 * @throws RangeError on options that are not known, on both noises or what belongs to the one beside the
 * other, and on a batch that cannot be drawn
 */
export function withNoise<Options extends object>(
  caller: string,
  options: Options & NoiseArgument,
  known: readonly (keyof Options & string)[]
): Options & UpdateNoise {
  const given = optionsOf<Options & AnyNoise>(caller, options as Options & AnyNoise, [
    ...known,
    "noise",
    "sampleNoise",
    ...sampling
  ]);
  if (given.sampleNoise === undefined) {
    for (const name of sampling)
      if (given[name] !== undefined)
        throw new RangeError(
          `${name} must be given with sampleNoise only, the covariance of one sample; noise is already divided by the batch size`
        );
    return given as Options & UpdateNoise;
  }
  if (given.noise !== undefined)
    throw new RangeError("noise and sampleNoise must not be given both; got both");
  return {...given, noise: updateNoise(given as SampledNoise)};
}

/** C of S and the batch. */
function updateNoise({sampleNoise, batchSize, datasetSize, replacement}: SampledNoise): Matrix {
  const S = semidefiniteMatrix("sampleNoise", sampleNoise);
  const repeated = flag("replacement", replacement ?? false);
  if (datasetSize === undefined) {
    if (replacement !== undefined)
      throw new RangeError(
        `replacement must be given with datasetSize only; got ${replacement} without it`
      );
    return S.div(integer("batchSize", batchSize, 1));
  }
  const n = integer("datasetSize", datasetSize, 2);
  const b = integer("batchSize", batchSize, 1, repeated ? Infinity : n);
  return S.mul(repeated ? (n - 1) / n / b : (n - b) / n / b);
}
