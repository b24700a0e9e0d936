import {Matrix} from "ml-matrix";
import * as noisefloor from "../../lib/index.js";
import {graded, symmetricWith, uniforms} from "../../test/linalg/random.js";

/** A problem of d parameters with gradients of `rows` samples. */
export interface CostProblem {
  readonly d: number;
  readonly rows: number;
  readonly K: Matrix;
  readonly C: Matrix;
  /** Neither symmetric nor normal, eigenvalues inside the unit disc. */
  readonly A: Matrix;
  readonly table: Matrix;
}

/** One call of a function, ready to be timed; rows where its cost depends on them. */
export interface CostCall {
  readonly run: (problem: CostProblem) => unknown;
  readonly usesRows?: boolean;
}

/** K of condition 100 and largest eigenvalue 1, C of condition 10, which do not commute; five times as many rows as d. */
export function costProblem(d: number): CostProblem {
  const uniform = uniforms(d);
  const entries = (rows: number, columns: number, size: number) =>
    new Matrix(
      Array.from({length: rows}, () =>
        Float64Array.from({length: columns}, () => size * (2 * uniform() - 1))
      )
    );
  const rows = 5 * d;
  return {
    d,
    rows,
    K: symmetricWith(graded(d, 100), uniform),
    C: symmetricWith(graded(d, 10), uniform),
    A: entries(d, d, 1 / Math.sqrt(d)),
    table: entries(rows, d, 1).add(0.5)
  };
}

const learningRate = 0.5;
const momentum = 0.5;
const ones = ({d}: CostProblem) => Array.from({length: d}, () => 1);
const law = ({K, C}: CostProblem) => ({hessian: K, noise: C, learningRate});
const run = (problem: CostProblem) => ({
  hessian: problem.K,
  sampleNoise: problem.C,
  initial: ones(problem)
});
const kramers = {
  curvatureMin: 1,
  curvatureBarrier: 1,
  barrier: 1,
  learningRate: 0.1,
  batchSize: 1,
  split: 0.5
};

const ofMatrices: Readonly<Record<string, CostCall["run"]>> = {
  adamCovariance: ({d}) =>
    noisefloor.adamCovariance({learningRate: 0.1, noiseRatio: 1, dimension: d}),
  adamVariance: () => noisefloor.adamVariance({learningRate: 0.1, noiseRatio: 1}),
  alignment: ({K, C}) => noisefloor.alignment(K, C),
  approximationError: p => noisefloor.approximationError({...law(p), momentum}),
  averagedIterate: p => noisefloor.averagedIterate({...law(p), steps: 100}),
  bestBatchSize: p => noisefloor.bestBatchSize({...run(p), calls: 1000}),
  bestLearningRate: p => noisefloor.bestLearningRate({...run(p), steps: 100}),
  conditionNumber: ({K}) => noisefloor.conditionNumber(K),
  continuousEscapeEfficiency: p => noisefloor.continuousEscapeEfficiency({...law(p), steps: 7}),
  continuousLyapunov: ({A, d, C}) =>
    noisefloor.continuousLyapunov(Matrix.add(A, Matrix.eye(d).mul(2)), C),
  continuousLyapunovCondition: ({A, d}) =>
    noisefloor.continuousLyapunovCondition(Matrix.add(A, Matrix.eye(d).mul(2))),
  dampedNewtonCovariance: p => noisefloor.dampedNewtonCovariance(law(p)),
  discreteLyapunov: ({A, C}) => noisefloor.discreteLyapunov(A, C),
  discreteLyapunovCondition: ({A}) => noisefloor.discreteLyapunovCondition(A),
  effectiveDimension: ({K}) => noisefloor.effectiveDimension(K),
  escapeEfficiency: p => noisefloor.escapeEfficiency({...law(p), steps: 7}),
  excessLoss: p => noisefloor.excessLoss(law(p)),
  fewestCalls: p => noisefloor.fewestCalls({...run(p), risk: 0.2}),
  fisherConditionNumber: ({K}) => noisefloor.fisherConditionNumber(K),
  fisherStrongConvexity: ({K, C}) => noisefloor.fisherStrongConvexity(K, C),
  fixedAdamCovariance: p => noisefloor.fixedAdamCovariance({...law(p), secondMoments: ones(p)}),
  fixedRmspropCovariance: p =>
    noisefloor.fixedRmspropCovariance({...law(p), secondMoments: ones(p)}),
  godambeInformation: ({K, C}) => noisefloor.godambeInformation(K, C),
  identifiableProjection: ({K}) => noisefloor.identifiableProjection(K),
  iterateCovariance: p => noisefloor.iterateCovariance({...law(p), steps: [100]}),
  kramersRate: () => noisefloor.kramersRate(kramers),
  kramersValidity: () => noisefloor.kramersValidity(kramers),
  laggedCovariance: p => noisefloor.laggedCovariance({...law(p), lags: 2}),
  linearRegressionCovariance: ({K}) =>
    noisefloor.linearRegressionCovariance({
      inputCovariance: K,
      labelVariance: 1,
      batchSize: 1000,
      learningRate: 0.01
    }),
  logKramersRate: () => noisefloor.logKramersRate(kramers),
  momentumCovariance: p => noisefloor.momentumCovariance({...law(p), momentum}),
  naturalGradientCovariance: p => noisefloor.naturalGradientCovariance(law(p)),
  onRange: p => noisefloor.onRange(noisefloor.sgdCovariance, law(p)),
  optimalBayesianLearningRate: p =>
    noisefloor.optimalBayesianLearningRate({eigenvalues: ones(p), datasetSize: 100, batchSize: 10}),
  ouCovariance: p => noisefloor.ouCovariance(law(p)),
  polyakRuppertCovariance: ({K, C}) => noisefloor.polyakRuppertCovariance({hessian: K, noise: C}),
  preconditionedCovariance: ({K, C}) =>
    noisefloor.preconditionedCovariance({hessian: K, noise: C, preconditioner: C}),
  psdProjection: ({A}) => noisefloor.psdProjection(Matrix.add(A, A.transpose())),
  qhmCovariance: p => noisefloor.qhmCovariance({...law(p), momentum, nu: 0.7}),
  robbinsMonroCovariance: ({K, C}) =>
    noisefloor.robbinsMonroCovariance({hessian: K, noise: C, eta0: 200}),
  sandwichCovariance: ({K, C}) => noisefloor.sandwichCovariance(K, C),
  sgdCovariance: p => noisefloor.sgdCovariance(law(p)),
  spectrum: ({K}) => noisefloor.spectrum(K),
  stabilityLimit: ({K}) => noisefloor.stabilityLimit({hessian: K}),
  stein: ({A, C}) => noisefloor.stein(A, A, C),
  sylvester: ({K, A, C}) => noisefloor.sylvester(K, Matrix.add(K, A).mul(1e-3), C),
  symmetricEigen: ({K}) => noisefloor.symmetricEigen(K),
  symmetricSqrt: ({K}) => noisefloor.symmetricSqrt(K),
  symmetrise: ({K}) => noisefloor.symmetrise(K),
  transientCovariance: p => noisefloor.transientCovariance({...law(p), steps: 10})
};

const ofTables: Readonly<Record<string, CostCall["run"]>> = {
  covarianceError: ({table}) => noisefloor.covarianceError(table),
  finitePopulationCovariance: ({table}) => noisefloor.finitePopulationCovariance(table, 2),
  gradientCovariance: ({table}) => noisefloor.gradientCovariance(table),
  gradientNoiseScale: ({table}) => noisefloor.gradientNoiseScale(table),
  gradientVariances: ({table}) => noisefloor.gradientVariances(table),
  jackknife: ({table, rows}) =>
    noisefloor.jackknife(table, sample => sample.mean(), {deleteGroups: Math.min(20, rows)}),
  movingCovariance({table, d}) {
    const moving = noisefloor.movingCovariance({dimension: d, alpha: 0.1});
    for (let i = 0; i < table.rows; i++) moving.add(table.getRow(i));
    return moving.covariance();
  },
  noiseReport: ({table}) =>
    noisefloor.noiseReport(
      {rows: table.rows, columns: table.columns, data: table.to1DArray()},
      {rows: "per-sample", population: "sample"}
    ),
  readGradients: ({table}) =>
    noisefloor.readGradients(new TextEncoder().encode(table.to2DArray().join("\n"))),
  regressionSandwich: ({table}) =>
    noisefloor.regressionSandwich({
      design: table,
      residuals: Array.from({length: table.rows}, (_, i) => (i % 7) - 3),
      kind: "HC3"
    }),
  streamingCovariance({table, d}) {
    const stream = noisefloor.streamingCovariance({dimension: d, rank: Math.min(d, 5)});
    for (let i = 0; i < table.rows; i++) stream.add(table.getRow(i));
    return stream.leading();
  }
};

/** A call of each public function, by name. */
export const costCalls: ReadonlyMap<string, CostCall> = new Map([
  ...Object.entries(ofMatrices).map(([name, run]) => [name, {run}] as const),
  ...Object.entries(ofTables).map(([name, run]) => [name, {run, usesRows: true}] as const)
]);
