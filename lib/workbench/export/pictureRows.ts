import {heavyBallGain} from "../../stationary/heavyBallGain.js";
import {heavyBallLimit} from "../../stationary/stability.js";
import type {BenchAnswer} from "../bench.js";
import {sizeOfData} from "../sample.js";
import {batchShare} from "../settled.js";
import type {BudgetNumbers} from "../types.js";

/** Below this share of the largest, an eigenvalue is rounding. */
const rounding = 1e-13;

/** Eigenvalues of G with their intervals, largest first. */
export function screeRows({report}: BenchAnswer) {
  const {values, low, high} = report.spectrum;
  return values
    .map((eigenvalue, k) => ({direction: k + 1, eigenvalue, low: low[k], high: high[k]}))
    .filter(row => row.eigenvalue > rounding * values[0]);
}

/** Which share of Tr G the first directions have. */
export function cumulatedRows({report}: BenchAnswer) {
  const {values} = report.spectrum;
  const all = values.reduce((sum, x) => sum + x, 0);
  const isWhole = values.length === Math.min(report.samples, report.parameters);
  const total = isWhole ? all : (report.trace.value ?? all);
  let sum = 0;
  return values.map((x, k) => {
    sum += x;
    return {directions: k + 1, share: sum / total};
  });
}

/** Tr G of each block, largest first. */
export function blockRows({report}: BenchAnswer) {
  return report.blocks
    .map(({name, parameters, trace}) => {
      const value = trace.value ?? 0;
      return {
        block: name,
        parameters,
        trace: value,
        low: trace.low ?? value,
        high: trace.high ?? value
      };
    })
    .sort((a, b) => b.trace - a.trace);
}

/** Squared distances of rows from their mean, by rank, and those of Gaussian rows. */
export function lengthRows({pictures}: BenchAnswer) {
  const {lengths, gaussian} = pictures ?? {lengths: [], gaussian: []};
  return lengths.map((measured, k) => ({gaussian: gaussian[k], measured}));
}

/** The floor at each learning rate, at the batch size and momentum of the question; null without a Hessian or a run. */
export function floorCurve({pictures, question, table}: BenchAnswer) {
  const {run} = question;
  const modes = pictures?.modes;
  if (!run || !modes) return null;
  const {batchSize, momentum = 0, replacement = true} = run;
  const {curvatures: h, noise} = modes;
  const share = batchShare(batchSize, replacement, sizeOfData(question, table.rows));
  const limit = heavyBallLimit(h[h.length - 1], momentum);
  const total = share * noise.reduce((sum, x) => sum + x, 0);
  const at = (learningRate: number) => ({
    learningRate,
    floor: h.reduce(
      (sum, x, a) => sum + (x / 2) * heavyBallGain(x, x, learningRate, momentum) * share * noise[a],
      0
    ),
    continuous: (learningRate * total) / (4 * (1 - momentum))
  });
  const [from, to, points] = [limit / 1e4, 0.9995 * limit, 60];
  return {
    limit,
    at,
    rows: Array.from({length: points}, (_, k) => at(from * (to / from) ** (k / (points - 1))))
  };
}

/** Excess loss after the budget at each batch size and learning rate. */
export function riskRows({batchSizes, learningRates, lastRisk, averagedRisk}: BudgetNumbers) {
  return batchSizes.flatMap((batchSize, i) =>
    learningRates.map((learningRate, j) => ({
      batchSize,
      learningRate,
      last: lastRisk[i][j],
      averaged: averagedRisk[i][j]
    }))
  );
}

/** The rows behind every picture of an answer, by the picture's name. */
export function pictureRows(
  answer: BenchAnswer
): Record<string, readonly Record<string, unknown>[]> {
  const floor = floorCurve(answer);
  const {budget} = answer.report;
  return {
    eigenvalues: screeRows(answer),
    cumulated: cumulatedRows(answer),
    ...(answer.report.blocks.length && {blocks: blockRows(answer)}),
    lengths: lengthRows(answer),
    ...(floor && {floor: floor.rows}),
    ...(budget && {risk: riskRows(budget)})
  };
}
