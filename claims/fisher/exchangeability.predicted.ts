import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {dependent, type inflations} from "../cases/fisher.js";
import {toMatrix} from "../printed/algebra.js";

const {curvatures, learningRate, batchSize: b} = dependent;
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

const heated =
  (factor: (epsilon: number) => number) =>
  ({epsilon}: (typeof inflations)[number]) =>
    clean.map(x => factor(epsilon) * x);

/** (1 + ε)Σᵢᵢ(0); where every sample is reused the covariance of a batch is G/b still, and ε = 0. */
export const inflated = heated(epsilon => 1 + epsilon);

/** ε = bρ for (b − 1)ρ. */
export const inflatedByAll = heated(epsilon => 1 + (epsilon * b) / (b - 1));
