import type {Chart} from "../../components/chart/declaration.js";
import {fixed, scientific, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {fitLine} from "../../lib/statistics/fitLine.js";

/** The test error of one data set and start at a rate, less that of its gradient flow. */
export interface RunRow
  extends Readonly<Record<"width" | "replicate" | "rate" | "deviation", number>> {}

/** What all runs of a width have at a rate. */
export interface RateRow
  extends Readonly<
    Record<
      | "width"
      | "rate"
      | "test"
      | "testError"
      | "deviation"
      | "deviationError"
      | "size"
      | "better"
      | "runs"
      | "kernelGap"
      | "edge",
      number
    >
  > {}

/** The control of the width. */
export const widthControls = (widths: readonly number[]) => ({
  width: {label: "Hidden units", options: widths.map(String), value: String(widths[1])}
});

/** The rows of one width. */
export const ofWidth = <Row extends {readonly width: number}>(
  rows: readonly Row[],
  width: number
): Row[] => rows.filter(row => row.width === width);

/** Test error less that of the gradient flow, by the learning rate; the edge is the median of 2/λmax at the start. */
export function deviations(rows: readonly RunRow[], edge: number): Chart {
  const end = 1.03 * Math.max(edge, ...rows.map(({rate}) => rate));
  return {
    title: "Test error minus that of the gradient flow, by learning rate",
    caption:
      "One line for each data set and start. Below 0 the finite rate generalises better. The dotted line marks the median of $2/λ_{max}$, the edge of stability at the start.",
    description:
      "Lines that stay together near zero and fan out in both directions at rates near the edge of stability.",
    shape: 0.5,
    x: {label: "learning rate $η$", column: "rate", domain: [0, end]},
    y: {
      label: "test error − that of the flow",
      column: "deviation",
      domain: [-0.1, 0.1],
      ticks: 5
    },
    panels: [
      {
        series: [
          {is: "reference", name: "edge", marks: [{x: edge}], near: 0.1},
          {
            is: "continuous",
            name: "gradient flow",
            marks: [
              {x: 0, y: 0},
              {x: end, y: 0}
            ],
            near: 0.1
          },
          {
            is: "measured",
            name: "runs",
            as: "line",
            second: true,
            label: false,
            marks: rows.map(({rate, deviation, replicate}) => ({
              x: rate,
              y: deviation,
              piece: replicate
            }))
          }
        ]
      }
    ]
  };
}

/** Typical size of the deviation against the rate. */
export function sizes(rates: readonly RateRow[]): Chart {
  const [{rate: first, size, edge}] = rates;
  return {
    title: "Typical size of the deviation against the rate",
    caption:
      "Dots: median of |test error − that of the flow| over the runs; dotted: in proportion to the rate, through the first dot.",
    description:
      "On logarithmic axes, dots follow a line of slope one and leave it upwards at the right.",
    shape: 0.45,
    x: {
      label: "learning rate $η$",
      column: "rate",
      scale: "log",
      domain: [0.9 * first, 1.1 * Math.max(edge, ...rates.map(({rate}) => rate))],
      ticks: [0.1, 0.2, 0.5, 1, 2]
    },
    y: {
      label: "median size of the deviation",
      column: "size",
      scale: "log",
      format: "power"
    },
    panels: [
      {
        series: [
          {is: "reference", name: "edge", marks: [{x: edge}], near: 0.9},
          {
            is: "surrogate",
            name: "in proportion",
            marks: rates.map(({rate}) => ({x: rate, y: (size * rate) / first})),
            near: 0.8
          },
          {
            is: "measured",
            name: "measured",
            marks: rates.map(row => ({x: row.rate, y: row.size})),
            near: 0.5
          }
        ]
      }
    ]
  };
}

/** The slope of the size in the logarithms, over these rates. */
export function slopeOf(rates: readonly RateRow[]): number {
  const {slope} = fitLine(
    rates.map(({rate}) => Math.log(rate)),
    rates.map(({size}) => Math.log(size))
  );
  return slope.value;
}

export const rateColumns: readonly TableColumn<RateRow>[] = [
  {header: "$η$", value: row => fixed(row.rate, 1)},
  {header: "test error ± s.e.", value: row => withError(row.test, row.testError, 4)},
  {header: "less the flow’s ± s.e.", value: row => withError(row.deviation, row.deviationError, 5)},
  {header: "median size", value: row => scientific(row.size)},
  {header: "better than the flow", value: row => `${whole(row.better)} of ${whole(row.runs)}`}
];
