import type {Chart, Mark, Series} from "../components/chart/declaration.js";
import {whole} from "../components/format.js";
import type {BenchAnswer} from "../lib/workbench/bench.js";
import {digits} from "../lib/workbench/export/digits.js";
import {floorCurve} from "../lib/workbench/export/pictureRows.js";
import type {BudgetNumbers, Measure} from "../lib/workbench/types.js";

export type Iterate = "last" | "averaged";

/** Where runs settle against the learning rate, at the batch size and momentum of the question; in words, without a Hessian. */
export function floor(answer: BenchAnswer): Chart | string {
  const {report, question} = answer;
  const {run} = question;
  const curve = floorCurve(answer);
  if (!run || !curve)
    return "With the Hessian, a square matrix or its diagonal as a second file, the floor of a run at any learning rate would stand here.";
  const {learningRate: eta, batchSize: b, momentum = 0} = run;
  const {limit, at, rows} = curve;
  const from = rows[0].learningRate;
  const to = 1.6 * limit;
  const measure = report.stationary?.floor;
  const value = measure?.value ?? null;
  const chosen: Mark[] =
    value === null || value <= 0
      ? []
      : [{x: eta, y: value, low: measure?.low ?? value, high: measure?.high ?? value}];
  const where =
    value === null
      ? `$η$ = ${digits(eta)} is not below the edge: the run diverges`
      : `At $η$ = ${digits(eta)} the run settles ${digits(value)} above the minimum`;
  return {
    title: "Floor against the learning rate",
    caption: `For $b$ = ${b}${momentum ? `, $µ$ = ${momentum}` : ""}. Solid: the exact law of the recursion on the quadratic of $H$; dashed: the diffusion, which knows no edge. ${where}.`,
    description: `A curve that rises with the learning rate, and without bound at ${digits(limit)}.`,
    x: {label: "learning rate $η$", column: "learningRate", scale: "log", domain: [from, to]},
    y: {
      label: "excess loss where the run settles",
      column: "floor",
      scale: "log",
      domain: [at(from).continuous / 2, 20 * at(limit).continuous]
    },
    panels: [
      {
        series: [
          {
            is: "reference",
            name: "edge of stability",
            label: `edge, $η$ = ${digits(limit)}`,
            marks: [{x: limit}],
            near: 0.9
          },
          {
            is: "continuous",
            name: "diffusion",
            marks: rows.map(row => ({x: row.learningRate, y: row.continuous})),
            near: 0.97
          },
          {
            is: "exact",
            name: "exact",
            marks: rows.map(row => ({x: row.learningRate, y: row.floor})),
            near: 0.3
          },
          ...(chosen.length && eta >= from && eta <= to
            ? ([{is: "measured", name: "this run", marks: chosen}] as const)
            : [])
        ]
      }
    ]
  };
}

/** The risk of a budget at each learning rate and batch size, with the best of them; in words, without a Hessian. */
export function risk({report, question}: BenchAnswer, iterate: Iterate): Chart | string {
  const {budget} = report;
  if (!budget)
    return "With the Hessian, the risk that a number of gradients reaches at each learning rate and batch size would stand here.";
  const {learningRates: rates, batchSizes: sizes, calls} = budget;
  const {learningRate: best, batchSize, risk: least, region} = budget[iterate];
  const eta = best.value as number;
  const step = Math.sqrt(rates[1] / rates[0]);
  const {run} = question;
  const here = run && bestAt(budget, iterate, run.batchSize);
  const inside = (x: number) => x >= rates[0] / step && x <= rates[rates.length - 1] * step;
  return {
    title: "Excess loss that a budget reaches",
    caption: `After ${whole(calls)} gradients, ${iterate === "last" ? "of the last iterate" : "of the average of the iterates"}: the darker, the lower. Best: $η$ = ${digits(eta)}${ends(best)} with $b$ = ${batchSize}, excess loss ${digits(least.value)}; inside the frame, some choice of the other setting comes within 5 % of it. The cross is the run above.`,
    description: `A map over learning rates and batch sizes, darkest at a learning rate of ${digits(eta)} and a batch size of ${batchSize}.`,
    shape: (60 + 18 * sizes.length) / 736,
    x: {
      label: "learning rate $η$",
      column: "learningRate",
      scale: "log",
      domain: [rates[0] / step, rates[rates.length - 1] * step]
    },
    y: {
      label: "batch size $b$",
      column: "batchSize",
      scale: "log",
      domain: [sizes[0] / Math.SQRT2, sizes[sizes.length - 1] * Math.SQRT2],
      ticks: sizes,
      format: "number"
    },
    z: {label: "excess loss", column: "excessLoss"},
    panels: [
      {
        series: [
          {is: "measured", as: "cells", name: "map", label: false, marks: cells(budget, iterate)},
          {
            is: "exact",
            as: "loop",
            name: "within 5 %",
            label: false,
            marks: frame(region, step)
          },
          {
            is: "exact",
            as: "spans",
            name: "best",
            marks: [
              {
                x: eta,
                y: batchSize,
                z: least.value ?? undefined,
                low: best.low ?? eta,
                high: best.high ?? eta
              }
            ]
          },
          ...(run && here && inside(here.learningRate)
            ? ([
                {
                  is: "exact",
                  as: "points",
                  second: true,
                  name: "best at this batch size",
                  label: false,
                  marks: [{x: here.learningRate, y: run.batchSize, z: here.risk}]
                }
              ] satisfies Series[])
            : []),
          ...(run && inside(run.learningRate) && run.batchSize <= sizes[sizes.length - 1]
            ? ([
                {
                  is: "exact",
                  as: "crosses",
                  name: "this run",
                  marks: [{x: run.learningRate, y: run.batchSize}]
                }
              ] satisfies Series[])
            : [])
        ]
      }
    ]
  };
}

/** The fields of the map, dark where the risk is near the least, and white from a hundred times it on. */
function cells(budget: BudgetNumbers, iterate: Iterate): Mark[] {
  const {learningRates, batchSizes} = budget;
  const least = budget[iterate].risk.value ?? 0;
  const risks = iterate === "last" ? budget.lastRisk : budget.averagedRisk;
  return batchSizes.flatMap((y, i) =>
    learningRates.flatMap((x, j) => {
      if (!Number.isFinite(risks[i][j])) return [];
      const dark = 1 - Math.log10(Math.max(1, risks[i][j] / least)) / 2;
      return {x, y, z: risks[i][j], weight: dark > 0.06 ? Number(dark.toPrecision(3)) : 0};
    })
  );
}

/** The learning rate of the grid with the least risk at a batch size. */
export function bestAt(
  {batchSizes, learningRates, lastRisk, averagedRisk}: BudgetNumbers,
  iterate: Iterate,
  batchSize: number
): {readonly learningRate: number; readonly risk: number} | undefined {
  const row = (iterate === "last" ? lastRisk : averagedRisk)[batchSizes.indexOf(batchSize)];
  if (!row) return undefined;
  const risk = Math.min(...row);
  return {learningRate: learningRates[row.indexOf(risk)], risk};
}

/** The corners of the region within 5 %, whose fields belong to it whole. */
function frame(
  {learningRate: [a, b], batchSize: [c, d]}: BudgetNumbers["last"]["region"],
  step: number
): Mark[] {
  const [left, right] = [a / step, b * step];
  const [low, high] = [c / Math.SQRT2, d * Math.SQRT2];
  return [
    {x: left, y: low},
    {x: right, y: low},
    {x: right, y: high},
    {x: left, y: high}
  ];
}

/** What follows for the learning rate: the best one at the batch size of the run, and the best of both. */
export function optimum({report, question}: BenchAnswer, iterate: Iterate): string | null {
  const {budget} = report;
  const {run} = question;
  if (!budget || !run) return null;
  const {learningRate, batchSize, risk: least} = budget[iterate];
  const here = bestAt(budget, iterate, run.batchSize);
  if (!here || least.value === null) return null;
  const after = `after ${whole(budget.calls)} gradients${iterate === "averaged" ? " and averaged" : ""}`;
  const free =
    run.batchSize === batchSize
      ? "no other batch size does better"
      : `$b$ = ${batchSize} with $η$ = ${digits(learningRate.value)} would leave ${digits(least.value)}`;
  const sentence = `With $b$ = ${run.batchSize} the best learning rate is $η$ = ${digits(here.learningRate)}, which leaves an excess loss of ${digits(here.risk)} ${after}; ${free}.`;
  // Digits in threes stay in one line.
  return sentence.replaceAll("\u2009", "\u202f");
}

const ends = ({low, high, standardError}: Measure): string =>
  standardError && low !== null && high !== null ? ` (${digits(low)} to ${digits(high)})` : "";
