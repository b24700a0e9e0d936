import {type Chart, curve, type Mark, type Series} from "../../components/chart/declaration.js";
import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {rotatedCovariance} from "../../lib/linalg/rotatedCovariance.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {diagonal} from "../diagonal.js";
import {score} from "../scores.js";
import type {DrivenRow} from "./step-and-batch.js";

/** Second moments of the plane under noise of two variances, turned by an angle, over the rate. */
export interface PlaneRow
  extends Readonly<
    Record<
      | "flat"
      | "across"
      | "angle"
      | "learningRate"
      | "s12"
      | "s12Error"
      | "expectedS12"
      | "acrossVariance"
      | "acrossError"
      | "expected",
      number
    >
  > {}

/** The variance across the line of the kicks as a mark over the noise there. */
const acrossMark = ({across, angle, acrossVariance, acrossError, expected}: PlaneRow) => ({
  x: across,
  y: acrossVariance,
  standardError: acrossError,
  expected,
  angle
});

/** What goes round: the mixed moment times the difference of the curvatures, as a mark over the noise across. */
const roundMark = ({flat, across, angle, s12, s12Error, expectedS12}: PlaneRow) => ({
  x: across,
  y: (1 - flat) * s12,
  standardError: (1 - flat) * s12Error,
  expected: (1 - flat) * expectedS12,
  angle
});

export type PlaneMark = ReturnType<typeof acrossMark>;

/** All that the sweep of the plane measured against what was expected. */
export const planeMarks = (rows: readonly PlaneRow[]): PlaneMark[] => [
  ...rows.map(acrossMark),
  ...rows.map(roundMark)
];

/** Noise with one direction. */
export const oneDirection = (rows: readonly PlaneRow[]): PlaneMark[] =>
  rows.filter(({across}) => across === 0).map(acrossMark);

const fadingAngles = [
  {angle: 45, name: "turned by 45°", near: 0.2},
  {angle: 0, name: "along an eigenvector", near: 0.25}
];
const isFading = ({angle}: PlaneRow) => fadingAngles.some(each => each.angle === angle);

/** What goes round at the two angles that the figure compares. */
export const goingRound = (rows: readonly PlaneRow[]): PlaneMark[] =>
  rows.filter(isFading).map(roundMark);

/** The exact variance across the kicks, over the rate. */
function exactAcross({flat, learningRate}: PlaneRow, angle: number) {
  const [s, c] = [Math.sin, Math.cos].map(f => f((angle * Math.PI) / 180));
  return (across: number) => {
    const S = sgdCovariance({
      hessian: diagonal([1, flat]),
      noise: rotatedCovariance([1, across], angle),
      learningRate
    });
    return (s * s * S.get(0, 0) - 2 * s * c * S.get(0, 1) + c * c * S.get(1, 1)) / learningRate;
  };
}

/** The variance across the kicks as the noise there fades, along an eigenvector and turned from it. */
export function acrossKicks(rows: readonly PlaneRow[]): Chart {
  const fading = rows.filter(row => row.across > 0 && isFading(row));
  const ends: [number, number] = [6e-4, 1.2];
  return {
    title: "Variance across the kicks, as the noise across fades",
    caption:
      "Dots: SGD, with 95 % bars; solid: exact. With the noise along an eigenvector the variance across falls in step with the noise in that direction, as the detailed-balance formula says; rotated by 45° it does not: the curvature carries noise into that direction.",
    description: "Two lines over the noise across; one falls in proportion, the other levels off.",
    x: {
      label: "noise variance across, over along",
      column: "noiseAcross",
      scale: "log",
      domain: ends
    },
    y: {label: "variance across, over $η$", column: "varianceAcross", scale: "log"},
    panels: [
      {
        series: fadingAngles.flatMap(({angle, name, near}): Series[] => [
          {
            is: "exact",
            name,
            marks: curve(exactAcross(fading[0], angle), ends, {points: 41, log: true}),
            near
          },
          {
            is: "measured",
            name: `measured, ${name}`,
            label: false,
            marks: fading.filter(row => row.angle === angle).map(acrossMark)
          }
        ])
      }
    ]
  };
}

export const oneDirectionColumns: readonly TableColumn<PlaneMark>[] = [
  {header: "$φ$, degrees", value: ({angle}) => fixed(angle, 1)},
  {header: "rank of $G$", value: () => "1"},
  {header: "exact", value: ({expected}) => fixed(expected, 4)},
  {header: "measured ± s.e.", value: ({y, standardError}) => withError(y, standardError, 4)},
  {header: "$z$", value: mark => signed(score(mark))}
];

/** What the table of circulation is. */
export const roundLabel = "Circulation under constant noise, $(h_1 − h_2)Σ_{12}/η$";

export const roundColumns: readonly TableColumn<PlaneMark>[] = [
  {header: "$φ$, degrees", value: ({angle}) => String(angle)},
  {header: "noise across", value: ({x}) => fixed(x, 3)},
  {header: "commutes?", value: ({angle, x}) => (angle === 0 || x === 1 ? "yes" : "no"), text: true},
  {header: "exact", value: ({expected}) => fixed(expected, 4)},
  {header: "measured ± s.e.", value: ({y, standardError}) => withError(y, standardError, 4)},
  {header: "$z$", value: mark => signed(score(mark))}
];

const dimension = 8;

/** Eigenvalues of the stationary covariance, over the largest, with noise in so many directions. */
function spectrum(directions: number): Mark[] {
  const at = Array.from({length: dimension}, (_, i) => i);
  const wave = (k: number, i: number) => Math.cos((Math.PI * k * (i + 0.5)) / dimension);
  const noise = at.map(i =>
    at.map(j => {
      const terms = at.slice(0, directions).map(k => wave(k, i) * wave(k, j) * (k ? 2 : 1));
      return terms.reduce((sum, term) => sum + term, 0) / dimension;
    })
  );
  const hessian = diagonal(at.map(i => 0.5 ** i));
  const {values} = symmetricEigen(sgdCovariance({hessian, noise, learningRate: 0.1}));
  const falling = [...values].sort((a, b) => b - a);
  return falling.map((value, i) => ({x: i + 1, y: Math.max(value, 1e-16) / falling[0]}));
}

const counts = [8, 4, 1];

/** How the eigenvalues of the stationary covariance fall where the noise has few directions. */
export function eigenvalues(): Chart {
  return {
    title: "Eigenvalues of the stationary covariance in eight dimensions",
    caption: `Exact, over the largest; curvatures 1, ½, …, 1/${2 ** (dimension - 1)}; noise of equal strength in ${counts.toReversed().join(", ")} of ${dimension} directions, none of them an eigenvector. With one direction the law has a density, and most of the space is nevertheless empty.`,
    description: "Three falling curves; the fewer the directions of noise the steeper.",
    x: {
      label: "eigenvalue, from the largest",
      column: "eigenvalue",
      domain: [1, dimension],
      ticks: Array.from({length: dimension}, (_, i) => i + 1)
    },
    y: {label: "over the largest", column: "share", scale: "log"},
    panels: [
      {
        series: counts.flatMap((count): Series[] => {
          const marks = spectrum(count);
          const name = `${count} direction${count > 1 ? "s" : ""}`;
          return [
            {is: "exact", name, label: count > 1 ? String(count) : name, marks, near: 0.9},
            {is: "exact", name: `${name}, values`, as: "points", label: false, marks}
          ];
        })
      }
    ]
  };
}

/** Noise that grows with the distance from the minimum, as marks over the growth. */
export const growingMarks = (rows: readonly DrivenRow[]) =>
  rows.map(({knob, step, ratio, standardError, expected}) => ({
    x: knob,
    y: ratio,
    standardError,
    expected,
    step
  }));

export const growingColumns: readonly TableColumn<ReturnType<typeof growingMarks>[number]>[] = [
  {header: "growth $g$ over the spread", value: ({x}) => fixed(x, 1)},
  {header: "$G$ as at the minimum", value: ({step}) => fixed(1 / (1 - step / 2), 3)},
  {header: "exact", value: ({expected}) => fixed(expected, 3)},
  {header: "measured ± s.e.", value: ({y, standardError}) => withError(y, standardError, 3)},
  {header: "$z$", value: mark => signed(score(mark))}
];
