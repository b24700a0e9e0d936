import {type Chart, curve, type Mark} from "../../components/chart/declaration.js";
import {fixed, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {curvatures} from "./curvatures.js";
import {batchSize, covariancesOf, type DecayingRun, noises} from "./decayingSteps.js";

const {values, vectors} = symmetricEigen(noises.anisotropic);

/** Eigenvectors of G from the largest eigenvalue down, and the eigenvalues. */
const order = curvatures.map((_, k) => curvatures.length - 1 - k);

/** The ratio along an eigenvector in one repetition of the experiment. */
export interface GroupRow extends Readonly<Record<"steps" | "k" | "g" | "ratio", number>> {}

/** The ratio along an eigenvector over all repetitions. */
export interface PooledRow extends Readonly<Record<"steps" | "k" | "ratio", number>> {}

type Quadratic = {get(i: number, j: number): number};

/** The second moment along an eigenvector. */
const along = (C: Quadratic, column: number): number => {
  const v = curvatures.map((_, i) => vectors.get(i, column));
  return v.reduce((sum, x, i) => sum + v.reduce((s, y, j) => s + x * y * C.get(i, j), 0), 0);
};

/** The paper's number of samples after so many steps. */
const samplesAt = (T: number): number => batchSize * T;

/** Its printed ratios at the largest of them. */
export const printedRatios = [1.65, 1.45, 1.26] as const;

/** The longest of the horizons. */
export const longest = ({T}: Pick<DecayingRun, "T">): number => Math.max(...T);

/** What is exact: ratios at the first and the last horizon, eigenvalues over their mean, shares of the distance that is left. */
export function exactly(run: DecayingRun) {
  const [shaped, white] = [covariancesOf(run, "anisotropic"), covariancesOf(run, "isotropic")];
  const ratiosAt = (t: number) =>
    order.map(column => along(shaped[t], column) / along(white[t], column));
  const last = run.T.indexOf(longest(run));
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const trace = curvatures.reduce((sum, _, i) => sum + shaped[last].get(i, i), 0);
  return {
    first: ratiosAt(run.T.indexOf(Math.min(...run.T))),
    last: ratiosAt(last),
    eigenvalues: order.map(column => values[column]),
    overMean: order.map(column => values[column] / mean),
    shares: order.map(column => along(shaped[last], column) / trace)
  };
}

/** Relative standard error of a ratio of two means over so many squared Gaussians. */
export const relativeError = ({groupSize}: Pick<DecayingRun, "groupSize">): number =>
  Math.sqrt(4 / groupSize);

/** Ratios of all repetitions at the longest horizon, on their exact values. */
export function ratiosOfRepetitions(rows: readonly GroupRow[], run: DecayingRun): Chart {
  const T = longest(run);
  const own = rows.filter(({steps}) => steps === T);
  const repetitions = new Set(own.map(({g}) => g)).size;
  const {last} = exactly(run);
  const spread = 1.96 * relativeError(run);
  const wide = 0.33;
  const ends = (k: number) => [k + 1 - wide, k + 1 + wide];
  const count = curvatures.length;
  return {
    title: `Directional ratios at $N = ${whole(samplesAt(T))}$, the experiment repeated`,
    caption: `Dots: one per repetition, each of ${run.groupSize} replicates; lines: the exact ratio, and where 95 % of the repetitions should fall; diamonds: printed. The second and third exact ratios are nearly equal, the fourth is below the fifth: the order of the eigenvalues is not the order of the ratios.`,
    description: `For each of the ten eigenvectors a cloud of measured ratios around its exact value. The exact values fall from ${fixed(last[0], 2)} to ${fixed(last[count - 1], 2)}, but not in order.`,
    shape: 0.52,
    x: {
      label: "eigenvector of $G$, from its largest eigenvalue to its smallest",
      short: "eigenvector of $G$, largest eigenvalue first",
      column: "k",
      domain: [0.5, count + 0.5],
      ticks: order.map((_, k) => k + 1)
    },
    y: {label: "anisotropic over isotropic", column: "ratio", domain: [0, 2.2], ticks: 5},
    panels: [
      {
        series: [
          {is: "surrogate", name: "isotropic", as: "rule", marks: [{y: 1}], label: false},
          ...last.map(
            (ratio, k) =>
              ({
                is: "exact",
                name: `95 % along $v_{${k + 1}}$`,
                as: "band",
                label: false,
                marks: ends(k).map(x => ({
                  x,
                  low: ratio * Math.exp(-spread),
                  high: ratio * Math.exp(spread)
                }))
              }) as const
          ),
          {
            is: "measured",
            name: "repetitions",
            as: "cloud",
            label: false,
            marks: own.map(({k, g, ratio}) => ({
              x: k - 0.24 + (0.48 * g) / repetitions,
              y: ratio,
              expected: last[k - 1]
            }))
          },
          {
            is: "exact",
            name: "exact",
            label: false,
            marks: last.flatMap((ratio, k) => ends(k).map(x => ({x, y: ratio, piece: k})))
          },
          {
            is: "printed",
            name: "as printed",
            marks: printedRatios.map((y, k) => ({x: k + 1, y})),
            near: 0.9
          }
        ]
      }
    ]
  };
}

/** How many repetitions there are at the longest horizon, and in how many the first three ratios fall. */
export function repetitionsInOrder(rows: readonly GroupRow[], run: DecayingRun) {
  const groups = new Map<number, number[]>();
  for (const {steps, g, k, ratio} of rows) {
    if (steps !== longest(run)) continue;
    const own = groups.get(g) ?? [];
    own[k] = ratio;
    groups.set(g, own);
  }
  const inOrder = [...groups.values()].filter(([, one, two, three]) => one > two && two > three);
  return {all: groups.size, inOrder: inOrder.length};
}

/** The ratios in numbers: printed, predicted for one experiment, and measured over all its repetitions. */
export function ratioLines(rows: readonly PooledRow[], run: DecayingRun, repetitions: number) {
  const {last, eigenvalues} = exactly(run);
  return rows
    .filter(({steps}) => steps === longest(run))
    .map(({k, ratio}) => {
      const expected = last[k - 1];
      const error = expected * relativeError(run);
      return {
        k,
        eigenvalue: eigenvalues[k - 1],
        printed: printedRatios[k - 1] as number | undefined,
        error,
        expected,
        y: ratio,
        standardError: error / Math.sqrt(repetitions)
      };
    });
}

/** The columns, so many replicates being in one experiment. */
export const ratioColumns = ({
  groupSize
}: Pick<DecayingRun, "groupSize">): readonly TableColumn<
  ReturnType<typeof ratioLines>[number]
>[] => [
  {header: "$k$", value: row => String(row.k)},
  {header: "eigenvalue of $G$", value: row => fixed(row.eigenvalue, 2)},
  {header: "printed", value: row => (row.printed ? fixed(row.printed, 2) : "–")},
  {header: `predicted ± s.e. at ${groupSize}`, value: row => withError(row.expected, row.error, 2)},
  {
    header: "$z$, printed",
    value: row => (row.printed ? signed((row.printed - row.expected) / row.error) : "–")
  },
  {header: "predicted", value: row => fixed(row.expected, 3)},
  {header: "measured ± s.e.", value: row => withError(row.y, row.standardError, 3)},
  {header: "$z$, ours", value: row => signed((row.y - row.expected) / row.standardError)}
];

/** How many standard errors of one experiment lie between two of the exact ratios. */
export function separation(run: DecayingRun, i: number, j: number): number {
  const {last} = exactly(run);
  return (last[i] - last[j]) / (relativeError(run) * Math.hypot(last[i], last[j]));
}

/** The controls of the noise in the plane. */
export const planeControls = {
  angle: {label: "Angle to stiff axis, °", min: 0, max: 180, step: 5, value: 60},
  ratio: {label: "Strong over weak", min: 1, max: 20, step: 1, value: 10},
  flat: {
    label: "Flat curvature",
    min: 0.02,
    max: 1,
    step: 0.02,
    value: 0.1,
    format: (x: number) => fixed(x, 2)
  }
};

/** Ratios to white noise in the stationary state, along the strong and the weak direction of a noise turned against two curvatures. */
export function turnedNoise({
  angle,
  ratio,
  flat
}: Record<keyof typeof planeControls, number>): Chart {
  const [strong, weak] = [(2 * ratio) / (1 + ratio), 2 / (1 + ratio)];
  const h = [1, flat];
  const at = (degrees: number) => {
    const [c, s] = [Math.cos, Math.sin].map(f => f((degrees * Math.PI) / 180));
    const G = [
      [strong * c * c + weak * s * s, (strong - weak) * c * s],
      [(strong - weak) * c * s, strong * s * s + weak * c * c]
    ];
    const over = (u: readonly number[]) => {
      const moment = (noise: (i: number, j: number) => number) =>
        u.reduce(
          (sum, x, i) => sum + u.reduce((t, y, j) => t + (x * y * noise(i, j)) / (h[i] + h[j]), 0),
          0
        );
      return moment((i, j) => G[i][j]) / moment((i, j) => (i === j ? 1 : 0));
    };
    return {strong: over([c, s]), weak: over([-s, c])};
  };
  const line = (which: "strong" | "weak"): Mark[] =>
    curve(degrees => at(degrees)[which], [0, 180], {points: 91});
  const level = (y: number): Mark[] => curve(() => y, [0, 180], {points: 2});
  return {
    title: "Ratio to white noise along the strong and the weak direction of the noise",
    caption:
      "Solid: exact, in the stationary state, as the noise turns against the curvature; dotted: the eigenvalues of the noise over their mean, which the ratios would equal if the eigenvalue alone decided. They equal them only where noise and curvature share their axes, at 0°, 90° and 180°.",
    description:
      "Two curves over the angle of the noise. They touch the dotted lines at multiples of a right angle and leave them between.",
    x: {
      label: "angle between strong noise and stiff axis, degrees",
      column: "angle",
      domain: [0, 180],
      ticks: [0, 45, 90, 135, 180]
    },
    y: {label: "ratio to white noise", column: "ratio", domain: [0, 2.1], ticks: 5},
    panels: [
      {
        series: [
          {is: "reference", name: "chosen angle", label: false, marks: [{x: angle}]},
          {is: "surrogate", name: "strong eigenvalue", label: false, marks: level(strong)},
          {is: "surrogate", name: "weak eigenvalue", label: false, marks: level(weak)},
          {
            is: "exact",
            name: `strong direction: ${fixed(at(angle).strong, 2)}`,
            marks: line("strong"),
            near: 0.35
          },
          {
            is: "exact",
            name: `weak direction: ${fixed(at(angle).weak, 2)}`,
            marks: line("weak"),
            near: 0.35
          },
          {
            is: "exact",
            name: "at the chosen angle",
            as: "points",
            label: false,
            marks: [at(angle).strong, at(angle).weak].map(y => ({x: angle, y}))
          }
        ]
      }
    ]
  };
}
