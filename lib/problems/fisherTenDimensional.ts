import {CholeskyDecomposition, Matrix} from "ml-matrix";
import {fisherCurvatures} from "./fisherCurvatures.js";
import {fisherNoiseMatrix} from "./fisherNoiseMatrix.js";

/** Which covariance one sample's gradient has in the ten-dimensional experiments. */
export type TenDimensionalNoise = "anisotropic" | "isotropic";

export interface TenDimensionalProblem {
  /** h, the diagonal of H and of the metric F = H: ten values in equal ratios from 1 to 100. */
  readonly curvatures: number[];
  /** b = 64. */
  readonly batchSize: number;
  /** Covariance of one sample's gradient: G⋆, or (Tr G⋆/10) I. */
  readonly noise: Readonly<Record<TenDimensionalNoise, number[][]>>;
}

/**
 * What the Fisher paper's Experiments 4 to 6 share: d = 10, H = F = diag(1 … 100), b = 64, the random
 * noise matrix G⋆ (recovered, see `fisherNoiseMatrix`) and its trace-matched isotropic control.
 * Source: Fisher, §8.1.3 and Appendix C. The same bits on every engine.
 *
 * @example fisherTenDimensional().noise.isotropic[0][0] // 2.04…, a tenth of Tr G⋆
 */
export function fisherTenDimensional(): TenDimensionalProblem {
  const G = fisherNoiseMatrix();
  return {
    curvatures: fisherCurvatures(),
    batchSize: 64,
    noise: {
      anisotropic: G.to2DArray(),
      isotropic: Matrix.eye(10, 10, G.trace() / 10).to2DArray()
    }
  };
}

/** L with LLᵀ = G, as the kernel takes a noise factor. */
export function lowerFactor(G: readonly (readonly number[])[]): {lower: number[][]} {
  const L = new CholeskyDecomposition(new Matrix(G as number[][])).lowerTriangularMatrix;
  return {lower: L.to2DArray().map((row, i) => row.map((x, j) => (j > i ? 0 : x)))};
}
