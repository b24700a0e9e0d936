import {type Chart, curve, type Mark, type Series} from "../../components/chart/declaration.js";
import {fixed} from "../../components/format.js";
import {type Band, diffusionBands, sgdBands} from "../../lib/diffusion/circleBands.js";
import {type ConvergenceOrder, convergenceOrder} from "../../lib/statistics/convergenceOrder.js";
import {score} from "../scores.js";

/** The controls of the two readings; a batch is doubled, a rate halved. */
export const readingControls = {
  halvings: {
    label: "Learning rate $η$",
    min: 1,
    max: 5,
    step: 1,
    value: 3,
    format: (k: number) => `1/${2 ** k}`
  },
  batch: {
    label: "Batch size $b$ at $η$ = ½",
    min: 0,
    max: 2,
    step: 1,
    value: 0,
    format: (k: number) => String(2 ** k)
  },
  growth: {
    label: "Noise growth $g$",
    min: -0.5,
    max: 0.5,
    step: 0.25,
    value: 0,
    format: (g: number) => g.toFixed(2)
  }
};

/** What the controls say. */
export type Asked = Readonly<Record<keyof typeof readingControls, number>>;

const [start, spread, time] = [1.5, 0.15, 4];
/** More bars hide what lies below them. */
const mostBars = 34;

const known = new Map<string, readonly Band[]>();
function once(key: string, compute: () => readonly Band[]): readonly Band[] {
  const found = known.get(key) ?? compute();
  known.set(key, found);
  return found;
}

/** The laws of SGD and of its equation from one start, as they spread, each computed once. */
function laws(temperature: number, growth: number, learningRate: number) {
  const run = {
    gradient: Math.sin,
    amplitude: (x: number) => 1 + growth * Math.cos(x),
    start,
    spread,
    time,
    temperature
  };
  const key = `${temperature}, ${growth}`;
  return {
    sgd: once(`${key}, ${learningRate}`, () => sgdBands({...run, learningRate})),
    sde: once(key, () => diffusionBands(run))
  };
}

/** The two readings of the limit at a learning rate: what the temperature is, and what batch that means. */
function readings({halvings, batch}: Asked) {
  const eta = 2 ** -halvings;
  const size = 2 ** batch;
  const warm = 1 / (2 * size);
  return [
    {name: "$b$ fixed", eta, temperature: eta / size, batch: `$b$ = ${size}`},
    {
      name: "$τ$ fixed",
      eta,
      temperature: warm,
      batch: eta >= warm ? `$b$ = ${eta / warm}` : `$b$ = 1/${warm / eta}: no batch`
    }
  ];
}

/** Computes the laws at the other learning rates while the reader looks; returns what stops it. */
export function computeAhead(asked: Asked): () => void {
  const timers = [1, 2, 3, 4, 5].flatMap(halvings =>
    readings({...asked, halvings}).map(({eta, temperature}, i) =>
      setTimeout(() => laws(temperature, asked.growth, eta), 120 * halvings + 60 * i)
    )
  );
  return () => {
    for (const timer of timers) clearTimeout(timer);
  };
}

/** Where SGD and its equation are from the same start, at one learning rate under both readings. */
export function bothReadings(asked: Asked): Chart {
  const flow = curve(s => 2 * Math.atan(Math.tan(start / 2) * Math.exp(-s)), [0, time], {
    points: 61
  });
  return {
    title: "Where SGD and its equation are, from the same start",
    caption:
      "Bars: 90 % of the law of SGD at each of its steps (at every second or fourth where there are many), dots: its median; shaded, with dashed edges: the same of the equation (27); dotted: the gradient flow. At $η$ = ½ both panels are the same run. $L = 1 − {cos} θ$, one sample's noise $(1 + g\u2009{cos} θ)ζ$; both laws are computed exactly, here.",
    description:
      "Two panels of bands that fall towards 0. On the left the band of SGD and of the equation shrink onto a curve as the learning rate is halved; on the right the bars fill a band that stays.",
    shape: 0.8,
    x: {label: "time $s = ηk$", column: "time", domain: [0, time], ticks: 5},
    y: {
      label: "parameter $θ$, in radians",
      short: "$θ$, in radians",
      column: "theta",
      domain: [-1.7, 3.5],
      ticks: 6
    },
    panels: readings(asked).map(({name, eta, temperature, batch}) => {
      const {sgd, sde} = laws(temperature, asked.growth, eta);
      const every = Math.ceil(sgd.length / mostBars);
      const edge = (side: "low" | "high", piece: number): Mark[] =>
        sde.map(band => ({x: band.time, y: band[side], piece}));
      return {
        name: `${name}: $τ$ = ${fixed(temperature, 3)}, ${batch}`,
        series: [
          {
            is: "continuous",
            name: "90 % of the equation",
            as: "band",
            label: false,
            marks: sde.map(band => ({x: band.time, low: band.low, high: band.high}))
          },
          {
            is: "continuous",
            name: "equation (27)",
            marks: [...edge("high", 0), ...edge("low", 1)],
            near: 0.2
          },
          {is: "surrogate", name: "gradient flow", label: false, marks: flow},
          {
            is: "exact",
            name: "SGD, step by step",
            as: "points",
            label: false,
            marks: sgd
              .filter((_, k) => k % every === 0)
              .map(band => ({x: band.time, y: band.median, low: band.low, high: band.high}))
          }
        ]
      };
    })
  };
}

/** What stands in for SGD. */
type StandIn = "ode" | "sde" | "modified" | "moments" | "secondOrder";

/** The mean loss of SGD at a learning rate, exact and simulated, and of what stands in for it. */
export interface WeakRow
  extends Readonly<
    Record<StandIn | "sgd" | "learningRate" | "temperature" | "standardError", number>
  > {
  readonly series: string;
  /** Empty where nothing was simulated. */
  readonly simulated: number | null;
}

const ofSeries = (rows: readonly WeakRow[], series: string) =>
  rows.filter(row => row.series === series);

/** The order of the error of a stand-in, in powers of η^power. */
function orderOf(rows: readonly WeakRow[], {series, standIn, power = 1}: Line): ConvergenceOrder {
  const errors = ofSeries(rows, series).map(row => row.sgd - row[standIn]);
  return convergenceOrder(errors, {power, precision: 1e-12});
}

interface Line {
  readonly series: string;
  readonly standIn: StandIn;
  readonly name: string;
  readonly power?: number;
}

interface DrawnLine extends Line {
  readonly is: "surrogate" | "continuous" | "exact";
  readonly near: number;
}

const panels: readonly (readonly DrawnLine[])[] = [
  [
    {series: "b fixed", standIn: "ode", name: "gradient flow", is: "surrogate", near: 0.3},
    {series: "b fixed", standIn: "sde", name: "equation (27)", is: "continuous", near: 0.6},
    {series: "b fixed", standIn: "modified", name: "modified equation", is: "exact", near: 0.6}
  ],
  [
    {
      series: "τ fixed, skewed noise",
      standIn: "sde",
      name: "(27), skewed noise",
      is: "surrogate",
      near: 0.4,
      power: 0.5
    },
    {series: "τ fixed", standIn: "sde", name: "equation (27)", is: "continuous", near: 0.6},
    {
      series: "τ fixed, constant noise",
      standIn: "secondOrder",
      name: "corrected, constant noise",
      is: "exact",
      near: 0.6
    }
  ]
];

/** Rows whose simulation is precise enough to tell SGD from its equation. */
const told = (row: WeakRow): row is WeakRow & {readonly simulated: number} =>
  Boolean(row.simulated) && Math.abs(row.sgd - row.sde) > 3 * row.standardError;

/** The temperature of the series in which it does not change. */
export function heldTemperature(rows: readonly WeakRow[]): number {
  const [first] = ofSeries(rows, "τ fixed");
  if (!first) throw new RangeError("rows must hold the series τ fixed; got none of it");
  return first.temperature;
}

/** The error of what replaces SGD against the learning rate. */
export function weakErrors(rows: readonly WeakRow[]): Chart {
  const warmth = heldTemperature(rows);
  const lineOf = (line: DrawnLine): Series[] => {
    const {order, uncertainty} = orderOf(rows, line);
    const own = ofSeries(rows, line.series);
    const exact: Series = {
      is: line.is,
      name: `${line.name}: slope ${fixed(order, uncertainty < 1e-3 ? 3 : 2)}`,
      near: line.near,
      marks: own.map(row => ({x: row.learningRate, y: Math.abs(row.sgd - row[line.standIn])}))
    };
    if (line.standIn !== "sde") return [exact];
    const simulated: Series = {
      is: "measured",
      name: `simulated, ${line.name}`,
      label: false,
      marks: own.filter(told).map(row => ({
        x: row.learningRate,
        y: Math.abs(row.simulated - row.sde),
        standardError: row.standardError,
        expected: Math.abs(row.sgd - row.sde)
      }))
    };
    return simulated.marks.length ? [exact, simulated] : [exact];
  };
  return {
    title: "Error of what replaces SGD, against the learning rate",
    caption: `Lines: exact difference of $E L$ between SGD and what replaces it; dots: simulated SGD against the same, with 95 % bars. Left: batches of one, skewed noise. Right: $τ$ = ${warmth} throughout. (27) is the Fisher paper's equation. If (27) at some $τ$ > 0 were the limit at fixed $b$, the line of the gradient flow would level off on the left.`,
    description:
      "Two log-log panels. On the left the gradient flow and the equation have slope one, the modified equation slope two. On the right slopes ½, one and two.",
    shape: 0.95,
    x: {
      label: "learning rate $η$",
      column: "learningRate",
      scale: "log",
      domain: [0.001, 0.5],
      format: "power"
    },
    y: {
      label: "error of the mean loss",
      column: "error",
      scale: "log",
      domain: [1e-9, 1]
    },
    panels: panels.map((lines, k) => ({
      name: k === 0 ? "$b$ fixed: $b$ = 1" : `$τ$ fixed: $τ$ = ${warmth}`,
      series: lines.flatMap(lineOf)
    }))
  };
}

/** What the table of slopes holds. */
export const slopeLines = (rows: readonly WeakRow[]) =>
  (
    [
      ["b fixed", "ode", "gradient flow"],
      ["b fixed", "sde", "equation (27)"],
      ["b fixed", "modified", "with $L + ¼η|∇L|^2$"],
      ["b fixed", "moments", "mean and variance"],
      ["τ fixed", "sde", "equation (27)"],
      ["τ fixed, constant noise", "sde", "equation (27)"],
      ["τ fixed, constant noise", "secondOrder", "corrected drift and variance"],
      ["τ fixed, skewed noise", "sde", "equation (27)", 0.5]
    ] as const
  ).map(([series, standIn, name, power]) => ({
    series,
    name,
    fit: orderOf(rows, {series, standIn, name, power})
  }));

/** Distances of the simulated cells from one of the columns, in standard errors. */
export const simulatedScores = (rows: readonly WeakRow[], from: "sgd" | "sde"): number[] =>
  rows.flatMap(({simulated, standardError, ...row}) =>
    simulated ? [Math.abs(score({y: simulated, expected: row[from], standardError}))] : []
  );
