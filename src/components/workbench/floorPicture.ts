import * as Plot from "@observablehq/plot";
import type {BenchAnswer} from "../../lib/workbench/bench.js";
import {digits} from "../../lib/workbench/export/digits.js";
import {floorCurve} from "../../lib/workbench/export/pictureRows.js";
import {element} from "../element.js";
import {figure} from "../figure.js";
import {logTicks} from "./ticks.js";

/** Where runs settle against the learning rate, at the batch size and momentum of the question. */
export function floorPicture(answer: BenchAnswer): HTMLElement {
  const {report, question} = answer;
  const {run} = question;
  const curve = floorCurve(answer);
  if (!run || !curve)
    return element(
      "p",
      {class: "aside"},
      "With the Hessian, a square matrix or its diagonal as a second file, the floor of a run at any learning rate would stand here."
    );
  const {learningRate: eta, batchSize: b, momentum = 0} = run;
  const {limit, at, rows: data} = curve;
  const from = data[0].learningRate;
  const floorAt = (rate: number) => at(rate).floor;
  const continuousAt = (rate: number) => at(rate).continuous;
  const top = 20 * continuousAt(limit);
  const {floor} = report.stationary ?? {};
  const chosen =
    floor?.value === null || floor?.value === undefined
      ? []
      : [{eta, value: floor.value, low: floor.low ?? floor.value, high: floor.high ?? floor.value}];
  const where = chosen.length
    ? `At η = ${digits(eta)} the run settles ${digits(chosen[0].value)} above the minimum`
    : `η = ${digits(eta)} is not below the edge: the run diverges`;
  return figure({
    title: `Floor against the learning rate, b = ${b}${momentum ? `, µ = ${momentum}` : ""}`,
    caption: `Solid: the exact law of the recursion on the quadratic of H; dashed: the diffusion, which knows no edge. ${where}.`,
    description: `A curve that rises with the learning rate, and without bound at ${digits(limit)}.`,
    data,
    draw: width =>
      Plot.plot({
        width,
        height: 320,
        marginLeft: 56,
        marginBottom: 40,
        marginTop: 24,
        marginRight: width < 500 ? 16 : 110,
        x: {
          type: "log",
          label: "learning rate η →",
          domain: [from, 1.6 * limit],
          ...logTicks([from, limit])
        },
        y: {
          type: "log",
          label: "↑ excess loss where the run settles",
          domain: [continuousAt(from) / 2, top],
          ...logTicks([continuousAt(from) / 2, top])
        },
        marks: [
          Plot.ruleX([limit], {stroke: "var(--surrogate)", strokeDasharray: "1,4", strokeWidth: 2}),
          Plot.text([[limit, top]], {
            text: [`edge, η = ${digits(limit)}`],
            dx: -6,
            dy: 10,
            textAnchor: "end",
            fill: "var(--surrogate)",
            stroke: "var(--paper)",
            strokeWidth: 4
          }),
          Plot.line(data, {
            x: "learningRate",
            y: "continuous",
            stroke: "var(--continuous)",
            strokeDasharray: "6,5",
            strokeWidth: 2.2,
            clip: true
          }),
          Plot.line(data, {
            x: "learningRate",
            y: "floor",
            stroke: "var(--exact)",
            strokeWidth: 2.2,
            clip: true
          }),
          labels(width, {limit, continuousAt, floorAt, from}),
          Plot.ruleX(chosen, {
            x: "eta",
            y1: "low",
            y2: "high",
            stroke: "var(--measured)",
            strokeWidth: 3
          }),
          Plot.dot(chosen, {x: "eta", y: "value", fill: "var(--measured)", r: 5})
        ]
      })
  });
}

function labels(
  width: number,
  {
    limit,
    continuousAt,
    floorAt,
    from
  }: {
    limit: number;
    from: number;
    continuousAt: (x: number) => number;
    floorAt: (x: number) => number;
  }
) {
  const at = from * 12;
  const style = {
    textAnchor: "start",
    stroke: "var(--paper)",
    strokeWidth: 4,
    fontWeight: 600
  } as const;
  return [
    width < 500
      ? null
      : Plot.text([[limit, continuousAt(limit)]], {
          text: ["diffusion"],
          dx: 8,
          fill: "var(--continuous)",
          ...style
        }),
    Plot.text([[at, floorAt(at)]], {
      text: ["exact"],
      dx: -10,
      dy: -14,
      fill: "var(--exact)",
      ...style
    })
  ];
}
