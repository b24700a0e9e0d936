import {fisherPlateau, type PlateauRow} from "../../lib/experiments/stationary/fisherPlateau.js";
import {NumpyKernel} from "../../lib/random/numpy/kernel.js";
import {execute} from "../../lib/simulate/execute.js";
import {weightedSquaresOf} from "../../lib/simulate/summary.js";
import {sampled} from "../brute/sampled.js";
import {type DiagonalMetric, tenDimensional} from "../cases/fisher.js";
import type {Context, Named} from "../ledger/claim.js";

const {
  curvatures: h,
  anisotropic,
  isotropic,
  factor,
  learningRate,
  batchSize,
  horizons
} = tenDimensional;
const long = 4000;
/** For risks to a fraction of a percent. */
const replicates = 20_000;

/** The last states of independent runs, at three horizons of one run and at the end of a longer one. */
export async function simulatedRisks(_: Named, {seed}: Context) {
  const spec = {
    experiment: "claim plateau",
    seed,
    replicates,
    cells: [
      {
        parameters: {noise: "anisotropic"},
        hessianEigenvalues: h,
        noiseFactor: {lower: factor},
        batchSize,
        learningRate,
        steps: long,
        snapshots: [...horizons, long]
      }
    ]
  };
  const [result] = await execute(spec);
  const at = (k: number) => sampled(weightedSquaresOf(result, h, k));
  return [...horizons.map((__, k) => at(k)), at(horizons.length)];
}

let rows: PlateauRow[] | undefined;

/** The paper's own random numbers; seven hundred million of them, so they are drawn once. */
export async function replayedRisks() {
  rows ??= [...fisherPlateau(await NumpyKernel.create())];
  return rows.flatMap(row => [row.anisotropic, row.isotropic].map(x => Math.round(1e6 * x)));
}

type Rows = readonly (readonly number[])[];

/** Covariance after 20 000 steps of the recursion, entry by entry. */
function settled(G: Rows): number[][] {
  const C = h.map(() => h.map(() => 0));
  for (let t = 0; t < 20_000; t++)
    for (const [i, x] of h.entries())
      for (const [j, y] of h.entries())
        C[i][j] =
          (1 - learningRate * x) * (1 - learningRate * y) * C[i][j] +
          (learningRate ** 2 * G[i][j]) / batchSize;
  return C;
}

const weigh = (C: Rows, metric: readonly number[]) =>
  metric.reduce((sum, f, i) => sum + f * C[i][i], 0);

export const recursedLimits = () =>
  [anisotropic, isotropic].map(G => Math.round(1e6 * weigh(settled(G), h)));

/** R∞ under G⋆ over R∞ under white noise, by the recursion. */
export const recursedRatio = ({metric}: DiagonalMetric) =>
  weigh(settled(anisotropic), metric) / weigh(settled(isotropic), metric);
