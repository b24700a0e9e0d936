import {fixed, percent} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {correlatedMisfit} from "../../lib/problems/correlatedMisfit.js";
import {misspecifiedLogit, noiseFromCurvature} from "../../lib/problems/probitTruth.js";

const dimensions = [2, 10] as const;

/** A logistic model at probit data of several lengths. */
export const lengths = [0.5, 1, 2, 5].map(length => ({length, ...misspecifiedLogit({length})}));

/** By what factor the fit is longer than the truth, least and most of these lengths. */
export const stretches = lengths.map(({slope, length}) => slope / length);

export const lengthColumns: readonly TableColumn<(typeof lengths)[number]>[] = [
  {header: "‖$β_0$‖", value: ({length}) => fixed(length, 1)},
  {header: "$β^⋆$ over $β_0$", value: ({slope, length}) => fixed(slope / length, 3)},
  {header: "$J^⋆$ along", value: ({noise}) => fixed(noise.along, 4)},
  {header: "$H^⋆$ along", value: ({curvature}) => fixed(curvature.along, 4)},
  {header: "$J^⋆$ across", value: ({noise}) => fixed(noise.across, 4)},
  {header: "$H^⋆$ across", value: ({curvature}) => fixed(curvature.across, 4)},
  ...dimensions.map(d => ({
    header: `‖$H^⋆ − J^⋆$‖/‖$J^⋆$‖, $d$ = ${d}`,
    value: (row: (typeof lengths)[number]) => percent(noiseFromCurvature(row, d), 1)
  }))
];

const grid = Array.from({length: 80}, (_, k) => (k + 1) / 10);

/** The longest truth that was looked at. */
export const longest = grid[grid.length - 1];

/** The largest relative distance of the two matrices in the plane, over all lengths. */
export const farthestInPlane = Math.max(
  ...grid.map(length => noiseFromCurvature(misspecifiedLogit({length}), 2))
);

/** The greater of the two gaps, along and across the truth, over all lengths. */
export const farthest = Math.max(
  ...grid.flatMap(length => {
    const {noise, curvature} = misspecifiedLogit({length});
    return [curvature.along / noise.along - 1, 1 - curvature.across / noise.across];
  })
);

const five = [0, 1, 2, 3, 4];
const ofFeatures = (entry: (i: number, j: number) => number, weights: number[]) =>
  correlatedMisfit({covariance: five.map(i => five.map(j => entry(i, j))), weights});

/** One feature of five scaled, which carries all of the truth. */
export const stretched = {
  by: 10,
  length: 4,
  get misfit() {
    return ofFeatures(
      (i, j) => (i !== j ? 0 : i === 0 ? this.by ** 2 : 1),
      five.map(i => (i === 0 ? this.length / this.by : 0))
    );
  }
};

/** The correlation of five features of equal weight. */
export const correlation = 0.9;

/** The length at which the diagonals of the two matrices differ most for five correlated features. */
export function together() {
  const alike = five.length * (1 + (five.length - 1) * correlation);
  return grid
    .map(length => ({
      length,
      ...ofFeatures(
        (i, j) => (i === j ? 1 : correlation),
        five.map(() => length / Math.sqrt(alike))
      )
    }))
    .reduce((best, row) => (row.diagonal > best.diagonal ? row : best));
}

/** The longer of the truths whose ratio is shown. */
export const longTruth = 3;

/** Noise over curvature along and across a truth, for the variance of the estimate. */
export const ratioLines = [
  {name: "probit, $s = 1$", ...misspecifiedLogit({length: 1})},
  {name: `probit, $s = ${longTruth}$`, ...misspecifiedLogit({length: longTruth})},
  {name: "with a square, $s = 2$, $γ = 1$", ...misspecifiedLogit({length: 2, square: 1})}
];

export const ratioColumns: readonly TableColumn<(typeof ratioLines)[number]>[] = [
  {header: "truth", value: ({name}) => name, text: true},
  {
    header: "$J^⋆/H^⋆$ along",
    value: ({noise, curvature}) => fixed(noise.along / curvature.along, 3)
  },
  {
    header: "$J^⋆/H^⋆$ across",
    value: ({noise, curvature}) => fixed(noise.across / curvature.across, 3)
  }
];

/** The relative distance of noise and curvature in one dimension, for a truth of this length. */
export const alongAlone = (length: number): number =>
  noiseFromCurvature(misspecifiedLogit({length}), 1);
