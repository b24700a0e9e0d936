import {
  type Curvature,
  curvatureOf,
  type HessianOrigin,
  hessianNumbers,
  isDiagonal
} from "./curvature.js";
import {hessianFindings} from "./curvatureFindings.js";
import {diagonalCurvature, diagonalNumbers} from "./diagonalCurvature.js";
import {notFinite, tableFindings, tailFindings} from "./findings.js";
import {type Leading, leadingNumbers, mostLeading} from "./leading.js";
import {absent, around, exactly} from "./measure.js";
import {sumOfSquares} from "./moments.js";
import {fieller, isMeanZero, measureOf, traceAndMean} from "./quadratic.js";
import {argumentNames} from "./questionNames.js";
import {columnsOf, type Rows} from "./rows.js";
import {type Sample, sampleOf} from "./sample.js";
import {type Scores, scoresOf} from "./scores.js";
import {sentenceOf} from "./sentence.js";
import {spectralNumbers} from "./spectrum.js";
import type {TableRows} from "./tableRows.js";
import type {BlockNumbers, Finding, NoiseNumbers, NoiseQuestion, NoiseReport} from "./types.js";

/** What is told of a table before a run or a budget is asked about, and what those are told from. */
export interface TableAnswer {
  readonly report: NoiseReport;
  /** None where the table is refused. */
  readonly sample?: Sample;
  readonly scores?: Scores;
  /** In their place where there are too many eigenvalues. */
  readonly leading?: Leading;
  /** Where the question has a Hessian. */
  readonly curvature?: Curvature;
}

/** How many eigenvalues are looked for. */
export const mostEigenvalues = 2000;

/** How long so many eigenvalues and what rests on them would take: the cube, ten seconds for the first thousand. */
export function timeOf(count: number): string {
  const minutes = (count / 1000) ** 3 / 6;
  return minutes < 60
    ? `some ${Math.ceil(minutes)} minutes`
    : `some ${Math.ceil(minutes / 60)} hours`;
}

/** What is done next, and which share of the whole is behind. */
export interface StepAhead {
  readonly doing: string;
  readonly share: number;
  /** Of a long step, which goes with the cube of its order: that, and the share where it ends. */
  readonly order?: number;
  readonly until?: number;
}

/** Answers all of a checked question but its run and budget; yields before each long piece of the work. `origin` is where H comes from. */
export function* tableSteps(
  table: TableRows,
  question: NoiseQuestion,
  origin?: HessianOrigin
): Generator<StepAhead, TableAnswer> {
  const {hessian} = question;
  yield {doing: "looking at the rows", share: 0};
  const {numbers: rows} = table;
  const wrong = [...notFinite(rows), ...tooFew(rows, question), ...outOfScale(rows)];
  if (wrong.length) return {report: refused(rows, wrong)};
  const sample = sampleOf(table, question);
  const looks = tableFindings(rows, sample);
  const {n, d} = sample;
  if (Math.min(n, d) > mostEigenvalues) {
    yield {doing: `the ${mostLeading} leading eigenvalues of the covariance`, share: 0.1};
    const leading = leadingOf(sample);
    const numbers = {...plainNumbers(sample), ...leading.numbers};
    yield {doing: "blocks", share: 0.5};
    const report = {
      sentence: sentenceOf(numbers, sample, {}),
      ...numbers,
      findings: [...looks, ...meanFindings(sample, numbers), tooLarge(rows, leading)],
      blocks: blocksOf(table, question)
    };
    const answer = {sample, leading, report};
    return hessian === undefined ? answer : yield* besideHessian(answer, sample, hessian, origin);
  }
  const order = Math.min(n, d);
  const doing = `the ${order} eigenvalues of the covariance`;
  yield {doing, share: 0.1, order, until: hessian ? 0.4 : 0.6};
  const scores = scoresOf(sample.centred);
  yield {doing: "standard errors", share: hessian ? 0.4 : 0.6};
  const numbers = numbersOf(sample, scores);
  const findings = [...looks, ...momentFindings(sample, numbers)];
  yield {doing: "blocks", share: hessian ? 0.5 : 0.8};
  const report = {
    sentence: sentenceOf(numbers, sample, {}),
    ...numbers,
    findings,
    blocks: blocksOf(table, question)
  };
  const answer = {report, sample, scores};
  return hessian === undefined ? answer : yield* besideHessian(answer, sample, hessian, origin);
}

/** The same answer with H, which is diagonal where there are more parameters than eigenvalues are looked for. */
function* besideHessian(
  answer: TableAnswer,
  sample: Sample,
  hessian: NonNullable<NoiseQuestion["hessian"]>,
  origin: HessianOrigin = {name: argumentNames.hessian}
): Generator<StepAhead, TableAnswer> {
  const {d} = sample;
  const isPlain = isDiagonal(hessian);
  if (!isPlain)
    yield {doing: `the ${d} eigenvalues of the Hessian`, share: 0.6, order: d, until: 0.9};
  const curvature = isPlain
    ? diagonalCurvature(sample, hessian as ArrayLike<number>, origin)
    : curvatureOf(sample, hessian, origin);
  yield {doing: "the covariance beside the Hessian", share: 0.9};
  const beside =
    curvature.diagonal && d > mostEigenvalues
      ? diagonalNumbers(sample, curvature, curvature.diagonal)
      : hessianNumbers(sample, curvature);
  const {report} = answer;
  const findings = [...report.findings, ...hessianFindings(curvature, beside)];
  return {...answer, report: {...report, findings, hessian: beside}, curvature};
}

const leadingOf = (sample: Sample): Leading =>
  leadingNumbers(sample, traceAndMean(sample, sample).trace);

/** The numbers that a table and each of its blocks have; without scores, with the leading eigenvalues alone. */
function numbersOf(sample: Sample, scores?: Scores): NoiseNumbers {
  const {trace} = traceAndMean(sample, sample);
  return {
    ...plainNumbers(sample),
    ...(scores ? spectralNumbers(sample, scores, trace) : leadingOf(sample).numbers)
  };
}

/** Those that need no eigenvalues. */
function plainNumbers(
  sample: Sample
): Pick<NoiseNumbers, "samples" | "parameters" | "trace" | "meanNormSquared" | "noiseScale"> {
  const {n, d, whole, quantile, exactMean} = sample;
  const both = traceAndMean(sample, sample);
  const {trace, mean} = both;
  return {
    samples: n,
    parameters: d,
    trace: whole ? exactly(trace.value) : measureOf(sample, trace),
    meanNormSquared: exactMean
      ? exactly(mean.value)
      : around(mean.value, Math.sqrt(mean.variance), quantile, {bias: mean.bias}),
    noiseScale: fieller(sample, both, "‖g‖²")
  };
}

function blocksOf({numbers, blocks, groups}: TableRows, question: NoiseQuestion): BlockNumbers[] {
  return (blocks ?? []).map(({name, from, to}) => {
    const sample = sampleOf({numbers: columnsOf(numbers, from, to), groups}, question);
    const isSmall = Math.min(sample.n, sample.d) <= mostEigenvalues;
    return {name, ...numbersOf(sample, isSmall ? scoresOf(sample.centred) : undefined)};
  });
}

function momentFindings(sample: Sample, numbers: NoiseNumbers): Finding[] {
  const {factor} = sample;
  const trace = (numbers.trace.value as number) / factor;
  if (!(trace > 0)) return [];
  const square = sumOfSquares(numbers.spectrum.values) / factor ** 2;
  return [...tailFindings(sample, {trace, square}), ...meanFindings(sample, numbers)];
}

function meanFindings(sample: Sample, {trace}: NoiseNumbers): Finding[] {
  if (!((trace.value as number) > 0) || !isMeanZero(sample, trace)) return [];
  return [
    {
      code: "mean-is-zero",
      severity: "note",
      message:
        "the mean of the rows is zero up to rounding: they were taken at a minimum, or centred, and no noise scale can be told from them"
    }
  ];
}

/** What a table says that has more rows and columns than eigenvalues are looked for. */
function tooLarge({n, width: d}: Rows, {of, share, between, numbers}: Leading): Finding {
  const [least, most] = between.map(x => x.toPrecision(3));
  return {
    code: "too-large",
    severity: "warning",
    message: `${n} rows of ${d} parameters have ${of} eigenvalues, which would take ${timeOf(of)}: ${numbers.spectrum.values.length} of them were kept, with ${(100 * share).toPrecision(3)} % of the trace, and λ₁ of these rows is between ${least} and ${most}; all of them want ${mostEigenvalues} of the rows, or one layer at a time`
  };
}

/** Two rows are always equally far from their mean: how sure anything is takes a third, but for a whole population. */
function tooFew({n}: Rows, {population}: NoiseQuestion): Finding[] {
  const least = population === "whole" ? 2 : 3;
  if (n >= least) return [];
  const why =
    n === 1
      ? "one row has no spread"
      : "two rows are equally far from their mean, however noisy they are";
  return [
    {
      code: "few-rows",
      severity: "error",
      message: `${why}: at least ${least === 2 ? "two" : "three"} are needed, some hundred to be sure of anything`
    }
  ];
}

/** Between which the largest number of a table may lie. */
export const range = {least: 1e-70, most: 1e70} as const;

/** Fourth moments must be in the range of float64, and not vanish in it. */
function outOfScale({n, row}: Rows): Finding[] {
  let largest = 0;
  for (let i = 0; i < n; i++) for (const x of row(i)) largest = Math.max(largest, Math.abs(x));
  const isInside = largest > range.least && largest < range.most;
  if (largest === 0 || isInside || !Number.isFinite(largest)) return [];
  return [
    {
      code: "not-finite",
      severity: "error",
      message: `the fourth powers of these numbers, up to ${largest.toPrecision(3)}, leave the range of float64: ${largest > 1 ? "divide" : "multiply"} all by a power of ten`
    }
  ];
}

function refused({n, width}: Rows, findings: Finding[]): NoiseReport {
  const none = absent(findings[0].message);
  return {
    sentence: `Nothing can be told: ${findings[0].message}.`,
    samples: n,
    parameters: width,
    findings,
    trace: none,
    meanNormSquared: none,
    noiseScale: none,
    largestEigenvalue: none,
    effectiveDimension: none,
    participationRatio: none,
    conditionNumber: none,
    covarianceError: {...none, rowsNeeded: null, splitHalves: null, gaussian: null},
    spectrum: {values: [], low: [], high: []},
    blocks: []
  };
}
