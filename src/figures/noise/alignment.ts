import type {Chart, Panel} from "../../components/chart/declaration.js";
import {fixed, scientific, whole} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {type BatchScheme, batchGradients} from "../../lib/noise/batchGradients.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {ring} from "../ring.js";

/** The parameters of the regression, as the tables call them. */
export const parameters = [
  "intercept",
  "culmen length",
  "culmen depth",
  "flipper length",
  "body mass"
];

const schemes: Readonly<Record<string, BatchScheme>> = {
  "without replacement": "without",
  "with replacement": "with",
  "fresh data each time": "fresh"
};

/** The controls of the cloud: how batches are drawn, and the two parameters shown. */
export const cloudControls = {
  scheme: {label: "Batches drawn", options: Object.keys(schemes), value: "without replacement"},
  batch: {
    label: "Batch size $b$",
    min: 0,
    max: 7,
    step: 1,
    value: 7,
    format: (k: number) => String(2 ** k)
  },
  first: {label: "Across", options: parameters, value: "flipper length"},
  second: {label: "Up", options: parameters, value: "body mass"}
};

/** What the controls say. */
export interface Asked {
  readonly scheme: string;
  readonly batch: number;
  readonly first: string;
  readonly second: string;
}

/** The way of drawing that is asked for, and the batch size. */
export const cellOf = ({scheme, batch}: Pick<Asked, "scheme" | "batch">) => ({
  scheme: schemes[scheme],
  b: 2 ** batch
});

const kinds = ["measured", "exact", "surrogate"] as const;

export interface Entry extends Readonly<Record<(typeof kinds)[number] | "standardError", number>> {
  readonly scheme: BatchScheme;
  readonly b: number;
  readonly first: string;
  readonly second: string;
}

const cloudSize = 1000;
const clouds = new Map<string, Float64Array>();

/** Batch means of all parameters, drawn once for each way and size. */
function drawn(psi: readonly (readonly number[])[], scheme: BatchScheme, batchSize: number) {
  const cell = `${scheme} ${batchSize}`;
  const source = uniforms({
    seed: 1,
    experiment: "alignment: live cloud",
    cell: scheme,
    replicate: batchSize
  });
  const values =
    clouds.get(cell) ?? batchGradients(psi, {batchSize, batches: cloudSize, scheme, source}).values;
  clouds.set(cell, values);
  return values;
}

/** Batch gradients in the plane of two parameters, times √b, with the ellipses of two laws and of what was measured. */
export function gradientCloud(
  rows: readonly Entry[],
  asked: Asked,
  psi: readonly (readonly number[])[]
): Chart {
  const {scheme, b} = cellOf(asked);
  const {first, second} = asked;
  const [across, up] = [first, second].map(name => parameters.indexOf(name));
  const entry = (kind: (typeof kinds)[number], i: number, j: number) => {
    const [low, high] = i <= j ? [i, j] : [j, i];
    const row = rows.find(r => r.first === parameters[low] && r.second === parameters[high]);
    return b * (row?.[kind] ?? Number.NaN);
  };
  const ellipse = (kind: (typeof kinds)[number], points?: number) =>
    ring(
      [
        [entry(kind, across, across), entry(kind, across, up)],
        [entry(kind, across, up), entry(kind, up, up)]
      ],
      {points}
    );
  const values = drawn(psi, scheme, b);
  const points = Array.from({length: cloudSize}, (_, k) => ({
    x: Math.sqrt(b) * values[psi[0].length * k + across],
    y: Math.sqrt(b) * values[psi[0].length * k + up]
  }));
  const bound = 1.25 * Math.max(...ellipse("surrogate").flatMap(({x, y}) => [x, y].map(Math.abs)));
  return {
    title: "Mini-batch gradients against two laws",
    caption: `Small points: ${whole(cloudSize)} batches drawn here and now, times $√b$. Ellipses hold 95 % of a Gaussian. Dots: the covariance measured at build time; solid: the exact law; dotted: one sample's covariance $G$ divided by $b$. Without replacement the cloud shrinks as $b$ grows, and only the exact law follows it.`,
    description:
      "A cloud of batch gradients in the plane of two parameters with three ellipses around it.",
    shape: 0.6,
    x: {label: `$√b$ × gradient, ${first}`, column: "first", domain: [-bound, bound], ticks: 5},
    y: {label: `$√b$ × gradient, ${second}`, column: "second", domain: [-bound, bound]},
    panels: [
      {
        series: [
          {is: "measured", name: "batches drawn here", as: "cloud", label: false, marks: points},
          {is: "surrogate", name: "$G/b$", as: "loop", marks: ellipse("surrogate")},
          {is: "exact", name: "exact law", as: "loop", marks: ellipse("exact")},
          {is: "measured", name: "measured", marks: ellipse("measured", 36)}
        ]
      }
    ]
  };
}

/** What was measured of one way of drawing and one batch size. */
export interface Cell
  extends Readonly<
    Record<
      "b" | "batches" | "error" | "expectedError" | "errorQuantile95" | "pValue" | "surrogateError",
      number
    >
  > {
  readonly scheme: BatchScheme;
}

const schemeNames: Readonly<Record<BatchScheme, string>> = {
  without: "without replacement",
  with: "with replacement",
  fresh: "fresh data"
};

/** Distance of the measured covariance from two laws, over batch sizes, by the way of drawing. */
export function distances(cells: readonly Cell[], samples: number): Chart {
  return {
    title: "Distance of the measured covariance from two laws",
    caption:
      "Dots: from the exact law, with the line that sampling alone predicts and the band up to its 95 % point. Grey crosses: from $G/b$. If the exact law were written without its finite-population factor, the dots of the first panel would move onto the grey crosses, which follow $b/n$.",
    description:
      "Relative Frobenius errors against batch size in three panels, one per sampling scheme; the measured errors follow the sampling expectation, while the distance from G over b rises far above it without replacement.",
    shape: 0.95,
    x: {label: "batch size $b$", column: "b", scale: "log", ticks: [1, 4, 16, 64]},
    y: {
      label: "relative error",
      column: "error",
      scale: "log",
      format: "percent",
      domain: [0.003, 0.7],
      ticks: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4]
    },
    panels: (Object.keys(schemeNames) as BatchScheme[]).map((scheme): Panel => {
      const own = cells.filter(cell => cell.scheme === scheme).sort((p, q) => p.b - q.b);
      return {
        name: schemeNames[scheme],
        series: [
          {
            is: "exact",
            name: "expected to 95 %",
            as: "band",
            label: false,
            marks: own.map(({b, expectedError, errorQuantile95}) => ({
              x: b,
              low: expectedError,
              high: errorQuantile95
            }))
          },
          {
            is: "exact",
            name: "expected",
            label: false,
            marks: own.map(({b, expectedError}) => ({x: b, y: expectedError}))
          },
          ...(scheme === "without"
            ? ([
                {
                  is: "surrogate",
                  name: "$b/n$",
                  as: "line",
                  near: 0.85,
                  marks: own.map(({b}) => ({x: b, y: b / samples}))
                }
              ] as const)
            : []),
          {
            is: "surrogate",
            name: "from $G/b$",
            as: "crosses",
            label: scheme === "with" ? undefined : false,
            near: 0.6,
            marks: own.map(({b, surrogateError}) => ({x: b, y: surrogateError}))
          },
          {
            is: "measured",
            name: "from the exact law",
            label: scheme === "fresh" ? undefined : false,
            near: 0.6,
            marks: own.map(({b, error, expectedError}) => ({
              x: b,
              y: error,
              expected: expectedError
            }))
          }
        ]
      };
    })
  };
}

/** The cell of a way of drawing and a batch size. */
export function cellAt(cells: readonly Cell[], b: number, scheme: BatchScheme): Cell {
  const found = cells.find(cell => cell.b === b && cell.scheme === scheme);
  if (!found) throw new RangeError(`no cell ${scheme} of batch size ${b}`);
  return found;
}

export const batchSizes = (cells: readonly Cell[]): number[] => [
  ...new Set(cells.map(cell => cell.b))
];

export const distanceCaption = {
  label: "Relative Frobenius errors against the exact law, measured (expected), in per cent"
};

/** Errors of each way of drawing, with what is expected of them, in per cent. */
export function distanceColumns(cells: readonly Cell[]): TableColumn<number>[] {
  const shown = (scheme: BatchScheme) => (b: number) => {
    const {error, expectedError} = cellAt(cells, b, scheme);
    return `${fixed(100 * error, 2)} (${fixed(100 * expectedError, 2)})`;
  };
  return [
    {header: "$b$", value: String},
    {header: "without", value: shown("without")},
    {header: "with", value: shown("with")},
    {header: "fresh", value: shown("fresh")},
    {
      header: "without, against $G/b$",
      value: b => fixed(100 * cellAt(cells, b, "without").surrogateError, 2)
    }
  ];
}

/** A row of the enumeration of ten penguins. */
export interface Enumerated {
  readonly scheme: BatchScheme;
  readonly b: number;
  readonly batches: number;
  readonly difference: number;
}

export const enumeratedColumns: readonly TableColumn<Enumerated>[] = [
  {
    header: "batches",
    value: row => (row.scheme === "without" ? "all subsets" : "all ordered batches"),
    text: true
  },
  {header: "$b$", value: row => String(row.b)},
  {header: "visited", value: row => whole(row.batches)},
  {header: "largest relative difference", value: row => scientific(row.difference)}
];
