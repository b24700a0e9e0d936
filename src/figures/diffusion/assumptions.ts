import type {Chart, Mark, Series} from "../../components/chart/declaration.js";
import {fixed, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {
  type AssumptionSetting,
  assumptionEffects,
  effectSize,
  referenceSetting
} from "../../lib/stationary/assumptionEffects.js";
import {score} from "../scores.js";
import type {Simulated} from "./assumptionsSimulated.js";

const hundredths = (x: number) => fixed(x, 2);

/** The controls of the setting, which begin at the reference. */
export const settingControls = {
  stiff: {
    label: "Stiff step, $ηh$",
    min: 0.1,
    max: 1.9,
    step: 0.1,
    value: 0.5,
    format: (x: number) => fixed(x, 1)
  },
  flat: {
    label: "Stiff over flat",
    min: 0,
    max: 4,
    step: 0.1,
    value: 2.4,
    format: (e: number) => whole(10 ** e)
  },
  mu: {label: "Momentum $µ$", min: 0, max: 0.95, step: 0.05, value: 0.9, format: hundredths},
  alpha: {
    label: "Tail exponent $α$",
    min: 1.2,
    max: 2,
    step: 0.05,
    value: 1.8,
    format: hundredths
  },
  batch: {
    label: "Batch size",
    min: 4,
    max: 14,
    step: 1,
    value: 7,
    format: (k: number) => whole(2 ** k)
  }
};

export type Asked = Readonly<Record<keyof typeof settingControls, number>>;

/** Whether the controls stand where they began. */
export const asReference = (asked: Asked): boolean =>
  Object.entries(settingControls).every(([name, {value}]) => asked[name as keyof Asked] === value);

/** The setting of the controls: the reference itself where they have not been moved. */
export const settingOf = (asked: Asked): AssumptionSetting =>
  asReference(asked)
    ? referenceSetting
    : {
        ...referenceSetting,
        stiff: asked.stiff,
        flat: asked.stiff / 10 ** asked.flat,
        momentum: asked.mu,
        alpha: asked.alpha,
        batchSize: 2 ** asked.batch
      };

/** For what each assumption is dropped, and the assumption, in words. */
const words = ({
  turned,
  batchSize,
  cluster
}: AssumptionSetting): Record<string, [string, string]> => ({
  "isotropic noise": ["noise ∝ curvature", "$G ∝ I$"],
  "no momentum": ["momentum", "no momentum"],
  "no epochs": ["epochs", "batches independent"],
  "finite variance": ["$α$-stable noise", "finite variance"],
  "small step": ["finite step", "$ηh ≪ 1$"],
  "Σ invertible": ["one direction, 45°", "$G$ positive definite"],
  "detailed balance": [`noise ${turned[0] / turned[1]} : 1, 45°`, "detailed balance"],
  "constant rate": ["falling rate", "constant rate"],
  "Σ constant": ["regression’s $G(θ)$", "$G$ constant"],
  "B ≪ n": [`$b = ${batchSize}$ of $n$`, "$b ≪ n$"],
  "normal batch": ["exponential noise", "normal noise"],
  "i.i.d. samples": [`clusters of ${cluster}, drawn`, "i.i.d. samples"],
  "shuffled data": ["clusters in order", "i.i.d. samples, read in order"]
});

/** The effects at a setting, the largest first. */
function ranked(setting: AssumptionSetting) {
  const named = words(setting);
  return assumptionEffects(setting)
    .map(effect => {
      const [dropped, assumption] = named[effect.key];
      return {...effect, dropped, assumption, size: effectSize(effect)};
    })
    .sort((a, b) => b.size - a.size);
}

const atReference = ranked(referenceSetting);

/** The rows of the table: place, effects and what was simulated. */
export const placed = (simulated: readonly Simulated[]) =>
  atReference.map((row, i) => ({
    ...row,
    place: i + 1,
    measured: simulated.find(({key}) => key === row.key)
  }));

export type PlacedRow = ReturnType<typeof placed>[number];

/** The row of an assumption. */
export function rowOf(rows: readonly PlacedRow[], key: string): PlacedRow {
  const found = rows.find(row => row.key === key);
  if (!found) throw new RangeError(`key must be an assumption of the table; got ${key}`);
  return found;
}

const z = ({measured, ...row}: PlacedRow): number =>
  measured ? score({...measured, expected: row[measured.where]}) : Number.NaN;

/** A place in words. */
export const ordinal = (place: number): string =>
  ["first", "second", "third", "fourth", "fifth", "sixth"][place - 1] ?? `number ${place}`;

/** The largest distance of what was simulated from the exact effect, in standard errors. */
export const largestDistance = (rows: readonly PlacedRow[]): number =>
  Math.max(...rows.filter(({measured}) => measured).map(row => Math.abs(z(row))));

export const effectColumns: readonly TableColumn<PlacedRow>[] = [
  {header: "place", value: ({place}) => String(place)},
  {header: "assumption", value: ({assumption}) => assumption, text: true},
  {header: "dropped for", value: ({dropped}) => dropped, text: true},
  {header: "notes", value: ({rank}) => (rank === null ? "–" : String(rank))},
  {header: "stiff", value: ({stiff}) => fixed(stiff, 4)},
  {header: "flat", value: ({flat}) => fixed(flat, 4)},
  {
    header: "simulated ± s.e.",
    value: ({measured}) => (measured ? withError(measured.y, measured.standardError, 4) : "–")
  },
  {header: "where", value: ({measured}) => measured?.where ?? "", text: true},
  {header: "$z$", value: row => (row.measured ? signed(z(row)) : "–")}
];

/** What the table is. */
export const effectLabel =
  "Effect of each assumption on the stationary variance, over the theory's";

const ends: [number, number] = [1e-4, 300];
/** An infinite effect is drawn as far as beyond the frame. */
const drawn = (ratio: number) => Math.min(10 * ends[1], Math.max(ends[0] / 10, ratio));

/** Variance over the theory's where one assumption is dropped, in the order of the reference setting. */
export function oneDropped(asked: Asked, simulated: readonly Simulated[]): Chart {
  const now = ranked(settingOf(asked));
  const count = atReference.length;
  const heightOf = (key: string) => count - 1 - atReference.findIndex(row => row.key === key);
  const at = (where: "stiff" | "flat"): Mark[] =>
    now.map(row => ({x: drawn(row[where]), y: heightOf(row.key), assumption: row.assumption}));
  const shown = asReference(asked) ? simulated : [];
  const below = (key: string) => heightOf(key) - 0.36;
  const measured: Series[] = [
    {
      is: "measured",
      name: "SGD, 95 %",
      as: "line",
      label: false,
      marks: shown.flatMap(({key, y, standardError}, piece) =>
        [-1.96, 1.96].map(by => ({x: y + by * standardError, y: below(key), piece}))
      )
    },
    {
      is: "measured",
      name: "SGD",
      marks: shown.map(({key, y}) => ({x: y, y: below(key)})),
      near: 1
    }
  ];
  return {
    title: "Variance over the theory's, one assumption dropped at a time",
    caption:
      "Rows in their order at the reference setting. Open circles: exact, in the stiff direction; filled: exact, in the flat one; blue, just below: SGD with 95 % bars, at the reference setting only (reset to see them); dashed: the theory. Rows far from the line are those where the tempered posterior gives a wrong variance.",
    description:
      "A dot chart with a row per assumption on a logarithmic axis; isotropic noise is far to the left, momentum and epochs well away from the line, most others on it.",
    shape: 0.8,
    x: {
      label: "variance over the theory's",
      column: "ratio",
      scale: "log",
      domain: ends
    },
    y: {
      label: "dropped for",
      column: "position",
      domain: [-0.7, count - 0.4],
      names: atReference.map(({key}) => now.find(row => row.key === key)?.dropped ?? key).reverse()
    },
    panels: [
      {
        series: [
          {is: "continuous", name: "theory", as: "rule", label: false, marks: [{x: 1}]},
          {
            is: "exact",
            name: "from stiff to flat",
            second: true,
            label: false,
            marks: now.flatMap(({key, stiff, flat}, piece) =>
              [stiff, flat].map(x => ({x: drawn(x), y: heightOf(key), piece}))
            )
          },
          {is: "exact", name: "flat", as: "points", marks: at("flat"), near: 0},
          {is: "exact", name: "stiff", as: "points", second: true, marks: at("stiff"), near: 0},
          ...(shown.length ? measured : [])
        ]
      }
    ]
  };
}
