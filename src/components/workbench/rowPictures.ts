import * as Plot from "@observablehq/plot";
import type {BenchAnswer} from "../../lib/workbench/bench.js";
import {digits} from "../../lib/workbench/export/digits.js";
import {blockRows, lengthRows} from "../../lib/workbench/export/pictureRows.js";
import {element} from "../element.js";
import {figure} from "../figure.js";
import {nothingToDraw} from "./nothingToDraw.js";
import {levelOf} from "./questions.js";
import {logTicks, short} from "./ticks.js";

/** How many blocks a picture has room for. */
const room = 24;

/** Noise per block; in words, where the file has one array. */
export function blocksPicture(answer: BenchAnswer): HTMLElement {
  const {table, question} = answer;
  const data = blockRows(answer);
  if (!data.length)
    return element(
      "p",
      {class: "aside"},
      `${table.name} holds one array. Of a npz or safetensors file with an array per layer, the noise of each layer would stand here.`
    );
  const shown = data.slice(0, room);
  return figure({
    title: "Noise per block",
    caption: `Tr G of each array of ${table.name}, with its ${levelOf(question)} interval${data.length > room ? `; the ${room} largest of ${data.length}` : ""}. Unequal blocks ask for learning rates of their own.`,
    description: `${shown.length} bars; the largest is ${shown[0].block} with ${digits(shown[0].trace)}.`,
    data,
    draw: width => {
      const marginLeft = Math.min(
        width * 0.4,
        12 + 6.6 * Math.max(...shown.map(({block}) => block.length))
      );
      return Plot.plot({
        width,
        height: 56 + 26 * shown.length,
        marginLeft,
        marginBottom: 40,
        marginTop: 8,
        marginRight: 16,
        x: {
          label: "noise of the block, Tr G →",
          ticks: width < 500 ? 3 : 6,
          tickFormat: short,
          domain: [0, Math.max(...shown.map(({high}) => high))]
        },
        y: {label: null, domain: shown.map(({block}) => block), tickSize: 0},
        marks: [
          Plot.barX(shown, {
            x: "trace",
            y: "block",
            fill: "var(--measured)",
            fillOpacity: 0.35,
            insetTop: 4,
            insetBottom: 4
          }),
          Plot.ruleY(shown, {
            x1: "low",
            x2: "high",
            y: "block",
            stroke: "var(--measured)",
            strokeWidth: 2
          })
        ]
      });
    }
  });
}

/** Squared lengths of rows about their mean beside those of Gaussian rows. */
export function lengthsPicture(answer: BenchAnswer): HTMLElement {
  const {report} = answer;
  const data = lengthRows(answer).filter(row => row.measured > 0 && row.gaussian > 0);
  if (!data.length) return nothingToDraw(answer, "The squared distances");
  const all = data.flatMap(({measured, gaussian}) => [measured, gaussian]);
  const ends = [Math.min(...all), Math.max(...all)];
  const heavy = report.findings.some(({code}) => code === "heavy-tails");
  return figure({
    title: "Squared distances ‖ψ − ψ̄‖² beside Gaussian ones",
    caption: `Quantiles of the rows against those of Gaussian rows with the same covariance. ${heavy ? "Dots leave the line at the top: few rows hold much of the noise, and intervals rest on them." : "Dots on the line mean Gaussian lengths; above it at the right end, heavy tails."}`,
    description: "Quantiles along a diagonal on logarithmic axes.",
    data,
    draw: width =>
      Plot.plot({
        width,
        height: 300,
        marginLeft: 52,
        marginBottom: 40,
        marginTop: 24,
        marginRight: 16,
        x: {type: "log", label: "Gaussian quantile →", ...logTicks(data.map(row => row.gaussian))},
        y: {
          type: "log",
          label: "↑ quantile of the rows",
          ...logTicks(data.map(row => row.measured))
        },
        marks: [
          Plot.line(
            ends.map(x => [x, x]),
            {stroke: "var(--surrogate)", strokeDasharray: "1,4", strokeWidth: 2, clip: true}
          ),
          Plot.dot(data, {x: "gaussian", y: "measured", fill: "var(--measured)", r: 2.2})
        ]
      })
  });
}
