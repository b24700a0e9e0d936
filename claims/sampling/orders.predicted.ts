import {jumpCovariance} from "../../lib/sampling/jumpCovariance.js";
import type {
  recordings,
  scenarioCounts,
  sharedOrders,
  twoOrders,
  uniformOrders
} from "../cases/orders.js";

type Uniform = (typeof uniformOrders)[number];
type Shared = (typeof sharedOrders)[number];

/** G = q(1 − q) at p + h = 1 and H = 1. */
const noiseOf = ({i, m}: Uniform) => (i / m) * (1 - i / m);

/** (η/b) G/(2H − ηH²(1 − 1/b)). */
export const single = (each: Uniform) =>
  ((each.step / each.batchSize) * noiseOf(each)) / (2 - each.step * (1 - 1 / each.batchSize));

export const librarySingle = (each: Uniform) =>
  jumpCovariance({
    directions: [[1]],
    curvatures: [1],
    noise: [[noiseOf(each)]],
    learningRate: each.step,
    batchSize: each.batchSize
  })[0][0];

/** (η/b) G/(2H − ηH²): noise that does not know where the order is. */
export const singleConstant = (each: Uniform) =>
  ((each.step / each.batchSize) * noiseOf(each)) / (2 - each.step);

/** HΣ + ΣH = ηHΣH + (η/b)[G − Uᵀ diag(D²(UΣUᵀ)) U] in the one direction that spends nothing. */
export const shared = ({step, batchSize}: Shared) => {
  const u = Math.SQRT1_2;
  return jumpCovariance({
    directions: [[u], [-u]],
    curvatures: [1, 1],
    noise: [[0.25]],
    learningRate: step,
    batchSize
  })[0][0];
};

/** As if the two products were one: (η/b) G/(2H − ηH²(1 − 1/b)). */
export const sharedAsOne = ({step, batchSize}: Shared) =>
  ((step / batchSize) * 0.25) / (2 - step * (1 - 1 / batchSize));

const logistic = (x: number, width: number) => 1 / (1 + Math.exp(-x / width));

/** (p + h)² |F(x) − F(y)| with p + h = 2. */
export const difference = ({first, second, width}: (typeof twoOrders)[number]) =>
  4 * Math.abs(logistic(first, width) - logistic(second, width));

/** (p + h)² (F(x) − F(y))². */
export const differenceSquared = ({first, second, width}: (typeof twoOrders)[number]) =>
  4 * (logistic(first, width) - logistic(second, width)) ** 2;

/** (2n² − 1)/4, in units of the square of one step. */
export const kink = ({demands: n}: (typeof recordings)[number]) => (2 * n * n - 1) / 4;

/** n²/2. */
export const kinkRounded = ({demands: n}: (typeof recordings)[number]) => (n * n) / 2;

/** (G/bH²)(2 − ηH)/(2 − ηH(1 − 1/b)). */
export const average = (each: Uniform) =>
  ((noiseOf(each) / each.batchSize) * (2 - each.step)) / (2 - each.step * (1 - 1 / each.batchSize));

/** G/(bH²). */
export const averageSandwich = (each: Uniform) => noiseOf(each) / each.batchSize;

type Count = (typeof scenarioCounts)[number];

/** G/(2H(n + 2)) with H = a and G = a²q(1 − q). */
export const reused = ({demands: n, level: q, both: a}: Count) => (a * q * (1 - q)) / (2 * (n + 2));

/** G/(2Hn). */
export const reusedSandwich = ({demands: n, level: q, both: a}: Count) =>
  (a * q * (1 - q)) / (2 * n);
