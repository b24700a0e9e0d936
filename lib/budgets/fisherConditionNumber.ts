import {conditionNumber} from "./conditionNumber.js";

/** The older name of `conditionNumber`, which is that of any positive definite matrix. */
export const fisherConditionNumber = conditionNumber;
