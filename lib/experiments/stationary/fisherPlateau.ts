import {CholeskyDecomposition, Matrix} from "ml-matrix";
import {geomspace} from "../../elementary/geomspace.js";
import {fisherNoiseMatrix} from "../../problems/fisherNoiseMatrix.js";
import type {NumpyKernel} from "../../random/numpy/kernel.js";
import {replay} from "../../random/numpy/replay.js";
import {default_rng} from "../../random/numpy.js";

/** E‖θ_T‖²_F at one horizon, as measured with the paper's own random numbers. */
export interface PlateauRow {
  horizon: number;
  /** under the noise matrix G⋆ */
  anisotropic: number;
  /** under Tr(G⋆)/10 times the identity */
  isotropic: number;
}

export interface PlateauOptions {
  /** T of each row, in the order drawn; each row goes on with the numbers where the last one stopped */
  horizons?: readonly number[];
  /** whether a row of Experiment 5 follows, with this horizon */
  decayingHorizon?: number;
}

const BATCH_SIZE = 64;

/**
 * The Fisher paper's Experiment 4 (Table 4) with its own random numbers, NumPy's from seed 7: d = 10,
 * h geometrically spaced from 1 to 100, η = 0.5/100, b = 64, R = 2,000. All five horizons take 7·10⁸
 * normals, a few seconds.
 *
 * With `decayingHorizon`, then Experiment 5 (Table 5): R = 800, ηₜ = 1.2/(t + 50). Only its first row,
 * T = 600, continues the stream; what was drawn between the later ones is not known.
 */
export function* fisherPlateau(
  kernel: NumpyKernel,
  {horizons = [300, 800, 2000, 5000, 10000], decayingHorizon}: PlateauOptions = {}
): Generator<PlateauRow> {
  const generator = default_rng(7);
  const noise = fisherNoiseMatrix(generator);
  const curvatures = geomspace(1, 100, 10);
  const factors = {
    anisotropic: new CholeskyDecomposition(noise).lowerTriangularMatrix,
    isotropic: Matrix.eye(10, 10, Math.sqrt(noise.trace() / 10))
  };
  const row = (horizon: number, replicates: number, rate: (t: number) => number): PlateauRow => {
    const learningRates = Float64Array.from({length: horizon}, (_, t) => rate(t));
    const run = (factor: Matrix) =>
      replay(kernel, generator, {
        curvatures,
        factor,
        batchSize: BATCH_SIZE,
        replicates,
        learningRates
      });
    const anisotropic = run(factors.anisotropic);
    return {horizon, anisotropic, isotropic: run(factors.isotropic)};
  };
  for (const horizon of horizons) yield row(horizon, 2000, () => 0.5 / 100);
  if (decayingHorizon !== undefined) yield row(decayingHorizon, 800, t => 1.2 / (t + 50));
}
