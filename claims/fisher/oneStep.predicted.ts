import {driftConstant} from "../../lib/budgets/driftConstant.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {type BoundPair, cubic} from "../cases/bound.js";
import {tenDimensional} from "../cases/fisher.js";
import {binaryModel} from "../cases/problems.js";
import {logisticInformationByCosh} from "../printed/logisticInformation.js";

const traceOf = (h: BoundPair["hessian"]) => h.reduce((sum, row, i) => sum + row[i], 0);

const largest = (m: BoundPair["hessian"]) => Math.max(...symmetricEigen(m).values);

/** F of the logistic model. */
export const information = () => logisticInformationByCosh(binaryModel);

/** The diagonal of F = H in Experiments 4 to 6. */
export const metricOfExperiments = () => tenDimensional.curvatures;

export const leastConstant = ({hessian, metric}: BoundPair) => driftConstant(hessian, metric);

/** M² for c₀: the Euclidean constant. */
export const smoothnessSquared = ({hessian}: BoundPair) => largest(hessian) ** 2;

/** 2(Tr H)². */
export const traceBound = ({hessian}: BoundPair) => 2 * traceOf(hessian) ** 2;

/** 2M², without the dimension. */
export const normBound = ({hessian}: BoundPair) => 2 * largest(hessian) ** 2;

/** 1 − 2µη + c₀η², c₀ a multiple of the largest L″² on the neighbourhood. */
const cubicFactor =
  (rate: number, multiple: number) =>
  ({eta}: {eta: number}) =>
    1 - 2 * rate * eta + multiple * (1 + cubic.radius) ** 2 * eta ** 2;

/** With the slowest rate on the neighbourhood, 1 − r/2, and c₀ = M². */
export const neighbourhoodFactor = cubicFactor(1 - cubic.radius / 2, 1);

/** With the rate at the minimum and c₀ = 10 M². */
export const minimumFactor = cubicFactor(1, 10);

/** With the rate half way. */
export const halfwayFactor = cubicFactor(1 - cubic.radius / 4, 1);
