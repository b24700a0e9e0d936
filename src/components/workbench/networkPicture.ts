import * as Plot from "@observablehq/plot";
import {figure} from "../figure.js";
import {percent} from "../format.js";
import type {Evidence} from "../provenance.js";

/** A row of the sweep over the small network. */
export interface NetworkRow {
  readonly batch: number;
  readonly share: number;
  readonly measured: number;
  readonly standardError: number;
  readonly quadratic: number;
  readonly continuous: number;
}

/** Measured floors over those of the quadratic, against the learning rate as a share of the edge. */
export function networkPicture(
  rows: readonly NetworkRow[],
  evidence: Pick<Evidence, "sidecar" | "arrow" | "sql">
): HTMLElement {
  const [small, large] = [...new Set(rows.map(({batch}) => batch))];
  const data = rows.map(row => ({
    ...row,
    ratio: row.measured / row.quadratic,
    low: (row.measured - 2 * row.standardError) / row.quadratic,
    high: (row.measured + 2 * row.standardError) / row.quadratic,
    diffusion: row.continuous / row.quadratic
  }));
  const of = (batch: number) => data.filter(row => row.batch === batch);
  const last = (batch: number) => of(batch).slice(-1);
  return figure({
    title: "Measured floor of the small network over the predicted one",
    caption: `Dots: SGD on the network itself, with ± 2 standard errors, filled for b = ${small} and open for b = ${large}; solid: the quadratic of its Hessian, at the same steps; dashed: the diffusion.`,
    description: "Measured ratios start at one and leave it as the learning rate nears the edge.",
    ...evidence,
    data,
    draw: width =>
      Plot.plot({
        width,
        height: 320,
        marginLeft: 52,
        marginBottom: 40,
        marginTop: 24,
        marginRight: width < 500 ? 16 : 90,
        x: {
          label: "learning rate, share of the edge →",
          tickFormat: (x: number) => percent(x, 0),
          ticks: width < 500 ? 4 : 8,
          domain: [0, 0.85]
        },
        y: {label: "↑ floor, measured / predicted", zero: true, ticks: 5},
        marks: [
          Plot.ruleY([1], {stroke: "var(--exact)", strokeWidth: 2.2}),
          Plot.line(of(large), {
            x: "share",
            y: "diffusion",
            stroke: "var(--continuous)",
            strokeDasharray: "6,5",
            strokeWidth: 2.2
          }),
          Plot.ruleX(data, {
            x: row => row.share + (row.batch === small ? -0.004 : 0.004),
            y1: "low",
            y2: "high",
            stroke: "var(--measured)",
            strokeWidth: 1.5
          }),
          Plot.dot(of(small), {
            x: row => row.share - 0.004,
            y: "ratio",
            fill: "var(--measured)",
            r: 4
          }),
          Plot.dot(of(large), {
            x: row => row.share + 0.004,
            y: "ratio",
            stroke: "var(--measured)",
            fill: "var(--paper)",
            strokeWidth: 2,
            r: 4
          }),
          width < 500
            ? null
            : [
                Plot.text(last(small), {
                  x: "share",
                  y: "ratio",
                  text: [`b = ${small}`],
                  dx: 10,
                  textAnchor: "start",
                  fill: "var(--measured)"
                }),
                Plot.text(last(large), {
                  x: "share",
                  y: "diffusion",
                  text: ["diffusion"],
                  dx: 10,
                  textAnchor: "start",
                  fill: "var(--continuous)"
                })
              ]
        ]
      })
  });
}
