import type {Named} from "../ledger/claim.js";
import type {Family} from "../ledger/search/family.js";
import {spectrum} from "./families/spectra.js";

/** Eigenvalues of a Hessian and of a metric, whose axes may be turned at will. */
export interface Spectra extends Named {
  readonly curvatures: readonly number[];
  readonly informations: readonly number[];
}

export const spectraPairs: readonly Spectra[] = [
  {name: "in the plane", curvatures: [1, 20], informations: [50, 1]},
  {name: "d = 3, no pair below zero", curvatures: [1, 2, 1.4], informations: [3, 5, 1]},
  {name: "d = 4", curvatures: [9, 1, 4, 2], informations: [1, 30, 2, 7]},
  {name: "d = 5, one curvature", curvatures: [2, 2, 2, 2, 2], informations: [1, 30, 2, 7, 4]}
];

/** Two spectra, with condition numbers to 10³. */
export const spectraFamily: Family<Spectra> = {
  ranges: "d = 1 … 6, spectra of H and F with κ to 10³, all relative rotations",
  dimensions: [1, 6],
  build: (d, next) => {
    const curvatures = spectrum(d, 1e3, next);
    const informations = spectrum(d, 1e3, next);
    const ratio = (x: readonly number[]) => String(Number((1 / Math.min(...x)).toPrecision(3)));
    return {
      name: `d = ${d}, κ_H = ${ratio(curvatures)}, κ_F = ${ratio(informations)}, drawn`,
      curvatures,
      informations
    };
  }
};

/** A condition number of H, and by which factor that of F exceeds the one up to which every angle will do. */
export interface Ratios extends Named {
  readonly curvatureRatio: number;
  readonly beyond: number;
}

export const ratioPairs: readonly Ratios[] = [2, 20, 400].flatMap(curvatureRatio =>
  [1.2, 30].map(beyond => ({
    name: `κ_H = ${curvatureRatio}, κ_F = ${beyond} limits`,
    curvatureRatio,
    beyond
  }))
);

export const ratioFamily: Family<Ratios> = {
  ranges: "d = 2, κ_H from 1.05 to 10⁴, κ_F from 1.01 to 10³ times the limit",
  dimensions: [2, 2],
  build: (_, next) => {
    const curvatureRatio = 1.05 * 10 ** (4 * next());
    const beyond = 1.01 * 10 ** (3 * next());
    return {
      name: `κ_H = ${curvatureRatio.toPrecision(3)}, κ_F = ${beyond.toPrecision(3)} limits, drawn`,
      curvatureRatio,
      beyond
    };
  }
};
