import type {Family} from "../../ledger/search/family.js";
import {
  type Ball,
  type Epoch,
  epochOf,
  type Falling,
  type Plain,
  type Skewed
} from "../assumption.js";
import type {Batch} from "../batches.js";
import {shown} from "../digits.js";
import {geometric} from "./spectra.js";

/** Rates a/t of which extrapolation in 1/t gets rid of the start. */
export const fallingFamily: Family<Falling> = {
  ranges: "one dimension, a = 1, 1.5, 2 … 6",
  dimensions: [1, 1],
  build: (_, next) => {
    const a = 1 + Math.floor(10.999 * next()) / 2;
    return {name: `a = ${a}, drawn`, a};
  }
};

/** Plain steps up to the edge. */
export const plainStepFamily: Family<Plain> = {
  ranges: "one dimension, ηh from 0.001 to 1.999",
  dimensions: [1, 1],
  build: (_, next) => {
    const learningRate = 0.001 + 1.998 * next();
    return {name: `ηh = ${shown(learningRate)}, drawn`, hessian: [[1]], noise: [[1]], learningRate};
  }
};

/** Heavy ball up to the edge. */
export const ballFamily: Family<Ball> = {
  ranges: "one dimension, µ from 0 to 0.99, ηh from 0.001 to 0.999 of 2(1 + µ)",
  dimensions: [1, 1],
  build: (_, next) => {
    const momentum = 0.99 * next();
    const learningRate = 2 * (1 + momentum) * (0.001 + 0.998 * next());
    return {
      name: `µ = ${shown(momentum)}, ηh = ${shown(learningRate)}, drawn`,
      hessian: [[1]],
      noise: [[1]],
      learningRate,
      momentum
    };
  }
};

/** Batches of an epoch. */
export const epochFamily: Family<Epoch> = {
  ranges: "2 to 6 batches in an epoch, their gradients within 4 of one another, less their mean",
  dimensions: [2, 6],
  build: (d, next) => epochOf(Array.from({length: d}, (_, i) => i / d + 3 * next()))
};

/** Data sets of 4 to 10 skewed gradients, and a batch of them. */
export const skewedFamily: Family<Skewed> = {
  ranges: "n = 4 … 10 gradients, cubes of numbers between 0 and 2; B = 1 … n − 1",
  dimensions: [4, 10],
  build: (samples, next) => {
    const batchSize = 1 + Math.floor((samples - 1.001) * next());
    const values = Array.from({length: samples}, (_, i) => (i / samples + next()) ** 3);
    return {
      name: `n = ${samples}, B = ${batchSize}, ${values.map(shown).join(" ")}, drawn`,
      samples,
      batchSize,
      values
    };
  }
};

/** Batches of up to half of a data set. */
export const largeBatchFamily: Family<Batch> = {
  ranges: "n = 32 … 65 536 in steps of 8, B from 2 to n/2",
  dimensions: [1, 1],
  build: (_, next) => {
    const samples = 8 * Math.round(geometric(4, 8192, next()));
    const batchSize = Math.round(geometric(2, samples / 2, next()));
    return {name: `n = ${samples}, B = ${batchSize}, drawn`, samples, batchSize};
  }
};
