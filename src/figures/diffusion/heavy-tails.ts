import {type Chart, curve, type Mark, type Series} from "../../components/chart/declaration.js";
import {fixed, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {sumNormality} from "../../lib/noise/sumNormality.js";
import {stableScale} from "../../lib/stationary/stableScale.js";
import {kolmogorovUpper} from "../../lib/statistics/kolmogorovSmirnov.js";
import {symmetricStableCdf} from "../../lib/statistics/symmetricStableCdf.js";
import {score} from "../scores.js";

/** A row for each tail exponent, step and distance. */
export interface TailRow
  extends Readonly<
    Record<
      | "alpha"
      | "step"
      | "replicates"
      | "scale"
      | "scaleError"
      | "distanceExact"
      | "distanceNormal"
      | "distance"
      | "tail"
      | "tailError",
      number
    >
  > {
  /** NaN, or null from a query, where too few iterates lie beyond. */
  readonly expected: number | null;
}

/** What the figures show of the sweep. */
const [shownStep, shownAlphas, widthAlphas] = [0.2, [2, 1.8, 1.4], [2, 1.6, 1.2]];

/** The heaviest tail shown, a rate that is smaller by a factor, and the most by which that narrows the law. */
export const heaviest = Math.min(...widthAlphas);
export const smaller = 100;
export const narrowedBy = smaller ** (1 - 1 / heaviest);

const scaleAt = (alpha: number, learningRate: number) =>
  stableScale({curvature: 1, learningRate, alpha});

/** The width of continuous time, an Ornstein–Uhlenbeck process driven by a Lévy flight. */
const flightScale = (alpha: number, step: number) => (step ** (alpha - 1) / alpha) ** (1 / alpha);

/** The share of a stable law beyond so many of its scales. */
export const shareBeyond = (alpha: number, distance: number): number =>
  2 * (1 - symmetricStableCdf(alpha)(distance));

/** Share of iterates further out than a distance, for three tail exponents at one step. */
export function tailShares(rows: readonly TailRow[]): Chart {
  const least = 3e-5;
  return {
    title: "Share of iterates further out than a distance",
    caption: `Dots: counted over independent stationary iterates at $ηh = ${shownStep}$, with 95 % bars; solid: the stable law with the exact scale. At $α = 2$ the curve falls steeply; below, it is a straight line of slope $−α$.`,
    description:
      "Three falling curves on logarithmic axes, one bending down steeply and two straight.",
    x: {
      label: "distance, in scales $s$",
      column: "distance",
      scale: "log",
      domain: [1, 64],
      ticks: [1, 2, 4, 8, 16, 32, 64]
    },
    y: {label: "share of iterates beyond", column: "share", scale: "log", domain: [least, 1]},
    panels: [
      {
        series: shownAlphas.flatMap((alpha): Series[] => [
          {
            is: "exact",
            name: `$α = ${alpha}$`,
            marks: curve(x => shareBeyond(alpha, x), [1, 64], {log: true}).filter(
              ({y = 0}) => y > least
            ),
            near: 0.9
          },
          {
            is: "measured",
            name: `measured, $α = ${alpha}$`,
            label: false,
            marks: rows
              .filter(row => row.step === shownStep && row.alpha === alpha && row.tail > 0)
              .map(({distance, tail, tailError, expected}) => ({
                x: distance,
                y: tail,
                // A count of a few: the bar ends at the frame, not below nothing.
                ...(tail - 1.96 * tailError > 0
                  ? {standardError: tailError}
                  : {low: least, high: tail + 1.96 * tailError}),
                ...(expected && {expected})
              }))
          }
        ])
      }
    ]
  };
}

/** The scale measured in each cell, with both laws and the tests against the exact and the normal law. */
export function scaleCells(rows: readonly TailRow[]) {
  return rows
    .filter(row => row.distance === 1)
    .map(({alpha, step, replicates, scale, scaleError, distanceExact, distanceNormal}) => {
      const root = Math.sqrt(replicates);
      const p = (distance: number) => kolmogorovUpper((root + 0.12 + 0.11 / root) * distance);
      return {
        x: step,
        y: scale,
        standardError: scaleError,
        expected: scaleAt(alpha, step),
        alpha,
        normal: scaleAt(2, step),
        continuous: flightScale(alpha, step),
        p: p(distanceExact),
        pNormal: p(distanceNormal)
      };
    });
}

type ScaleCell = ReturnType<typeof scaleCells>[number];

/** The largest tail exponent, of those that were run, at which a normal law is rejected. */
export const refusedFrom = (cells: readonly ScaleCell[]): number =>
  Math.max(...cells.filter(({pNormal}) => pNormal < 0.001).map(({alpha}) => alpha));

export const scaleColumns: readonly TableColumn<ScaleCell>[] = [
  {header: "$ηh$", value: cell => fixed(cell.x, 2)},
  {header: "$α$", value: cell => fixed(cell.alpha, 1)},
  {header: "scale: Gaussian theory", value: cell => fixed(cell.normal, 3)},
  {header: "Lévy flight", value: cell => fixed(cell.continuous, 3)},
  {header: "exact", value: cell => fixed(cell.expected, 3)},
  {header: "measured ± s.e.", value: cell => withError(cell.y, cell.standardError, 3)},
  {header: "$z$", value: cell => signed(score(cell))},
  {header: "$p$, exact law", value: cell => fixed(cell.p, 3)},
  {header: "$p$, Gaussian", value: cell => fixed(cell.pNormal, 3)}
];

export const scaleCaption = {
  label: "Scale of the stationary law, in units of $c/h$, and Kolmogorov–Smirnov tests"
};

/** Width of the stationary law against the rate, for three tail exponents. */
export function widths(rows: readonly TailRow[]): Chart {
  const cells = scaleCells(rows);
  const rates = [0.01, 1.95] as const;
  return {
    title: "Width of the stationary law against the rate",
    caption: `Dots: measured, with 95 % bars; solid: exact; dashed: continuous time. The heavier the tail, the less a smaller rate helps: at $α = ${heaviest}$ a rate lower by a factor of ${whole(smaller)} divides the width by only ${fixed(narrowedBy, 1)}.`,
    description: "Three rising curves on logarithmic axes, the less steep the heavier the tail.",
    x: {label: "$ηh$", column: "rateTimesCurvature", scale: "log", ticks: [0.01, 0.1, 1]},
    y: {
      label: "scale $s$, in units of $c/h$",
      column: "scale",
      scale: "log",
      domain: [0.06, 4],
      ticks: [0.1, 0.2, 0.5, 1, 2]
    },
    panels: [
      {
        series: widthAlphas.flatMap((alpha): Series[] => [
          {
            is: "continuous",
            name: `continuous time, $α = ${alpha}$`,
            label: false,
            marks: curve(x => flightScale(alpha, x), rates, {log: true})
          },
          {
            is: "exact",
            name: `$α = ${alpha}$`,
            marks: curve(x => scaleAt(alpha, x), rates, {log: true}),
            near: 0.12
          },
          {
            is: "measured",
            name: `measured, $α = ${alpha}$`,
            label: false,
            marks: cells.filter(cell => cell.alpha === alpha)
          }
        ])
      }
    ]
  };
}

export interface NormalityRow
  extends Readonly<Record<"share" | "batchSize" | "distance" | "replicates", number>> {}

const gradientNames = (share: number) =>
  share === 1 ? "skewed, exponential" : `one sample in ${1 / share}`;

/** The mean of √n D, Kolmogorov's distance from the law itself over n draws. */
const meanDistance = Math.sqrt(Math.PI / 2) * Math.LN2;

/** Distance of batch noise from a Gaussian, by the share of samples whose gradient is not zero. */
export function normality(rows: readonly NormalityRow[]): Chart {
  const shares = [...new Set(rows.map(({share}) => share))].sort((a, b) => b - a);
  const sizes = [...new Set(Array.from({length: 41}, (_, k) => Math.round(2 ** (k / 4))))];
  const floor = meanDistance / Math.sqrt(Math.min(...rows.map(({replicates}) => replicates)));
  return {
    title: "Distance of batch noise from a Gaussian",
    caption:
      "Dots: Kolmogorov–Smirnov distance of drawn batches; solid: exact. Dotted: what as many draws from a perfect Gaussian would show. Where only a few samples have a nonzero gradient, a batch stays far from normal until it holds several of them.",
    description:
      "One line falling like the inverse root of the batch size, and two that stay high until a batch holds one of the samples that matter.",
    x: {
      label: "batch size $b$",
      column: "batch",
      scale: "log",
      domain: [1, 1100],
      ticks: [1, 4, 16, 64, 256, 1024],
      format: "number"
    },
    y: {
      label: "distance from $Φ$",
      column: "distance",
      scale: "log",
      domain: [0.002, 1],
      ticks: [0.003, 0.01, 0.03, 0.1, 0.3, 1],
      format: "number"
    },
    panels: [
      {
        series: [
          {is: "surrogate", name: "sampling alone", as: "rule", marks: [{y: floor}], near: 0.15},
          ...shares.flatMap((share): Series[] => [
            {
              is: "exact",
              name: gradientNames(share),
              marks: sizes.map((b): Mark => ({x: b, y: sumNormality(share, b)})),
              near: share === 1 ? 0.3 : 0.6
            },
            {
              is: "measured",
              name: `drawn, ${gradientNames(share)}`,
              label: false,
              marks: rows
                .filter(row => row.share === share)
                .map(({batchSize, distance}) => ({x: batchSize, y: distance}))
            }
          ])
        ]
      }
    ]
  };
}
