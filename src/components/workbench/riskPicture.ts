import * as Plot from "@observablehq/plot";
import type {BenchAnswer} from "../../lib/workbench/bench.js";
import {digits} from "../../lib/workbench/export/digits.js";
import type {BudgetNumbers} from "../../lib/workbench/types.js";
import {element} from "../element.js";
import {figure} from "../figure.js";
import {logTicks} from "./ticks.js";

export type Iterate = "last" | "averaged";

/** What a budget reaches at each learning rate and batch size, with the best of them. */
export function riskPicture({report, question}: BenchAnswer, iterate: Iterate): HTMLElement {
  const {budget} = report;
  if (!budget)
    return element(
      "p",
      {class: "aside"},
      "With the Hessian, the risk that a number of gradients reaches at each learning rate and batch size would stand here."
    );
  const {calls} = budget;
  const optimum = budget[iterate];
  const risks = iterate === "last" ? budget.lastRisk : budget.averagedRisk;
  const rates = budget.learningRates;
  const data = budget.batchSizes.flatMap((batchSize, i) =>
    rates.map((learningRate, j) => ({batchSize, learningRate, risk: risks[i][j]}))
  );
  const {learningRate: best, batchSize, risk, region} = optimum;
  const [least, eta] = [risk.value as number, best.value as number];
  const shade = ({risk}: {risk: number}) =>
    Math.max(0, 1 - Math.log10(Math.max(1, risk / least)) / 2);
  const step = Math.sqrt(rates[1] / rates[0]);
  const run = question.run;
  return figure({
    title: `Excess loss after ${digits(calls)} gradients, ${iterate === "last" ? "last iterate" : "average of the iterates"}`,
    caption: `The darker, the lower. Best: η = ${digits(eta)}${ends(best)} with b = ${batchSize}, excess loss ${digits(least)}; inside the frame some choice of the other one is within 5 % of it. The open ring is the run above.`,
    description: `A map over learning rates and batch sizes, darkest at η = ${digits(eta)}, b = ${batchSize}.`,
    data,
    draw: width =>
      Plot.plot({
        width,
        height: 80 + 15 * budget.batchSizes.length,
        marginLeft: 56,
        marginBottom: 40,
        marginTop: 24,
        marginRight: 16,
        x: {
          type: "log",
          label: "learning rate η →",
          ...logTicks(rates),
          domain: [rates[0] / step, rates[rates.length - 1] * step]
        },
        y: {type: "log", base: 2, label: "↑ batch size b", ...batchTicks(budget)},
        marks: [
          Plot.rect(
            data.filter(cell => shade(cell) > 0.06),
            {
              x1: ({learningRate}) => learningRate / step,
              x2: ({learningRate}) => learningRate * step,
              y1: ({batchSize}) => batchSize / Math.SQRT2,
              y2: ({batchSize}) => batchSize * Math.SQRT2,
              fill: "var(--measured)",
              fillOpacity: shade,
              shapeRendering: "crispEdges"
            }
          ),
          Plot.rect([region], {
            x1: ({learningRate}) => learningRate[0] / step,
            x2: ({learningRate}) => learningRate[1] * step,
            y1: ({batchSize}) => batchSize[0] / Math.SQRT2,
            y2: ({batchSize}) => batchSize[1] * Math.SQRT2,
            fill: "none",
            stroke: "var(--ink)",
            strokeWidth: 1.5
          }),
          Plot.ruleY([batchSize], {
            x1: best.low ?? eta,
            x2: best.high ?? eta,
            stroke: "var(--ink)",
            strokeWidth: 2
          }),
          Plot.dot([[eta, batchSize]], {fill: "var(--ink)", stroke: "var(--paper)", r: 5}),
          run
            ? Plot.dot([[run.learningRate, run.batchSize]], {
                stroke: "var(--printed)",
                strokeWidth: 2.5,
                r: 6,
                clip: true
              })
            : null
        ]
      })
  });
}

const ends = ({
  low,
  high,
  standardError
}: {
  low: number | null;
  high: number | null;
  standardError: number | null;
}): string =>
  standardError && low !== null && high !== null ? ` (${digits(low)} to ${digits(high)})` : "";

function batchTicks({batchSizes}: BudgetNumbers) {
  const every = Math.ceil(batchSizes.length / 9);
  return {
    ticks: batchSizes.filter((_, k) => k % every === 0),
    tickFormat: String,
    domain: [batchSizes[0] / Math.SQRT2, batchSizes[batchSizes.length - 1] * Math.SQRT2]
  };
}
