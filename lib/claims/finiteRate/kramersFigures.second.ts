import {coarseBarriers} from "../escapeCases.js";
import {perCase} from "../perCase.js";

/** The half-width that the argument of erf in (23) belongs to: erf(h/√(2Σ)). */
export const widthOfErf = () =>
  perCase(coarseBarriers, ({well, height, rate, batch}) => {
    const sigma = (rate * rate * well) / batch / (1 - (1 - rate * well) ** 2);
    const argument = Math.sqrt((batch * (2 - rate * well) * height) / (rate * well));
    return [Math.sqrt(2 * sigma) * argument];
  });
