import type {Family} from "../../ledger/search/family.js";
import type {BoundPair, NoisyMetric} from "../bound.js";
import {shown} from "../digits.js";
import {type Drift, drift} from "../lemma.js";
import type {Rows} from "../matrices.js";
import type {Covector} from "../oracle.js";
import type {Pair} from "../pairs.js";
import {definite, geometric, spectrum} from "./spectra.js";

const condition = 1e3;
const dimensions = [1, 6] as const;
const ofMatrix = (d: number, m: Rows) =>
  `d = ${d}, Tr ${shown(m.reduce((sum, row, i) => sum + row[i], 0))}, drawn`;

/** A metric and a gradient of any direction. */
export const covectorFamily: Family<Covector> = {
  ranges: "d = 1 … 6, F definite with κ to 10³, any gradient",
  dimensions,
  build: (d, next) => {
    const metric = definite(d, condition, next);
    return {
      name: ofMatrix(d, metric),
      metric,
      gradient: Array.from({length: d}, (_, i) => (i === 0 ? 1 : 0) + 1.8 * next() - 0.9)
    };
  }
};

/** A frozen metric, and a change of it that need not be definite. */
export const driftFamily: Family<Drift> = {
  ranges: "d = 1 … 6, F⋆ definite with κ to 10³, a change of either sign to 1.5 times its norm",
  dimensions,
  build: (d, next) => {
    const size = geometric(1, 1e-3, next());
    const frozen = definite(d, condition, next);
    const other = definite(d, condition, next);
    const change = other.map((row, i) => row.map((x, j) => size * (x - (i === j ? 0.5 : 0))));
    return drift(ofMatrix(d, change), frozen, change);
  }
};

/** H and G turned against each other, in the metric G or J. */
export const noisyFamily: Family<NoisyMetric> = {
  ranges: "d = 1 … 6, H and G definite with κ to 10³, turned, metric G or J",
  dimensions,
  build: (d, next) => {
    const metric = next() < 0.5 ? "G" : "J";
    const hessian = definite(d, condition, next);
    const noise = definite(d, condition, next);
    return {name: `${ofMatrix(d, hessian)}, metric ${metric}`, hessian, noise, metric};
  }
};

/** One definite matrix. */
export const matrixFamily: Family<{readonly name: string; readonly matrix: Rows}> = {
  ranges: "d = 1 … 6, F definite with κ to 10³",
  dimensions,
  build: (d, next) => {
    const matrix = definite(d, condition, next);
    return {name: ofMatrix(d, matrix), matrix};
  }
};

/** A covariance along the axes of the coordinates. */
export const axisFamily: Family<Pair> = {
  ranges: "d = 1 … 6, G diagonal with κ to 10³",
  dimensions,
  build: (d, next) => {
    const values = spectrum(d, condition, next);
    const noise = values.map((x, i) => values.map((_, j) => (i === j ? x : 0)));
    return {
      name: ofMatrix(d, noise),
      hessian: noise,
      noise,
      trace: values.reduce((a, b) => a + b, 0)
    };
  }
};

/** A Hessian and a metric of any size. */
export const sizedFamily: Family<BoundPair> = {
  ranges: "d = 1 … 6, H and F definite with κ to 10³, turned, λmax(F) from 0.1 to 10",
  dimensions,
  build: (d, next) => {
    const size = 10 * geometric(1, 0.01, next());
    const hessian = definite(d, condition, next);
    const metric = definite(d, condition, next).map(row => row.map(x => size * x));
    return {name: ofMatrix(d, metric), hessian, metric};
  }
};
