import {type Chart, curve} from "../../components/chart/declaration.js";
import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {score} from "../scores.js";
import type {EstimatingRow} from "./estimating.js";

/** Limit of the printed moving average over G, by the mean subtracted. */
const factors: Readonly<Record<string, {name: string; factor: (alpha: number) => number}>> = {
  true: {name: "true mean", factor: () => 1},
  before: {name: "mean before update", factor: a => 2 / (2 - a)},
  after: {name: "mean after update", factor: a => (2 * (1 - a) ** 2) / (2 - a)}
};

/** The sweep's rows on moving averages, with the exact factors. */
export const averageMarks = (rows: readonly EstimatingRow[]) =>
  rows
    .filter(({kind}) => kind === "alpha")
    .map(({at, estimator, measured, standardError}) => ({
      x: at,
      y: measured,
      standardError,
      expected: factors[estimator].factor(at),
      mean: factors[estimator].name
    }));

/** The limit of the printed moving average over the forgetting rate. */
export function movingLimits(rows: readonly EstimatingRow[]): Chart {
  const marks = averageMarks(rows);
  return {
    title: "Limit of the printed moving average over $G$",
    caption:
      "Dots with 95 % bars: measured Tr $Ĝ$ / Tr $G$; solid: the exact factors. Only an exact mean, which does not depend on the gradients, gives the factor 1.",
    description:
      "Against the forgetting rate: a level line at one, a rising curve and a falling one.",
    x: {label: "forgetting rate $α$", column: "alpha", domain: [0, 0.82]},
    y: {label: "Tr $Ĝ$ / Tr $G$", column: "ratio", domain: [0, 1.8]},
    panels: [
      {
        series: Object.values(factors).flatMap(
          ({name, factor}) =>
            [
              {is: "exact", name, near: 0.6, marks: curve(factor, [0, 0.8])},
              {
                is: "measured",
                name: `measured, ${name}`,
                label: false,
                marks: marks.filter(({mean}) => mean === name)
              }
            ] as const
        )
      }
    ]
  };
}

export const averageCaption = {label: "Limit of the printed moving average over $G$"};

export const averageColumns: readonly TableColumn<ReturnType<typeof averageMarks>[number]>[] = [
  {header: "$α$", value: row => fixed(row.x, 2)},
  {header: "what is subtracted", value: row => row.mean, text: true},
  {header: "exact", value: row => fixed(row.expected, 4)},
  {header: "measured ± s.e.", value: row => withError(row.y, row.standardError, 4)},
  {header: "$z$", value: row => signed(score(row))}
];
