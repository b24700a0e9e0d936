import {type Chart, curve, type Mark, type Series} from "../../components/chart/declaration.js";
import {fixed} from "../../components/format.js";
import {orderLaw} from "../../lib/sampling/orderLaw.js";

/** Excess cost of orders at rest, with its predictions. */
export interface RestRow {
  readonly demand: string;
  readonly b: number;
  readonly learningRate: number;
  readonly risk: number;
  readonly standardError: number;
  readonly continuous: number;
  readonly discrete: number;
  readonly jumps: number;
  readonly expected: number;
}

const of = (rows: readonly RestRow[], demand: string, b: number) =>
  rows
    .filter(row => row.demand === demand && row.b === b)
    .sort((x, y) => x.learningRate - y.learningRate);

/** Measured excess in units of the continuous prediction. */
export const ratios = (rows: readonly RestRow[], demand: string, b: number) =>
  of(rows, demand, b).map(({learningRate, risk, standardError, continuous}) => ({
    x: learningRate,
    y: risk / continuous,
    standardError: standardError / continuous
  }));

/** The marks of uniform demand, whose expectation is exact. */
export const uniformMarks = (rows: readonly RestRow[]): Mark[] =>
  rows
    .filter(row => row.demand === "uniform" && Number.isFinite(row.expected))
    .map(({learningRate, risk, standardError, expected}) => ({
      x: learningRate,
      y: risk,
      standardError,
      expected
    }));

/** How many days of demand a step looks at, in words. */
const perStep = (b: number): string => (b === 1 ? "one day a step" : `${b} days a step`);

/** Excess cost at rest over the continuous prediction, against the rate, for two batches and for a week of demand. */
export function restingCost(rows: readonly RestRow[]): Chart {
  const panel = (name: string, demand: string, b: number, lines: boolean) => {
    const own = of(rows, demand, b);
    const line = (of: (row: RestRow) => number) =>
      own.map(row => ({x: row.learningRate, y: of(row) / row.continuous}));
    const ends = [own[0].learningRate, own[own.length - 1].learningRate];
    const series: Series[] = [
      {
        is: "continuous",
        name: "continuous time",
        marks: ends.map(x => ({x, y: 1})),
        near: 0.1
      },
      ...(lines
        ? ([
            {
              is: "surrogate",
              name: "noise that stays as it is",
              marks: line(row => row.discrete),
              near: 0.9
            },
            {is: "exact", name: "noise that jumps", marks: line(row => row.jumps), near: 0.9}
          ] as const)
        : []),
      {is: "measured", name: "measured", marks: ratios(rows, demand, b), near: 0.5}
    ];
    return {name, series};
  };
  const batches = [...new Set(rows.filter(row => row.demand === "laws").map(row => row.b))];
  const [fewest, most] = [Math.min(...batches), Math.max(...batches)];
  return {
    title: "Excess cost of orders at rest over the continuous prediction $η$ Tr $G/4b$",
    caption:
      "Dots: measured, bars of 95 %; dashed: the continuous prediction; dotted: the discrete one for noise that does not depend on the orders; solid: with the noise of gradients that jump. With demand that has a density the prediction holds as the rate falls, jumps or not. With seven recorded days it fails however small the rate: there are kinks, and no Hessian.",
    description:
      "In the first two panels the dots come down to one as the rate falls; in the third they fall to about one half and rise again.",
    x: {label: "learning rate $η$", column: "learningRate", scale: "log"},
    y: {
      label: "excess cost over the continuous prediction",
      short: "excess over prediction",
      column: "ratio",
      scale: "log",
      domain: [0.4, 4],
      ticks: [0.5, 1, 2, 4],
      format: "number"
    },
    panels: [
      panel(perStep(fewest), "laws", fewest, true),
      panel(perStep(most), "laws", most, true),
      panel("one recorded week", "one week", fewest, false)
    ]
  };
}

/** The controls of the law of one order. */
export const lawControls = {
  days: {label: "Recorded days", options: ["3", "7", "15", "31", "91", "365"], value: "7"},
  batch: {
    label: "Days a step, $b$",
    min: 0,
    max: 5,
    step: 1,
    value: 0,
    format: (x: number) => String(2 ** x)
  },
  rate: {
    label: "Step of an order, $η(p+h)$",
    min: -2.5,
    max: 0,
    step: 0.25,
    value: -1,
    format: (x: number) => fixed(10 ** x, 3)
  }
};

/** What the controls say. */
export interface LawSettings {
  readonly days: string;
  readonly batch: number;
  readonly rate: number;
}

const scaleOfUnit = Math.sqrt(3) / Math.PI;

/** The law of the order of one category where p = h, for the last recorded days, beside the theory's Gaussian. */
export function lawOfOrders(demands: readonly number[], {days, batch, rate}: LawSettings) {
  const own = Float64Array.from(demands.slice(-Number(days))).sort();
  const n = own.length;
  const median = own[(n - 1) / 2];
  const mean = own.reduce((sum, x) => sum + x, 0) / n;
  const deviation = Math.sqrt(own.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1));
  const b = 2 ** batch;
  const step = 10 ** rate;
  // A logistic law has the density 1/(4s) at its median; G = (p + h)²/4.
  const scale = scaleOfUnit * deviation;
  const predicted = Math.sqrt((step * scale) / (2 * b));
  const law = orderLaw({
    share: x => own.findLastIndex(demand => demand <= x) / n + 1 / n,
    // Half a place beside the median, where no order ever is.
    median: median + step / (b % 2 ? 4 * b : 2 * b),
    reach: 7 * predicted + 3 * step,
    step,
    batchSize: b
  });
  const {orders, masses} = law;
  const unit = orders[1] - orders[0];
  const centre = masses.reduce((sum, mass, i) => sum + mass * orders[i], 0);
  const spread = Math.sqrt(
    masses.reduce((sum, mass, i) => sum + mass * (orders[i] - centre) ** 2, 0)
  );
  const reach = 4 * Math.max(predicted, spread);
  const hundred = 100;
  const shown = Array.from(orders, (x, i) => ({
    x: hundred * x,
    y: masses[i] / unit / hundred
  })).filter(({x}) => Math.abs(x - hundred * centre) < hundred * reach);
  // No more marks than the picture has room for.
  const every = Math.ceil(shown.length / 400);
  const exact = shown.filter((_, i) => i % every === 0);
  const top = Math.max(...exact.map(({y}) => y), 0.4 / predicted / hundred);
  const chart: Chart = {
    title: "The law of one order at rest",
    caption:
      "Solid: the law of orders, exact, from the Markov chain of the orders; dashed: the Gaussian of the theory, with the density of a logistic law in the place of the recorded days; upright rules: recorded demands.",
    description:
      "A curve with kinks at the recorded demands beside a smooth bell; with many days, or a large step, they are alike.",
    x: {label: "pizzas ordered", column: "order"},
    y: {label: "density", column: "density", domain: [0, 1.15 * top]},
    panels: [
      {
        series: [
          {
            is: "reference",
            name: "recorded demand",
            label: false,
            marks: Array.from(own, x => ({x: hundred * x})).filter(
              ({x}) => Math.abs(x - hundred * centre) < hundred * reach
            )
          },
          {
            is: "continuous",
            name: "the theory's Gaussian",
            marks: curve(
              x =>
                Math.exp(-(((x / hundred - median) / predicted) ** 2) / 2) /
                (Math.sqrt(2 * Math.PI) * predicted * hundred),
              [hundred * (centre - reach), hundred * (centre + reach)]
            ),
            near: 0.65
          },
          {is: "exact", name: "orders at rest", marks: exact, near: 0.4}
        ]
      }
    ]
  };
  return {
    spread: hundred * spread,
    predicted: hundred * predicted,
    ratio: spread / predicted,
    chart
  };
}
