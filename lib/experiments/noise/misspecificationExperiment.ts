import {Matrix, solve} from "ml-matrix";
import {batchFourthMoment} from "../../noise/batchFourthMoment.js";
import {batchGradients} from "../../noise/batchGradients.js";
import {finitePopulationCovariance} from "../../noise/finitePopulationCovariance.js";
import {gradientCovariance} from "../../noise/gradientCovariance.js";
import {logisticRegression} from "../../problems/logisticRegression.js";
import type {Problem} from "../../problems/problem.js";
import {normals} from "../../random/normals.js";
import {uniforms} from "../../random/uniforms.js";
import {estimate} from "../../simulate/summary.js";
import {integer, number, table} from "../columns.js";
import type {Row} from "../expectation.js";
import type {Experiment} from "../experiment.js";
import {type ExperimentHead, headOf} from "../experimentHead.js";
import {checkBatches} from "../relations.js";
import {printedScale} from "../scaledSteps.js";
import {wholeFrom} from "../settingRanges.js";
import {withSettings} from "../withSettings.js";

/** Labels of a probit, with a square that the model lacks or without, and how long their vector is. */
export interface Truth {
  readonly dimension: number;
  readonly length: number;
  readonly square: number;
}

/** A logistic model on labels that are not logistic, and the covariance of its batches. */
export interface MisspecificationSpec extends ExperimentHead {
  readonly truths: readonly Truth[];
  /** n. */
  readonly samples: number;
  readonly batchSize: number;
  /** Batches per repetition: the paper's replicates. */
  readonly batches: number;
  /** Repetitions at scale 1. */
  readonly repetitions: number;
}

interface Job extends Truth {
  readonly repetitions: number;
  readonly samples: number;
}

interface Result {
  readonly job: Job;
  /** Relative errors of each repetition: of the diagonal and of all entries, from J/b and from H/b. */
  readonly errors: number[][];
  readonly expectedDiagonal: number;
  readonly expectedFull: number;
  readonly distanceDiagonal: number;
  readonly distanceFull: number;
  /** b·Var(g_B) over all batches, along β₀ and across it, and the entries of J and H there. */
  readonly along: Direction;
  readonly across: Direction;
}

interface Direction {
  readonly mean: number;
  readonly standardError: number;
  readonly noise: number;
  readonly curvature: number;
}

/**
 * Experiment A of the Fisher paper, many times: x ~ N(0, I), y = 1 where s x₁ + γ(x₁² − 1) + ε > 0 with
 * normal ε, a logistic fit to n such samples, and the sample covariance of `batches` batch gradients at
 * the fit, drawn without replacement. One row per truth and repetition: relative Frobenius errors of
 * b·Cov against the sample covariance J of the scores and against the Hessian H, on the diagonal and in
 * full. Each row repeats its truth's exact expectations (root mean square) and ‖H − J‖/‖J‖, and b·Var
 * along the first and the second axis over all batches, with the entries of J and H. Scale takes fewer
 * repetitions and, as its root, fewer samples.
 *
 * @throws RangeError unless there are twenty times as many samples as in a batch
 */
export function misspecificationExperiment(spec: MisspecificationSpec): Experiment<Job, Result> {
  const {truths, samples, batchSize, batches, repetitions} = spec;
  checkBatches("b", batchSize, {most: samples / 20, bound: "samples/20"});
  const repetitionsAt = (scale: number) => Math.max(1, Math.floor(repetitions * scale));
  /** The finite-population covariance of the fit that the job made, which the row repeats. */
  const over = (standardError: string, exact: string, scale: number) => ({
    standardError,
    replicates: repetitionsAt(scale) * batches,
    value: (row: Row) => Number(row[exact])
  });
  return {
    ...headOf(spec),
    spec: {
      truths: truths.map(truth => ({...truth})),
      samples,
      batchSize,
      batches,
      repetitions
    },
    jobs: scale =>
      truths.map(truth => ({
        ...truth,
        repetitions: repetitionsAt(scale),
        samples: Math.max(20 * batchSize, Math.floor(samples * Math.sqrt(printedScale(scale))))
      })),
    describe: ({dimension, length, square}) => `d = ${dimension}, s = ${length}, γ = ${square}`,
    cost: job => job.repetitions * batches + job.samples / batchSize,
    run: job => run(spec, job),
    table: results => {
      const rows = results.flatMap(({errors, ...cell}) => errors.map(error => ({...cell, error})));
      return table(rows, {
        dimension: integer(row => row.job.dimension),
        length: number(row => row.job.length),
        square: number(row => row.job.square),
        diagonalNoise: number(row => row.error[0]),
        diagonalCurvature: number(row => row.error[1]),
        fullNoise: number(row => row.error[2]),
        fullCurvature: number(row => row.error[3]),
        expectedDiagonal: number(row => row.expectedDiagonal),
        expectedFull: number(row => row.expectedFull),
        distanceDiagonal: number(row => row.distanceDiagonal),
        distanceFull: number(row => row.distanceFull),
        along: number(row => row.along.mean),
        alongError: number(row => row.along.standardError),
        alongNoise: number(row => row.along.noise),
        alongCurvature: number(row => row.along.curvature),
        across: number(row => row.across.mean),
        acrossError: number(row => row.across.standardError),
        acrossNoise: number(row => row.across.noise),
        acrossCurvature: number(row => row.across.curvature)
      });
    },
    expected: scale => ({
      along: over("alongError", "alongNoise", scale),
      across: over("acrossError", "acrossNoise", scale)
    }),
    vary: changes =>
      misspecificationExperiment(
        withSettings(spec, changes, {
          short: {b: "batchSize"},
          ranges: {dimension: wholeFrom(2)}
        })
      )
  };
}

function run(spec: MisspecificationSpec, job: Job): Result {
  const {seed, name, batchSize: b, batches} = spec;
  const {dimension: d, length, square, repetitions, samples} = job;
  const address = {seed, experiment: name, cell: `d=${d} s=${length} γ=${square}`};
  const z = normals(uniforms({...address, replicate: 0}));
  const labels: number[] = [];
  const features = Array.from({length: samples}, () => {
    const x = Array.from({length: d}, () => z.next());
    labels.push(length * x[0] + square * (x[0] * x[0] - 1) + z.next() > 0 ? 1 : 0);
    return x;
  });
  const problem = logisticRegression(features, labels);
  const weights = minimum(problem);
  const gradients = problem.sampleGradients(weights);
  const J = gradientCovariance(gradients);
  const H = problem.hessian(weights);
  const exact = finitePopulationCovariance(gradients, b).mul(b);

  const errors: number[][] = [];
  const squares = [0, 1].map(() => new Float64Array(repetitions * batches));
  const {values} = batchGradients(gradients, {
    batchSize: b,
    batches: repetitions * batches,
    scheme: "without",
    source: uniforms({...address, replicate: 1})
  });
  for (let r = 0; r < repetitions; r++) {
    const own = values.subarray(r * batches * d, (r + 1) * batches * d);
    const table = Matrix.from1DArray(batches, d, Array.from(own));
    const C = gradientCovariance(table).mul(b);
    errors.push([
      distance(C, J, true),
      distance(C, H, true),
      distance(C, J, false),
      distance(C, H, false)
    ]);
    for (const k of [0, 1])
      for (let m = 0; m < batches; m++)
        squares[k][r * batches + m] = b * table.get(m, k) * table.get(m, k);
  }

  const bias = exact.clone().sub(J);
  const sampling = (columns: Matrix) => {
    const S = finitePopulationCovariance(columns, b);
    const m = batches;
    const square = S.norm() * S.norm();
    const trace = S.trace() * S.trace();
    return b * b * (batchFourthMoment(columns, b) / m - ((m - 2) * square - trace) / (m * (m - 1)));
  };
  let diagonal = 0;
  for (let i = 0; i < d; i++)
    diagonal +=
      sampling(Matrix.columnVector(gradients.getColumn(i))) + bias.get(i, i) * bias.get(i, i);
  const direction = (k: number): Direction => ({
    ...estimate(squares[k]),
    noise: exact.get(k, k),
    curvature: H.get(k, k)
  });
  return {
    job,
    errors,
    expectedDiagonal: Math.sqrt(diagonal) / norm(J, true),
    expectedFull: Math.sqrt(sampling(gradients) + bias.norm() * bias.norm()) / J.norm(),
    distanceDiagonal: distance(H, J, true),
    distanceFull: distance(H, J, false),
    along: direction(0),
    across: direction(1)
  };
}

/**
 * The minimiser by Newton's method from zero, undamped: both classes are met near the boundary in tens
 * of thousands of samples, so a minimum exists and is not far.
 */
function minimum(problem: Problem): number[] {
  let weights = new Array<number>(problem.dimension).fill(0);
  for (let iteration = 0; iteration < 30; iteration++) {
    const gradient = Matrix.columnVector(problem.gradient(weights));
    if (gradient.norm() < 1e-11) return weights;
    const step = solve(problem.hessian(weights), gradient).getColumn(0);
    weights = weights.map((w, i) => w - step[i]);
  }
  throw new RangeError("the fit did not converge; length and square must not separate the classes");
}

/** ‖A‖_F, of the diagonal alone or of all entries. */
function norm(A: Matrix, diagonal: boolean): number {
  if (!diagonal) return A.norm();
  return Math.sqrt(A.diagonal().reduce((sum, x) => sum + x * x, 0));
}

/** ‖A − B‖/‖B‖. */
function distance(A: Matrix, B: Matrix, diagonal: boolean): number {
  return norm(A.clone().sub(B), diagonal) / norm(B, diagonal);
}
