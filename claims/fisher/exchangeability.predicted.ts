import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {dependent} from "../cases/fisher.js";
import type {Numbers} from "../ledger/claim.js";
import {toMatrix} from "../printed/algebra.js";

const {curvatures, learningRate, batchSize: b, inflations, uses} = dependent;
const clean = sgdCovariance({
  hessian: toMatrix([
    [curvatures[0], 0],
    [0, curvatures[1]]
  ]),
  noise: toMatrix([
    [1 / b, 0],
    [0, 1 / b]
  ]),
  learningRate
}).diagonal();

const heated = (factor: (epsilon: number) => number): Numbers =>
  Object.fromEntries(
    inflations.map(epsilon => [`ε = ${epsilon}`, clean.map(x => factor(epsilon) * x)])
  );

/** (1 + ε)Σᵢᵢ(0). */
export const inflated = (): Numbers => heated(epsilon => 1 + epsilon);

/** ε = bρ for (b − 1)ρ. */
export const inflatedByAll = (): Numbers => heated(epsilon => 1 + (epsilon * b) / (b - 1));

/** Where every sample is reused the covariance of a batch is G/b still: ε = 0. */
export const reused = (): Numbers => ({[`${uses} uses`]: clean});
