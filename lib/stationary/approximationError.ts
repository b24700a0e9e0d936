import {excessLoss} from "./excessLoss.js";

/**
 * The older name of `excessLoss`, after the approximation error of finite-rate (11): the excess loss of the
 * stationary state, which is no error of an approximation.
 */
export const approximationError = excessLoss;
