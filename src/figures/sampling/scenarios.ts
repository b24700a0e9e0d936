import type {Chart, Mark, Series} from "../../components/chart/declaration.js";
import {fixed, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {type HeatingCosts, type HeatingDay, heatingPlan} from "../../lib/sampling/heating.js";
import {ring} from "../ring.js";

/** Excess risk after so many calls on n scenarios, and of the exact solution. */
export interface ReuseRow {
  readonly scenarios: number;
  readonly calls: number;
  readonly risk: number;
  readonly standardError: number;
  readonly predicted: number;
  readonly solved: number;
  readonly solvedError: number;
  readonly floor: number;
  readonly seasons: number;
  readonly seasonsError: number;
}

/** How far the mean plan at rest lies from the best one. */
export interface RestRow {
  readonly learningRate: number;
  readonly distance: number;
  readonly standardError: number;
  readonly predicted: number;
}

/** The columns of the table of plans at rest. */
export const restColumns: readonly TableColumn<RestRow>[] = [
  {header: "$η$", value: row => fixed(row.learningRate, 2)},
  {header: "predicted", value: row => fixed(row.predicted, 3)},
  {header: "measured ± s.e.", value: row => withError(row.distance, row.standardError, 3)},
  {header: "excess cost that stays", value: row => fixed(row.distance ** 2 / 2, 5)}
];

/** The columns of the table of exact plans. */
export const solvedColumns: readonly TableColumn<ReuseRow>[] = [
  {header: "$n$", value: row => whole(row.scenarios)},
  {header: "predicted floor", value: row => fixed(row.floor, 4)},
  {header: "measured ± s.e.", value: row => withError(row.solved, row.solvedError, 4)},
  {header: "$z$", value: row => signed((row.solved - row.floor) / row.solvedError)},
  {header: "days in a row ± s.e.", value: row => withError(row.seasons, row.seasonsError, 2)}
];

/** One row for each number of scenarios: what the exact solution leaves. */
export const solvedRows = (rows: readonly ReuseRow[]): ReuseRow[] =>
  rows.filter((row, k) => rows.findIndex(other => other.scenarios === row.scenarios) === k);

/** The exact solutions against what the theory expects of them; all days leave nothing. */
export const solvedMarks = (rows: readonly ReuseRow[]): Mark[] =>
  solvedRows(rows)
    .filter(({floor}) => floor > 0)
    .map(({scenarios, solved, solvedError, floor}) => ({
      x: scenarios,
      y: solved,
      standardError: solvedError,
      expected: floor
    }));

/** Excess risk against calls, for scenarios that are used again and again, and for fresh ones. */
export function reusedRisk(rows: readonly ReuseRow[]): Chart {
  const counts = [...new Set(rows.map(({scenarios}) => scenarios))].sort((a, b) => a - b);
  const most = counts[counts.length - 1];
  const shown = counts.filter((n, k) => n === most || k % 2 === 0);
  const series = shown.flatMap((n): Series[] => {
    const own = rows.filter(({scenarios}) => scenarios === n).sort((a, b) => a.calls - b.calls);
    return [
      {
        is: "exact",
        name: n === most ? "fresh scenarios" : `${n} scenarios`,
        marks: own.map(({calls, predicted}) => ({x: calls, y: predicted})),
        near: 0.85
      },
      {
        is: "measured",
        name: n === most ? "measured, fresh" : `measured, ${n}`,
        label: false,
        marks: own.map(({calls, risk, standardError}) => ({x: calls, y: risk, standardError}))
      }
    ];
  });
  return {
    title: "Excess cost of a heating plan against calls",
    caption:
      "Dots: measured, the average of the second half of each run, bars of 95 %; lines: the theory, floor and average of a quadratic. Reused scenarios stop at a floor of half the trace of $H^{−1}G$ times $1/n − 1/N$; fresh ones go on, until only the offset of their mean from the best plan is left.",
    description:
      "Three curves fall and become level, the higher the fewer the scenarios; a fourth goes on falling, and its last dots lie above its line.",
    x: {
      label: "calls",
      column: "calls",
      scale: "log",
      ticks: [300, 1000, 3000, 10_000]
    },
    y: {label: "excess cost", column: "excess", scale: "log"},
    panels: [{series}]
  };
}

/** The controls of the cloud of plans. */
export const planControls = {
  scenarios: {label: "Scenarios, $n$", options: ["48", "96", "192", "384", "768"], value: "96"},
  drawn: {label: "Days", options: ["at random", "in a row"], value: "at random"}
};

/** What the controls say. */
export interface PlanSettings {
  readonly scenarios: string;
  readonly drawn: string;
}

const draws = 200;

/** Plans from n scenarios, each solved exactly, around the plan of all days, and the ellipse of the theory. */
export function plans(
  days: readonly HeatingDay[],
  costs: HeatingCosts,
  {scenarios, drawn}: PlanSettings
) {
  const plan = heatingPlan(days, costs);
  const best = plan.minimum([6, 7, 4]);
  const {hessian, noise, risk: least} = plan.derivatives(best);
  const n = Number(scenarios);
  const share = (days.length / n - 1) / (days.length - 1);
  const sandwich = sandwichCovariance(hessian, noise).mul(share);
  const source = uniforms({
    seed: 1,
    experiment: "plans",
    cell: `${scenarios} ${drawn}`,
    replicate: 0
  });
  const left = Int32Array.from(days, (_, t) => t);
  const found = Array.from({length: draws}, () => {
    const first = Math.floor(source.next() * days.length);
    if (drawn === "in a row")
      return plan.minimum(
        best,
        Int32Array.from({length: n}, (_, k) => (first + k) % days.length)
      );
    for (let k = 0; k < n; k++) {
      const other = k + Math.floor(source.next() * (left.length - k));
      [left[k], left[other]] = [left[other], left[k]];
    }
    return plan.minimum(best, left.slice(0, n));
  });
  const excess = found.reduce((sum, x) => sum + (plan.risk(x) - least) / draws, 0);
  const floor =
    hessian.reduce(
      (sum, row, i) => sum + row.reduce((s, h, j) => s + h * sandwich.get(j, i), 0),
      0
    ) / 2;
  const plane = [
    [sandwich.get(0, 0), sandwich.get(0, 1)],
    [sandwich.get(1, 0), sandwich.get(1, 1)]
  ];
  const chart: Chart = {
    title: "Plans from a sample of days",
    caption: `Dots: capacities for each city in ${draws} plans, each the exact solution for its own days; solid: the theory's ellipse, which should hold 95 % of them. Days in a row are a season, not a sample of the year.`,
    description:
      "A cloud of dots; drawn at random it fills the ellipse, in a row it scatters far beyond it.",
    x: {label: "capacity in Seattle, degrees", short: "Seattle", column: "seattle"},
    y: {label: "capacity in New York, degrees", short: "New York", column: "newYork"},
    panels: [
      {
        series: [
          {
            is: "measured",
            name: "plans",
            as: "cloud",
            marks: found.map(([x, y]) => ({x, y})),
            label: false
          },
          {is: "exact", name: "theory", as: "loop", marks: ring(plane, {centre: best})}
        ]
      }
    ]
  };
  return {excess, floor, ratio: excess / floor, chart};
}
