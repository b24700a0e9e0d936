import * as Plot from "@observablehq/plot";

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
  /** Labels that stand on the lines, with the point that they stand at. */
  readonly labels?: readonly (Point & {
    readonly text: string;
    readonly of: "exact" | "continuous" | "surrogate" | "measured" | "printed";
    readonly anchor?: "start" | "middle" | "end";
    readonly dy?: number;
  })[];
}

/** Solid exact law, dashed continuous one, dotted surrogate, measured dots with 95 % bars. */
export function lawPlot(options: LawPlotOptions): ReturnType<typeof Plot.plot> {
  const {width, exact, continuous = [], surrogate = [], measured = [], printed = []} = options;
  const {limit, labels = []} = options;
  return Plot.plot({
    width,
    height: options.height ?? Math.min(400, Math.max(300, width * 0.52)),
    marginLeft: 56,
    marginRight: 20,
    marginBottom: 42,
    x: options.x,
    y: options.y,
    marks: [
      limit && Plot.ruleX([limit.x], {stroke: "var(--rule)", strokeDasharray: "1,4"}),
      Plot.line(surrogate, {
        x: "x",
        y: "y",
        stroke: "var(--surrogate)",
        strokeDasharray: "1.5,4",
        strokeLinecap: "round",
        strokeWidth: 1.8,
        clip: true
      }),
      Plot.line(continuous, {
        x: "x",
        y: "y",
        stroke: "var(--continuous)",
        strokeDasharray: "6,5",
        strokeWidth: 2,
        clip: true
      }),
      Plot.line(exact, {x: "x", y: "y", stroke: "var(--exact)", strokeWidth: 2.2, clip: true}),
      Plot.ruleX(measured, {
        x: "x",
        y1: (d: MeasuredPoint) => d.y - 1.96 * d.standardError,
        y2: (d: MeasuredPoint) => d.y + 1.96 * d.standardError,
        stroke: "var(--measured)",
        strokeWidth: 1.8,
        clip: true
      }),
      Plot.dot(measured, {
        x: "x",
        y: "y",
        r: 4,
        fill: "var(--measured)",
        stroke: "var(--paper)",
        clip: true
      }),
      Plot.dot(printed, {
        x: "x",
        y: "y",
        r: 5,
        symbol: "diamond",
        stroke: "var(--printed)",
        strokeWidth: 1.8
      }),
      limit &&
        Plot.text([limit], {
          x: "x",
          frameAnchor: "top",
          text: "label",
          textAnchor: "end",
          dx: -6,
          dy: 4,
          fontSize: 12,
          fill: "var(--quiet)"
        }),
      ...labels.map(label =>
        Plot.text([label], {
          x: "x",
          y: "y",
          text: "text",
          textAnchor: label.anchor ?? "start",
          dy: label.dy ?? 0,
          fontSize: 13,
          fontWeight: 600,
          fill: `var(--${label.of})`,
          stroke: "var(--paper)",
          strokeWidth: 4
        })
      )
    ]
  });
}
