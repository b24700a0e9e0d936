import {describe, optionsOf} from "../check.js";
import {budgetNumbers, checkBudget} from "./budget.js";
import {isDiagonal} from "./curvature.js";
import {runFindings} from "./curvatureFindings.js";
import {argumentNames, type QuestionNames} from "./questionNames.js";
import {checkQuestion, sizeOfData} from "./sample.js";
import {sentenceOf} from "./sentence.js";
import {checkRun, stationaryNumbers} from "./settled.js";
import {mostEigenvalues, type TableAnswer, tableSteps, timeOf} from "./tableAnswer.js";
import {type TableRows, tableRows} from "./tableRows.js";
import type {BudgetNumbers, GradientTable, NoiseQuestion, NoiseReport} from "./types.js";

/**
 * How noisy a table of gradients is, how sure that is, and what follows for step and batch
 *
 *     G = c·S,   Tr G,   ‖g‖²,   B = Tr G/‖g‖²,   λ₁ … λ_d,   Tr G/λ₁,   (Tr G)²/Tr G²
 *
 * `table` is n×d, one gradient per row, `data` row by row; S is the covariance of the rows, 1/(n−1) for a
 * sample and 1/n for a whole population, and c = 1 for gradients of single samples, b for means of b (b/(1 − b/N)
 * where each was drawn without replacement from N). G is in squared gradient units, per sample. Every number has its
 * standard error and interval (influence functions, a delete-a-group jackknife for bias, Fieller's interval for B;
 * sums over groups where rows come in groups); a whole population is exact. With `hessian`, d×d or its diagonal,
 * also G beside H; with `run`, the stationary law of heavy ball along the positive directions of H; with
 * `budget`, the risk after so many gradients. The same table and question have the same report, to the last bit.
 *
 * Of more than 2000 rows and columns there are the leading 50 eigenvalues with bounds to both sides, and traces by
 * products; a Hessian of more than 2000 parameters is taken as its diagonal alone.
 * What looks wrong with the table is in `findings`; where one is an error, every number is null and has the reason.
 * Source: McCandlish et al. 2018 (B); Fisher, Lemma 4.1, Definitions 3.12 and 3.13; finite-rate theorem 2.
 *
 * @throws RangeError on a question that makes no sense, naming argument, value and range: means of b of a
 * whole population, a run without `hessian`, a `hessian` of more than 2000 parameters that is no diagonal, a level outside (0, 1), fewer than two groups
 * @example
 * const table = {rows: 3, columns: 1, data: [1, 2, 3]};
 * noiseReport(table, {rows: "per-sample", population: "whole"}).noiseScale.value; // 1/6
 */
export function noiseReport(table: GradientTable, question: NoiseQuestion): NoiseReport {
  const rows = tableRows(table);
  checkReport(rows, question);
  const steps = tableSteps(rows, question);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return withRun(step.value, question);
}

/** Holds a question about a table to what can be answered. Throws as `noiseReport`. */
export function checkReport(
  {numbers}: TableRows,
  question: NoiseQuestion,
  names: QuestionNames = argumentNames
): void {
  optionsOf("noiseReport's question", question, [
    "rows",
    "population",
    "datasetSize",
    "level",
    "hessian",
    "run",
    "budget"
  ]);
  checkQuestion(question, names);
  const {hessian, run, budget} = question;
  const {n, width: d} = numbers;
  const {rows, population, datasetSize: size} = question;
  if (size !== undefined && population === "whole" && size !== n)
    throw new RangeError(
      `${names.datasetSize} must be ${n}, the number of rows, or left out where ${names.population} is ${names.whole}; got ${size}`
    );
  if (size !== undefined && rows === "per-sample" && size < n)
    throw new RangeError(
      `${names.datasetSize} must be at least ${n}, the number of rows that are a part of it; got ${size}`
    );
  if (
    size !== undefined &&
    rows !== "per-sample" &&
    rows.drawn === "epoch" &&
    size < n * rows.meanOf
  )
    throw new RangeError(
      `${names.datasetSize} must be at least ${n * rows.meanOf}, the samples in ${n} parts of ${rows.meanOf}; got ${size}`
    );
  if (hessian !== undefined && d > mostEigenvalues && !isDiagonal(hessian))
    throw new RangeError(
      `${names.hessian} must be of at most ${mostEigenvalues} parameters, or its eigenvalues would take ${timeOf(d)} and more; got ${d}: hand over its diagonal, or one layer with its block of H`
    );
  if (hessian === undefined && (run || budget))
    throw new RangeError(
      `${names.hessian} must be given where ${run ? names.run : names.budget} is; got ${describe(hessian)}`
    );
  if (run) checkRun(run, sizeOfData(question, numbers.n), names);
  if (budget) checkBudget(budget, numbers.width, names);
}

/**
 * The report on a table whose own part is known, with the run and the budget of the question; `known` is what the budget
 * can reach, where that was asked before.
 */
export function withRun(
  {report, sample, curvature}: TableAnswer,
  question: NoiseQuestion,
  known?: BudgetNumbers
): NoiseReport {
  if (!sample) return report;
  const {run, budget} = question;
  const size = sizeOfData(question, sample.n);
  const sentence = sentenceOf(report, sample, question);
  if (!curvature) return {...report, sentence};
  const stationary = run && stationaryNumbers(sample, curvature, run, size);
  const {meanNormSquared: mean, trace} = report;
  return {
    ...report,
    sentence,
    findings: [
      ...report.findings,
      ...(run && stationary
        ? runFindings(run, stationary, {mean, trace, size, zeroMean: sample.zeroMean})
        : [])
    ],
    ...(stationary && {stationary}),
    ...(budget && {budget: known ?? budgetNumbers(sample, curvature, budget, {run, size})})
  };
}
