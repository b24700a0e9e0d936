import type * as Plot from "@observablehq/plot";
import {chartRows} from "./chart/chartRows.js";
import type {Axis, Chart, Kind, Mark, Series} from "./chart/declaration.js";
import {drawChart} from "./chart/drawChart.js";
import {declaredRows, readable} from "./chart/readout.js";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface MeasuredPoint extends Point {
  readonly standardError: number;
}

/** Two laws and what was measured, over one axis. */
export interface LawPlotOptions {
  readonly width: number;
  readonly height?: number;
  readonly exact: readonly Point[];
  readonly continuous?: readonly Point[];
  readonly surrogate?: readonly Point[];
  readonly measured?: readonly MeasuredPoint[];
  readonly printed?: readonly Point[];
  /** Where a law diverges. */
  readonly limit?: {readonly x: number; readonly label: string};
  readonly x: Plot.ScaleOptions;
  readonly y: Plot.ScaleOptions;
  /** What stands on the lines, and about where along them. */
  readonly labels?: readonly {
    readonly x: number;
    readonly text: string;
    readonly of: "exact" | "continuous" | "surrogate" | "measured" | "printed";
  }[];
}

const names = {
  continuous: "continuous time",
  exact: "exact",
  surrogate: "surrogate",
  measured: "measured",
  printed: "as printed"
} as const;

/** Solid exact law, dashed continuous one, dotted surrogate, measured dots with 95 % bars, printed diamonds. */
export function lawPlot(options: LawPlotOptions): HTMLElement {
  const chart = lawChart(options);
  const picture = readable(drawChart(chart, options.width));
  declaredRows.set(picture, chartRows(chart));
  return picture;
}

/** The chart of a law plot. */
export function lawChart(options: LawPlotOptions): Chart {
  const {limit, labels = []} = options;
  const [x, y] = [axisOf(options.x, "x"), axisOf(options.y, "y")];
  const series = (Object.keys(names) as (keyof typeof names)[]).flatMap((is): Series[] => {
    const marks = (options[is] ?? [])
      .filter(mark => visible(mark, y))
      .map((mark): Mark => ({...mark}));
    const label = labels.find(({of}) => of === is);
    if (marks.length === 0) return [];
    return [
      {
        is,
        name: label?.text || names[is],
        ...(is === "surrogate" && !label && {label: false as const}),
        ...(label && {near: along(label.x, marks)}),
        marks
      }
    ];
  });
  const edge: Series[] = limit
    ? [
        {
          is: "reference" satisfies Kind,
          name: limit.label || "here",
          ...(!limit.label && {label: false as const}),
          near: 0.1,
          marks: [{x: limit.x}]
        }
      ]
    : [];
  const title = "";
  return {
    title,
    caption: title,
    description: title,
    x,
    y,
    ...(options.height && options.width > 500 && {shape: (options.height - 60) / options.width}),
    panels: [{series: [...edge, ...series]}]
  };
}

/** An axis of Plot in words: its arrow is added again where it is drawn. */
function axisOf({label, domain, type, ticks}: Plot.ScaleOptions, column: "x" | "y"): Axis {
  return {
    label: String(label ?? column).replace(/^↑\s*|\s*→$/g, ""),
    column,
    ...(Array.isArray(domain) && {domain: [Number(domain[0]), Number(domain[1])] as const}),
    ...(type === "log" && {scale: "log" as const}),
    ...(typeof ticks === "number" && {ticks}),
    ...(Array.isArray(ticks) && {ticks: ticks.map(Number)})
  };
}

const visible = ({x, y}: Point, axis: Axis) =>
  Number.isFinite(x) && Number.isFinite(y) && (axis.scale !== "log" || y > 0);

/** How far along its marks a place lies, from 0 to 1. */
function along(x: number, marks: readonly Mark[]): number {
  const [first, last] = [marks[0].x ?? 0, marks.at(-1)?.x ?? 0];
  return last === first ? 0.5 : Math.min(1, Math.max(0, (x - first) / (last - first)));
}
