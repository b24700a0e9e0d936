import {type Chart, curve, type Mark, type Series} from "../../components/chart/declaration.js";
import {fixed, whole} from "../../components/format.js";
import {boundedMeanRisk} from "../../lib/budgets/boundedMeanRisk.js";
import {cosinePriorRisk} from "../../lib/budgets/cosinePriorRisk.js";
import {leastSchedule} from "../../lib/budgets/leastSchedule.js";

/** The controls of the bound. */
export const boundControls = {
  width: {
    label: "Half-width $δ$",
    min: -3,
    max: 1,
    step: 0.1,
    value: -1,
    format: (k: number) => fixed(10 ** k, k < -2 ? 4 : k < -1 ? 3 : 2)
  },
  constant: {
    label: "Constant $c$",
    min: 0.05,
    max: 0.95,
    step: 0.05,
    value: 0.5,
    format: (x: number) => fixed(x, 2)
  }
};

/** What the controls say, the width as a power of ten. */
export type Asked = Readonly<Record<keyof typeof boundControls, number>>;

/** The half-width, and the N below which the printed bound is false and from which it is true. */
export function bordersOf({width, constant: c}: Asked) {
  const delta = 10 ** width;
  const failsBelow = c / ((1 - c) * delta ** 2);
  return {delta, c, failsBelow, holdsFrom: Math.PI ** 2 * failsBelow};
}

const samples = [1, 1e6] as const;

let known: readonly (readonly [number, number])[] | undefined;
/** N times the Bayes risk depends on Nδ² alone: made once, the width only moves it. */
const bayesRisks = () =>
  (known ??= Array.from({length: 66}, (_, k) => 10 ** (-3.4 + 0.1 * k))
    .filter(x => x <= 1000)
    .map(x => [x, cosinePriorRisk(Math.sqrt(x))] as const));

/** N times the smallest possible worst risk of a mean that is known to within δ. */
export function worstRisk(asked: Asked): Chart {
  const {delta, c, failsBelow} = bordersOf(asked);
  const times = (which: "vanTrees" | "linear") => (N: number) =>
    N * boundedMeanRisk({samples: N, halfWidth: delta})[which];
  const marks = (which: "vanTrees" | "linear") =>
    curve(times(which), samples, {points: 121, log: true});
  const linear = marks("linear");
  const vanTrees = marks("vanTrees");
  const bayes = bayesRisks()
    .map(([x, y]) => ({x: x / delta ** 2, y}))
    .filter(({x}) => x >= samples[0] && x <= samples[1]);
  const top = 1.08;
  const border: Series = {
    is: "reference",
    name: "false below this $N$",
    as: "line",
    marks: [0, top].map(y => ({x: failsBelow, y})),
    near: 0.9
  };
  const averages: Series = {
    is: "exact",
    name: "Bayes risk",
    as: "points",
    label: false,
    marks: bayes
  };
  return {
    title: "$N$ times the smallest possible worst risk, per coordinate",
    caption:
      "The least worst risk lies in the grey band: above van Trees' bound and the exact Bayes risk that it bounds (solid, dots), below the worst risk of the best linear estimator (thin). Diamonds: the printed bound, $c$. Where the band lies below the diamonds, the printed bound is false.",
    description:
      "An S-shaped band that rises from zero to one as N passes one over delta squared, crossed by a level row of diamonds at c.",
    shape: 0.44,
    x: {label: "samples $N$", column: "N", scale: "log", domain: samples},
    y: {
      label: "$N$ × risk",
      column: "scaledRisk",
      domain: [0, top],
      ticks: [0, 0.25, 0.5, 0.75, 1]
    },
    panels: [
      {
        series: [
          {
            is: "reference",
            name: "smallest worst risk",
            as: "band",
            label: false,
            marks: linear.map(({x, y}, k) => ({x, low: vanTrees[k].y, high: y}))
          },
          ...(failsBelow > samples[0] && failsBelow < samples[1] ? [border] : []),
          {is: "exact", name: "best linear estimator", marks: linear, second: true, near: 0.6},
          {is: "exact", name: "van Trees", marks: vanTrees, near: 0.65},
          ...(bayes.length > 0 ? [averages] : []),
          {
            is: "printed",
            name: "printed, $c$",
            marks: curve(() => c, [3, 3e5], {points: 6, log: true}),
            near: 1
          }
        ]
      }
    ]
  };
}

/** F = H in so many dimensions, and the condition number that is held. */
export const dimension = 100;
export const condition = 100;

/** A spectrum with so many stiff directions, the others being of curvature one. */
const spectrumOf = (stiff: number, kappa: number) =>
  Array.from({length: dimension}, (_, i) => (i < stiff ? kappa : 1));

/** Spectra of one stiff direction, and of fewer and fewer that are equally stiff. */
function spectra() {
  const lineOf = (stiff: number, kappa: number) => {
    const effective = (kappa * stiff + dimension - stiff) / kappa;
    return {
      effective,
      gap: leastSchedule(spectrumOf(stiff, kappa)).ratio,
      bounds: (kappa * kappa * effective) / dimension
    };
  };
  return {
    one: Array.from({length: 41}, (_, k) => lineOf(1, 10 ** (k / 10))),
    fewer: [99, 90, 80, 65, 50, 40, 30, 20, 14, 10, 7, 5, 3, 2, 1].map(k => lineOf(k, condition))
  };
}

/** How much larger the distance is at the condition number than at a tenth of it, half the directions being stiff. */
export const halfStiffRatio = (): number =>
  leastSchedule(spectrumOf(dimension / 2, condition)).ratio /
  leastSchedule(spectrumOf(dimension / 2, condition / 10)).ratio;

/** The risk of SGD over the bound d/N, against the effective dimension. */
export function gapAgainstDimension(): Chart {
  const {one, fewer} = spectra();
  const [first, last] = [one[0], one[one.length - 1]];
  const sparse = one.filter((_, k) => k % 4 === 0);
  const gaps = (lines: typeof one): Mark[] =>
    lines.map(({effective, gap}) => ({x: effective, y: gap}));
  return {
    title: "Risk over the bound $d/N$ against the effective dimension",
    caption: `$F = H$ in ${dimension} dimensions. Bold: SGD at its best $η_0$, exact, where one direction is stiff: the stiffer it is, the smaller the effective dimension. Diamonds: the ratio of the two printed bounds there, and the tightening gap that the paper describes. Thin: $κ = ${condition}$ throughout, with fewer and fewer stiff directions: this gap does tighten.`,
    description: `From right to left, as the effective dimension falls to one, the exact gap rises from ${fixed(first.gap, 0)} to ${fixed(last.gap, 0)} and the ratio of bounds to ${whole(last.bounds)}, while the printed reading falls. At a fixed condition number the gap falls from ${fixed(fewer[0].gap, 0)} to ${fixed(fewer[fewer.length - 1].gap, 1)}.`,
    shape: 0.46,
    x: {
      label: "effective dimension",
      column: "effectiveDimension",
      scale: "log",
      domain: [0.95, 110],
      ticks: [1, 2, 5, 10, 20, 50, 100]
    },
    y: {
      label: "ratio to $d/N$",
      column: "ratio",
      scale: "log",
      domain: [0.005, 2e6],
      format: "power"
    },
    panels: [
      {
        series: [
          {is: "reference", name: "equal", label: false, marks: [{y: 1}]},
          {is: "exact", name: "$κ$ fixed", second: true, marks: gaps(fewer), near: 0.2},
          {is: "exact", name: "SGD, exact", marks: gaps(one), near: 0.5},
          {
            is: "printed",
            name: "ratio of the bounds",
            marks: sparse.map(({effective, bounds}) => ({x: effective, y: bounds})),
            near: 0.4
          },
          {
            is: "printed",
            name: "a gap that tightens",
            marks: sparse.map(({effective}) => ({x: effective, y: effective / dimension})),
            near: 0.4
          }
        ]
      }
    ]
  };
}
