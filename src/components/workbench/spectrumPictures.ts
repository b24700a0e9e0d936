import * as Plot from "@observablehq/plot";
import type {BenchAnswer} from "../../lib/workbench/bench.js";
import {digits} from "../../lib/workbench/export/digits.js";
import {cumulatedRows, screeRows} from "../../lib/workbench/export/pictureRows.js";
import {figure} from "../figure.js";
import {percent} from "../format.js";
import {nothingToDraw} from "./nothingToDraw.js";
import {levelOf} from "./questions.js";
import {logTicks} from "./ticks.js";

/** How many eigenvalues a picture has room for. */
const room = 60;

/** The eigenvalues of G with their intervals, and how far sampling alone would spread equal ones. */
export function screePicture(answer: BenchAnswer): HTMLElement {
  const {report, pictures, table, question} = answer;
  const {values} = report.spectrum;
  const data = screeRows(answer).slice(0, room);
  if (!data.length) return nothingToDraw(answer, "The eigenvalues");
  const edge = pictures?.edge ?? null;
  const bottom = Math.min(...data.map(({eigenvalue}) => eigenvalue)) / 3;
  const bars = data.map(row => ({...row, low: Math.max(row.low, bottom)}));
  return figure({
    title: "Eigenvalues of G",
    caption: `Each dot is the noise along one direction of ${table.name}, with its ${levelOf(question)} interval.${edge === null ? " The rows are all there are, so nothing is estimated." : " Rows of equal noise in every direction would show eigenvalues up to the dotted line: what stands above it is structure."}`,
    description: `The ${data.length} largest eigenvalues, falling from ${digits(values[0])}.`,
    data,
    draw: width =>
      Plot.plot({
        width,
        height: 300,
        marginLeft: 52,
        marginBottom: 40,
        marginTop: 24,
        marginRight: 16,
        x: {
          label: "direction, noisiest first →",
          type: "linear",
          ticks: Math.min(data.length, 8),
          tickFormat: (k: number) => (Number.isInteger(k) ? String(k) : ""),
          domain: [0.5, data.length + 0.5]
        },
        y: {
          type: "log",
          label: "↑ noise along it (gradient units squared)",
          ...logTicks(data.map(row => row.eigenvalue).concat(bars.map(row => row.high)))
        },
        marks: [
          edge === null
            ? null
            : Plot.ruleY([edge], {
                stroke: "var(--surrogate)",
                strokeDasharray: "1,4",
                strokeWidth: 2
              }),
          edge === null
            ? null
            : Plot.text([edge], {
                y: (x: number) => x,
                text: ["equal directions would end here"],
                frameAnchor: "right",
                dy: -8,
                textAnchor: "end",
                fill: "var(--surrogate)",
                stroke: "var(--paper)",
                strokeWidth: 4
              }),
          Plot.ruleX(bars, {
            x: "direction",
            y1: "low",
            y2: "high",
            stroke: "var(--measured)",
            strokeWidth: 1.5
          }),
          Plot.dot(bars, {
            x: "direction",
            y: "eigenvalue",
            fill: "var(--measured)",
            r: data.length > 30 ? 2.2 : 3.4
          })
        ]
      })
  });
}

/** How few directions carry how much of the noise. */
export function cumulatedPicture(answer: BenchAnswer): HTMLElement {
  const {table} = answer;
  const data = cumulatedRows(answer).filter(({share}) => share >= 0);
  if (!data.length) return nothingToDraw(answer, "The shares of the directions");
  const most = data.find(({share}) => share >= 0.8) ?? data[data.length - 1];
  const shown = data.slice(0, Math.max(5, Math.min(data.length, 4 * most.directions + 4)));
  return figure({
    title: "Share of the noise in the first directions",
    caption: `${most.directions} of ${table.columns} directions carry ${percent(most.share, 0)} of Tr G. A steep start means that noise has few directions, and that a step sees most parameters without it.`,
    description: `A curve that rises to ${percent(most.share, 0)} at ${most.directions} directions.`,
    data,
    draw: width =>
      Plot.plot({
        width,
        height: 210,
        marginLeft: 52,
        marginBottom: 40,
        marginTop: 20,
        marginRight: 16,
        x: {
          label: "directions, noisiest first →",
          ticks: 6,
          tickFormat: (k: number) => (Number.isInteger(k) ? String(k) : "")
        },
        y: {
          label: "↑ share of Tr G",
          domain: [0, 1],
          ticks: 5,
          tickFormat: (x: number) => percent(x, 0)
        },
        marks: [
          Plot.line([{directions: 0, share: 0}, ...shown], {
            x: "directions",
            y: "share",
            stroke: "var(--measured)",
            strokeWidth: 2.2
          }),
          Plot.dot([most], {x: "directions", y: "share", fill: "var(--measured)", r: 4}),
          Plot.text([most], {
            x: "directions",
            y: "share",
            text: [`${percent(most.share, 0)} in ${most.directions}`],
            dx: 8,
            dy: 12,
            textAnchor: "start",
            stroke: "var(--paper)",
            fill: "var(--ink)",
            strokeWidth: 4
          })
        ]
      })
  });
}
