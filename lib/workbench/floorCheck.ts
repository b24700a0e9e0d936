import {exponentOf, powerOfTwo} from "../elementary/bits.js";
import {execute} from "../simulate/execute.js";
import {timeSecondMomentOf} from "../simulate/summary.js";
import {heavyBallGain} from "../stationary/heavyBallGain.js";
import {heavyBallLimit} from "../stationary/stability.js";
import {estimateMean} from "../statistics/estimateMean.js";
import type {NoiseModes} from "./pictures.js";
import {batchShare} from "./settled.js";
import type {FloorCheck, RunQuestion} from "./types.js";

/** Steps times dimensions that are made in about two seconds, over how many runs, and the most steps of one. */
const effort = {products: 2e7, runs: 64, steps: 20_000};

/** How many times of relaxation must pass before a mode counts as settled. */
const relaxations = 6;

/**
 * The floor ½ Σ hₐΣₐₐ as the kernel measures it: 64 runs of the recursion on these curvatures with Gaussian noise of
 * these variances, seed 1, averaged over the second half of their steps, with its standard error over the runs
 *
 *     z = (measured − predicted)/standardError
 *
 * Covariances between the modes do not enter the floor, and are left out; so are modes that need longer than half of
 * the steps to settle, from both sides, and `left` says how many. The steps follow from dimensions, η and µ.
 *
 * @returns null where η is not stable, or no mode settles in the steps that there are
 */
export async function checkFloor(
  {curvatures, noise}: Pick<NoiseModes, "curvatures" | "noise">,
  {learningRate: eta, batchSize, momentum = 0, replacement = true}: RunQuestion,
  size: number | undefined
): Promise<FloorCheck | null> {
  if (!(eta < heavyBallLimit(curvatures[curvatures.length - 1], momentum))) return null;
  const {products, runs} = effort;
  const steps =
    2 *
    Math.floor(Math.min(effort.steps, Math.max(400, products / (runs * curvatures.length))) / 2);
  const burnIn = steps / 2;
  const kept = [...curvatures.keys()].filter(
    a => eta * curvatures[a] * burnIn > relaxations * (1 - momentum)
  );
  if (!kept.length) return null;
  const h = kept.map(a => curvatures[a]);
  const share = batchShare(batchSize, replacement, size);
  // In units of the noise, exactly: squares of squares leave the range of float64 otherwise.
  const unit = powerOfTwo(exponentOf(Math.max(...kept.map(a => noise[a])) || 1));
  const variances = kept.map(a => share * (noise[a] / unit));
  const [result] = await execute({
    experiment: "workbench: check of the floor",
    seed: 1,
    replicates: runs,
    cells: [
      {
        parameters: {eta, b: batchSize, momentum},
        hessianEigenvalues: h,
        noiseFactor: {diagonal: variances.map(Math.sqrt)},
        learningRate: eta,
        momentum,
        steps,
        burnIn,
        moments: "diagonal"
      }
    ]
  });
  const floors = new Float64Array(runs);
  for (const [a, x] of h.entries()) {
    const squares = timeSecondMomentOf(result, a, a);
    for (let r = 0; r < runs; r++) floors[r] += (x / 2) * squares[r];
  }
  const mean = estimateMean(floors, {independent: true});
  const [measured, standardError] = [unit * mean.value, unit * mean.standardError];
  const predicted =
    unit *
    h.reduce((sum, x, k) => sum + (x / 2) * heavyBallGain(x, x, eta, momentum) * variances[k], 0);
  const z = (measured - predicted) / standardError;
  return {measured, standardError, predicted, z, runs, steps, left: curvatures.length - h.length};
}
