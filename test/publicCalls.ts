import type {Matrix} from "ml-matrix";
import * as noisefloor from "../lib/index.js";

const hessian = [
  [2, 0.3],
  [0.3, 1]
];
const noise = [
  [1, -0.4],
  [-0.4, 0.5]
];
const learningRate = 0.1;
const momentum = 0.5;
const gradients = [
  [1, 0],
  [0, 2],
  [-1, 1]
];

const design = [
  [1, 0],
  [1, 1],
  [1, 3]
];
const residuals = [0.1, -0.2, 0.1];
const more = [...gradients, [2, -1], [0, -3]];
const quadraticRun = {sampleNoise: noise, initial: [1, -1]};

export type Value = number[][] | Matrix;

/** What returns a report or a table: `test/workbench` has these. */
export const reports = ["noiseReport", "readGradients"];

/** One call of each public function; `m` hands its matrices over as arrays or as `Matrix`. */
export const calls: Record<string, (m: (rows: number[][]) => Value) => unknown> = {
  continuousLyapunov: m => noisefloor.continuousLyapunov(m(hessian), m(noise)),
  discreteLyapunov: m =>
    noisefloor.discreteLyapunov(
      m([
        [0.5, 0.9],
        [0, -0.3]
      ]),
      m(noise)
    ),
  continuousLyapunovCondition: m => noisefloor.continuousLyapunovCondition(m(hessian)),
  discreteLyapunovCondition: m =>
    noisefloor.discreteLyapunovCondition(
      m([
        [0.5, 0.9],
        [0, -0.3]
      ])
    ),
  symmetricSqrt: m => noisefloor.symmetricSqrt(m(hessian)),
  psdProjection: m =>
    noisefloor.psdProjection(
      m([
        [1, 2],
        [2, 1]
      ])
    ),
  gradientCovariance: m => noisefloor.gradientCovariance(m(gradients)),
  finitePopulationCovariance: m =>
    noisefloor.finitePopulationCovariance(m(gradients), 2, {replacement: true}),
  symmetricEigen: m => noisefloor.symmetricEigen(m(hessian)),
  spectrum: m => noisefloor.spectrum(m(hessian)),
  sylvester: m => noisefloor.sylvester(m(hessian), m(hessian), m(noise)),
  stein: m => noisefloor.stein(m(hessian), m(hessian), m(noise)),
  alignment: m => noisefloor.alignment(m(noise), m(hessian)),
  conditionNumber: m => noisefloor.conditionNumber(m(hessian)),
  covarianceError: m => noisefloor.covarianceError(m([...more, ...more])),
  gradientNoiseScale: m => noisefloor.gradientNoiseScale(m(gradients.map(([x, y]) => [x + 5, y]))),
  gradientVariances: m => noisefloor.gradientVariances(m(gradients)),
  movingCovariance: () => {
    const moving = noisefloor.movingCovariance({dimension: 2, alpha: 0.1});
    for (const row of gradients) moving.add(row);
    return moving.covariance();
  },
  streamingCovariance: () => {
    const stream = noisefloor.streamingCovariance({dimension: 2, rank: 2});
    for (const row of gradients) stream.add(row);
    return stream.leading();
  },
  regressionSandwich: m =>
    noisefloor.regressionSandwich({design: m(design), residuals, kind: "HC3"}),
  jackknife: m => noisefloor.jackknife(m(gradients), rows => rows.mean()),
  adamVariance: () => noisefloor.adamVariance({learningRate, noiseRatio: 2}),
  excessLoss: m => noisefloor.excessLoss({hessian: m(hessian), noise: m(noise), learningRate}),
  fixedAdamCovariance: m =>
    noisefloor.fixedAdamCovariance({
      hessian: m(hessian),
      noise: m(noise),
      learningRate,
      secondMoments: [1, 0.5]
    }),
  fixedRmspropCovariance: m =>
    noisefloor.fixedRmspropCovariance({
      hessian: m(hessian),
      noise: m(noise),
      learningRate,
      secondMoments: [1, 0.5]
    }),
  stabilityLimit: m => noisefloor.stabilityLimit({hessian: m(hessian), momentum}),
  onRange: m =>
    noisefloor.onRange(noisefloor.sgdCovariance, {
      hessian: m(hessian),
      noise: m(noise),
      learningRate
    }),
  transientCovariance: m =>
    noisefloor.transientCovariance({hessian: m(hessian), noise: m(noise), learningRate, steps: 3}),
  laggedCovariance: m =>
    noisefloor.laggedCovariance({hessian: m(hessian), noise: m(noise), learningRate, lags: 2}),
  iterateCovariance: m =>
    noisefloor.iterateCovariance({
      hessian: m(hessian),
      noise: m(noise),
      learningRate,
      steps: [1, 5]
    }),
  averagedIterate: m =>
    noisefloor.averagedIterate({hessian: m(hessian), noise: m(noise), learningRate, steps: 5}),
  bestLearningRate: m =>
    noisefloor.bestLearningRate({...quadraticRun, hessian: m(hessian), steps: 20}),
  bestBatchSize: m => noisefloor.bestBatchSize({...quadraticRun, hessian: m(hessian), calls: 50}),
  fewestCalls: m => noisefloor.fewestCalls({...quadraticRun, hessian: m(hessian), risk: 0.2}),
  symmetrise: m => noisefloor.symmetrise(m(hessian)),
  identifiableProjection: m => noisefloor.identifiableProjection(m(hessian)).basis,
  sandwichCovariance: m => noisefloor.sandwichCovariance(m(hessian), m(noise)),
  godambeInformation: m => noisefloor.godambeInformation(m(hessian), m(noise)),
  fisherConditionNumber: m => noisefloor.fisherConditionNumber(m(hessian)),
  effectiveDimension: m => noisefloor.effectiveDimension(m(hessian)),
  fisherStrongConvexity: m => noisefloor.fisherStrongConvexity(m(hessian), m(noise)),
  ouCovariance: m => noisefloor.ouCovariance({hessian: m(hessian), noise: m(noise), learningRate}),
  sgdCovariance: m =>
    noisefloor.sgdCovariance({hessian: m(hessian), noise: m(noise), learningRate}),
  momentumCovariance: m =>
    noisefloor.momentumCovariance({hessian: m(hessian), noise: m(noise), learningRate, momentum}),
  preconditionedCovariance: m =>
    noisefloor.preconditionedCovariance({
      hessian: m(hessian),
      noise: m(noise),
      preconditioner: m([
        [0.1, 0.02],
        [0.02, 0.3]
      ]),
      momentum
    }),
  qhmCovariance: m =>
    noisefloor.qhmCovariance({
      hessian: m(hessian),
      noise: m(noise),
      learningRate,
      momentum,
      nu: 0.7
    }),
  dampedNewtonCovariance: m =>
    noisefloor.dampedNewtonCovariance({
      hessian: m(hessian),
      noise: m(noise),
      learningRate,
      momentum
    }),
  naturalGradientCovariance: m =>
    noisefloor.naturalGradientCovariance({
      hessian: m(hessian),
      noise: m(noise),
      learningRate,
      momentum
    }),
  adamCovariance: () => noisefloor.adamCovariance({learningRate, noiseRatio: 2, dimension: 3}),
  linearRegressionCovariance: m =>
    noisefloor.linearRegressionCovariance({
      inputCovariance: m(hessian),
      labelVariance: 1,
      batchSize: 4,
      learningRate
    }),
  approximationError: m =>
    noisefloor.approximationError({hessian: m(hessian), noise: m(noise), learningRate, momentum}),
  robbinsMonroCovariance: m =>
    noisefloor.robbinsMonroCovariance({hessian: m(hessian), noise: m(noise), eta0: 1.2}),
  polyakRuppertCovariance: m =>
    noisefloor.polyakRuppertCovariance({hessian: m(hessian), noise: m(noise)}),
  escapeEfficiency: m =>
    noisefloor.escapeEfficiency({hessian: m(hessian), noise: m(noise), learningRate, steps: 7}),
  continuousEscapeEfficiency: m =>
    noisefloor.continuousEscapeEfficiency({
      hessian: m(hessian),
      noise: m(noise),
      learningRate,
      steps: 7
    }),
  kramersRate: () =>
    noisefloor.kramersRate({
      curvatureMin: 1,
      curvatureBarrier: 1,
      barrier: 1,
      learningRate,
      batchSize: 1,
      split: 0.5
    }),
  logKramersRate: () =>
    noisefloor.logKramersRate({
      curvatureMin: 1,
      curvatureBarrier: 1,
      barrier: 1,
      learningRate,
      batchSize: 128,
      split: 0.5
    }),
  kramersValidity: () =>
    noisefloor.kramersValidity({
      curvatureMin: 1,
      curvatureBarrier: 1,
      barrier: 1,
      learningRate,
      batchSize: 128,
      split: 0.5
    }),
  optimalBayesianLearningRate: () =>
    noisefloor.optimalBayesianLearningRate({eigenvalues: [1, 2], datasetSize: 100, batchSize: 10})
};
