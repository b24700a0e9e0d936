import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import type {Conditioned, Metric} from "../cases/fisher.js";
import {times, toMatrix} from "../printed/algebra.js";

/** (19): κ_F and d_eff. */
export const parameters = ({matrix}: Metric) => [
  fisherConditionNumber(toMatrix(matrix)),
  effectiveDimension(toMatrix(matrix))
];

/** ‖F‖²_F/‖F‖², the stable rank of F itself. */
export const parametersOfSquares = ({matrix}: Metric) => {
  const F = toMatrix(matrix);
  return [fisherConditionNumber(F), effectiveDimension(times(F, F))];
};

/** κ_H and κ_F of a stiff problem: 1 in the metric I, the same in its own. */
export const stiff = ({metric}: Conditioned) => [100, metric[0] === metric[2] ? 1 : 100];

/** κ_F = κ_H. */
export const stiffAlike = () => [100, 100];
