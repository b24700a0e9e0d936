import {type Chart, curve} from "../../components/chart/declaration.js";
import {fixed, scientific, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {trackingRisk} from "../../lib/sampling/trackingRisk.js";

/** The excess loss of a window and step, in the order of time or shuffled. */
export interface Pass
  extends Readonly<Record<"b" | "temperature" | "excess" | "standardError", number>> {
  readonly order: string;
  /** Nothing where the step is not stable. */
  readonly predicted: number | null;
}

/** What readers choose of the passes. */
export const windowControls = (widths: readonly number[]) => ({
  b: {label: "Window $b$", options: widths.map(String), value: String(widths[2])}
});

const inTime = "in order";

/** Loss of predictions over that of the best fixed parameter, against η/b. */
export function excessLoss(
  rows: readonly Pass[],
  {b}: {readonly b: string},
  shuffles: number
): Chart {
  const own = rows.filter(row => row.b === Number(b)).sort((x, y) => x.temperature - y.temperature);
  const measured = (ordered: boolean) =>
    own
      .filter(({order}) => (order === inTime) === ordered)
      .map(({temperature, excess, standardError}) => ({x: temperature, y: excess, standardError}));
  const stable = own.filter(({order, predicted}) => order !== inTime && (predicted ?? 0) > 0);
  return {
    title: "Loss of predictions over that of the best fixed parameter, against $η/b$",
    caption: `Dots with 95 % bars: filled, one pass over the flights in order of departure, with bars from parts of that pass; rings, the same flights shuffled, ${whole(shuffles)} times. Solid: what the stationary law of the quadratic says of independent flights. Below zero the service knows more than hindsight’s one parameter.`,
    description:
      "Rings follow a rising line; the filled dots lie below it at long steps and small windows, and above it where windows are wide.",
    shape: 0.5,
    x: {label: "$η/b$", column: "temperature", scale: "log", format: "power"},
    y: {label: "excess loss, nats", column: "excess", domain: [-0.012, 0.024], ticks: 6},
    panels: [
      {
        series: [
          {is: "reference", name: "hindsight", label: false, marks: [{y: 0}]},
          {
            is: "exact",
            name: "predicted",
            marks: stable.map(({temperature, predicted}) => ({
              x: temperature,
              y: Math.min(Number(predicted), 0.1)
            })),
            near: 0.6
          },
          {is: "measured", name: "shuffled", second: true, marks: measured(false), near: 0.2},
          {is: "measured", name: "in order", marks: measured(true), near: 0.2}
        ]
      }
    ]
  };
}

/** The best step of each window in the order of time. */
export const bestSteps = (rows: readonly Pass[], widths: readonly number[]): Pass[] =>
  widths.map(b =>
    rows
      .filter(({order, b: width}) => order === inTime && width === b)
      .reduce((best, row) => (row.excess < best.excess ? row : best))
  );

export const stepColumns: readonly TableColumn<Pass>[] = [
  {header: "window $b$", value: row => whole(row.b)},
  {header: "flights waited for, mean", value: row => whole((row.b - 1) / 2)},
  {header: "best $η/b$ in order", value: row => scientific(row.temperature)},
  {header: "excess ± s.e.", value: row => withError(row.excess, row.standardError, 4)}
];

/** What waiting for the last of these windows costs over the first, the two taken as independent. */
export function costOfWaiting(steps: readonly Pass[]): string {
  const [narrow, wide] = [steps[0], steps[steps.length - 1]];
  const error = Math.hypot(narrow.standardError, wide.standardError);
  return withError(wide.excess - narrow.excess, error, 4);
}

/** The controls of the wandering optimum. */
export const driftControls = {
  drift: {
    label: "Drift $q/g$, power of ten",
    min: -8,
    max: -2,
    step: 0.5,
    value: -5,
    format: (x: number) => fixed(x, 1)
  },
  window: {
    label: "Window $b$",
    min: 0,
    max: 10,
    step: 1,
    value: 6,
    format: (k: number) => whole(2 ** k)
  }
};

interface Wandering {
  readonly drift: number;
  readonly window: number;
}

/** The risk of a window against η/b, as far as its step is stable. */
const risks = (drift: number, batchSize: number) =>
  curve(temperature => temperature, [1e-5, 1], {points: 161, log: true})
    .map(({x = 0}) => x)
    .filter(temperature => temperature * batchSize < 1.98)
    .map(x => ({
      x,
      y: trackingRisk({curvature: 1, noise: 1, drift, batchSize, temperature: x})
    }));

/** The least risk of the chosen window over that of a window of one. */
export function leastRatio({drift, window: power}: Wandering) {
  const [wide, one] = [2 ** power, 1].map(b => Math.min(...risks(10 ** drift, b).map(({y}) => y)));
  return {window: 2 ** power, ratio: wide / one};
}

/** Risk about a wandering optimum against η/b. */
export function wanderingRisk({drift, window: power}: Wandering): Chart {
  const q = 10 ** drift;
  const unit = Math.sqrt(q);
  const windows = [...new Set([1, 2 ** power])];
  return {
    title: "Risk about a wandering optimum against $η/b$",
    caption:
      "Solid: windows as chosen and of one flight, exact for white noise with $h = g = 1$; dotted rule: the best $η/b$ to first order. A wider window ends the curve earlier, at the $η/b$ where its step becomes unstable. As long as the best $η/b$ lies to the left of that, a wider window loses nothing but time.",
    description: "Two curves like a V; the one of the wide window turns up sooner on the right.",
    shape: 0.48,
    x: {label: "$η/b$", column: "temperature", scale: "log", domain: [1e-5, 1]},
    y: {label: "risk", column: "risk", scale: "log", domain: [unit / 8, 300 * unit]},
    panels: [
      {
        series: [
          {is: "reference", name: "best $η/b$", marks: [{x: unit}], near: 0.2},
          ...windows.map(
            b =>
              ({
                is: "exact",
                name: `$b = ${b}$`,
                marks: risks(q, b),
                near: b === 1 ? 0.9 : 0.95
              }) as const
          )
        ]
      }
    ]
  };
}
